/**
 * Where two roads join.
 *
 * Shapes are chains of places, so that two roads that meet seldom meet on paper. They are joined
 * - at places both pass through (within a few metres: the chains were made of the same points);
 * - where their lines cross;
 * - at the end of one of them, where the other passes within the uncertainty of both, and no more than three
 *   kilometres away: the radius of a whole road is that of its vaguest part.
 * Between those, two roads side by side stay apart, however near they run: a road has no junction every
 * hundred metres. The expressway is joined by none of this, only at its interchanges (see `network.ts`).
 */
import type { PlanePoint } from './laea.ts'
import { nearestOnLine, type RoadLine } from './road-lines.ts'

export interface Joint {
  a: RoadLine
  alongA: number
  b: RoadLine
  alongB: number
  /** Between the two spots on paper; 0 where they are one. */
  meters: number
}

/** What is the same place but for rounding. */
const samePlaceMeters = 5
/** Two lines that leave a common place may cross again at once: that is the same junction. */
const sameJunctionMeters = 300
const mostEndGapMeters = 3000

/** Each pair of lines by itself: taking a road away joins no two others. */
export function findJoints(lines: readonly RoadLine[]): Joint[] {
  const joints: Joint[] = []
  for (const [i, a] of lines.entries()) {
    if (a.isExpressway) continue
    for (const b of lines.slice(i + 1)) {
      if (!b.isExpressway) joints.push(...jointsOf(a, b))
    }
  }
  return joints
}

function jointsOf(a: RoadLine, b: RoadLine): Joint[] {
  const joints: Joint[] = []
  const add = (alongA: number, alongB: number, meters: number, apart: number) => {
    if (joints.some((joint) => Math.abs(joint.alongA - alongA) <= apart && Math.abs(joint.alongB - alongB) <= apart)) {
      return
    }
    joints.push({ a, alongA, b, alongB, meters })
  }
  const reach = Math.min(mostEndGapMeters, a.uncertaintyMeters + b.uncertaintyMeters)
  if (!boxesWithin(a, b, reach)) return joints
  forEachShared(a, b, (alongA, alongB) => add(alongA, alongB, 0, samePlaceMeters))
  forEachCrossing(a, b, (alongA, alongB) => add(alongA, alongB, 0, sameJunctionMeters))
  for (const [point, along] of endsOf(a)) {
    const spot = nearestOnLine(point, b)
    if (spot.meters <= reach) add(along, spot.along, spot.meters, reach)
  }
  for (const [point, along] of endsOf(b)) {
    const spot = nearestOnLine(point, a)
    if (spot.meters <= reach) add(spot.along, along, spot.meters, reach)
  }
  return joints
}

function endsOf({ points, along }: RoadLine): [PlanePoint, number][] {
  return [
    [at(points, 0), 0],
    [at(points, points.length - 1), at(along, along.length - 1)],
  ]
}

function forEachShared(a: RoadLine, b: RoadLine, visit: (alongA: number, alongB: number) => void): void {
  for (const [i, p] of a.points.entries()) {
    for (const [j, q] of b.points.entries()) {
      if (Math.abs(p[0] - q[0]) > samePlaceMeters || Math.abs(p[1] - q[1]) > samePlaceMeters) continue
      visit(at(a.along, i), at(b.along, j))
    }
  }
}

function forEachCrossing(a: RoadLine, b: RoadLine, visit: (alongA: number, alongB: number) => void): void {
  for (let i = 1; i < a.points.length; i++) {
    const [p, q] = [at(a.points, i - 1), at(a.points, i)]
    for (let j = 1; j < b.points.length; j++) {
      const shares = crossingOf(p, q, at(b.points, j - 1), at(b.points, j))
      if (!shares) continue
      visit(partWay(a.along, i, shares[0]), partWay(b.along, j, shares[1]))
    }
  }
}

/** How far along each of two edges they cross, from 0 to 1; null: they do not, or run side by side. */
function crossingOf(p: PlanePoint, q: PlanePoint, r: PlanePoint, s: PlanePoint): [number, number] | null {
  const [ax, ay, bx, by] = [q[0] - p[0], q[1] - p[1], s[0] - r[0], s[1] - r[1]]
  const cross = ax * by - ay * bx
  if (cross === 0) return null
  const [dx, dy] = [r[0] - p[0], r[1] - p[1]]
  const t = (dx * by - dy * bx) / cross
  const u = (dx * ay - dy * ax) / cross
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [t, u] : null
}

function boxesWithin(a: RoadLine, b: RoadLine, meters: number): boolean {
  return ([0, 1] as const).every((axis) => {
    const [leastA, mostA] = spanOf(a, axis)
    const [leastB, mostB] = spanOf(b, axis)
    return leastA - meters <= mostB && leastB - meters <= mostA
  })
}

function spanOf({ points }: RoadLine, axis: 0 | 1): [least: number, most: number] {
  return points.reduce<[number, number]>(
    ([least, most], point) => [Math.min(least, point[axis]), Math.max(most, point[axis])],
    [Infinity, -Infinity],
  )
}

function partWay(along: readonly number[], edge: number, share: number): number {
  const [from, to] = [at(along, edge - 1), at(along, edge)]
  return from + (to - from) * share
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError(`no entry ${index} of ${list.length}`)
  return value
}
