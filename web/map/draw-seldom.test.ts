import type { Map as MapLibreMap } from 'maplibre-gl'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawSeldomWhileLoading } from './draw-seldom.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function makeMap() {
  const state = { isMoving: false, isLoaded: true, loaded: new Set(['reach']), frames: 0 }
  const map = {
    triggerRepaint: () => void state.frames++,
    isMoving: () => state.isMoving,
    isStyleLoaded: () => state.isLoaded,
    areTilesLoaded: () => state.isLoaded,
    getSource: (id: string) => (id === 'reach' ? {} : undefined),
    isSourceLoaded: (id: string) => state.loaded.has(id),
  }
  return { state, map: map as unknown as MapLibreMap }
}
const soon = () => Promise.resolve()

test('until all has come the first time, five frames a second, and the last at once', async () => {
  const { state, map } = makeMap()
  const endFirst = drawSeldomWhileLoading(map, () => [])
  state.isLoaded = false
  for (let i = 0; i < 5; i++) {
    map.triggerRepaint()
    await soon()
  }
  expect(state.frames).toBe(0)
  vi.advanceTimersByTime(200)
  expect(state.frames).toBe(1)
  map.triggerRepaint()
  await soon()
  state.isLoaded = true
  map.triggerRepaint()
  await soon()
  expect(state.frames).toBe(2)
  vi.advanceTimersByTime(1000)
  expect(state.frames).toBe(2)
  endFirst()
  state.isLoaded = false
  map.triggerRepaint()
  await soon()
  expect(state.frames).toBe(3)
})

test('a shape that is laid out anew is drawn when it is there, and nothing waits longer than a moment', async () => {
  const { state, map } = makeMap()
  drawSeldomWhileLoading(map, () => ['reach', 'not-there-yet'])()
  map.triggerRepaint()
  // As MapLibre does: the source has arrived, and a moment later its tiles are taken back.
  state.loaded.delete('reach')
  await soon()
  expect(state.frames).toBe(0)
  state.loaded.add('reach')
  map.triggerRepaint()
  await soon()
  expect(state.frames).toBe(1)
  state.loaded.delete('reach')
  map.triggerRepaint()
  await soon()
  vi.advanceTimersByTime(200)
  expect(state.frames).toBe(2)
  map.triggerRepaint()
  state.isMoving = true
  map.triggerRepaint()
  await soon()
  expect(state.frames).toBe(3)
})
