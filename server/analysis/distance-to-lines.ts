/**
 * How far a place or an area is from some lines, and which of them is the nearest.
 *
 * The nearest spot is looked for in the plane, where directions and distances are true to 0.1 ‰; the
 * distance to it is then measured along the ellipsoid. With uncertain lines the nearest may be another one:
 * at the least, every line is nearer by its own uncertainty, at the most, farther.
 */
import type { Range } from '../domain/coverage.ts'
import type { PlaneLine } from './coverage-lines.ts'
import { fromPlane, type PlanePoint } from './laea.ts'
import { geodesicDistanceMeters } from './measure.ts'
import type { PlanePolygons } from './overlay.ts'

export interface Nearest {
  /** Position in the list of lines. */
  line: number
  distanceMeters: Range
}

/** Two spots and the distance between them in the plane. */
interface Link {
  meters: number
  from: PlanePoint
  to: PlanePoint
}

/**
 * @param ownUncertaintyMeters radius around the true place
 */
export function nearestToPoint(point: PlanePoint, lines: readonly PlaneLine[], ownUncertaintyMeters = 0): Nearest {
  return nearestOf(
    lines.map(({ parts }) => linkToPoint(point, parts)),
    lines,
    ownUncertaintyMeters,
  )
}

/** The edge of an area, made ready for being asked how far it is from lines. */
export interface Outline {
  rings: readonly (readonly PlanePoint[])[]
  /** A circle that holds it; not the smallest. */
  circle: { centre: PlanePoint; radius: number }
  /** Stretches of the edge with the box around each. */
  stretches: readonly Stretch[]
}

interface Stretch {
  corners: readonly PlanePoint[]
  box: readonly [left: number, bottom: number, right: number, top: number]
}

export function toOutline(polygons: PlanePolygons): Outline {
  const rings = polygons.flat()
  return { rings, circle: circleAround(rings), stretches: rings.flatMap(toStretches) }
}

/** From the nearest edge of an area; 0 where a line crosses or lies in it. */
export function nearestToArea(outline: Outline, lines: readonly PlaneLine[], ownUncertaintyMeters = 0): Nearest {
  return nearestOf(
    lines.map(({ parts }) => linkToArea(outline, parts)),
    lines,
    ownUncertaintyMeters,
  )
}

/** Whether a place lies in an area; on its edge it may be either. */
export function isInArea([x, y]: PlanePoint, rings: readonly (readonly PlanePoint[])[]): boolean {
  let isInside = false
  for (const ring of rings) {
    let before = ring.at(-1)
    for (const here of ring) {
      if (
        before &&
        here[1] > y !== before[1] > y &&
        x < ((before[0] - here[0]) * (y - here[1])) / (before[1] - here[1]) + here[0]
      ) {
        isInside = !isInside
      }
      before = here
    }
  }
  return isInside
}

function nearestOf(links: readonly Link[], lines: readonly PlaneLine[], ownUncertaintyMeters: number): Nearest {
  const geodesic = new Map<number, number>()
  /** Of the line that is nearest when each is so much nearer or farther. */
  const leastWith = (sign: 0 | 1 | -1): { line: number; meters: number } => {
    let line = 0
    let least = Infinity
    for (const [i, link] of links.entries()) {
      const meters = link.meters + sign * (lines[i]?.uncertaintyMeters ?? 0)
      if (meters < least) [line, least] = [i, meters]
    }
    const link = links[line]
    if (!geodesic.has(line) && link) {
      geodesic.set(line, link.meters === 0 ? 0 : geodesicDistanceMeters(fromPlane(link.from), fromPlane(link.to)))
    }
    return { line, meters: (geodesic.get(line) ?? 0) + sign * (lines[line]?.uncertaintyMeters ?? 0) }
  }
  const { line, meters } = leastWith(0)
  return {
    line,
    distanceMeters: {
      low: Math.max(0, Math.min(meters, leastWith(-1).meters - ownUncertaintyMeters)),
      value: meters,
      high: Math.max(meters, leastWith(1).meters + ownUncertaintyMeters),
    },
  }
}

function linkToPoint(point: PlanePoint, parts: readonly (readonly PlanePoint[])[]): Link {
  let nearest: Link = { meters: Infinity, from: point, to: point }
  for (const part of parts) {
    for (let i = 1; i < part.length; i++) nearest = nearer(nearest, point, part[i - 1], part[i])
  }
  return nearest
}

function linkToArea({ rings, circle, stretches }: Outline, parts: readonly (readonly PlanePoint[])[]): Link {
  const [begin] = parts[0] ?? []
  if (begin && isInArea(begin, rings)) return { meters: 0, from: begin, to: begin }
  let nearest: Link = { meters: Infinity, from: circle.centre, to: circle.centre }
  // The edge nearest to the middle first: what is found there rules out most others at a glance.
  const [part, corner] = cornerNearest(circle.centre, parts)
  nearest = linkToEdge(nearest, stretches, parts[part]?.[corner - 1], parts[part]?.[corner])
  for (const line of parts) {
    for (let i = 1; i < line.length && nearest.meters > 0; i++) {
      nearest = linkToEdge(nearest, stretches, line[i - 1], line[i])
    }
  }
  return nearest
}

function cornerNearest(point: PlanePoint, parts: readonly (readonly PlanePoint[])[]): [part: number, corner: number] {
  let nearest: [number, number] = [0, 1]
  let least = Infinity
  for (const [i, part] of parts.entries()) {
    for (let j = 1; j < part.length; j++) {
      const corner = part[j] ?? point
      const meters = Math.abs(corner[0] - point[0]) + Math.abs(corner[1] - point[1])
      if (meters < least) [nearest, least] = [[i, j], meters]
    }
  }
  return nearest
}

function linkToEdge(
  best: Link,
  stretches: readonly Stretch[],
  from: PlanePoint | undefined,
  to: PlanePoint | undefined,
): Link {
  if (!from || !to) return best
  const left = Math.min(from[0], to[0])
  const right = Math.max(from[0], to[0])
  const bottom = Math.min(from[1], to[1])
  const top = Math.max(from[1], to[1])
  let nearest = best
  for (const { corners, box } of stretches) {
    if (Math.max(box[0] - right, left - box[2], box[1] - top, bottom - box[3]) >= nearest.meters) continue
    for (let i = 1; i < corners.length; i++) {
      const before = corners[i - 1] ?? from
      const here = corners[i] ?? from
      if (doCross(from, to, before, here)) return { meters: 0, from: here, to: here }
      nearest = nearer(nearest, here, from, to)
      nearest = nearer(nearest, from, before, here)
      nearest = nearer(nearest, to, before, here)
    }
  }
  return nearest
}

const stretchEdges = 12

function toStretches(ring: readonly PlanePoint[]): Stretch[] {
  const closed = [...ring, ...ring.slice(0, 1)]
  const stretches: Stretch[] = []
  for (let i = 0; i + 1 < closed.length; i += stretchEdges) {
    const corners = closed.slice(i, i + stretchEdges + 1)
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    stretches.push({ corners, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] })
  }
  return stretches
}

function nearer(best: Link, point: PlanePoint, from: PlanePoint | undefined, to: PlanePoint | undefined): Link {
  if (!from || !to) return best
  const link = toSegment(point, from, to)
  return link.meters < best.meters ? link : best
}

/** The nearest spot of a straight edge. */
export function toSegment(point: PlanePoint, from: PlanePoint, to: PlanePoint): Link {
  const x = to[0] - from[0]
  const y = to[1] - from[1]
  const squared = x * x + y * y
  const along = squared === 0 ? 0 : ((point[0] - from[0]) * x + (point[1] - from[1]) * y) / squared
  const share = along < 0 ? 0 : along > 1 ? 1 : along
  const spot: PlanePoint = [from[0] + share * x, from[1] + share * y]
  const dx = point[0] - spot[0]
  const dy = point[1] - spot[1]
  return { meters: Math.sqrt(dx * dx + dy * dy), from: point, to: spot }
}

function doCross(a: PlanePoint, b: PlanePoint, c: PlanePoint, d: PlanePoint): boolean {
  return side(a, b, c) > 0 !== side(a, b, d) > 0 && side(c, d, a) > 0 !== side(c, d, b) > 0
}

function side(a: PlanePoint, b: PlanePoint, point: PlanePoint): number {
  return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
}

function circleAround(rings: readonly (readonly PlanePoint[])[]): Outline['circle'] {
  const corners = rings.flat()
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const middle = (values: readonly number[]) => {
    const [least, most] = values.reduce(
      ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
      [Infinity, -Infinity],
    )
    return (least + most) / 2
  }
  const centre: PlanePoint = [middle(xs), middle(ys)]
  const radius = corners.reduce((most, [x, y]) => Math.max(most, Math.hypot(x - centre[0], y - centre[1])), 0)
  return { centre, radius }
}
