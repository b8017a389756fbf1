import { beforeAll, expect, test } from 'vitest'
import { fromPlane, type PlanePoint } from '../../server/analysis/laea.ts'
import { loadOverlay, planeArea, type PlaneOverlay, type PlanePolygons } from '../../server/analysis/overlay.ts'
import { seaPart } from './sea-part.ts'

let plane: PlaneOverlay
beforeAll(async () => {
  plane = (await loadOverlay()).plane
})

const box = (west: number, south: number, east: number, north: number): PlanePoint[][] => [
  [
    [west * 1000, south * 1000],
    [east * 1000, south * 1000],
    [east * 1000, north * 1000],
    [west * 1000, north * 1000],
  ],
]

test('off a straight coast of 40 km, 400 km² are a strip 10 km wide, beside nobody else’s coast', () => {
  const zone: PlanePolygons = [box(-30, -20, 0, 20)]
  const land: PlanePolygons = [box(-90, -90, 0, 90)]
  const coast = [fromPlane([0, -20_000]), fromPlane([0, 20_000])]
  const sea = seaPart(coast, zone, land, 400e6, plane)
  expect(planeArea(sea) / 1e6).toBeCloseTo(400, 2)
  const points = sea.flat(2)
  expect(Math.max(...points.map(([x]) => x))).toBeCloseTo(10_000, -2)
  expect(Math.max(...points.map(([, y]) => y))).toBeLessThan(20_001)
  expect(Math.min(...points.map(([, y]) => y))).toBeGreaterThan(-20_001)
})

test('an island in it is left out and its area made up for further out', () => {
  const zone: PlanePolygons = [box(-30, -20, 0, 20)]
  const land: PlanePolygons = [box(-90, -90, 0, 90), box(3, -2, 7, 2)]
  const coast = [fromPlane([0, -20_000]), fromPlane([0, 20_000])]
  const sea = seaPart(coast, zone, land, 400e6, plane)
  expect(planeArea(sea) / 1e6).toBeCloseTo(400, 2)
  expect(sea[0]).toHaveLength(2)
})
