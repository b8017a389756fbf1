/** On squared paper (see `coverage-fixture.ts`), with answers worked out by hand. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { WhatIf } from '../domain/what-if.ts'
import { collectionOf, line, planFeature, point, rectangle, squareProvince } from '../testing/coverage-fixture.ts'
import { corridorCoverage } from './corridor-coverage.ts'
import { prepareGround, type CoverageGround } from './coverage-ground.ts'
import { mostLines, type CoverageLine } from './coverage-lines.ts'
import { ellipsoidAreaHectares } from './measure.ts'
import { loadOverlay } from './overlay.ts'
import { whatIf } from './what-if.ts'

let ground: CoverageGround
beforeAll(async () => {
  const { plane } = await loadOverlay()
  ground = prepareGround(
    {
      ...squareProvince(),
      parks: collectionOf([planFeature<'parks'>('north', rectangle(-1, 11, 1, 13))]),
      ports: collectionOf([planFeature<'ports'>('south', point(0, -12)), planFeature<'ports'>('middle', point(0, 0))]),
    },
    plane,
  )
})

function ask(plan: CoverageLine[], scenario: CoverageLine[], bufferMeters = 4000): WhatIf {
  const answer = whatIf(ground, plan, scenario, bufferMeters)
  if ('problem' in answer) throw new Error(answer.problem.text_en)
  return answer
}

/** From west to east beyond both borders, so that no end is rounded on the land. */
const across = (id: string, y: number, uncertaintyKilometers = 0) =>
  line(
    id,
    [
      [-30, y],
      [30, y],
    ],
    uncertaintyKilometers,
  )

describe('a corridor moved from the south to the north', () => {
  // Strips 40 km long and 8 km wide: 32,000 ha each.
  const moved = () => ask([across('a', -12)], [across('a', 12)])

  test('gains one strip and loses another', () => {
    const { gained, lost, plan, scenario } = moved()
    expect(gained.areaHectares.value).toBeCloseTo(32_000, 0)
    expect(lost.areaHectares.value).toBeCloseTo(32_000, 0)
    expect(plan.areaHectares.value).toBeCloseTo(scenario.areaHectares.value, 0)
    // South: 16 communes of 1,000 people on two rows, of which 2 of 10 km and 6 of 10 km lie in the strip.
    expect(lost.people.value).toBeCloseTo(0.2 * 4000 + 0.6 * 4000, 0)
    // North: the row at y 0…10 is reached for 2 km of 10, the one above for 6; the east half has 4,000 people each.
    expect(gained.people.value).toBeCloseTo(0.8 * (2 * 1000 + 2 * 4000), 0)
  })

  test('gains the park and loses the port, and says nothing of what stays outside', () => {
    const { areas, points } = moved()
    expect(areas).toMatchObject([{ collection: 'parks', features: [{ featureId: 'north' }] }])
    expect(areas[0]?.features[0]?.scenario.areaHectares.value).toBeCloseTo(400, 1)
    expect(areas[0]?.features[0]?.plan.areaHectares.value).toBe(0)
    expect(points[0]?.features.map(({ featureId }) => featureId)).toEqual(['south'])
  })

  test('has outlines of what it gains and loses', () => {
    const { outlines, gained } = moved()
    expect(ellipsoidAreaHectares(outlines.gained) / gained.areaHectares.value).toBeCloseTo(1, 4)
    expect(outlines.lost).not.toBeNull()
  })

  test('changes districts that add up to the whole', () => {
    const { gained, lost, districts } = moved()
    const sum = (of: (one: (typeof districts)[number]) => number) => districts.reduce((all, one) => all + of(one), 0)
    expect(sum((one) => one.gained.areaHectares.value)).toBeCloseTo(gained.areaHectares.value, 6)
    expect(sum((one) => one.lost.people.value)).toBeCloseTo(lost.people.value, 6)
    expect(districts[0]?.featureId).toBe('east')
  })
})

test('a line that stays changes nothing, however uncertain it is', () => {
  const { gained, lost, districts, outlines } = ask([across('a', 0, 2)], [across('renamed', 0, 2)])
  expect(gained.areaHectares).toEqual({ low: 0, value: 0, high: 0 })
  expect(lost.people).toEqual({ low: 0, value: 0, high: 0 })
  expect(districts).toEqual([])
  expect(outlines).toEqual({ gained: null, lost: null })
})

test('ground that another line reaches is neither gained nor lost', () => {
  const other = across('other', 0)
  const { gained, lost } = ask([across('a', 0), other], [other, across('b', 4)])
  // From 4 km north of the other line to 8 km: a strip of 40 × 4 km.
  expect(gained.areaHectares.value).toBeCloseTo(16_000, 0)
  expect(lost.areaHectares.value).toBe(0)
})

test('a moved line that is 1 km off gains from a strip as wide as it was moved, whichever way it is off', () => {
  const { gained } = ask([across('a', 0, 1)], [across('a', 2, 1)])
  for (const level of ['low', 'value', 'high'] as const) expect(gained.areaHectares[level]).toBeCloseTo(8000, 0)
})

test('a line drawn in the place of a vaguer one may gain ground at the least and lose some at the most', () => {
  const { gained, lost } = ask([across('a', 0, 2)], [across('a', 0, 1)])
  expect(gained.areaHectares.value).toBe(0)
  expect(gained.areaHectares.high).toBeCloseTo(8000, 0)
  expect(lost.areaHectares.high).toBeCloseTo(8000, 0)
})

test('gained less lost is the difference of the two coverages, at each level', () => {
  const corner = fc.tuple(fc.double({ min: -25, max: 25, noNaN: true }), fc.double({ min: -25, max: 25, noNaN: true }))
  const course = fc.array(corner, { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(course, course, fc.integer({ min: 500, max: 9000 }), (before, after, bufferMeters) => {
      const fixed = across('fixed', -15, 0.3)
      const plan = [fixed, line('a', before, 0.4)]
      const scenario = [fixed, line('a', after, 0.2)]
      const answer = whatIf(ground, plan, scenario, bufferMeters)
      if ('problem' in answer) return
      const [one, other] = [plan, scenario].map((lines) => corridorCoverage(ground, lines, bufferMeters))
      if (!one || !other || 'problem' in one || 'problem' in other) throw new Error('coverage was not answered')
      const { gained, lost } = answer
      const difference = other.whole.areaHectares.value - one.whole.areaHectares.value
      expect(gained.areaHectares.value - lost.areaHectares.value).toBeCloseTo(difference, 2)
      expect(gained.areaHectares.low).toBeLessThanOrEqual(gained.areaHectares.value)
      expect(lost.people.value).toBeLessThanOrEqual(lost.people.high)
    }),
    { numRuns: 60 },
  )
})

test('no line left is told in a sentence, and so are too many', () => {
  expect(whatIf(ground, [across('a', 0)], [], 5000)).toMatchObject({ problem: { code: 'no-line' } })
  const many = Array.from({ length: mostLines }, (_, i) => across(`line-${i}`, i / 2))
  expect(whatIf(ground, [across('a', -7)], many, 5000)).toMatchObject({ problem: { code: 'too-many-lines' } })
})
