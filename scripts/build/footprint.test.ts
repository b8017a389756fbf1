import { expect, test } from 'vitest'
import { fromPlane, toPlane } from '../../server/analysis/laea.ts'
import { ellipsoidAreaHectares } from '../../server/analysis/measure.ts'
import { footprint } from './footprint.ts'

test.each([20, 87.61, 200, 286.82, 1000, 45_561])('%d ha are drawn as exactly that, to a millionth', (areaHectares) => {
  const drawn = ellipsoidAreaHectares(footprint([105.8102, 20.0771], areaHectares))
  expect(Math.abs(drawn / areaHectares - 1)).toBeLessThan(1e-6)
})

test('it is a square with rounded corners around its point', () => {
  const ring = footprint([105.7, 19.8], 100).coordinates[0] ?? []
  const [x, y] = toPlane([105.7, 19.8])
  const points = ring.map(toPlane).map(([px, py]) => [px - x, py - y] as const)
  expect(ring[0]).toEqual(ring.at(-1))
  expect(new Set(ring.map(String)).size).toBe(40)
  const halfSide = Math.max(...points.map(([px]) => px))
  expect(halfSide).toBeGreaterThan(500)
  expect(halfSide).toBeLessThan(530)
  // A square's corner would lie at 1.41 half-sides, a circle's nowhere beyond 1.
  const furthest = Math.max(...points.map(([px, py]) => Math.hypot(px, py))) / halfSide
  expect(furthest).toBeGreaterThan(1.1)
  expect(furthest).toBeLessThan(1.3)
  expect(fromPlane(toPlane([105.7, 19.8]))[0]).toBeCloseTo(105.7, 9)
})
