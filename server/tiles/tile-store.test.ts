import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { TileSource } from './tile-source.ts'
import { buildTileStore } from './tile-store.ts'

const source = (bytes: number[] | null): TileSource => ({ encode: () => bytes && Uint8Array.from(bytes) })

test('layers stand one after the other, collections without anything are left out', async () => {
  const store = buildTileStore(
    new Map([
      ['parks', source([1, 2])],
      ['roads', source(null)],
      ['ports', source([3])],
    ]),
    1e6,
  )
  const { gzipped } = await store.get(['parks', 'roads', 'ports'], 1, 0, 0)
  expect([...gunzipSync(gzipped ?? Buffer.of())]).toEqual([1, 2, 3])
  expect(await store.get(['roads'], 1, 0, 0)).toEqual({ gzipped: null })
})

test('a kept tile comes at once, and asking in another order of the same layers is another tile', async () => {
  const store = buildTileStore(
    new Map([
      ['parks', source([1])],
      ['roads', source([2])],
    ]),
    1e6,
  )
  const first = await store.get(['parks'], 3, 1, 2)
  expect(store.get(['parks'], 3, 1, 2)).toBe(first)
  await store.get(['roads'], 3, 1, 2)
  expect(store.counts()).toMatchObject({ encoded: 2, kept: 2 })
})

test('no more bytes are kept than there is room for, the oldest go first', async () => {
  const noise = Array.from({ length: 2000 }, (_, index) => (index * 7919 + (index >> 3) * 104729) & 255)
  const store = buildTileStore(new Map([['parks', source(noise)]]), 10_000)
  for (let x = 0; x < 50; x++) await store.get(['parks'], 6, x, 0)
  const { keptBytes, kept, encoded } = store.counts()
  expect(keptBytes).toBeLessThanOrEqual(10_000)
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(50)
  expect(encoded).toBe(50)
  expect(store.get(['parks'], 6, 49, 0)).not.toBeInstanceOf(Promise)
  expect(store.get(['parks'], 6, 0, 0)).toBeInstanceOf(Promise)
})

test('a failed computation is not kept', async () => {
  let isBroken = true
  const flaky: TileSource = {
    encode: () => {
      if (isBroken) throw new Error('broken')
      return Uint8Array.of(7)
    },
  }
  const store = buildTileStore(new Map([['parks', flaky]]), 1e6)
  await expect(store.get(['parks'], 0, 0, 0)).rejects.toThrow('broken')
  isBroken = false
  expect((await store.get(['parks'], 0, 0, 0)).gzipped).not.toBeNull()
})
