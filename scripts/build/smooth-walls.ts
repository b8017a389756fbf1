/**
 * How the boundaries of districts and units look a little less like the straight walls of a Voronoi diagram.
 *
 * Where a boundary runs on from one wall to the next, the corner is replaced by a curve: the piece of the
 * quadratic B-spline between the middles of the two walls. Corners where three districts (or coast, border,
 * another province) meet stay. Any other wall that ends in the corner ends on the curve instead, so
 * neighbours go on sharing every edge. Districts come first; a unit's boundary bends where no district's does.
 */
import type { Position } from 'geojson'
import { roundPosition } from './features.ts'
import { meshDecimals } from './mesh.ts'
import { keyOf, type Cell, type Edge } from './topology.ts'

/** A corner and the two walls that run on into each other there. */
interface Bend {
  walls: readonly [Edge, Edge]
  corner: Position
  /** The far ends of the two walls. */
  from: Position
  to: Position
}

/** @param groupings what a cell belongs to, from the most important boundary to the least */
export function smoothWalls(edges: readonly Edge[], groupings: readonly ((cell: Cell) => string)[]): Edge[] {
  const bends = bendsOf(edges, groupings)
  return edges.map((edge) => {
    if (edge.kind !== 'wall') return edge
    const [from = [], to = []] = edge.line
    return {
      ...edge,
      line: withoutRepeats([...halfWall(edge, from, to), ...halfWall(edge, to, from).reverse()].map(round)),
    }
  })

  /** The wall from one end to its middle. */
  function halfWall(edge: Edge, near: Position, far: Position): Position[] {
    const bend = bends.get(keyOf(near))
    if (!bend) return [near]
    if (!bend.walls.includes(edge)) return [curvePoint(bend, 0.5)]
    const isFirst = edge === bend.walls[0]
    return [curvePoint(bend, 0.5), curvePoint(bend, isFirst ? 0.25 : 0.75), middle(near, far)]
  }
}

function bendsOf(edges: readonly Edge[], groupings: readonly ((cell: Cell) => string)[]): Map<string, Bend> {
  const meeting = new Map<string, Edge[]>()
  for (const edge of edges) {
    for (const end of [edge.line[0], edge.line.at(-1)]) {
      if (end) meeting.set(keyOf(end), [...(meeting.get(keyOf(end)) ?? []), edge])
    }
  }
  const bends = new Map<string, Bend>()
  for (const [key, here] of meeting) {
    if (here.some(({ kind }) => kind !== 'wall')) continue
    for (const group of groupings) {
      const [first, second, ...others] = here.filter(({ left, right }) => group(left) !== group(right))
      if (!first) continue
      // One wall that ends, or three that meet: the corner stays as it is.
      if (second && others.length === 0) {
        bends.set(key, {
          walls: [first, second],
          corner: endAt(first, key, true),
          from: endAt(first, key, false),
          to: endAt(second, key, false),
        })
      }
      break
    }
  }
  return bends
}

function endAt({ line }: Edge, key: string, isThere: boolean): Position {
  const [from = [], to = []] = [line[0], line.at(-1)]
  return (keyOf(from) === key) === isThere ? from : to
}

/** On the curve from the middle of the first wall (0) to the middle of the second (1). */
function curvePoint({ corner, from, to }: Bend, t: number): Position {
  const [start, end] = [middle(from, corner), middle(corner, to)]
  const u = 1 - t
  return [0, 1].map(
    (axis) => u * u * Number(start[axis]) + 2 * u * t * Number(corner[axis]) + t * t * Number(end[axis]),
  )
}

function middle(a: Position, b: Position): Position {
  return [(Number(a[0]) + Number(b[0])) / 2, (Number(a[1]) + Number(b[1])) / 2]
}

function round(position: Position): Position {
  return roundPosition(position, meshDecimals)
}

function withoutRepeats(line: readonly Position[]): Position[] {
  return line.filter((position, i) => i === 0 || keyOf(position) !== keyOf(line[i - 1] ?? []))
}
