import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PlanePoint } from './laea.ts'
import { loadOverlay, planeArea, type PlaneOverlay, type PlanePolygons } from './overlay.ts'
import { indexAreas, splitAreas, type Region } from './split-areas.ts'

let plane: PlaneOverlay
beforeAll(async () => {
  ;({ plane } = await loadOverlay())
})

function box(left: number, bottom: number, right: number, top: number): PlanePoint[] {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
}

function clockwise(ring: readonly PlanePoint[]): PlanePoint[] {
  return ring.toReversed()
}

/** Square metres by area and marks, e.g. `0:1` for the ground of the first area in the region of bit 1 only. */
function pieces(areas: readonly PlanePolygons[], regions: readonly PlanePolygons[]): Record<string, number> {
  const found: Record<string, number> = {}
  splitAreas(
    indexAreas(areas),
    regions.map((polygons, i): Region => ({ polygons, marks: [1 << i, 0, 0] })),
    (area, squareMeters, marks) => {
      const key = `${area}:${marks}`
      found[key] = (found[key] ?? 0) + squareMeters
    },
  )
  return Object.fromEntries(Object.entries(found).map(([key, area]) => [key, Math.round(area * 1e6) / 1e6]))
}

const square: PlanePolygons = [[box(0, 0, 10, 10)]]

describe('a square of 100 m²', () => {
  test('is one piece without marks where there are no regions, and none at all where there are no areas', () => {
    expect(pieces([square], [])).toEqual({ '0:0': 100 })
    expect(pieces([], [square])).toEqual({})
    expect(pieces([[]], [square])).toEqual({})
  })

  test('lies wholly in a region round it, not in one beside it, not in one whose hole holds it', () => {
    expect(pieces([square], [[[box(-5, -5, 15, 15)]]])).toEqual({ '0:1': 100 })
    expect(pieces([square], [[[box(20, 0, 30, 10)]]])).toEqual({ '0:0': 100 })
    expect(pieces([square], [[[box(-9, -9, 19, 19), clockwise(box(-5, -5, 15, 15))]]])).toEqual({ '0:0': 100 })
    expect(pieces([square], [square])).toEqual({ '0:1': 100 })
  })

  test('is halved by a region that ends on its middle', () => {
    expect(pieces([square], [[[box(-5, -5, 5, 15)]]])).toEqual({ '0:0': 50, '0:1': 50 })
  })

  test('keeps what lies in the hole of a region inside it', () => {
    expect(pieces([square], [[[box(2, 2, 8, 8), clockwise(box(4, 4, 6, 6))]]])).toEqual({ '0:0': 68, '0:1': 32 })
  })

  test('is told apart by which of two crossing strips it lies in', () => {
    expect(pieces([square], [[[box(2, -5, 5, 15)]], [[box(-5, 1, 15, 3)]]])).toEqual({
      '0:0': 56,
      '0:1': 24,
      '0:2': 14,
      '0:3': 6,
    })
  })

  test('is cut by slanting edges that cross inside it', () => {
    // Both triangles hold half the square; they share the quarter below both diagonals.
    const belowRising: PlanePoint[] = [
      [-10, -10],
      [20, -10],
      [20, 20],
    ]
    const belowFalling: PlanePoint[] = [
      [-10, -10],
      [20, -10],
      [-10, 20],
    ]
    expect(pieces([square], [[[belowRising]], [[belowFalling]]])).toEqual({
      '0:0': 25,
      '0:1': 25,
      '0:2': 25,
      '0:3': 25,
    })
  })
})

test('areas with holes and in several parts count only their ground', () => {
  const frame: PlanePolygons = [[box(0, 0, 10, 10), clockwise(box(2, 2, 8, 8))], [box(4, 4, 6, 6)]]
  expect(pieces([frame], [[[box(-5, -5, 5, 15)]]])).toEqual({ '0:0': 34, '0:1': 34 })
})

test('areas may overlap: each has all its own ground', () => {
  expect(pieces([square, [[box(5, 0, 15, 10)]]], [[[box(5, -5, 10, 15)]]])).toEqual({
    '0:0': 50,
    '0:1': 50,
    '1:0': 50,
    '1:1': 50,
  })
})

test('one region may carry several marks, in three words', () => {
  const seen: number[][] = []
  splitAreas(indexAreas([square]), [{ polygons: square, marks: [1, 2, 1 << 30] }], (...piece) => seen.push(piece))
  expect(seen).toEqual([[0, 100, 1, 2, 1 << 30]])
})

describe('held against Clipper', () => {
  const corner = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }))
  const shape = fc
    .array(corner, { minLength: 3, maxLength: 12 })
    .map((ring): PlanePolygons => plane.union([ring.map(([x, y]): PlanePoint => [x, y])].map((ring2) => [ring2])))

  test('any areas and regions, however they cross, have the same ground in common', () => {
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 6 }), shape, shape, (areas, one, other) => {
        const found = areas.map(() => [0, 0, 0, 0])
        splitAreas(
          indexAreas(areas),
          [
            { polygons: one, marks: [1, 0, 0] },
            { polygons: other, marks: [2, 0, 0] },
          ],
          (area, squareMeters, marks) => {
            const counts = found[area]
            if (counts) counts[marks] = (counts[marks] ?? 0) + squareMeters
          },
        )
        for (const [i, area] of areas.entries()) {
          const [none = 0, inOne = 0, inOther = 0, inBoth = 0] = found[i] ?? []
          // Clipper rounds every new corner to a millimetre: on edges of some kilometres that is a few square metres.
          const tolerance = 20
          expect(Math.abs(none + inOne + inOther + inBoth - planeArea(area))).toBeLessThan(1e-3)
          expect(Math.abs(inOne + inBoth - planeArea(plane.intersect(area, one)))).toBeLessThan(tolerance)
          expect(Math.abs(inOther + inBoth - planeArea(plane.intersect(area, other)))).toBeLessThan(tolerance)
          expect(Math.abs(inBoth - planeArea(plane.intersect(plane.intersect(area, one), other)))).toBeLessThan(
            tolerance,
          )
        }
      }),
      { numRuns: 300 },
    )
  })
})
