import { booleanIntersects } from '@turf/boolean-intersects'
import fc from 'fast-check'
import type { Geometry, Polygon } from 'geojson'
import { expect, test } from 'vitest'
import type { Box } from '../domain/box.ts'
import { boxesTouch, touchesBox } from './touches-box.ts'

const asPolygon = ([west, south, east, north]: Box): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

const coordinate = fc.integer({ min: 0, max: 20 })
const position = fc.tuple(coordinate, coordinate)
const box = fc.tuple(coordinate, coordinate, coordinate, coordinate).map(([a, b, c, d]): Box => {
  const [west, south] = [Math.min(a, c), Math.min(b, d)]
  return [west, south, Math.max(a, c, west + 1), Math.max(b, d, south + 1)]
})
const triangle = fc
  .tuple(position, position, position)
  .filter(([a, b, c]) => (b[0] - a[0]) * (c[1] - a[1]) !== (b[1] - a[1]) * (c[0] - a[0]))
  .map(([a, b, c]): Geometry => ({ type: 'Polygon', coordinates: [[a, b, c, a]] }))
const line = fc
  .array(position, { minLength: 2, maxLength: 6 })
  .filter((positions) =>
    positions.every((one, i) => i === 0 || one[0] !== positions[i - 1]?.[0] || one[1] !== positions[i - 1]?.[1]),
  )
  .map((coordinates): Geometry => ({ type: 'LineString', coordinates }))
const point = position.map((coordinates): Geometry => ({ type: 'Point', coordinates }))

test('shape and box touch just where Turf says they intersect', () => {
  fc.assert(
    fc.property(fc.oneof(triangle, line, point), box, (geometry, tested) => {
      expect(touchesBox(geometry, tested)).toBe(booleanIntersects(geometry, asPolygon(tested)))
    }),
    { numRuns: 2000 },
  )
})

test('a hole is outside, its rim is not', () => {
  const outer = asPolygon([0, 0, 10, 10]).coordinates
  const ring: Polygon = { type: 'Polygon', coordinates: [...outer, ...asPolygon([2, 2, 8, 8]).coordinates] }
  expect(touchesBox(ring, [4, 4, 6, 6])).toBe(false)
  expect(touchesBox(ring, [4, 4, 8, 6])).toBe(true)
  expect(touchesBox(ring, [0.5, 0.5, 1, 1])).toBe(true)
})

test('a box over the 180th meridian is two', () => {
  const east: Geometry = { type: 'Point', coordinates: [179.5, 0] }
  const west: Geometry = { type: 'Point', coordinates: [-179.5, 0] }
  const middle: Geometry = { type: 'Point', coordinates: [0, 0] }
  expect([east, west, middle].map((geometry) => touchesBox(geometry, [179, -1, -179, 1]))).toEqual([true, true, false])
  expect(boxesTouch([179, -1, -179, 1], [-180, 0, -179.5, 1])).toBe(true)
  expect(boxesTouch([179, -1, -179, 1], [0, 0, 1, 1])).toBe(false)
})

test('a shape that does not touch the box has an envelope that may, never the other way round', () => {
  fc.assert(
    fc.property(line, box, (geometry, tested) => {
      if (geometry.type !== 'LineString') return
      const xs = geometry.coordinates.map(([x = 0]) => x)
      const ys = geometry.coordinates.map(([, y = 0]) => y)
      const envelope: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
      if (touchesBox(geometry, tested)) expect(boxesTouch(tested, envelope)).toBe(true)
    }),
  )
})
