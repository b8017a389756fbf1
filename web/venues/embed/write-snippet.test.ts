import { expect, test } from 'vitest'
import { writeSnippet } from './write-snippet.ts'

test('a link with & and a title with quotes stay inside their attributes', () => {
  const snippet = writeSnippet('https://atlas.test/#v=1&lang=vi&ui=embed', 'Bản đồ "Thanh Hóa"')
  expect(snippet).toContain('src="https://atlas.test/#v=1&amp;lang=vi&amp;ui=embed"')
  expect(snippet).toContain('title="Bản đồ &quot;Thanh Hóa&quot;"')
  expect(snippet).toMatch(/^<iframe [^<>]*><\/iframe>$/)
})
