import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readSeeds } from '../../server/catalog/read-seeds.ts'
import type { NoteKey } from '../../server/domain/provenance.ts'

/** The notes that the investor's card and factsheet show. */
const shown = new Set<(typeof NoteKey.enum)[number]>([
  'developer',
  'decision',
  'sectors',
  'status',
  'statusNow',
  'disagreement',
  'caution',
  'hypothesis',
])

test('what investors read of a park is there in five languages', () => {
  const seeds = readSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)))
  const parks = [...seeds['parks.json'], ...seeds['later-parks.json']]
  const missing = parks.flatMap(({ id, notes, figures }) => [
    ...notes.flatMap((note) =>
      shown.has(note.key) && !(note.text_zh && note.text_ja && note.text_ko) ? [`${id}: ${note.text_en}`] : [],
    ),
    ...figures.flatMap((figure) =>
      figure.about_en && !(figure.about_zh && figure.about_ja && figure.about_ko) ? [`${id}: ${figure.about_en}`] : [],
    ),
  ])
  expect(missing).toEqual([])
})
