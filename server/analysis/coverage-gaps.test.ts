import { Compile } from 'typebox/compile'
import { beforeAll, describe, expect, test } from 'vitest'
import { CoverageGaps } from '../domain/coverage.ts'
import { line, rectangle, squarePeople, squareProvince, type Kilometers } from '../testing/coverage-fixture.ts'
import { corridorCoverage } from './corridor-coverage.ts'
import { coverageGaps } from './coverage-gaps.ts'
import { prepareGround, type CoverageGround } from './coverage-ground.ts'
import { toPlane } from './laea.ts'
import { loadOverlay, type PlaneOverlay } from './overlay.ts'

let plane: PlaneOverlay
let ground: CoverageGround
beforeAll(async () => {
  ;({ plane } = await loadOverlay())
  ground = prepareGround(squareProvince(), plane)
})

function gapsOf(...of: Parameters<typeof coverageGaps>): CoverageGaps {
  const answer = coverageGaps(...of)
  if ('problem' in answer) throw new Error(answer.problem.text_en)
  return answer
}

const middle: Kilometers[] = [
  [-30, 0],
  [30, 0],
]

describe('a corridor through the middle of a square province', () => {
  test('leaves two gaps, that with more people first', () => {
    const { gaps, total, rest } = gapsOf(ground, [line('a', middle)], 5000)
    expect(total).toEqual({ count: 2, areaHectares: expect.closeTo(120_000, 3), people: expect.closeTo(21_000, 4) })
    expect(rest).toMatchObject({ count: 0 })
    const [north, south] = gaps
    // Of each gap a row of communes is whole and a row is half: 1.5 × (2 × 1,000 + 2 × 4,000) in the north.
    expect(north).toMatchObject({ rank: 1, communeCount: 8, nearestLineId: 'a' })
    expect(north?.people).toBeCloseTo(15_000, 4)
    expect(north?.areaHectares).toBeCloseTo(60_000, 3)
    expect(south?.people).toBeCloseTo(6000, 4)
    expect(north?.districts).toMatchObject([
      { featureId: 'east', people: expect.closeTo(12_000, 4) },
      { featureId: 'west', people: expect.closeTo(3000, 4) },
    ])
    expect(north?.communes).toHaveLength(5)
    expect(
      north?.communes
        .slice(0, 2)
        .map(({ featureId }) => featureId)
        .toSorted(),
    ).toEqual(['3-2', '3-3'])
  })

  test('has its distance measured from where the people are', () => {
    const [north] = gapsOf(ground, [line('a', middle)], 5000).gaps
    // The middles of the half communes lie on the edge of the reach, so either row may stand for the people.
    const [x, y] = toPlane(north?.position ?? [0, 0])
    expect(y).toBeGreaterThan(5000 - 1)
    expect(x).toBeGreaterThan(0)
    expect(north?.distanceMeters).toBeCloseTo(y, -1)
  })

  test('knows how many are out of reach for certain', () => {
    const [north] = gapsOf(ground, [line('a', middle, 2)], 5000).gaps
    expect(north?.people).toBeCloseTo(15_000, 4)
    expect(north?.certainPeople).toBeCloseTo(15_000 - 2 * 1000, 4)
  })

  test('sums up what it does not list', () => {
    const { gaps, rest } = gapsOf(ground, [line('a', middle)], 5000, 1)
    expect(gaps).toHaveLength(1)
    expect(rest).toEqual({ count: 1, areaHectares: expect.closeTo(60_000, 3), people: expect.closeTo(6000, 4) })
  })
})

test('gaps and coverage together are the whole province', () => {
  const lines = [
    line(
      'a',
      [
        [-30, -8],
        [12, 7],
      ],
      1.2,
    ),
    line(
      'b',
      [
        [3, -30],
        [3, 30],
      ],
      0.4,
    ),
  ]
  const { total, gaps, rest } = gapsOf(ground, lines, 4000)
  const coverage = corridorCoverage(ground, lines, 4000)
  if ('problem' in coverage) throw new Error(coverage.problem.text_en)
  expect(total.people + coverage.whole.people.value).toBeCloseTo(squarePeople, 6)
  expect(total.areaHectares + coverage.whole.areaHectares.value).toBeCloseTo(160_000, 4)
  expect(gaps.reduce((sum, { people }) => sum + people, rest.people)).toBeCloseTo(total.people, 1)
})

test('where everything is reached there are no gaps', () => {
  const lines = [-12, 0, 12].map((y) =>
    line(`at ${y}`, [
      [-30, y],
      [30, y],
    ]),
  )
  expect(gapsOf(ground, lines, 10_000)).toMatchObject({
    total: { count: 0, areaHectares: 0, people: 0 },
    gaps: [],
    rest: { count: 0, areaHectares: 0, people: 0 },
  })
})

test('an island out of reach is a gap of its own, with its share of its commune’s people', () => {
  const { gaps } = gapsWithIsland([-20, -24, -10, -22])
  // 20 of 120 km².
  expect(gaps[0]).toMatchObject({ communeCount: 1, people: expect.closeTo(1000 / 6, 3) })
  const [, y] = toPlane(gaps[0]?.position ?? [0, 0])
  expect(y).toBeCloseTo(-23_000, 0)
})

test('an island far out is a gap without people', () => {
  const { gaps } = gapsWithIsland([-20, -40, -10, -39])
  expect(gaps).toMatchObject([{ people: 0, areaHectares: expect.closeTo(1000, 3), communeCount: 1 }])
})

function gapsWithIsland([west, south, east, north]: readonly [number, number, number, number]): CoverageGaps {
  const collections = squareProvince()
  const [commune] = collections.communes.features
  const [province] = collections.province.features
  const island = rectangle(west, south, east, north).coordinates
  const parts = [rectangle(-20, -20, -10, -10).coordinates, island]
  if (!commune || !province) throw new Error('the fixture has a commune and a province')
  commune.geometry = { type: 'MultiPolygon', coordinates: parts }
  province.geometry = { type: 'MultiPolygon', coordinates: [rectangle(-20, -20, 20, 20).coordinates, island] }
  return gapsOf(
    prepareGround(collections, plane),
    [
      line('a', [
        [-20, 0],
        [20, 0],
      ]),
    ],
    20_000,
  )
}

test('hundreds of gaps are summed up', () => {
  // A comb of strips, 3 km apart, 0.5 km to each side, crossed by another: some 170 squares.
  const comb = Array.from({ length: 13 }, (_, i) =>
    line(`x${i}`, [
      [3 * i - 18, -30],
      [3 * i - 18, 30],
    ]),
  )
  const crossed = Array.from({ length: 13 }, (_, i) =>
    line(`y${i}`, [
      [-30, 3 * i - 18],
      [30, 3 * i - 18],
    ]),
  )
  const { total, gaps, rest } = gapsOf(ground, [...comb, ...crossed], 500)
  expect(total.count).toBe(14 * 14)
  expect(gaps).toHaveLength(12)
  expect(gaps.reduce((sum, { people }) => sum + people, rest.people)).toBeCloseTo(total.people, 3)
  expect(total.areaHectares).toBeCloseTo((40 - 13) ** 2 * 100, 1)
})

test('the answer is what its schema promises', () => {
  expect([...Compile(CoverageGaps).Errors(gapsOf(ground, [line('a', middle, 1)], 5000))]).toEqual([])
})

test('what cannot be asked ends in a sentence', () => {
  expect(coverageGaps(ground, [], 5000)).toMatchObject({ problem: { code: 'no-line' } })
})
