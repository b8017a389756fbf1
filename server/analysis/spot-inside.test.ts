import { expect, test } from 'vitest'
import { spotInside } from './spot-inside.ts'

test('of a rectangle it is the middle', () => {
  const ring: [number, number][] = [
    [100, 100],
    [104, 100],
    [104, 102],
    [100, 102],
  ]
  expect(spotInside([[ring]])).toEqual([102, 101])
})

test('of a horseshoe, whose middle lies outside, it is the middle of the wider shank', () => {
  const ring: [number, number][] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [8, 10],
    [8, 1],
    [3, 1],
    [3, 10],
    [0, 10],
  ]
  const [x, y] = spotInside([[ring]])
  expect(x).toBe(1.5)
  expect(y).toBeGreaterThan(1)
  expect(y).toBeLessThan(10)
})

test('of nothing it is somewhere, not a crash', () => {
  expect(spotInside([])).toEqual([0, 0])
})
