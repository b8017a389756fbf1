import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { beforeAll, describe, expect, test } from 'vitest'
import { Coverage, type Range } from '../domain/coverage.ts'
import {
  branched,
  collectionOf,
  line,
  planFeature,
  point,
  rectangle,
  squarePeople,
  squareProvince,
  type Kilometers,
} from '../testing/coverage-fixture.ts'
import { corridorCoverage } from './corridor-coverage.ts'
import { prepareGround, withOwnShapes, type CoverageGround } from './coverage-ground.ts'
import type { CoverageLine } from './coverage-lines.ts'
import { loadOverlay, type PlaneOverlay } from './overlay.ts'

let plane: PlaneOverlay
let ground: CoverageGround
beforeAll(async () => {
  ;({ plane } = await loadOverlay())
  ground = prepareGround(squareProvince(), plane)
})

function coverageOf(lines: readonly CoverageLine[], bufferMeters = 5000, on = ground): Coverage {
  const answer = corridorCoverage(on, lines, bufferMeters)
  if ('problem' in answer) throw new Error(answer.problem.text_en)
  return answer
}

const hectaresPerSquareKilometer = 100
const middle: Kilometers[] = [
  [-30, 0],
  [30, 0],
]

describe('an outline of a reader’s own', () => {
  test('counts in the place of a drawn shape, by itself, and as certain as a corridor’s reach is', () => {
    const drawn = {
      ...squareProvince(),
      parks: collectionOf([
        planFeature<'parks'>('mine', rectangle(-1, -1, 1, 1), 3, 'symbol'),
        planFeature<'parks'>('theirs', rectangle(5, 4, 6, 6), 3, 'symbol'),
      ]),
    }
    const before = prepareGround(drawn, plane)
    const after = withOwnShapes(before, drawn, [
      { collection: 'parks', id: 'mine', geometry: rectangle(0, 3, 10, 7) },
      { collection: 'zones', id: 'theirs', geometry: rectangle(0, 0, 1, 1) },
    ])
    const parksOn = (on: CoverageGround) => coverageOf([line('a', middle)], 5000, on).areas[0]?.features ?? []
    expect(parksOn(before)[0]?.reached).toMatchObject({ areaHectares: { value: expect.closeTo(400, 6) } })
    // Two of its four kilometres lie within five of the line; nothing is known about how far it may be off.
    expect(parksOn(after)[0]?.reached.totalHectares).toBeCloseTo(4000, 3)
    expect(parksOn(after)[0]?.reached.areaHectares).toEqual({
      low: expect.closeTo(2000, 3),
      value: expect.closeTo(2000, 3),
      high: expect.closeTo(2000, 3),
    })
    expect(parksOn(after)[1]).toEqual(parksOn(before)[1])
    expect(coverageOf([line('a', middle)], 5000, after).whole).toEqual(
      coverageOf([line('a', middle)], 5000, before).whole,
    )
  })
})

describe('a straight corridor over a square province', () => {
  test('of 20 km, wholly inside, covers a rectangle and two half discs', () => {
    const { whole } = coverageOf([
      line('a', [
        [-10, 0],
        [10, 0],
      ]),
    ])
    const wanted = 20 * 10 + Math.PI * 25
    // The discs are made of 157 edges, which cuts 0.27 ‰ off them.
    expect(whole.areaHectares.value / hectaresPerSquareKilometer).toBeGreaterThan(wanted - Math.PI * 25 * 3e-4)
    expect(whole.areaHectares.value / hectaresPerSquareKilometer).toBeLessThan(wanted)
    expect(whole.totalHectares).toBeCloseTo(160_000, 3)
    expect(whole.areaShare.value).toBeCloseTo(wanted / 1600, 4)
  })

  test('from side to side covers a strip, half of eight communes and half their people', () => {
    const { whole, communes } = coverageOf([line('a', middle)])
    expect(whole.areaHectares.value).toBeCloseTo(40_000, 3)
    expect(whole.people.value).toBeCloseTo(8 * 500 + 2 * 1500, 6)
    expect(whole.peopleShare?.value).toBeCloseTo(7000 / squarePeople, 9)
    expect(communes).toMatchObject({ total: 16, part: 8, withoutPopulation: 0 })
    expect(communes.none.value).toBe(8)
    expect(communes.full.value).toBe(0)
    expect(communes.features.find(({ featureId }) => featureId === '1-0')).toMatchObject({
      districtId: 'west',
      extent: 'part',
      areaShare: { value: expect.closeTo(0.5, 6) },
      people: { value: expect.closeTo(500, 4) },
    })
  })

  test('along the edge of the province counts only the side on land', () => {
    const { whole } = coverageOf([
      line('a', [
        [-30, 20],
        [30, 20],
      ]),
    ])
    expect(whole.areaHectares.value).toBeCloseTo(20_000, 3)
  })

  test('of 10 km reach makes communes full', () => {
    const { communes } = coverageOf([line('a', middle)], 10_000)
    expect(communes.full.value).toBe(8)
    expect(communes.none.value).toBe(8)
    expect(communes.part).toBe(0)
  })

  test('beyond the province covers nothing', () => {
    const { whole, districts } = coverageOf([
      line('a', [
        [-30, 60],
        [30, 60],
      ]),
    ])
    expect(whole.areaHectares).toEqual({ low: 0, value: 0, high: 0 })
    expect(whole.people).toEqual({ low: 0, value: 0, high: 0 })
    expect(districts.map(({ reached }) => reached.areaShare.value)).toEqual([0, 0])
  })
})

describe('how sure', () => {
  test('a corridor 2 km uncertain covers a strip of 6 to 14 km', () => {
    const { whole } = coverageOf([line('a', middle, 2)])
    expect(whole.areaHectares.low).toBeCloseTo(6 * 40 * hectaresPerSquareKilometer, 3)
    expect(whole.areaHectares.value).toBeCloseTo(10 * 40 * hectaresPerSquareKilometer, 3)
    expect(whole.areaHectares.high).toBeCloseTo(14 * 40 * hectaresPerSquareKilometer, 3)
    expect(whole.people.low).toBeCloseTo(7000 * 0.6, 6)
    expect(whole.people.high).toBeCloseTo(7000 * 1.4, 6)
  })

  test('one more uncertain than its reach may cover nothing', () => {
    const { whole, communes } = coverageOf([line('a', middle, 6)])
    expect(whole.areaShare.low).toBe(0)
    expect(communes.none).toEqual({ low: 0, value: 8, high: 16 })
  })

  test('each line has its own uncertainty', () => {
    const sure = line('sure', [
      [-30, 10],
      [30, 10],
    ])
    const vague = line(
      'vague',
      [
        [-30, -10],
        [30, -10],
      ],
      3,
    )
    const { whole, lines } = coverageOf([sure, vague])
    expect(whole.areaHectares.low).toBeCloseTo((10 + 4) * 4000, 3)
    expect(whole.areaHectares.high).toBeCloseTo((10 + 16) * 4000, 3)
    expect(lines.map(({ uncertaintyMeters }) => uncertaintyMeters)).toEqual([0, 3000])
  })
})

describe('several corridors', () => {
  test('two identical corridors cover what one covers, and neither covers anything alone', () => {
    const one = coverageOf([line('a', middle, 1)])
    const two = coverageOf([line('a', middle, 1), line('b', middle, 1)])
    expect(two.whole).toEqual(one.whole)
    expect(two.communes).toEqual(one.communes)
    expect(two.districts).toEqual(one.districts)
    for (const { alone, only } of two.lines) {
      expect(alone).toEqual(one.lines[0]?.alone)
      expect(only.areaHectares).toMatchObject({ low: 0, value: 0 })
      // Each may be the only one 4 to 6 km off, should the other run on the far side.
      expect(only.areaHectares.high).toBeCloseTo((12 - 8) * 4000, 3)
    }
  })

  test('ground under two reaches counts once, and belongs to neither alone', () => {
    // Strips from -8 to 2 km and from -2 to 8 km.
    const { whole, lines } = coverageOf([
      line('south', [
        [-30, -3],
        [30, -3],
      ]),
      line('north', [
        [-30, 3],
        [30, 3],
      ]),
    ])
    expect(whole.areaHectares.value).toBeCloseTo(16 * 4000, 3)
    expect(lines.map(({ alone }) => alone.areaHectares.value / 4000)).toEqual([
      expect.closeTo(10, 6),
      expect.closeTo(10, 6),
    ])
    expect(lines.map(({ only }) => only.areaHectares.value / 4000)).toEqual([
      expect.closeTo(6, 6),
      expect.closeTo(6, 6),
    ])
    // North of the middle: 2 km of two reaches, 6 km of one; 2,000 + 6,000 people in ten of them.
    expect(lines[1]?.only.people.value).toBeCloseTo((10_000 * 6) / 10, 4)
  })

  test('what only one reaches is least when it is at its worst and the other at its best', () => {
    const { lines } = coverageOf([
      line(
        'south',
        [
          [-30, -3],
          [30, -3],
        ],
        1,
      ),
      line(
        'north',
        [
          [-30, 3],
          [30, 3],
        ],
        1,
      ),
    ])
    const [south] = lines
    // South reaches -7…1 at its least and -9…3 at its most, north -1…7 and -3…9.
    expect((south?.only.areaHectares.low ?? 0) / 4000).toBeCloseTo(7 - 3, 6)
    expect((south?.only.areaHectares.value ?? 0) / 4000).toBeCloseTo(6, 6)
    expect((south?.only.areaHectares.high ?? 0) / 4000).toBeCloseTo(9 - 1, 6)
  })

  test('the branches of one corridor are one reach', () => {
    const { whole, lines } = coverageOf([
      branched('y', middle, [
        [0, -30],
        [0, 30],
      ]),
    ])
    expect(whole.areaHectares.value).toBeCloseTo((2 * 10 * 40 - 10 * 10) * hectaresPerSquareKilometer, 3)
    expect(lines[0]?.only).toEqual(lines[0]?.alone)
  })

  test('the order of the lines does not matter', () => {
    const a = line(
      'a',
      [
        [-30, -8],
        [12, 7],
      ],
      1.2,
    )
    const b = line(
      'b',
      [
        [3, -30],
        [3, 30],
      ],
      0.4,
    )
    const [one, other] = [coverageOf([a, b]), coverageOf([b, a])]
    expect(one.whole.areaHectares.value).toBeCloseTo(other.whole.areaHectares.value, 6)
    expect(one.lines[0]?.only.areaHectares.value).toBeCloseTo(other.lines[1]?.only.areaHectares.value ?? 0, 6)
  })
})

test('full cover reaches everybody, exactly', () => {
  const { whole, communes, districts } = coverageOf(
    [
      line('a', middle),
      line('b', [
        [0, -20],
        [0, 20],
      ]),
    ],
    30_000,
  )
  expect(whole.areaShare).toEqual({ low: 1, value: 1, high: 1 })
  expect(whole.people.value).toBe(squarePeople)
  expect(whole.areaHectares.value).toBe(whole.totalHectares)
  expect(communes.full).toEqual({ low: 16, value: 16, high: 16 })
  expect(districts.map(({ reached }) => reached.people.value)).toEqual([8000, 8000 + 12_000])
})

test('a commune whose people nobody has counted adds ground and no people, and is mentioned', () => {
  const collections = squareProvince()
  for (const commune of collections.communes.features.slice(0, 3)) commune.properties.population2019 = null
  const { whole, communes } = coverageOf([line('a', middle)], 30_000, prepareGround(collections, plane))
  expect(communes.withoutPopulation).toBe(3)
  expect(whole.totalPeople).toBe(squarePeople - 3000)
  expect(whole.areaShare.value).toBe(1)
})

test('a commune of a district nobody knows is refused', () => {
  const collections = squareProvince()
  const [commune] = collections.communes.features
  if (commune) commune.properties.districtId = 'north'
  expect(() => prepareGround(collections, plane)).toThrow(
    'communes.geojson: 0-0 districtId must be a district, got "north"',
  )
})

describe('areas', () => {
  const withAreas = () =>
    prepareGround(
      {
        ...squareProvince(),
        zones: collectionOf([
          planFeature<'zones'>('half', rectangle(-2, 0, 2, 10)),
          planFeature<'zones'>('at-sea', rectangle(18, -2, 22, 2)),
          planFeature<'zones'>('gate', point(-15, 1), 0.5, 'symbol'),
        ]),
        parks: collectionOf([
          planFeature<'parks'>('near', rectangle(-1, -1, 1, 1), 2, 'symbol'),
          planFeature<'parks'>('edge', rectangle(-1, 3, 1, 5), 1, 'symbol'),
          planFeature<'parks'>('far', rectangle(9, 17, 11, 19), 3, 'symbol'),
          planFeature<'parks'>('nowhere', null),
        ]),
      },
      plane,
    )

  test('have the share that lies within reach, over water too', () => {
    const { areas } = coverageOf([line('a', middle)], 5000, withAreas())
    const zones = areas.find(({ collection }) => collection === 'zones')
    expect(zones?.features.map(({ featureId, extent }) => [featureId, extent])).toEqual([
      ['half', 'part'],
      ['at-sea', 'full'],
    ])
    expect(zones?.features[0]?.reached.areaShare.value).toBeCloseTo(0.5, 6)
    expect(zones?.reached.areaHectares.value).toBeCloseTo((20 + 16) * hectaresPerSquareKilometer, 3)
    expect(zones?.reached.areaShare.value).toBeCloseTo(36 / 56, 6)
  })

  test('that are footprints about an uncertain place have their own uncertainty added to the line’s', () => {
    const { areas } = coverageOf([line('a', middle, 0.5)], 5000, withAreas())
    const parks = areas.find(({ collection }) => collection === 'parks')?.features ?? []
    const [near, edge, far] = parks
    // 2 + 0.5 km to spare of 4: sure to be inside.
    expect(near).toMatchObject({ extent: 'full', isCertain: true, reached: { areaShare: { low: 1, high: 1 } } })
    // Its northern edge is as far as the reach: half a kilometre and one decide.
    expect(edge).toMatchObject({ extent: 'full', isCertain: false })
    expect(edge?.reached.areaShare.low).toBeCloseTo(0.25, 4)
    expect(edge?.outsideMeters?.value).toBe(0)
    expect(far).toMatchObject({ extent: 'none', isCertain: true, nearestLineId: 'a' })
    expect(far?.distanceMeters?.value).toBeCloseTo(17_000, -1)
    expect(far?.outsideMeters?.value).toBeCloseTo(12_000, -1)
    expect(far?.outsideMeters?.low).toBeCloseTo(12_000 - 3500, -1)
    expect(far?.outsideMeters?.high).toBeCloseTo(12_000 + 3500, -1)
  })

  test('that are only a point, or nowhere, count among the points', () => {
    const { points } = coverageOf([line('a', middle)], 5000, withAreas())
    expect(
      points.map(({ collection, features }) => [
        collection,
        features.map(({ featureId, verdict }) => [featureId, verdict]),
      ]),
    ).toEqual([
      ['zones', [['gate', 'inside']]],
      ['parks', [['nowhere', 'unplaced']]],
    ])
  })
})

describe('points', () => {
  const ports = (...features: Parameters<typeof collectionOf<'ports'>>[0]) =>
    prepareGround({ ...squareProvince(), ports: collectionOf(features) }, plane)

  test('are inside, outside, uncertain or unplaced, and it is said how far outside', () => {
    const on = ports(
      planFeature('inside', point(0, 1), 1),
      planFeature('outside', point(0, 12), 1),
      planFeature('just-inside', point(0, 4), 1),
      planFeature('just-outside', point(0, -6), 1),
      planFeature('nowhere', null),
    )
    const [kind] = coverageOf([line('a', middle, 0.5)], 5000, on).points
    expect(kind).toMatchObject({ collection: 'ports', inside: 1, outside: 1, uncertain: 2, unplaced: 1 })
    expect(kind?.features.map(({ verdict, isInside }) => [verdict, isInside])).toEqual([
      ['inside', true],
      ['outside', false],
      ['uncertain', true],
      ['uncertain', false],
      ['unplaced', null],
    ])
    const [, outside, justInside, justOutside, nowhere] = kind?.features ?? []
    expect(outside?.outsideMeters?.low).toBeCloseTo(5500, -1)
    expect(outside?.outsideMeters?.value).toBeCloseTo(7000, -1)
    expect(outside?.outsideMeters?.high).toBeCloseTo(8500, -1)
    expect(justInside?.outsideMeters).toEqual({ low: 0, value: 0, high: expect.closeTo(500, -1) })
    expect(justOutside?.outsideMeters?.value).toBeCloseTo(1000, -1)
    expect(nowhere).toMatchObject({ nearestLineId: null, distanceMeters: null, outsideMeters: null })
  })

  test('name the nearest line', () => {
    const lines = [
      line('south', [
        [-30, -10],
        [30, -10],
      ]),
      line('north', [
        [-30, 10],
        [30, 10],
      ]),
    ]
    const on = ports(planFeature('a', point(0, 3)), planFeature('b', point(0, -3)))
    expect(coverageOf(lines, 5000, on).points[0]?.features.map(({ nearestLineId }) => nearestLineId)).toEqual([
      'north',
      'south',
    ])
  })
})

/** Every range in an answer, with the way to it. */
function rangesIn(value: unknown, path = ''): [string, Range][] {
  if (typeof value !== 'object' || value === null) return []
  if ('low' in value && 'value' in value && 'high' in value) return [[path, value as Range]]
  return Object.entries(value).flatMap(([key, part]) => rangesIn(part, `${path}/${key}`))
}

describe('of any lines', () => {
  const corner = fc.tuple(fc.integer({ min: -45, max: 45 }), fc.integer({ min: -45, max: 45 }))
  const lines = fc
    .array(fc.tuple(fc.array(corner, { minLength: 2, maxLength: 8 }), fc.integer({ min: 0, max: 7 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((drawn) => drawn.map(([corners, uncertainty], i) => line(`line-${i}`, corners, uncertainty)))
    .filter((drawn) => drawn.every(({ geometry }) => new Set(geometry.coordinates.map(String)).size > 1))
  const bufferMeters = fc.integer({ min: 500, max: 30_000 })
  const everything = () =>
    prepareGround(
      {
        ...squareProvince(),
        parks: collectionOf([planFeature<'parks'>('park', rectangle(3, 3, 5, 6), 2, 'symbol')]),
        centres: collectionOf([planFeature<'centres'>('centre', rectangle(-15, -15, 0, 2))]),
        ports: collectionOf([planFeature<'ports'>('port', point(14, -14), 1)]),
      },
      plane,
    )

  test('low ≤ value ≤ high, everywhere in the answer', () => {
    const on = everything()
    fc.assert(
      fc.property(lines, bufferMeters, (drawn, meters) => {
        for (const [path, { low, value, high }] of rangesIn(coverageOf(drawn, meters, on))) {
          expect(low, `${path} low`).toBeLessThanOrEqual(value)
          expect(value, `${path} value`).toBeLessThanOrEqual(high)
          expect(low, path).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a wider buffer never covers less', () => {
    const on = everything()
    // Corners of a reach are rounded to a millimetre: over some 100 km of its edge that is a few square metres.
    const slackHectares = 0.01
    fc.assert(
      fc.property(lines, bufferMeters, bufferMeters, (drawn, one, other) => {
        const narrow = coverageOf(drawn, Math.min(one, other), on)
        const wide = coverageOf(drawn, Math.max(one, other), on)
        for (const level of ['low', 'value', 'high'] as const) {
          const areas = (of: Coverage) =>
            [
              of.whole,
              ...of.districts.map(({ reached }) => reached),
              ...of.lines.map(({ alone }) => alone),
              ...of.areas.flatMap(({ features }) => features.map(({ reached }) => reached)),
            ].map(({ areaHectares }) => areaHectares[level])
          const before = areas(narrow)
          areas(wide).forEach((hectares, i) =>
            expect(hectares).toBeGreaterThanOrEqual((before[i] ?? 0) - slackHectares),
          )
          expect(wide.whole.people[level]).toBeGreaterThanOrEqual(narrow.whole.people[level] - 0.01)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('one more line never covers less, and the whole is never more than the lines together', () => {
    const on = everything()
    fc.assert(
      fc.property(lines, bufferMeters, (drawn, meters) => {
        const all = coverageOf(drawn, meters, on)
        const alone = all.lines.map((one) => one.alone.areaHectares.value)
        const only = all.lines.map((one) => one.only.areaHectares.value)
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
        expect(all.whole.areaHectares.value).toBeLessThanOrEqual(sum(alone) + 1e-6)
        expect(all.whole.areaHectares.value).toBeGreaterThanOrEqual(Math.max(...alone) - 1e-6)
        expect(sum(only)).toBeLessThanOrEqual(all.whole.areaHectares.value + 1e-6)
        if (drawn.length < 2) return
        // What only the last line reaches is what is lost without it.
        const without = coverageOf(drawn.slice(0, -1), meters, on)
        const lost = all.whole.areaHectares.value - without.whole.areaHectares.value
        expect(Math.abs(lost - (only.at(-1) ?? 0))).toBeLessThan(1e-5)
      }),
      { numRuns: 60 },
    )
  })

  test('districts and communes add up to the whole', () => {
    const on = everything()
    fc.assert(
      fc.property(lines, bufferMeters, (drawn, meters) => {
        const { whole, districts, communes } = coverageOf(drawn, meters, on)
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
        for (const level of ['low', 'value', 'high'] as const) {
          expect(sum(districts.map(({ reached }) => reached.areaHectares[level]))).toBeCloseTo(
            whole.areaHectares[level],
            6,
          )
          expect(sum(districts.map(({ reached }) => reached.people[level]))).toBeCloseTo(whole.people[level], 6)
          expect(sum(communes.features.map(({ people }) => people[level]))).toBeCloseTo(whole.people[level], 6)
        }
        expect(communes.full.value + communes.part + communes.none.value).toBe(communes.total)
      }),
      { numRuns: 60 },
    )
  })
})

test('the answer is what its schema promises', () => {
  const schema = Compile(Coverage)
  const answer = coverageOf([line('a', middle, 1)])
  expect([...schema.Errors(answer)]).toEqual([])
})

test('the same question has the same answer the second time', () => {
  const fresh = prepareGround(squareProvince(), plane)
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
  const first = coverageOf(lines, 5000, fresh)
  expect(fresh.memory.size).toBe(6)
  expect(coverageOf(lines, 5000, fresh)).toEqual(first)
})

test('what cannot be asked ends in a sentence', () => {
  expect(corridorCoverage(ground, [line('a', middle)], 100)).toMatchObject({
    problem: { code: 'bad-buffer', text_en: 'The distance must be 0.5 to 30 km, got 0.1 km.' },
  })
})
