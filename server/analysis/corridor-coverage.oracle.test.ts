/**
 * Coverage held against other ways of working it out: geodesics and GeographicLib's areas instead of the
 * equal-area plane, discs and strips in EPSG:5897 instead of Clipper's offsetting, and Clipper's
 * intersections instead of the sweep; on the data the atlas serves.
 */
import geographicLib from 'geographiclib-geodesic'
import type { Feature, Geometry, LineString, MultiLineString, Position } from 'geojson'
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CollectionOf } from '../domain/collections.ts'
import type { Coverage } from '../domain/coverage.ts'
import { rectangle, squareProvince } from '../testing/coverage-fixture.ts'
import { corridorCoverage } from './corridor-coverage.ts'
import { coverageGaps } from './coverage-gaps.ts'
import {
  areaCollections,
  pointCollections,
  prepareGround,
  type CoverageGround,
  type GroundCollections,
} from './coverage-ground.ts'
import { toCoverageLines, type CoverageLine } from './coverage-lines.ts'
import { coverageOutlines } from './coverage-outlines.ts'
import { densifyLine, ellipsoidAreaHectares, geodesicDistanceMeters } from './measure.ts'
import { loadOverlay, planeArea, toPlanePolygons, type PlaneOverlay, type PlanePolygons } from './overlay.ts'
import { fromVn2000, toVn2000 } from './vn2000.ts'

const geodesic = geographicLib.Geodesic.WGS84
const dataFolder = new URL('../../data/geojson/', import.meta.url)

let plane: PlaneOverlay
let wideGround: CoverageGround
beforeAll(async () => {
  ;({ plane } = await loadOverlay())
  // One commune of 400 × 400 km: whatever a line reaches is on it.
  const collections = squareProvince()
  const [commune] = collections.communes.features
  const [province] = collections.province.features
  if (!commune || !province) throw new Error('the fixture has a commune and a province')
  commune.geometry = rectangle(-200, -200, 200, 200)
  province.geometry = commune.geometry
  collections.communes.features = [commune]
  wideGround = prepareGround(collections, plane)
})

function coverageOf(ground: CoverageGround, lines: readonly CoverageLine[], bufferMeters: number): Coverage {
  const answer = corridorCoverage(ground, lines, bufferMeters)
  if ('problem' in answer) throw new Error(answer.problem.text_en)
  return answer
}

function walk([longitude = 0, latitude = 0]: Position, azimuth: number, meters: number): Position {
  const { lon2, lat2 } = geodesic.Direct(latitude, longitude, azimuth, meters)
  return [Number(lon2), Number(lat2)]
}

/** Karney's PolygonArea, in hectares. */
function oracleHectares(rings: readonly (readonly Position[])[]): number {
  const areas = rings.map((ring) => {
    const polygon = geodesic.Polygon(false)
    for (const [longitude, latitude] of ring) polygon.AddPoint(Number(latitude), Number(longitude))
    return Math.abs(polygon.Compute(false, true).area ?? Number.NaN) / 10_000
  })
  return areas.reduce((sum, area, i) => (i === 0 ? area : sum - area), 0)
}

describe('a geodesic of 100 km, against the polygon of the points beside it', () => {
  test.each([500, 5000, 30_000])('at %i m the reach is true to 0.1 ‰', (bufferMeters) => {
    const [from, azimuth] = [[104.9, 19.6], 52]
    const line = geodesic.DirectLine(Number(from[1]), Number(from[0]), azimuth, 100_000)
    const along = Array.from({ length: 201 }, (_, i) => line.Position(i * 500))
    const at = (i: number, turn: number) => {
      const { lon2, lat2, azi2 } = along[i] ?? {}
      return walk([Number(lon2), Number(lat2)], Number(azi2) + turn, bufferMeters)
    }
    const cap = Array.from({ length: 721 }, (_, i) => i / 4)
    const ring = [
      ...along.map((_, i) => at(i, 90)).toReversed(),
      ...cap.map((degrees) => at(0, 90 + degrees)),
      ...along.map((_, i) => at(i, -90)),
      ...cap.map((degrees) => at(200, -90 + degrees)),
    ]
    const to = along[200]
    const geometry: LineString = { type: 'LineString', coordinates: [from, [Number(to?.lon2), Number(to?.lat2)]] }
    const { whole } = coverageOf(wideGround, [{ id: 'a', geometry, uncertaintyMeters: 0 }], bufferMeters)
    expect(Math.abs(whole.areaHectares.value / oracleHectares([ring]) - 1)).toBeLessThan(1e-4)
  })
})

/**
 * Ground within a distance of a line, in the plane of EPSG:5897: geodesic discs about its corners and
 * geodesic strips along its edges, united.
 */
function reachInGrid(lines: readonly (readonly Position[])[], bufferMeters: number): PlanePolygons {
  const toGrid = (ring: readonly Position[]): PlanePolygons[number] => [
    ring.map((position) => toVn2000('EPSG:5897', position)),
  ]
  const discs = lines.flat().map((corner) => Array.from({ length: 360 }, (_, i) => walk(corner, -i, bufferMeters)))
  const strips = lines.flatMap((line) =>
    densifyLine(line, 5000).flatMap((to, i, dense) => {
      const from = dense[i - 1]
      if (!from) return []
      const { azi1 = 0, azi2 = 0 } = geodesic.Inverse(Number(from[1]), Number(from[0]), Number(to[1]), Number(to[0]))
      const corners: [Position, number][] = [
        [from, azi1 + 90],
        [to, azi2 + 90],
        [to, azi2 - 90],
        [from, azi1 - 90],
      ]
      return [corners.map(([corner, azimuth]) => walk(corner, azimuth, bufferMeters))]
    }),
  )
  return plane.union([...discs, ...strips].map(toGrid))
}

function gridHectares(polygons: PlanePolygons): number {
  return polygons
    .map((rings) => oracleHectares(rings.map((ring) => ring.map((corner) => fromVn2000('EPSG:5897', corner)))))
    .reduce((sum, hectares) => sum + hectares, 0)
}

function areaInGrid(geometry: Geometry | null): PlanePolygons {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return []
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((rings) =>
    rings.map((ring) =>
      densifyLine(ring, 5000)
        .slice(1)
        .map((position) => toVn2000('EPSG:5897', position)),
    ),
  )
}

function linesOf(geometry: LineString | MultiLineString): Position[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
}

describe.runIf(existsSync(new URL('communes.geojson', dataFolder)))('on the data the atlas serves', () => {
  let collections: GroundCollections
  let ground: CoverageGround
  let lines: CoverageLine[]
  beforeAll(() => {
    const read = (id: string): unknown => JSON.parse(readFileSync(new URL(`${id}.geojson`, dataFolder), 'utf8'))
    const ids = ['province', 'districts', 'communes', ...areaCollections, ...pointCollections]
    collections = Object.fromEntries(ids.map((id) => [id, read(id)])) as unknown as GroundCollections
    ground = prepareGround(collections, plane)
    lines = toCoverageLines((read('corridors') as CollectionOf<'corridors'>).features)
  })

  test('the communes hold the 3,640,128 people of the census, and their ground is the province’s', () => {
    const { whole } = coverageOf(ground, lines, 5000)
    expect(whole.totalPeople).toBe(3_640_128)
    const province = collections.province.features.reduce(
      (sum, { geometry }) => sum + ellipsoidAreaHectares(geometry),
      0,
    )
    expect(Math.abs(whole.totalHectares / province - 1)).toBeLessThan(1e-6)
  })

  test.each([5000, 12_000])(
    'the reach of each corridor at %i m is that of discs and strips in EPSG:5897, to 0.1 ‰',
    (bufferMeters) => {
      for (const line of lines) {
        const { whole } = coverageOf(wideGround, [{ ...line, uncertaintyMeters: 0 }], bufferMeters)
        const wanted = gridHectares(reachInGrid(linesOf(line.geometry), bufferMeters))
        expect(Math.abs(whole.areaHectares.value / wanted - 1), line.id).toBeLessThan(1e-4)
      }
    },
  )

  test('all corridors together on the province’s land are those in EPSG:5897, to 0.1 ‰', () => {
    const reach = reachInGrid(
      lines.flatMap(({ geometry }) => linesOf(geometry)),
      5000,
    )
    const land = plane.union(collections.province.features.flatMap(({ geometry }) => areaInGrid(geometry)))
    const wanted = gridHectares(plane.intersect(reach, land))
    expect(Math.abs(coverageOf(ground, lines, 5000).whole.areaHectares.value / wanted - 1)).toBeLessThan(1e-4)
  })

  test('each commune, district, zone and park has the ground that Clipper finds in it, to its millimetres', () => {
    const { communes, districts, areas } = coverageOf(ground, lines, 5000)
    const outlines = coverageOutlines(ground, lines, 5000)
    if ('problem' in outlines) throw new Error(outlines.problem.text_en)
    const reach = outlines.value ? toPlanePolygons(outlines.value) : []
    const found = (feature: Pick<Feature<Geometry | null>, 'geometry'> | undefined) =>
      feature?.geometry ? planeArea(plane.intersect(toPlanePolygons(feature.geometry), reach)) / 10_000 : 0
    for (const [i, commune] of communes.features.entries()) {
      const whole = ground.communes[i]?.squareMeters ?? 0
      expect(
        Math.abs((commune.areaShare.value * whole) / 10_000 - found(collections.communes.features[i])),
        commune.featureId,
      ).toBeLessThan(0.01)
    }
    for (const [i, { featureId, reached }] of districts.entries()) {
      expect(Math.abs(reached.areaHectares.value - found(collections.districts.features[i])), featureId).toBeLessThan(
        0.1,
      )
    }
    // The outline ends at the coast, so only what lies on land can be compared.
    const centres = areas.find(({ collection }) => collection === 'centres')
    for (const { featureId, reached } of centres?.features ?? []) {
      const feature = collections.centres?.features.find(({ id }) => id === featureId)
      expect(Math.abs(reached.areaHectares.value - found(feature)), featureId).toBeLessThan(0.1)
    }
  })

  test('districts add up to the whole, gaps and cover to the province', () => {
    const { whole, districts } = coverageOf(ground, lines, 5000)
    const gaps = coverageGaps(ground, lines, 5000)
    if ('problem' in gaps) throw new Error(gaps.problem.text_en)
    for (const level of ['low', 'value', 'high'] as const) {
      const sum = districts.reduce((total, { reached }) => total + reached.areaHectares[level], 0)
      expect(sum).toBeCloseTo(whole.areaHectares[level], 6)
    }
    expect(gaps.total.people + whole.people.value).toBeCloseTo(whole.totalPeople, 4)
    expect(gaps.total.areaHectares + whole.areaHectares.value).toBeCloseTo(whole.totalHectares, 4)
    const listed = gaps.gaps.reduce((sum, { areaHectares }) => sum + areaHectares, gaps.rest.areaHectares)
    expect(listed).toBeCloseTo(gaps.total.areaHectares, 0)
  })

  test('points are as far from their nearest corridor as GeographicLib says, to a metre', () => {
    const { points } = coverageOf(ground, lines, 5000)
    for (const { collection, features } of points) {
      const positions = new Map(
        (collections[collection as 'ports']?.features ?? []).map(({ id, geometry }) => [id, geometry]),
      )
      for (const { featureId, distanceMeters } of features) {
        const geometry = positions.get(featureId)
        if (geometry?.type !== 'Point' || !distanceMeters) continue
        // A corner every ten metres: the foot of the perpendicular lies within five of one.
        const wanted = Math.min(
          ...lines.flatMap((line) => linesOf(line.geometry).map((part) => nearestCorner(geometry.coordinates, part))),
        )
        expect(distanceMeters.value, featureId).toBeLessThanOrEqual(wanted + 0.01)
        expect(wanted - distanceMeters.value, featureId).toBeLessThan(
          Math.min(5, 25 / (2 * Math.max(distanceMeters.value, 1)) + 1),
        )
      }
    }
  })

  test('what is borrowed from the overlay is given back', () => {
    const askOften = (from: number) => {
      for (let i = 0; i < 30; i++) coverageOf(ground, lines, from + i)
      return process.memoryUsage().external
    }
    // Kept, the outlines of 30 steps would be some 20 MB more.
    const before = askOften(5000)
    expect(askOften(6000) - before).toBeLessThan(8e6)
  }, 30_000)
})

/** Of a line with a corner every ten metres. Far stretches are looked at only as far as needed. */
function nearestCorner(position: Position, part: readonly Position[]): number {
  const [longitude = 0, latitude = 0] = position
  const roughly = ([x = 0, y = 0]: Position) => Math.hypot((x - longitude) * 0.94, y - latitude)
  let nearest = Infinity
  const least = Math.min(...part.map(roughly))
  for (let i = 1; i < part.length; i++) {
    const [from, to] = [part[i - 1], part[i]]
    if (!from || !to) continue
    const reach = Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0))
    if (Math.min(roughly(from), roughly(to)) > least * 1.02 + reach) continue
    for (const corner of densifyLine([from, to], 10))
      nearest = Math.min(nearest, geodesicDistanceMeters(position, corner))
  }
  return nearest
}
