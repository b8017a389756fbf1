import { expect, test } from 'vitest'
import { circleOf, toCirclePolygon } from './circle.ts'
import { ellipsoidAreaHectares, geodesicDistanceMeters } from './measure.ts'

const center = [105.7, 19.8]

test('every corner lies a radius from the centre, counterclockwise from the east', () => {
  const { coordinates } = toCirclePolygon({ center, radiusMeters: 5000 })
  const [ring = []] = coordinates
  expect(ring).toHaveLength(65)
  expect(ring.at(-1)).toEqual(ring[0])
  for (const corner of ring) expect(geodesicDistanceMeters(center, corner)).toBeCloseTo(5000, 1)
  expect(ring[16]?.[1]).toBeGreaterThan(19.84)
})

test('holds what a polygon of 64 corners of that radius holds', () => {
  // n/2 · r² · sin(2π/n), in hectares.
  const expected = 32 * 5000 ** 2 * Math.sin((2 * Math.PI) / 64) * 1e-4
  expect(ellipsoidAreaHectares(toCirclePolygon({ center, radiusMeters: 5000 })) / expected).toBeCloseTo(1, 5)
})

test.each([1, 5000, 30_000])('a circle of %i m is read back from its corners', (radiusMeters) => {
  const circle = circleOf(toCirclePolygon({ center, radiusMeters }))
  expect(circle.radiusMeters).toBeCloseTo(radiusMeters, 1)
  expect(geodesicDistanceMeters(circle.center, center)).toBeLessThan(0.02)
})
