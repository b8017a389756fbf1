import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchPatiently } from './fetch-patiently.ts'

const fetched = vi.fn<typeof fetch>()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  fetched.mockReset()
})
const busy = () => new Response('', { status: 503, headers: { 'retry-after': '3' } })

test('a busy server is asked again after as long as it says', async () => {
  fetched.mockResolvedValueOnce(busy()).mockResolvedValueOnce(new Response('here'))
  const asking = fetchPatiently('/x', {})
  await vi.advanceTimersByTimeAsync(2900)
  expect(fetched).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(await (await asking).text()).toBe('here')
})

test('what the server refuses for good is not asked again, and a busy one not for ever', async () => {
  fetched.mockResolvedValueOnce(new Response('', { status: 404 }))
  expect((await fetchPatiently('/x', {})).status).toBe(404)
  expect(fetched).toHaveBeenCalledTimes(1)
  fetched.mockImplementation(() => Promise.resolve(busy()))
  const asking = fetchPatiently('/x', {})
  await vi.advanceTimersByTimeAsync(120_000)
  expect((await asking).status).toBe(503)
})

test('whoever calls it off is not answered', async () => {
  fetched.mockImplementation(() => Promise.resolve(busy()))
  const controller = new AbortController()
  const asking = fetchPatiently('/x', { signal: controller.signal }).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(1000)
  controller.abort()
  // At once, not when the pause is over.
  await vi.advanceTimersByTimeAsync(0)
  expect(await asking).toMatchObject({ name: 'AbortError' })
  expect(fetched).toHaveBeenCalledTimes(1)
})
