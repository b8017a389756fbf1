import geographicLib from 'geographiclib-geodesic'
import type { Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { fromPlane } from './laea.ts'
import {
  densifyLine,
  ellipsoidAreaHectares,
  ellipsoidAreaSquareMeters,
  geodesicDistanceMeters,
  geodesicLengthMeters,
  gridAreaSquareMeters,
} from './measure.ts'

const geodesic = geographicLib.Geodesic.WGS84

/** An independent tool: Karney's PolygonArea. */
function oracleArea(ring: readonly Position[]): number {
  const polygon = geodesic.Polygon(false)
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(Number(latitude), Number(longitude))
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN)
}

function square(west: number, south: number, sideDegrees: number): Position[] {
  const [east, north] = [west + sideDegrees, south + sideDegrees]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function star(longitude: number, latitude: number, meters: number, points: number): Position[] {
  const ring: Position[] = []
  for (let i = 0; i < points; i++) {
    const { lat2, lon2 } = geodesic.Direct(latitude, longitude, (-360 * i) / points, i % 2 ? meters : meters * 0.6)
    ring.push([Number(lon2), Number(lat2)])
  }
  return [...ring, ring[0] as Position]
}

describe('area on the ellipsoid', () => {
  test.each([
    ['a field of 100 m', square(105.7, 19.8, 0.001)],
    ['a square with two corners on one parallel', square(105.25, 20, 0.03)],
    ['a commune of 5 km', square(105.7, 19.8, 0.045)],
    ['a district of 20 km', square(105.1, 20.1, 0.18)],
    ['a province of 100 km', square(104.9, 19.4, 0.9)],
    ['a star with sides of 50 km', star(105.25, 20, 90_000, 9)],
    ['a coastline-like star with 400 corners', star(105.25, 20, 60_000, 400)],
  ])('%s agrees with GeographicLib to 0.1 ppm', (_, ring) => {
    const wanted = oracleArea(ring)
    const got = ellipsoidAreaSquareMeters({ type: 'Polygon', coordinates: [ring] })
    expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-7)
  })

  test('a square kilometre of the equal-area plane is 100 hectares', () => {
    const ring = [
      [60_000, -70_000],
      [61_000, -70_000],
      [61_000, -69_000],
      [60_000, -69_000],
      [60_000, -70_000],
    ].map(fromPlane)
    expect(ellipsoidAreaHectares({ type: 'Polygon', coordinates: [ring] })).toBeCloseTo(100, 4)
  })

  test('a hole is taken out, two parts add up, the direction of a ring does not matter', () => {
    const outer = square(105, 20, 0.1)
    const hole = square(105.02, 20.02, 0.01)
    const far = square(105.5, 20, 0.1)
    const area = (ring: Position[]) => ellipsoidAreaSquareMeters({ type: 'Polygon', coordinates: [ring] })
    expect(ellipsoidAreaSquareMeters({ type: 'Polygon', coordinates: [outer, hole] })).toBe(area(outer) - area(hole))
    expect(ellipsoidAreaSquareMeters({ type: 'MultiPolygon', coordinates: [[outer, hole], [far]] })).toBe(
      area(outer) - area(hole) + area(far),
    )
    expect(area([...outer].reverse())).toBeCloseTo(area(outer), 3)
  })

  test('points and lines have none', () => {
    expect(ellipsoidAreaSquareMeters({ type: 'Point', coordinates: [105, 20] })).toBe(0)
    expect(ellipsoidAreaSquareMeters({ type: 'LineString', coordinates: square(105, 20, 1) })).toBe(0)
    expect(ellipsoidAreaSquareMeters(null)).toBe(0)
  })

  test('a ring across the 180th meridian is not the rest of the world', () => {
    const ring = square(179.5, 10, 1).map(([x, y]) => [Number(x) > 180 ? Number(x) - 360 : Number(x), Number(y)])
    const same = square(100, 10, 1)
    const area = (coordinates: Position[]) => ellipsoidAreaSquareMeters({ type: 'Polygon', coordinates: [coordinates] })
    expect(area(ring) / area(same)).toBeCloseTo(1, 9)
  })
})

describe('area on the cadastral grid', () => {
  // The VN-2000 ellipsoid lies some 27 m lower here, which is worth 8 ppm of area.
  test('on the central meridian it is 0.2 ‰ smaller than on the ellipsoid, as 0.9999² says', () => {
    const field = { type: 'Polygon' as const, coordinates: [square(104.9995, 19.8, 0.001)] }
    expect(gridAreaSquareMeters(field) / ellipsoidAreaSquareMeters(field)).toBeCloseTo(0.9999 ** 2, 4)
  })

  test('80 km east of the meridian it is about the ellipsoid’s: the scale has grown back', () => {
    const field = { type: 'Polygon' as const, coordinates: [square(105.776, 19.807, 0.001)] }
    const scale = 0.9999 * (1 + (81_000 / 6_370_000) ** 2 / 2)
    expect(gridAreaSquareMeters(field) / ellipsoidAreaSquareMeters(field)).toBeCloseTo(scale ** 2, 4)
  })
})

describe('length', () => {
  test('a minute of the meridian at 20° north is 1,845 m', () => {
    expect(geodesicDistanceMeters([105, 20], [105, 20 + 1 / 60])).toBeCloseTo(1845.06, 0)
  })

  test('the length of a line is the sum of its pieces, of a polygon the sum of its boundaries', () => {
    const [a, b, c] = [
      [105, 20],
      [105.1, 20],
      [105.1, 20.1],
    ] as const
    const ab = geodesicDistanceMeters([...a], [...b])
    const bc = geodesicDistanceMeters([...b], [...c])
    expect(geodesicLengthMeters({ type: 'LineString', coordinates: [[...a], [...b], [...c]] })).toBe(ab + bc)
    expect(
      geodesicLengthMeters({
        type: 'MultiLineString',
        coordinates: [
          [[...a], [...b]],
          [[...b], [...c]],
        ],
      }),
    ).toBe(ab + bc)
  })

  test('densifying changes neither ends nor length and leaves no longer piece', () => {
    const line = [
      [104.5, 19.5],
      [106, 20.5],
    ]
    const dense = densifyLine(line, 3000)
    const whole = geodesicDistanceMeters(line[0] as Position, line[1] as Position)
    expect(dense[0]).toEqual(line[0])
    expect(dense.at(-1)).toEqual(line[1])
    expect(dense).toHaveLength(Math.ceil(whole / 3000) + 1)
    expect(geodesicLengthMeters({ type: 'LineString', coordinates: dense })).toBeCloseTo(whole, 4)
  })
})
