import { afterAll, expect, test } from 'vitest'
import type { OfflineContents } from '../domain/offline.ts'
import { fixtureApp } from '../testing/fixture-app.ts'

const app = await fixtureApp()
afterAll(() => app.close())

const contents = (await app.inject('/offline/contents')).json<OfflineContents>()

test('every answer that has to be kept can be had', async () => {
  for (const path of [...contents.base.answers, ...contents.pack.answers]) {
    const { statusCode } = await app.inject({
      url: path,
      headers: { accept: 'application/json, application/geo+json' },
    })
    // The fixtures have no corridor to cover anything.
    if (!path.startsWith('/analysis/coverage')) expect(statusCode, path).toBe(200)
  }
})

test('every collection is kept whole', async () => {
  const { collections } = (await app.inject('/collections?f=json')).json<{ collections: { id: string }[] }>()
  for (const { id } of collections) {
    const path = contents.base.answers.find((one) => one.startsWith(`/collections/${id}/items?`))
    const { numberMatched, numberReturned } = (await app.inject(path ?? '/')).json<Record<string, number>>()
    expect(numberReturned, id).toBe(numberMatched)
  }
})

test('a pack goes down to the last zoom and never names a tile twice', () => {
  const spans = [...contents.base.tiles, ...contents.pack.tiles]
  expect(Math.max(...spans.map(({ zoom }) => zoom))).toBe(14)
  const names = spans.flatMap(({ zoom, minColumn, maxColumn, minRow, maxRow }) =>
    Array.from({ length: maxRow - minRow + 1 }, (_, row) =>
      Array.from(
        { length: maxColumn - minColumn + 1 },
        (__, column) => `${zoom}/${minRow + row}/${minColumn + column}`,
      ),
    ).flat(),
  )
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)
  // Zoom 9 and 10 of the province belong to the base, and to the neighbourhood that a pack adds.
  expect(repeated.every((name) => /^(?:9|10)\//.test(name))).toBe(true)
})
