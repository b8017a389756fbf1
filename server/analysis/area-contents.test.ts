/** On squared paper (see `coverage-fixture.ts`), with answers worked out by hand. */
import type { LineString, Polygon } from 'geojson'
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { CollectionId, CollectionOf } from '../domain/collections.ts'
import type { AreaContents } from '../domain/contents.ts'
import {
  collectionOf,
  lineString,
  planFeature,
  point,
  polygon,
  rectangle,
  squareProvince,
} from '../testing/coverage-fixture.ts'
import { areaContents } from './area-contents.ts'
import { corridorCoverage } from './corridor-coverage.ts'
import {
  areaCollections,
  pointCollections,
  prepareGround,
  type CoverageGround,
  type GroundCollections,
} from './coverage-ground.ts'
import { toCoverageLines } from './coverage-lines.ts'
import { coverageOutlines } from './coverage-outlines.ts'
import { mostAreaVertices, type DrawnArea } from './drawn-area.ts'
import { prepareLines, type GroundLineKind } from './lines-inside.ts'
import { loadOverlay, type PlaneOverlay } from './overlay.ts'

// The province's real ground is prepared once, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

let plane: PlaneOverlay
let ground: CoverageGround
let lines: GroundLineKind[]

function road(id: string, geometry: LineString, uncertaintyKilometers: number) {
  const properties = { name_vi: id, name_en: id, uncertaintyMeters: uncertaintyKilometers * 1000 }
  return { id, geometry, properties }
}

beforeAll(async () => {
  ;({ plane } = await loadOverlay())
  ground = prepareGround(
    {
      ...squareProvince(),
      zones: collectionOf([planFeature<'zones'>('zone', rectangle(-5, -5, 5, 5))]),
      parks: collectionOf([
        planFeature<'parks'>('deep', rectangle(4, 4, 6, 6), 1, 'symbol'),
        planFeature<'parks'>('edge', rectangle(9, 4, 10, 5), 2, 'symbol'),
        planFeature<'parks'>('nowhere', null),
      ]),
      ports: collectionOf([
        planFeature<'ports'>('in', point(5, 5), 1),
        planFeature<'ports'>('out', point(13, 5), 1),
        planFeature<'ports'>('doubtful', point(10.5, 5), 1),
      ]),
    },
    plane,
  )
  lines = prepareLines({
    roads: {
      features: [road('across', lineString([-20, 5], [20, 5]), 0), road('beside', lineString([11, 0], [11, 10]), 2)],
    },
    railways: { features: [road('none', lineString([-20, -10], [20, -10]), 1)] },
  })
})

function ask(geometry: DrawnArea['geometry'], uncertaintyKilometers = 0): AreaContents {
  const answer = areaContents(ground, lines, { id: 'mine', geometry, uncertaintyMeters: uncertaintyKilometers * 1000 })
  if ('problem' in answer) throw new Error(answer.problem.text_en)
  return answer
}

function problemOf(geometry: unknown, uncertaintyMeters = 0) {
  const answer = areaContents(ground, lines, {
    id: 'mine',
    geometry: geometry as DrawnArea['geometry'],
    uncertaintyMeters,
  })
  if (!('problem' in answer)) throw new Error('it was answered')
  return answer.problem
}

describe('a square of 10 × 10 km that fits a commune', () => {
  // The commune 2-2 in the north-east, 4,000 people.
  const square = rectangle(0, 0, 10, 10)

  test('holds its 10,000 ha and its people, in one district', () => {
    const { whole, communes, districts, measure, beyondHectares } = ask(square)
    expect(whole.areaHectares.value).toBeCloseTo(10_000, 2)
    expect(whole.areaShare.value).toBeCloseTo(1 / 16, 6)
    expect(whole.people.value).toBeCloseTo(4000, 3)
    expect(beyondHectares).toBeLessThan(0.5)
    expect(communes).toMatchObject({ total: 16, full: { low: 1, value: 1, high: 1 }, none: { value: 15 } })
    expect(districts.map(({ reached }) => Math.round(reached.areaHectares.value))).toEqual([0, 10_000])
    expect(measure.ellipsoidArea?.areaHectares).toBeCloseTo(10_000, 0)
    // 28 km from the central meridian the grid's scale is 0.9999, so areas are some 2 ha in 10,000 smaller.
    expect(measure.gridArea?.areaHectares).toBeGreaterThan(9_996)
    expect(measure.gridArea?.areaHectares).toBeLessThan(9_999)
    expect(measure.perimeter?.lengthKilometers).toBeCloseTo(40, 1)
  })

  test('is at the least 1 km narrower and at the most 1 km wider all round, if its edge is 1 km off', () => {
    const { low, value, high } = ask(square, 1).whole.areaHectares
    expect(low).toBeCloseTo(6400, 1)
    expect(value).toBeCloseTo(10_000, 2)
    // 12 × 12 km with corners rounded to quarter circles of 1 km.
    expect(high).toBeGreaterThan(14_400 - (4 - Math.PI) * 100 - 1)
    expect(high).toBeLessThan(14_400 - (4 - Math.PI) * 100 + 0.1)
  })

  test('holds a quarter of a zone about its corner', () => {
    const [zones] = ask(square).areas
    expect(zones).toMatchObject({ collection: 'zones' })
    expect(zones?.inside.areaHectares.value).toBeCloseTo(2500, 2)
    expect(zones?.features[0]).toMatchObject({ extent: 'part', isCertain: true })
  })

  test('surely holds a footprint deep inside, and perhaps one at its edge', () => {
    const parks = ask(square).areas.find(({ collection }) => collection === 'parks')
    const [deep, edge] = parks?.features ?? []
    expect(deep).toMatchObject({ featureId: 'deep', extent: 'full', isCertain: true })
    expect(edge).toMatchObject({ featureId: 'edge', extent: 'full', isCertain: false })
    // Two kilometres off, nothing of it need lie inside.
    expect(edge?.inside.areaHectares.low).toBe(0)
  })

  test('tells points inside from those outside and those nobody can tell', () => {
    const ports = ask(square).points.find(({ collection }) => collection === 'ports')
    expect(ports).toMatchObject({ inside: 1, outside: 1, uncertain: 1, unplaced: 0 })
    const [inside, outside, doubtful] = ports?.features ?? []
    expect(inside).toMatchObject({ verdict: 'inside', outsideMeters: { value: 0 } })
    expect(outside?.outsideMeters?.value).toBeCloseTo(3000, 0)
    expect(outside?.outsideMeters?.low).toBeCloseTo(2000, 0)
    expect(doubtful).toMatchObject({ verdict: 'uncertain', isInside: false })
    const parks = ask(square).points.find(({ collection }) => collection === 'parks')
    expect(parks).toMatchObject({ unplaced: 1, features: [{ verdict: 'unplaced', isInside: null }] })
  })

  test('tells a point from inside, once the edge of the drawing is vague enough', () => {
    const verdict = (kilometers: number) =>
      ask(square, kilometers).points.find(({ collection }) => collection === 'ports')
    expect(verdict(3.9)?.features[0]?.verdict).toBe('inside')
    expect(verdict(4.1)?.features[0]?.verdict).toBe('uncertain')
  })

  test('has 10 km of a road across it, and perhaps some of one beside it', () => {
    const roads = ask(square).lines.find(({ collection }) => collection === 'roads')
    const [across, beside] = roads?.features ?? []
    expect(across?.totalKilometers).toBeCloseTo(40, 1)
    expect(across?.insideKilometers.low).toBeCloseTo(10, 2)
    expect(across?.insideKilometers.high).toBeCloseTo(10, 2)
    // Its true course is within 2 km: none of its ten kilometres for certain, all of them at the most.
    expect(beside?.insideKilometers).toMatchObject({ low: 0, value: 0 })
    expect(beside?.insideKilometers.high).toBeCloseTo(10, 1)
    expect(roads?.insideKilometers.value).toBeCloseTo(10, 2)
  })
})

test('half a commune gives half its people; sea and neighbours count as beyond', () => {
  const { whole, beyondHectares, communes } = ask(rectangle(15, 0, 25, 10))
  expect(whole.people.value).toBeCloseTo(2000, 2)
  expect(whole.areaHectares.value).toBeCloseTo(5000, 1)
  expect(beyondHectares).toBeCloseTo(5000, 0)
  expect(communes.part).toBe(1)
})

test('a hole is not inside', () => {
  const outer = rectangle(-20, -20, 20, 20).coordinates
  const hole = rectangle(-10, -10, 10, 10).coordinates
  const frame: Polygon = { type: 'Polygon', coordinates: [...outer, ...hole] }
  expect(ask(frame).whole.areaHectares.value).toBeCloseTo(120_000, 1)
  expect(ask(frame).points.find(({ collection }) => collection === 'ports')).toMatchObject({
    inside: 1,
    outside: 1,
    uncertain: 1,
  })
})

test('districts add up to the whole', () => {
  const { whole, districts } = ask(polygon([-13, -7], [11, -12], [6, 17]), 0.7)
  for (const level of ['low', 'value', 'high'] as const) {
    const sum = (of: (one: (typeof districts)[number]) => number) => districts.reduce((all, one) => all + of(one), 0)
    expect(sum(({ reached }) => reached.areaHectares[level])).toBeCloseTo(whole.areaHectares[level], 6)
    expect(sum(({ reached }) => reached.people[level])).toBeCloseTo(whole.people[level], 6)
  }
})

describe('what cannot be answered ends in a sentence', () => {
  test('a bow tie names the place where it crosses itself', () => {
    const problem = problemOf(polygon([0, 0], [10, 10], [10, 0], [0, 10]))
    expect(problem.code).toBe('self-crossing')
    expect(problem.text_en).toMatch(/crosses or touches itself at 20\.04\d*, 105\.29/)
    expect(problem.text_vi).toMatch(/tự cắt/)
  })
  test.each([
    ['bad-geometry', { type: 'LineString', coordinates: [] }],
    ['bad-geometry', { type: 'Polygon', coordinates: [] }],
    [
      'bad-geometry',
      {
        type: 'Polygon',
        coordinates: [
          [
            [105, 20],
            [105.1, 20],
            [105, 20],
          ],
        ],
      },
    ],
    [
      'bad-geometry',
      {
        type: 'Polygon',
        coordinates: [
          [
            [105, 20],
            [105.1, 20],
            [105.1, 20.1],
            [105, 20.1],
          ],
        ],
      },
    ],
    [
      'bad-position',
      {
        type: 'Polygon',
        coordinates: [
          [
            [105, 20],
            [105.1, Number.NaN],
            [105.1, 20.1],
            [105, 20],
          ],
        ],
      },
    ],
    [
      'far-away',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 20],
            [5.1, 20],
            [5.1, 20.1],
            [5, 20],
          ],
        ],
      },
    ],
    ['bad-geometry', null],
    ['bad-position', { type: 'MultiPolygon', coordinates: [[['x']]] }],
  ] as const)('%s', (code, geometry) => {
    expect(problemOf(geometry).code).toBe(code)
  })
  test('an area of no ground, of too many corners, of an impossible uncertainty', () => {
    const flat = problemOf({
      type: 'Polygon',
      coordinates: [
        [
          [105, 20],
          [105.1, 20],
          [105.2, 20],
          [105, 20],
        ],
      ],
    })
    expect(['no-area', 'self-crossing']).toContain(flat.code)
    const ring = Array.from({ length: mostAreaVertices + 1 }, (_, i) => [105 + i / 1e5, 20])
    expect(problemOf({ type: 'Polygon', coordinates: [ring] }).code).toBe('too-many-vertices')
    expect(problemOf(rectangle(0, 0, 1, 1), -1).code).toBe('bad-uncertainty')
  })
})

const dataFolder = new URL('../../data/geojson/', import.meta.url)

describe.skipIf(!existsSync(new URL('communes.geojson', dataFolder)))('on the data the atlas serves', () => {
  const read = <Id extends CollectionId>(id: Id) =>
    JSON.parse(readFileSync(new URL(`${id}.geojson`, dataFolder), 'utf8')) as CollectionOf<Id>

  test('the reach of the corridors, drawn as an area, holds what coverage says it reaches', () => {
    const ids = ['province', 'districts', 'communes', ...areaCollections, ...pointCollections] as const
    const real = prepareGround(
      Object.fromEntries(ids.map((id) => [id, read(id)])) as unknown as GroundCollections,
      plane,
    )
    const corridors = toCoverageLines(read('corridors').features)
    const coverage = corridorCoverage(real, corridors, 5000)
    const outlines = coverageOutlines(real, corridors, 5000)
    if ('problem' in coverage || 'problem' in outlines || !outlines.value) throw new Error('coverage was not answered')
    const kinds = prepareLines({ corridors: read('corridors'), roads: read('roads') })
    const contents = areaContents(real, kinds, { id: 'reach', geometry: outlines.value, uncertaintyMeters: 0 })
    if ('problem' in contents) throw new Error(contents.problem.text_en)
    // The outline is the reach on the province's land, back through degrees: the same to 0.01 %.
    const { whole } = contents
    expect(Math.abs(whole.areaHectares.value / coverage.whole.areaHectares.value - 1)).toBeLessThan(1e-4)
    expect(Math.abs(whole.people.value / coverage.whole.people.value - 1)).toBeLessThan(1e-4)
    for (const [i, { reached }] of contents.districts.entries()) {
      const expected = coverage.districts[i]?.reached.areaHectares.value ?? 0
      expect(Math.abs(reached.areaHectares.value - expected)).toBeLessThan(Math.max(1, expected * 1e-4))
    }
    // A corridor lies within its own reach, but for what runs over water or beyond the border (one does, for a fifth).
    const along = contents.lines.find(({ collection }) => collection === 'corridors')
    for (const line of along?.features ?? []) {
      expect(line.insideKilometers.value).toBeGreaterThan(0.8 * line.totalKilometers)
    }
  })
})
