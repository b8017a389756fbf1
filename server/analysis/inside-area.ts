/**
 * How much of some lines lies within an area of the plane, in metres.
 *
 * Each segment is cut where it meets a side of the area; a piece counts when its middle is inside. Sides are
 * looked up in horizontal bands, so that a long line against a large outline stays quick.
 */
import type { PlanePoint } from './laea.ts'
import type { PlanePolygons } from './overlay.ts'

export function lengthInside(lines: readonly PlanePoint[][], area: PlanePolygons): number {
  const sides = indexSides(area)
  if (!sides) return 0
  let meters = 0
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]]
      if (a && b) meters += segmentInside(a, b, sides)
    }
  return meters
}

/** Whether a point lies in the area: an odd number of sides to its right. */
export function pointInside(point: PlanePoint, area: PlanePolygons): boolean {
  const sides = indexSides(area)
  return sides !== null && isInside(point, sides)
}

/** The same for many points, with the sides looked up once. */
export function countInside(points: readonly PlanePoint[], area: PlanePolygons): number {
  const sides = indexSides(area)
  return sides === null ? 0 : points.filter((point) => isInside(point, sides)).length
}

type Side = readonly [PlanePoint, PlanePoint]

interface Sides {
  south: number
  north: number
  west: number
  east: number
  bandMeters: number
  bands: Side[][]
}

function indexSides(area: PlanePolygons): Sides | null {
  const rings = area.flat()
  let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity]
  let count = 0
  for (const ring of rings)
    for (const [x, y] of ring) {
      count++
      south = Math.min(south, y)
      north = Math.max(north, y)
      west = Math.min(west, x)
      east = Math.max(east, x)
    }
  if (count === 0) return null
  const bandCount = Math.min(2000, Math.max(1, Math.ceil(count / 8)))
  const bandMeters = (north - south) / bandCount || 1
  const bands: Side[][] = Array.from({ length: bandCount + 1 }, () => [])
  for (const ring of rings)
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]
      if (!b) return
      const from = Math.floor((Math.min(a[1], b[1]) - south) / bandMeters)
      const to = Math.floor((Math.max(a[1], b[1]) - south) / bandMeters)
      for (let band = from; band <= to; band++) bands[band]?.push([a, b])
    })
  return { south, north, west, east, bandMeters, bands }
}

function isInside([x, y]: PlanePoint, { south, north, west, east, bandMeters, bands }: Sides): boolean {
  if (y < south || y > north || x < west || x > east) return false
  let inside = false
  for (const [[ax, ay], [bx, by]] of bands[Math.floor((y - south) / bandMeters)] ?? [])
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  return inside
}

function segmentInside(a: PlanePoint, b: PlanePoint, sides: Sides): number {
  const { south, north, west, east, bandMeters, bands } = sides
  const [low, high] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])]
  if (high < south || low > north || Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east) return 0
  const cuts = [0, 1]
  const first = Math.max(0, Math.floor((low - south) / bandMeters))
  const last = Math.min(bands.length - 1, Math.floor((high - south) / bandMeters))
  for (let band = first; band <= last; band++)
    for (const [c, d] of bands[band] ?? []) {
      const cut = cutAt(a, b, c, d)
      if (cut !== null) cuts.push(cut)
    }
  cuts.sort((one, other) => one - other)
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  let inside = 0
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1] ?? 0, cuts[i] ?? 0]
    if (to - from < 1e-12) continue
    const middle = (from + to) / 2
    if (isInside([a[0] + (b[0] - a[0]) * middle, a[1] + (b[1] - a[1]) * middle], sides)) inside += to - from
  }
  return inside * length
}

/** Where on `a`–`b`, from 0 to 1, the side `c`–`d` crosses it. */
function cutAt(a: PlanePoint, b: PlanePoint, c: PlanePoint, d: PlanePoint): number | null {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]]
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]]
  const cross = rx * sy - ry * sx
  if (cross === 0) return null
  const [qx, qy] = [c[0] - a[0], c[1] - a[1]]
  const onFirst = (qx * sy - qy * sx) / cross
  const onSecond = (qx * ry - qy * rx) / cross
  return onFirst > 0 && onFirst < 1 && onSecond >= 0 && onSecond <= 1 ? onFirst : null
}
