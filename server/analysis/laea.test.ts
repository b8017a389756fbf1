import proj4 from 'proj4'
import { expect, test } from 'vitest'
import { fromPlane, laeaDefinition, ringAreaInPlane, toPlane } from './laea.ts'

const positions = [
  [105.25, 20],
  [104.38, 20.67],
  [105.0, 19.3],
  [106.05, 20.05],
  [103.6, 18.6],
  [106.9, 21.4],
  [112.0, 8.6],
]

test('the forward direction agrees with proj4 to a hundredth of a millimetre', () => {
  for (const position of positions) {
    const [x, y] = toPlane(position)
    const [px, py] = proj4(laeaDefinition).forward([Number(position[0]), Number(position[1])])
    expect(Math.hypot(x - Number(px), y - Number(py))).toBeLessThan(1e-5)
  }
})

test('there and back moves no position by a tenth of a millimetre', () => {
  for (const position of positions) {
    const back = fromPlane(toPlane(position))
    expect(Math.abs(back[0] - Number(position[0]))).toBeLessThan(1e-10)
    expect(Math.abs(back[1] - Number(position[1]))).toBeLessThan(1e-10)
  }
})

test('the centre of the projection is the origin', () => {
  expect(toPlane([105.25, 20])).toEqual([0, 0])
  expect(fromPlane([0, 0])).toEqual([105.25, 20])
})

test('a square kilometre counterclockwise is 1,000,000 and clockwise the negative of it, closed or open', () => {
  const square = [
    [5000, 5000],
    [6000, 5000],
    [6000, 6000],
    [5000, 6000],
  ]
  expect(ringAreaInPlane(square)).toBe(1_000_000)
  expect(ringAreaInPlane([...square, [5000, 5000]])).toBe(1_000_000)
  expect(ringAreaInPlane([...square].reverse())).toBe(-1_000_000)
})
