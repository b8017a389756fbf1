import { afterEach, expect, test, vi } from 'vitest'
import { keep } from './keep.ts'

vi.mock('../api/client.ts', () => ({ address: 'https://atlas.test' }))
afterEach(() => vi.unstubAllGlobals())

/** A cache as browsers have it, and a server that answers in turn. */
function stub(kept: string[], answers: (() => Response)[]) {
  const entries = new Map(kept.map((path) => [`https://atlas.test${path}`, new Response('kept')]))
  vi.stubGlobal('caches', {
    open: async () => ({
      keys: async () => [...entries.keys()].map((url) => ({ url })),
      put: async (url: string, response: Response) => {
        await new Promise((done) => setTimeout(done, 20))
        entries.set(url, response)
      },
    }),
  })
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return answers.shift()?.() ?? new Response('{}', { headers: { 'content-type': 'application/json' } })
  })
  return { entries, asked }
}

test('what is there already is not fetched again', async () => {
  const { asked } = stub(['/plan'], [])
  const steps: number[] = []
  await keep(['/plan', '/tiles.json'], { cacheName: 'kept', atOnce: 1, onProgress: ({ done }) => steps.push(done) })
  expect(asked).toEqual(['https://atlas.test/tiles.json'])
  expect(steps).toEqual([1, 2])
})

test('an answer that is refused ends the work, and nothing of it is kept', async () => {
  const { entries } = stub([], [() => new Response('', { status: 404 })])
  await expect(keep(['/no-such-answer'], { cacheName: 'kept', atOnce: 1 })).rejects.toThrow('404: /no-such-answer')
  expect(entries.size).toBe(0)
})

test('what is under way when one fails ends first; no progress is told and nothing kept after the end', async () => {
  const broken = () => {
    throw new TypeError('Failed to fetch')
  }
  const { entries, asked } = stub([], [() => new Response('a'), broken, () => new Response('c')])
  const steps: number[] = []
  const options = { cacheName: 'kept', atOnce: 3, onProgress: ({ done }: { done: number }) => steps.push(done) }
  await expect(keep(['/a', '/b', '/c', '/d', '/e'], options)).rejects.toThrow('Failed to fetch')
  const atTheEnd = [steps.length, entries.size]
  await new Promise((done) => setTimeout(done, 80))
  expect([steps.length, entries.size]).toEqual(atTheEnd)
  expect(asked).toEqual(['/a', '/b', '/c'].map((path) => `https://atlas.test${path}`))
})
