/**
 * Where a polygon crosses or touches itself, if it does.
 *
 * A sweep from west to east: an edge is compared only with edges that are still open at its western end
 * and overlap it from south to north. Two rings may meet in a corner, as GeoJSON allows.
 */
import type { Position } from 'geojson'

interface Side {
  ring: number
  index: number
  /** How many sides its ring has. */
  count: number
  ax: number
  ay: number
  bx: number
  by: number
  west: number
  east: number
  south: number
  north: number
}

export function findCrossing(rings: readonly Position[][]): Position | null {
  const sides = rings.flatMap(sidesOf).sort((a, b) => a.west - b.west)
  let open: Side[] = []
  for (const side of sides) {
    open = open.filter(({ east }) => east >= side.west)
    for (const other of open) {
      if (other.south > side.north || other.north < side.south) continue
      const at = meeting(side, other)
      if (at) return at
    }
    open.push(side)
  }
  return null
}

function sidesOf(positions: readonly Position[], ring: number): Side[] {
  return positions.slice(1).map((to, index) => {
    const [ax = 0, ay = 0] = positions[index] ?? []
    const [bx = 0, by = 0] = to
    return {
      ring,
      index,
      count: positions.length - 1,
      ax,
      ay,
      bx,
      by,
      west: Math.min(ax, bx),
      east: Math.max(ax, bx),
      south: Math.min(ay, by),
      north: Math.max(ay, by),
    }
  })
}

function meeting(a: Side, b: Side): Position | null {
  if (a.ring === b.ring && areNeighbours(a, b)) return doublesBack(a, b) ? [a.ax, a.ay] : null
  const sides = [sideOf(a, b.ax, b.ay), sideOf(a, b.bx, b.by), sideOf(b, a.ax, a.ay), sideOf(b, a.bx, a.by)] as const
  const [b0, b1, a0, a1] = sides
  if (b0 * b1 < 0 && a0 * a1 < 0) return crossingPoint(a, b)
  const shareCorner = [
    [b.ax, b.ay],
    [b.bx, b.by],
  ].find(([x, y]) => (x === a.ax && y === a.ay) || (x === a.bx && y === a.by))
  // Two rings may meet in one corner; one ring may not come back to its own.
  if (shareCorner && a.ring !== b.ring && sides.filter((side) => side === 0).length <= 2) return null
  if (b0 === 0 && isOn(a, b.ax, b.ay)) return [b.ax, b.ay]
  if (b1 === 0 && isOn(a, b.bx, b.by)) return [b.bx, b.by]
  if (a0 === 0 && isOn(b, a.ax, a.ay)) return [a.ax, a.ay]
  if (a1 === 0 && isOn(b, a.bx, a.by)) return [a.bx, a.by]
  return null
}

function areNeighbours(a: Side, b: Side): boolean {
  const apart = Math.abs(a.index - b.index)
  return apart === 1 || apart === a.count - 1
}

/** Two neighbouring sides that lie on each other. */
function doublesBack(a: Side, b: Side): boolean {
  const [dx, dy, ex, ey] = [a.bx - a.ax, a.by - a.ay, b.bx - b.ax, b.by - b.ay]
  return dx * ey - dy * ex === 0 && dx * ex + dy * ey < 0
}

/** Positive: left of the side; 0: on its line. Differences first, so that the products stay exact enough. */
function sideOf({ ax, ay, bx, by }: Side, x: number, y: number): number {
  const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return Math.abs(cross) < 1e-16 ? 0 : Math.sign(cross)
}

function isOn({ west, east, south, north }: Side, x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north
}

function crossingPoint(a: Side, b: Side): Position {
  const cross = (a.bx - a.ax) * (b.by - b.ay) - (a.by - a.ay) * (b.bx - b.ax)
  const along = ((b.ax - a.ax) * (b.by - b.ay) - (b.ay - a.ay) * (b.bx - b.ax)) / cross
  return [a.ax + along * (a.bx - a.ax), a.ay + along * (a.by - a.ay)].map((degrees) => Number(degrees.toFixed(7)))
}
