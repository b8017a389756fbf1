/**
 * How a road runs that is known only by the places it passes.
 *
 * A smooth line through every waypoint in order: cubic pieces with centripetal Catmull-Rom tangents
 * (Yuksel et al. 2011, which neither loop nor cusp within a piece), the tangents shortened where the road
 * turns sharply so that it does not swing out. Simplified to ten metres; waypoints stay exactly.
 */
import type { Position } from 'geojson'
import { fromPlane, toPlane, type PlanePoint } from '../../server/analysis/laea.ts'

const sampleMeters = 150
const toleranceMeters = 10

export function smoothLine(waypoints: readonly Position[]): Position[] {
  const points = waypoints
    .map(toPlane)
    .filter((point, i, all) => i === 0 || lengthOf(minus(point, all[i - 1] ?? point)) > 1)
  const kept = waypoints.filter(
    (_, i) => i === 0 || lengthOf(minus(toPlane(at(waypoints, i)), toPlane(at(waypoints, i - 1)))) > 1,
  )
  const line: Position[] = kept.slice(0, 1)
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [at(points, i - 1), at(points, i)]
    const chord = lengthOf(minus(to, from))
    const piece = piecePoints(from, to, tangentAt(points, i - 1, chord), tangentAt(points, i, chord))
    line.push(...simplify(piece, toleranceMeters).slice(1, -1).map(fromPlane), at(kept, i))
  }
  return line
}

/** The tangent at a waypoint, scaled for a piece whose ends are `chord` metres apart. */
function tangentAt(points: readonly PlanePoint[], i: number, chord: number): PlanePoint {
  const here = at(points, i)
  const before = points[i - 1]
  const after = points[i + 1]
  if (!before || !after) return [0, 0]
  const [into, out] = [minus(here, before), minus(after, here)]
  const [a, b] = [Math.sqrt(lengthOf(into)), Math.sqrt(lengthOf(out))]
  // Centripetal: knots lie apart by the square root of the distance.
  const velocity = plus(minus(scaled(into, 1 / a), scaled(plus(into, out), 1 / (a + b))), scaled(out, 1 / b))
  const speed = lengthOf(velocity)
  if (speed === 0) return [0, 0]
  const turn = (into[0] * out[0] + into[1] * out[1]) / (lengthOf(into) * lengthOf(out))
  // 1 straight on, 0 for a turn of 120° and more.
  const ease = Math.max(0, Math.min(1, (turn + 0.5) / 1.2))
  const reach = Math.min(speed * Math.sqrt(chord), chord) * ease
  return scaled(velocity, reach / speed)
}

function piecePoints(from: PlanePoint, to: PlanePoint, leave: PlanePoint, arrive: PlanePoint): PlanePoint[] {
  const steps = Math.max(2, Math.ceil(lengthOf(minus(to, from)) / sampleMeters))
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps
    const [t2, t3] = [t * t, t * t * t]
    return plus(
      plus(scaled(from, 2 * t3 - 3 * t2 + 1), scaled(to, 3 * t2 - 2 * t3)),
      plus(scaled(leave, t3 - 2 * t2 + t), scaled(arrive, t3 - t2)),
    )
  })
}

/** Douglas and Peucker: the fewest of the points that keep within the tolerance. Ends stay. */
export function simplify(points: readonly PlanePoint[], tolerance: number): PlanePoint[] {
  const keep = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [start, end] = span
    let furthest = -1
    let most = tolerance
    for (let i = start + 1; i < end; i++) {
      const off = offLine(at(points, i), at(points, start), at(points, end))
      if (off > most) [furthest, most] = [i, off]
    }
    if (furthest < 0) continue
    keep.add(furthest)
    spans.push([start, furthest], [furthest, end])
  }
  return points.filter((_, i) => keep.has(i))
}

function offLine(point: PlanePoint, from: PlanePoint, to: PlanePoint): number {
  const along = minus(to, from)
  const squared = along[0] ** 2 + along[1] ** 2
  const to0 = minus(point, from)
  const share = squared === 0 ? 0 : Math.max(0, Math.min(1, (to0[0] * along[0] + to0[1] * along[1]) / squared))
  return lengthOf(minus(to0, scaled(along, share)))
}

function plus(a: PlanePoint, b: PlanePoint): PlanePoint {
  return [a[0] + b[0], a[1] + b[1]]
}

function minus(a: PlanePoint, b: PlanePoint): PlanePoint {
  return [a[0] - b[0], a[1] - b[1]]
}

function scaled(a: PlanePoint, by: number): PlanePoint {
  return [a[0] * by, a[1] * by]
}

function lengthOf(a: PlanePoint): number {
  return Math.hypot(a[0], a[1])
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError(`no entry ${index} of ${list.length}`)
  return value
}
