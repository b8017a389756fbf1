import type { Polygon } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromPlane, ringAreaInPlane, toPlane, type PlanePoint } from './laea.ts'
import { ellipsoidAreaSquareMeters } from './measure.ts'
import { loadOverlay, planeArea, toPlanePolygons, type Overlay } from './overlay.ts'

let overlay: Overlay
beforeAll(async () => {
  overlay = await loadOverlay()
})

/** A rectangle in the plane, in kilometres. */
function rectangle(west: number, south: number, east: number, north: number): Polygon {
  const ring: PlanePoint[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring.map(([x, y]) => fromPlane([x * 1000, y * 1000]))] }
}

const squareKilometers = (geometry: Parameters<typeof ellipsoidAreaSquareMeters>[0]) =>
  ellipsoidAreaSquareMeters(geometry) / 1e6

describe('two squares of 4 × 4 km that overlap by 2 × 4 km', () => {
  const a = rectangle(0, 0, 4, 4)
  const b = rectangle(2, 0, 6, 4)

  test('together cover 24 km²', () => {
    expect(squareKilometers(overlay.union([a, b]))).toBeCloseTo(24, 4)
  })
  test('share 8 km²', () => {
    expect(squareKilometers(overlay.intersect(a, b))).toBeCloseTo(8, 4)
  })
  test('leave 8 km² of the first', () => {
    expect(squareKilometers(overlay.difference(a, b))).toBeCloseTo(8, 4)
  })
  test('the direction of the rings given does not matter', () => {
    const turned: Polygon = { type: 'Polygon', coordinates: [[...(b.coordinates[0] ?? [])].reverse()] }
    expect(squareKilometers(overlay.union([a, turned]))).toBeCloseTo(24, 4)
  })
})

test('nothing in common is null, not an empty polygon', () => {
  expect(overlay.intersect(rectangle(0, 0, 1, 1), rectangle(5, 5, 6, 6))).toBeNull()
  expect(overlay.difference(rectangle(0, 0, 1, 1), rectangle(-1, -1, 2, 2))).toBeNull()
  expect(overlay.union([])).toBeNull()
})

test('taking the middle out leaves a hole that runs clockwise, and an island in it stays', () => {
  const ring = overlay.difference(rectangle(0, 0, 9, 9), rectangle(3, 3, 6, 6))
  expect(ring?.type).toBe('Polygon')
  expect(squareKilometers(ring)).toBeCloseTo(72, 4)
  const [outer, hole] = ring?.type === 'Polygon' ? ring.coordinates : []
  expect(ringAreaInPlane((outer ?? []).map(toPlane))).toBeGreaterThan(0)
  expect(ringAreaInPlane((hole ?? []).map(toPlane))).toBeLessThan(0)
  const withIsland = overlay.union([ring as Polygon, rectangle(4, 4, 5, 5)])
  expect(withIsland?.type).toBe('MultiPolygon')
  expect(squareKilometers(withIsland)).toBeCloseTo(73, 4)
})

test('squares that share an edge become one without a seam', () => {
  const joined = overlay.union([rectangle(0, 0, 1, 1), rectangle(1, 0, 2, 1)])
  expect(joined?.type).toBe('Polygon')
  expect(squareKilometers(joined)).toBeCloseTo(2, 4)
})

describe('buffers', () => {
  test('1 km round a point is π km², less what the corners cut off', () => {
    const circle = overlay.buffer({ type: 'Point', coordinates: [105.7, 19.8] }, 1000)
    expect(squareKilometers(circle)).toBeLessThan(Math.PI)
    expect(squareKilometers(circle)).toBeGreaterThan(Math.PI * 0.995)
  })
  test('a finer arc comes closer to π', () => {
    const circle = overlay.buffer({ type: 'Point', coordinates: [105.7, 19.8] }, 1000, 0.01)
    expect(squareKilometers(circle)).toBeCloseTo(Math.PI, 3)
  })
  test('1 km round a line of 10 km is 20 km² and two half discs', () => {
    const line = { type: 'LineString' as const, coordinates: [fromPlane([0, 0]), fromPlane([10_000, 0])] }
    expect(squareKilometers(overlay.buffer(line, 1000, 0.01))).toBeCloseTo(20 + Math.PI, 3)
  })
  test('1 km round a square of 2 km is 4 + 8 + π km², and 500 m into it leaves 1 km²', () => {
    expect(squareKilometers(overlay.buffer(rectangle(0, 0, 2, 2), 1000, 0.01))).toBeCloseTo(12 + Math.PI, 3)
    expect(squareKilometers(overlay.buffer(rectangle(0, 0, 2, 2), -500))).toBeCloseTo(1, 4)
  })
  test('lines and areas of one collection are united', () => {
    const both = overlay.buffer(
      {
        type: 'GeometryCollection',
        geometries: [
          rectangle(0, 0, 2, 2),
          { type: 'LineString', coordinates: [fromPlane([0, 1000]), fromPlane([2000, 1000])] },
        ],
      },
      1000,
      0.01,
    )
    expect(squareKilometers(both)).toBeCloseTo(12 + Math.PI, 3)
  })
})

test('a thousand overlays in the plane give back what they borrowed', () => {
  const a = toPlanePolygons(rectangle(0, 0, 4, 4))
  const b = toPlanePolygons(rectangle(2, 0, 6, 4))
  for (let i = 0; i < 1000; i++) expect(planeArea(overlay.plane.intersect(a, b))).toBeCloseTo(8e6, -1)
})
