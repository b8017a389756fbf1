import { beforeAll, describe, expect, test } from 'vitest'
import { toPosition, type Kilometers } from '../testing/coverage-fixture.ts'
import { readCoverageLines } from './coverage-lines.ts'
import { loadOverlay, planeArea, type PlaneOverlay } from './overlay.ts'
import { findReaches, fullEffort, type ReachMemory } from './reach.ts'

let plane: PlaneOverlay
beforeAll(async () => {
  ;({ plane } = await loadOverlay())
})

function reachOf(
  corners: readonly Kilometers[],
  bufferMeters: number,
  uncertaintyMeters = 0,
  memory: ReachMemory = new Map(),
) {
  const geometry = { type: 'LineString' as const, coordinates: corners.map(toPosition) }
  const read = readCoverageLines([{ id: 'a', geometry, uncertaintyMeters }], bufferMeters)
  if ('problem' in read) throw new Error(read.problem.text_en)
  return findReaches(plane, read.lines, bufferMeters, memory, fullEffort())
}

function foundReach(...of: Parameters<typeof reachOf>) {
  const found = reachOf(...of)
  if ('problem' in found) throw new Error(found.problem.text_en)
  const [reach] = found.reaches
  if (!reach) throw new Error('one line has one reach')
  return reach
}

const squareKilometers = (polygons: Parameters<typeof planeArea>[0]) => planeArea(polygons) / 1e6

/** What the 157 edges of a circle cut off: 0.27 ‰ of a disc. */
const discShare = 1 - 3e-4

test('the reach of a straight line is a rectangle and two half discs', () => {
  const { value } = foundReach(
    [
      [-10, 0],
      [10, 0],
    ],
    5000,
  )
  const discs = Math.PI * 25
  expect(squareKilometers(value)).toBeGreaterThan(200 + discs * discShare)
  expect(squareKilometers(value)).toBeLessThan(200 + discs)
})

test('at its least and most it is drawn in and pushed out by the line’s uncertainty', () => {
  const { low, high } = foundReach(
    [
      [-10, 0],
      [10, 0],
    ],
    5000,
    2000,
  )
  expect(squareKilometers(low)).toBeCloseTo(20 * 6 + Math.PI * 9, 1)
  expect(squareKilometers(high)).toBeCloseTo(20 * 14 + Math.PI * 49, 1)
})

test('a line more uncertain than the distance reaches nothing for sure', () => {
  expect(
    foundReach(
      [
        [-10, 0],
        [10, 0],
      ],
      5000,
      5000,
    ).low,
  ).toEqual([])
  expect(
    foundReach(
      [
        [-10, 0],
        [10, 0],
      ],
      5000,
      9000,
    ).low,
  ).toEqual([])
})

test('a certain line has one reach', () => {
  const { low, value, high } = foundReach(
    [
      [-10, 0],
      [10, 0],
    ],
    5000,
  )
  expect(low).toBe(value)
  expect(high).toBe(value)
})

describe('lines that cross or wind round themselves', () => {
  test('an eight counts its ground once', () => {
    const { value } = foundReach(
      [
        [-10, -10],
        [10, 10],
        [10, -10],
        [-10, 10],
      ],
      1000,
    )
    // Two diagonals and one side, less the square of their crossing, less the corners that overlap.
    const length = 2 * Math.hypot(20, 20) + 20
    expect(squareKilometers(value)).toBeLessThan(length * 2)
    expect(squareKilometers(value)).toBeGreaterThan(length * 2 - 4 - 4)
  })

  test('a line there and back reaches what the way there reaches', () => {
    const there = foundReach(
      [
        [-10, 0],
        [10, 0],
      ],
      5000,
    )
    const back = foundReach(
      [
        [-10, 0],
        [10, 0],
        [-10, 0],
      ],
      5000,
    )
    expect(squareKilometers(back.value)).toBeCloseTo(squareKilometers(there.value), 3)
  })

  test('a long winding line, widened piece by piece, has the reach of the same line widened whole', () => {
    const winding = Array.from({ length: 1000 }, (_, i): Kilometers => [i / 20 - 25, 8 * Math.sin(i / 30)])
    const { value } = foundReach(winding, 3000)
    const whole = plane.bufferLines([winding.map(([x, y]) => [x * 1000, y * 1000])], 3000, 0.6)
    expect(squareKilometers(value) / squareKilometers(whole)).toBeCloseTo(1, 4)
  })
})

describe('hostile lines', () => {
  test('a comb of 5,000 corners is answered, or refused in a sentence, within two seconds', () => {
    const comb = Array.from({ length: 5000 }, (_, i): Kilometers => [i / 50 - 50, [-50, 50, 50, -50][i % 4] ?? 0])
    const started = performance.now()
    const found = reachOf(comb, 500, 400)
    expect('problem' in found ? found.problem.code : 'answered').toMatch(/^(answered|too-complex)$/)
    expect(performance.now() - started).toBeLessThan(4000)
  })

  test('a tangle of 1,500 random edges across the province is refused in a sentence', () => {
    let seed = 7
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    const tangle = Array.from({ length: 1500 }, (): Kilometers => [random() * 60 - 30, random() * 60 - 30])
    const found = reachOf(tangle, 500)
    expect('problem' in found && found.problem.code).toBe('too-complex')
    // The overlay is as good as before.
    expect(
      squareKilometers(
        foundReach(
          [
            [-10, 0],
            [10, 0],
          ],
          5000,
        ).value,
      ),
    ).toBeCloseTo(278.5, 1)
  })
})

describe('memory', () => {
  test('what is remembered is the same as what is worked out', () => {
    const memory: ReachMemory = new Map()
    const first = foundReach(
      [
        [-10, 0],
        [10, 0],
      ],
      5000,
      1000,
      memory,
    )
    expect(memory.size).toBe(3)
    expect(
      foundReach(
        [
          [-10, 0],
          [10, 0],
        ],
        5000,
        1000,
        memory,
      ).value,
    ).toBe(first.value)
    expect(
      foundReach(
        [
          [-10, 0],
          [10, 1],
        ],
        5000,
        1000,
        memory,
      ).value,
    ).not.toBe(first.value)
  })

  test('it does not grow without end', () => {
    const memory: ReachMemory = new Map()
    for (let i = 0; i < 300; i++)
      foundReach(
        [
          [-10, 0],
          [10, i / 100],
        ],
        5000,
        0,
        memory,
      )
    expect(memory.size).toBeLessThanOrEqual(120)
  })
})
