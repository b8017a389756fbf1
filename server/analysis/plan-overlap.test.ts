import type { FeatureCollection, Geometry, Polygon } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromPlane } from './laea.ts'
import { ellipsoidAreaHectares } from './measure.ts'
import { loadOverlay, type Overlay } from './overlay.ts'
import { planOverlap, type PlanGround } from './plan-overlap.ts'

let overlay: Overlay

beforeAll(async () => {
  overlay = await loadOverlay()
})

/** A square of the plane, its south-west corner and its side in metres. */
function square(x: number, y: number, side: number): Polygon {
  const corners = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ]
  return { type: 'Polygon', coordinates: [corners.map(fromPlane)] }
}

function ground(geometry: Geometry | null, uncertaintyMeters = 0): PlanGround {
  const properties = { id: 'a', name_vi: 'Khu A', name_en: 'Area A', uncertaintyMeters }
  const collection: FeatureCollection<Geometry | null, typeof properties> = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry }],
  }
  return { parks: collection }
}

describe('areas', () => {
  test('half of a square kilometre in a park is 50 hectares and half of it', () => {
    const { areaHectares, rows } = planOverlap([square(0, 0, 1000)], ground(square(500, 0, 1000)), overlay)
    expect(areaHectares).toBeCloseTo(100, 3)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.areaHectares?.value).toBeCloseTo(50, 3)
    expect(rows[0]?.areaShare?.value).toBeCloseTo(0.5, 5)
  })

  test('ground under two shapes counts once', () => {
    const twice = planOverlap([square(0, 0, 1000), square(0, 0, 1000)], ground(square(0, 0, 1000)), overlay)
    expect(twice.areaHectares).toBeCloseTo(100, 3)
    expect(twice.rows[0]?.areaHectares?.value).toBeCloseTo(100, 3)
  })

  test('the least and the most come from shrinking and growing the plan’s outline', () => {
    const { rows } = planOverlap([square(0, 0, 1000)], ground(square(500, 0, 1000), 100), overlay)
    // 400 m of width remain of 800 m of height; grown, 600 m of the whole height but its rounded corners.
    expect(rows[0]?.areaHectares?.low).toBeCloseTo(32, 2)
    expect(rows[0]?.areaHectares?.high).toBeCloseTo(60, 0)
  })

  test('agree with the area on the ellipsoid', () => {
    const shape = square(20_000, -30_000, 4000)
    const { areaHectares } = planOverlap([shape], ground(null), overlay)
    expect(Math.abs((areaHectares ?? 0) / ellipsoidAreaHectares(shape) - 1)).toBeLessThan(1e-5)
  })

  test('what only touches within the uncertainty is no overlap', () => {
    expect(planOverlap([square(0, 0, 1000)], ground(square(1050, 0, 1000), 100), overlay).rows).toEqual([])
  })
})

test('lines are measured inside, points counted', () => {
  const line: Geometry = { type: 'LineString', coordinates: [fromPlane([-500, 500]), fromPlane([500, 500])] }
  const point: Geometry = { type: 'Point', coordinates: fromPlane([100, 100]) }
  const { rows, lengthKilometers, pointCount } = planOverlap([line, point], ground(square(0, 0, 1000)), overlay)
  expect(lengthKilometers).toBeCloseTo(1, 4)
  expect(rows[0]?.lengthKilometers?.value).toBeCloseTo(0.5, 4)
  expect([rows[0]?.points?.value, pointCount]).toEqual([1, 1])
  expect(rows[0]?.areaHectares).toBeNull()
})

test('a point of the plan inside the shapes is named', () => {
  const inside = planOverlap([square(0, 0, 1000)], ground({ type: 'Point', coordinates: fromPlane([10, 10]) }), overlay)
  expect(inside.rows).toMatchObject([{ featureId: 'a', isPoint: true }])
})
