import { expect, test } from 'vitest'
import { smoothWalls } from './smooth-walls.ts'
import { outside, polygonOf, type Edge } from './topology.ts'

const wall = (from: number[], to: number[], left: number, right: number, kind: Edge['kind'] = 'wall'): Edge => ({
  line: [from, to],
  left,
  right,
  kind,
})

/**
 * Districts north (cells 0 and 1) and south (cell 2) meet along a line with one bend at [1, 1], where the
 * wall between 0 and 1 ends. West and east are coast.
 */
const edges: Edge[] = [
  wall([0, 0], [1, 1], 0, 2),
  wall([1, 1], [2, 0], 1, 2),
  wall([1, 1], [1, 2], 0, 1),
  wall([2, 0], [2, 2], 1, outside, 'coast'),
  wall([2, 2], [1, 2], 1, outside, 'coast'),
  wall([1, 2], [0, 2], 0, outside, 'coast'),
  wall([0, 2], [0, 0], 0, outside, 'coast'),
  wall([0, 0], [1, -1], 2, outside, 'coast'),
  wall([1, -1], [2, 0], 2, outside, 'coast'),
]

const district = (cell: number) => (cell === 2 ? 'south' : 'north')

test('a bend of a district boundary becomes a curve and the wall that ends there ends on it', () => {
  const smooth = smoothWalls(edges, [district])
  const walls = smooth.filter(({ kind }) => kind === 'wall').map(({ line }) => line)
  // Middles of the walls are [0.5, 0.5] and [1.5, 0.5]; half-way the curve is at 1/4, 1/2, 1/4 of the three.
  expect(walls).toEqual([
    [
      [0, 0],
      [0.5, 0.5],
      [0.75, 0.6875],
      [1, 0.75],
    ],
    [
      [1, 0.75],
      [1.25, 0.6875],
      [1.5, 0.5],
      [2, 0],
    ],
    [
      [1, 0.75],
      [1, 2],
    ],
  ])
})

test('neighbours still fill the whole', () => {
  const smooth = smoothWalls(edges, [district])
  const corners = (cells: number[]) => JSON.stringify(polygonOf(smooth, (cell) => cells.includes(cell)))
  for (const cells of [[0], [1], [2], [0, 1], [0, 1, 2]]) expect(corners(cells)).toContain('Polygon')
  expect(corners([0, 1, 2])).toBe(JSON.stringify(polygonOf(edges, () => true)))
})

test('a corner on the coast and a corner where three districts meet stay', () => {
  const three = smoothWalls(edges, [String])
  expect(three).toEqual(edges)
})
