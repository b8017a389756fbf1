/**
 * Which part of the world the basemap shows, and what of a line or an area falls within it.
 *
 * Clipping keeps the direction of travel, so a shoreline with land on its left still has land on
 * its left afterwards. An area is closed along the frame of the window.
 */
import { at, endOf, samePosition, segmentsOf, startOf, withoutRepeats } from './points.ts'
import type { Line, LngLat } from './points.ts'

/** A box of degrees: `[west, south, east, north]`. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The province with a good part of its neighbours and of the sea. */
export const basemapWindow: Box = [103.6, 18.6, 106.9, 21.4]

/** What a wide screen shows around the province at zoom 6: Hainan and the Mekong, Yunnan and Hoàng Sa. */
export const wideWindow: Box = [98.5, 15, 113, 25]

/** As much of the wide window as the picture of heights covers, with a margin to fade out in. */
export const reliefWindow: Box = [99, 15.5, 112, 22.5]

/** The province and one valley more on every side. */
export const riverWindow: Box = [104.2, 19.1, 106.3, 20.9]

export function isInBox([lng, lat]: LngLat, [west, south, east, north]: Box): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}

/** The pieces of a line inside the box. Cut points lie exactly on the frame. */
export function clipLine(line: readonly LngLat[], box: Box): Line[] {
  const pieces: Line[] = []
  let piece: Line = []
  for (const [from, to] of segmentsOf(line)) {
    const inside = clipSegment(from, to, box)
    if (!inside) continue
    const [start, end] = inside
    const continues = piece.length > 0 && samePosition(endOf(piece), start)
    if (!continues) {
      if (piece.length > 1) pieces.push(piece)
      piece = [start]
    }
    if (!samePosition(start, end)) piece.push(end)
  }
  if (piece.length > 1) pieces.push(piece)
  return pieces
}

/** The pieces of a line outside the box. Cut points lie exactly on the frame. */
export function cutAway(line: readonly LngLat[], box: Box): Line[] {
  const pieces: Line[] = []
  let piece: Line = []
  const end = () => {
    if (piece.length > 1) pieces.push(piece)
    piece = []
  }
  for (const [from, to] of segmentsOf(line)) {
    if (piece.length === 0) piece = [from]
    const inside = clipSegment(from, to, box)
    if (!inside || samePosition(...inside)) {
      piece.push(to)
      continue
    }
    const [start, leave] = inside
    if (!samePosition(from, start)) piece.push(start)
    end()
    if (!samePosition(leave, to)) piece = [leave, to]
  }
  end()
  return pieces
}

/** Whether both ends of a stretch lie on the same side of the frame. */
export function runsAlongFrame(a: LngLat, b: LngLat, [west, south, east, north]: Box): boolean {
  return (a[0] === b[0] && (a[0] === west || a[0] === east)) || (a[1] === b[1] && (a[1] === south || a[1] === north))
}

/** What of a ring lies inside the box: closed lines, or pieces that begin and end on the frame. */
export function clipRing(ring: readonly LngLat[], box: Box): Line[] {
  if (ring.every((position) => isInBox(position, box))) return [[...ring]]
  const outside = ring.findIndex((position) => !isInBox(position, box))
  const open = ring.slice(0, -1)
  const turned = [...open.slice(outside), ...open.slice(0, outside), at(ring, outside)]
  return clipLine(turned, box)
}

/**
 * The areas left of the given pieces, closed along the frame: outer rings, counterclockwise.
 *
 * Every piece must begin and end on the frame and have its area on the left; pieces must not cross.
 */
export function closeAlongFrame(pieces: readonly Line[], box: Box): Line[] {
  const open = pieces.map((line) => ({
    line,
    enters: alongFrame(startOf(line), box),
    leaves: alongFrame(endOf(line), box),
  }))
  const rings: Line[] = []
  const left = new Set(open)
  for (const first of open) {
    if (!left.has(first)) continue
    const ring: Line = []
    let piece = first
    do {
      left.delete(piece)
      ring.push(...piece.line)
      const from = piece.leaves
      const next = open.reduce((best, other) => (ahead(from, other.enters) < ahead(from, best.enters) ? other : best))
      ring.push(...cornersBetween(from, ahead(from, next.enters), box))
      if (next !== first && !left.has(next)) {
        throw new Error('closeAlongFrame: two pieces would share one stretch of the frame')
      }
      piece = next
    } while (piece !== first)
    ring.push(startOf(ring))
    rings.push(withoutRepeats(ring))
  }
  return rings
}

/** How far round the frame a position on it is, counterclockwise from the south-west corner, 0 to 4. */
function alongFrame([lng, lat]: LngLat, [west, south, east, north]: Box): number {
  if (lat === south) return (lng - west) / (east - west)
  if (lng === east) return 1 + (lat - south) / (north - south)
  if (lat === north) return 2 + (east - lng) / (east - west)
  if (lng === west) return 3 + (north - lat) / (north - south)
  throw new Error(`alongFrame: ${lng}, ${lat} must lie on the frame of the window`)
}

function ahead(from: number, to: number): number {
  return to > from ? to - from : to - from + 4
}

function cornersBetween(from: number, distance: number, box: Box): Line {
  const [west, south, east, north] = box
  const corners: Line = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
  const passed: Line = []
  for (let corner = Math.floor(from) + 1; corner < from + distance; corner++) {
    passed.push(at(corners, corner % 4))
  }
  return passed
}

/** Liang–Barsky. Where the frame cuts, the coordinate of the frame itself is kept to the last bit. */
function clipSegment(a: LngLat, b: LngLat, box: Box): [LngLat, LngLat] | undefined {
  const [west, south, east, north] = box
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const edges: [towards: number, distance: number, axis: 0 | 1, frame: number][] = [
    [-dx, a[0] - west, 0, west],
    [dx, east - a[0], 0, east],
    [-dy, a[1] - south, 1, south],
    [dy, north - a[1], 1, north],
  ]
  let enter = 0
  let leave = 1
  let start: LngLat = [a[0], a[1]]
  let end: LngLat = [b[0], b[1]]
  for (const [towards, distance, axis, frame] of edges) {
    if (towards === 0) {
      if (distance < 0) return undefined
      continue
    }
    const share = distance / towards
    const cut: LngLat = [a[0] + dx * share, a[1] + dy * share]
    cut[axis] = frame
    if (towards < 0 && share > enter) {
      enter = share
      start = cut
    }
    if (towards > 0 && share < leave) {
      leave = share
      end = cut
    }
  }
  return enter > leave ? undefined : [start, end]
}
