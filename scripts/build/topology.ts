/**
 * Which polygon a group of neighbouring cells makes, with edges that neighbours share to the last digit.
 *
 * The ground is kept as edges, each with the cell on its left and on its right. A district is every edge
 * that has one of its communes on one side only: nothing is cut or united numerically, so there are
 * neither slivers nor gaps, and parts add up to the whole.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson'

/** Number of a cell; `outside` is the sea, another country or another province. */
export type Cell = number
export const outside: Cell = -1

/** A line of positions between two corners, with no other edge touching it in between. */
export interface Edge {
  line: Position[]
  left: Cell
  right: Cell
  /** A wall between cells may be drawn more smoothly; coast, island and border stay as they are. */
  kind: 'wall' | 'coast' | 'border' | 'island'
}

/** The polygons of all cells in the group: outer rings counterclockwise, largest first; null for an empty group. */
export function polygonOf(edges: readonly Edge[], isInGroup: (cell: Cell) => boolean): Polygon | MultiPolygon | null {
  const polygons = nestRings(traceRings(directedAround(edges, isInGroup)))
  const [largest, ...others] = polygons
  if (!largest) return null
  return others.length === 0
    ? { type: 'Polygon', coordinates: largest }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** Closed rings with the group on their left, in an order that depends on the positions alone. */
export function ringsOf(edges: readonly Edge[], isInGroup: (cell: Cell) => boolean): Position[][] {
  return traceRings(directedAround(edges, isInGroup))
}

export function keyOf(position: Position): string {
  return `${position[0]},${position[1]}`
}

/** Twice the signed area in square degrees: only its sign and order of size are of use. */
export function turnOf(ring: readonly Position[]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = pair(ring[i - 1])
    const [bx, by] = pair(ring[i])
    sum += ax * by - bx * ay
  }
  return sum
}

export function isInsideRing(position: Position, ring: readonly Position[]): boolean {
  const [x, y] = pair(position)
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = pair(ring[i - 1])
    const [bx, by] = pair(ring[i])
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}

function directedAround(edges: readonly Edge[], isInGroup: (cell: Cell) => boolean): Position[][] {
  const lines: Position[][] = []
  for (const { line, left, right } of edges) {
    const inLeft = left !== outside && isInGroup(left)
    const inRight = right !== outside && isInGroup(right)
    if (inLeft && !inRight) lines.push(line)
    if (inRight && !inLeft) lines.push([...line].reverse())
  }
  return lines
}

function traceRings(lines: readonly Position[][]): Position[][] {
  const leaving = new Map<string, Position[][]>()
  for (const line of lines) {
    const key = keyOf(first(line))
    const others = leaving.get(key)
    if (others) others.push(line)
    else leaving.set(key, [line])
  }
  const used = new Set<Position[]>()
  const rings: Position[][] = []
  for (const start of lines) {
    if (used.has(start)) continue
    const ring: Position[] = [first(start)]
    let line = start
    do {
      used.add(line)
      ring.push(...line.slice(1))
      const candidates = (leaving.get(keyOf(last(line))) ?? []).filter((other) => other === start || !used.has(other))
      const next = sharpestLeft(line, candidates)
      if (!next) throw new Error(`traceRings: the boundary breaks off at ${keyOf(last(line))}`)
      line = next
    } while (line !== start)
    rings.push(...splitAtRepeats(ring))
  }
  return rings.map(startAtSouthwest)
}

/** Of several ways on, the one that stays with the ground on the left of the way in. */
function sharpestLeft(line: readonly Position[], candidates: readonly Position[][]): Position[] | undefined {
  if (candidates.length < 2) return candidates[0]
  const back = angle(last(line), pairAt(line, line.length - 2))
  const clockwiseFromBack = (other: readonly Position[]) => {
    const turn = back - angle(first(other), pairAt(other, 1))
    return turn > 0 ? turn : turn + 2 * Math.PI
  }
  return candidates.reduce((best, other) => (clockwiseFromBack(other) < clockwiseFromBack(best) ? other : best))
}

/** A ring that comes back to one of its corners is two rings that touch there. */
function splitAtRepeats(ring: readonly Position[]): Position[][] {
  const rings: Position[][] = []
  let open: Position[] = []
  const at = new Map<string, number>()
  for (const position of ring) {
    const key = keyOf(position)
    const seen = at.get(key)
    if (seen !== undefined) {
      const loop = open.slice(seen)
      for (const left of loop) at.delete(keyOf(left))
      open = open.slice(0, seen)
      if (loop.length > 2) rings.push([...loop, position])
    }
    at.set(key, open.length)
    open.push(position)
  }
  return rings
}

function startAtSouthwest(ring: readonly Position[]): Position[] {
  const open = ring.slice(0, -1)
  let lowest = 0
  for (let i = 1; i < open.length; i++) {
    const [x, y] = pair(open[i])
    const [bx, by] = pair(open[lowest])
    if (y < by || (y === by && x < bx)) lowest = i
  }
  const turned = [...open.slice(lowest), ...open.slice(0, lowest)]
  return [...turned, first(turned)]
}

function nestRings(rings: readonly Position[][]): Position[][][] {
  const bySize = (a: readonly Position[], b: readonly Position[]) => Math.abs(turnOf(b)) - Math.abs(turnOf(a))
  const polygons = rings
    .filter((ring) => turnOf(ring) > 0)
    .sort(bySize)
    .map((outer) => [outer])
  for (const hole of rings.filter((ring) => turnOf(ring) < 0).sort(bySize)) {
    const around = polygons.findLast(([outer]) => outer && holds(outer, hole))
    if (!around) throw new Error(`nestRings: a hole at ${keyOf(first(hole))} lies in no ring`)
    around.push(hole)
  }
  return polygons
}

function holds(outer: readonly Position[], hole: readonly Position[]): boolean {
  const corners = new Set(outer.map(keyOf))
  const apart = hole.find((position) => !corners.has(keyOf(position)))
  if (apart) return isInsideRing(apart, outer)
  const [ax, ay] = pair(hole[0])
  const [bx, by] = pair(hole[1])
  return isInsideRing([(ax + bx) / 2, (ay + by) / 2], outer)
}

function angle(from: Position, to: Position): number {
  const [ax, ay] = pair(from)
  const [bx, by] = pair(to)
  return Math.atan2(by - ay, bx - ax)
}

function pair(position: Position | undefined): [number, number] {
  return [Number(position?.[0]), Number(position?.[1])]
}

function pairAt(line: readonly Position[], index: number): Position {
  return pair(line[index])
}

function first(line: readonly Position[]): Position {
  return pair(line[0])
}

function last(line: readonly Position[]): Position {
  return pair(line.at(-1))
}
