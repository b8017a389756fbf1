/**
 * How the boundaries of districts look a little less like the straight walls of a Voronoi diagram.
 *
 * Every stretch between two corners where three districts (or coast, border, another province) meet is
 * replaced by the quadratic B-spline of its corners. A commune wall that ends on the stretch ends on the
 * curve instead, so neighbours go on sharing every edge.
 */
import type { Position } from 'geojson'
import { keyOf, type Cell, type Edge } from './topology.ts'
import { roundPosition } from './features.ts'
import { meshDecimals } from './mesh.ts'

/** Where the curve is sampled between two middles of walls; 0.5 must be among them: commune walls end there. */
const samples = [0.25, 0.5, 0.75]

export function smoothWalls(edges: readonly Edge[], districtOf: (cell: Cell) => string): Edge[] {
  const isBoundary = ({ kind, left, right }: Edge) => kind !== 'wall' || districtOf(left) !== districtOf(right)
  const meeting = new Map<string, Edge[]>()
  for (const edge of edges.filter(isBoundary)) {
    for (const end of endsOf(edge)) meeting.set(keyOf(end), [...(meeting.get(keyOf(end)) ?? []), edge])
  }
  /** A corner bends softly when exactly two boundary walls meet there. */
  const bends = (corner: Position) => {
    const here = meeting.get(keyOf(corner)) ?? []
    return here.length === 2 && here.every(({ kind }) => kind === 'wall')
  }
  const otherEnd = (edge: Edge, corner: Position) => endsOf(edge).find((end) => keyOf(end) !== keyOf(corner)) ?? corner
  /** The curve around a corner, from the middle of one wall to the middle of the other. */
  const curveAt = (corner: Position, from: Position, to: Position) => {
    const [start, end] = [middle(from, corner), middle(corner, to)]
    return samples.map((t) => bezier(start, corner, end, t))
  }
  const moved = new Map<string, Position>()
  for (const [key, here] of meeting) {
    const [a, b] = here
    const corner = a && endsOf(a).find((end) => keyOf(end) === key)
    if (!a || !b || !corner || !bends(corner)) continue
    moved.set(key, round(bezier(middle(otherEnd(a, corner), corner), corner, middle(corner, otherEnd(b, corner)), 0.5)))
  }
  return edges.map((edge) => {
    const [from, to] = endsOf(edge)
    const ends: [Position, Position] = [moved.get(keyOf(from)) ?? from, moved.get(keyOf(to)) ?? to]
    if (edge.kind !== 'wall') return edge
    if (!isBoundary(edge)) return { ...edge, line: ends }
    const line: Position[] = [ends[0]]
    // The half of each corner's curve that lies on this wall.
    if (moved.has(keyOf(from))) line.push(...curveAt(from, otherWall(edge, from), to).slice(2))
    if (moved.has(keyOf(from)) || moved.has(keyOf(to))) line.push(middle(from, to))
    if (moved.has(keyOf(to))) line.push(...curveAt(to, from, otherWall(edge, to)).slice(0, 1))
    return { ...edge, line: withoutRepeats([...line, ends[1]].map(round)) }
  })

  /** The far end of the boundary wall that meets this one in a corner. */
  function otherWall(edge: Edge, corner: Position): Position {
    const other = (meeting.get(keyOf(corner)) ?? []).find((candidate) => candidate !== edge)
    return other ? otherEnd(other, corner) : corner
  }
}

function endsOf({ line }: Edge): [Position, Position] {
  return [line[0] ?? [], line.at(-1) ?? []]
}

function middle(a: Position, b: Position): Position {
  return [(Number(a[0]) + Number(b[0])) / 2, (Number(a[1]) + Number(b[1])) / 2]
}

function bezier(a: Position, b: Position, c: Position, t: number): Position {
  const u = 1 - t
  return [0, 1].map((axis) => u * u * Number(a[axis]) + 2 * u * t * Number(b[axis]) + t * t * Number(c[axis]))
}

function round(position: Position): Position {
  return roundPosition(position, meshDecimals)
}

function withoutRepeats(line: readonly Position[]): Position[] {
  return line.filter((position, i) => i === 0 || keyOf(position) !== keyOf(line[i - 1] ?? []))
}
