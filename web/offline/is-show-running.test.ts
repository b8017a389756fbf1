import { expect, test } from 'vitest'
import { isShowRunning } from './is-show-running.ts'

test('a running show and a kiosk are before an audience', () => {
  expect(isShowRunning('#v=1&lang=vi&show=growth:parks')).toBe(true)
  expect(isShowRunning('#v=1&show=growth:parks&lang=vi')).toBe(true)
  expect(isShowRunning('#v=1&lang=en&ui=kiosk')).toBe(true)
})

test('a reader who looks round, or has left the story for a while, is not', () => {
  expect(isShowRunning('#v=1&lang=vi')).toBe(false)
  expect(isShowRunning('#v=1&lang=vi&show=growth:parks:left')).toBe(false)
})
