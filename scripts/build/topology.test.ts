import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { isInsideRing, outside, polygonOf, ringsOf, turnOf, type Cell, type Edge } from './topology.ts'

/** A chessboard of unit squares, cell number row × width + column, with every edge between two squares once. */
function board(width: number, height: number, isOurs: (cell: Cell) => boolean = () => true): Edge[] {
  const cellAt = (column: number, row: number): Cell => {
    const cell = row * width + column
    return column < 0 || row < 0 || column >= width || row >= height || !isOurs(cell) ? outside : cell
  }
  const edges: Edge[] = []
  const add = (from: Position, to: Position, left: Cell, right: Cell) => {
    if (left !== right) edges.push({ line: [from, to], left, right, kind: 'wall' })
  }
  for (let y = 0; y <= height; y++)
    for (let x = 0; x < width; x++) add([x, y], [x + 1, y], cellAt(x, y), cellAt(x, y - 1))
  for (let x = 0; x <= width; x++)
    for (let y = 0; y < height; y++) add([x, y], [x, y + 1], cellAt(x - 1, y), cellAt(x, y))
  return edges
}

const area = (geometry: ReturnType<typeof polygonOf>) =>
  (geometry?.type === 'Polygon' ? [geometry.coordinates] : (geometry?.coordinates ?? []))
    .flat()
    .reduce((sum, ring) => sum + turnOf(ring) / 2, 0)

test('two neighbouring squares become one rectangle without the wall between them', () => {
  const polygon = polygonOf(board(2, 1), () => true)
  expect(polygon).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  })
})

test('one square of the board is itself, counterclockwise from its south-western corner', () => {
  const polygon = polygonOf(board(3, 3), (cell) => cell === 4)
  expect(polygon).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
        [1, 1],
      ],
    ],
  })
})

test('an empty group has no shape', () => {
  expect(polygonOf(board(2, 2), () => false)).toBeNull()
})

test('eight squares round a ninth are a ring with a clockwise hole', () => {
  const polygon = polygonOf(board(3, 3), (cell) => cell !== 4)
  expect(polygon?.type).toBe('Polygon')
  expect(polygon?.coordinates).toHaveLength(2)
  expect(area(polygon)).toBe(8)
})

test('ground nobody owns is a hole like any other', () => {
  expect(
    area(
      polygonOf(
        board(3, 3, (cell) => cell !== 4),
        () => true,
      ),
    ),
  ).toBe(8)
})

test('squares that touch in a corner are two polygons, and two holes that touch stay two', () => {
  const diagonal = polygonOf(board(2, 2), (cell) => cell === 0 || cell === 3)
  expect(diagonal?.type).toBe('MultiPolygon')
  expect(diagonal?.coordinates).toHaveLength(2)
  const holes = polygonOf(board(4, 4), (cell) => cell !== 5 && cell !== 10)
  expect(holes?.type).toBe('Polygon')
  expect(holes?.coordinates).toHaveLength(3)
  expect(area(holes)).toBe(14)
})

test('a hole that touches the outer ring in a corner is a hole', () => {
  const polygon = polygonOf(
    board(4, 4, (cell) => cell !== 0),
    (cell) => cell !== 5,
  )
  expect(polygon?.coordinates).toHaveLength(2)
  expect(area(polygon)).toBe(14)
})

test('parts of a board add up to the board and share their edges', () => {
  const edges = board(5, 4)
  const halves = [0, 1].map((half) => polygonOf(edges, (cell) => cell % 2 === half))
  expect(halves.map(area).reduce((a, b) => a + b)).toBe(area(polygonOf(edges, () => true)))
})

test('a boundary that breaks off is refused', () => {
  expect(() => ringsOf(board(1, 1).slice(1), () => true)).toThrow('breaks off')
})

test('a point is inside a ring or not', () => {
  const ring = ringsOf(board(1, 1), () => true)[0] ?? []
  expect(isInsideRing([0.5, 0.5], ring)).toBe(true)
  expect(isInsideRing([1.5, 0.5], ring)).toBe(false)
})
