/**
 * Whether a shape touches a box of longitudes and latitudes.
 *
 * The shape itself is tested, not its envelope: a river that bends round the box does not touch it.
 * Touching in one point counts.
 */
import type { Geometry, Position } from 'geojson'
import type { Box } from '../domain/box.ts'

export function touchesBox(geometry: Geometry, box: Box): boolean {
  const [west, south, east, north] = box
  if (west <= east) return touchesPlainBox(geometry, box)
  return touchesPlainBox(geometry, [west, south, 180, north]) || touchesPlainBox(geometry, [-180, south, east, north])
}

/** The same for two boxes; the first may cross the 180th meridian. */
export function boxesTouch([west, south, east, north]: Box, [west2, south2, east2, north2]: Box): boolean {
  if (south > north2 || south2 > north) return false
  return west <= east ? west <= east2 && west2 <= east : west <= east2 || west2 <= east
}

function touchesPlainBox(geometry: Geometry, box: Box): boolean {
  switch (geometry.type) {
    case 'Point':
      return isInBox(geometry.coordinates, box)
    case 'MultiPoint':
      return geometry.coordinates.some((position) => isInBox(position, box))
    case 'LineString':
      return lineTouches(geometry.coordinates, box)
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineTouches(line, box))
    case 'Polygon':
      return polygonTouches(geometry.coordinates, box)
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => polygonTouches(rings, box))
    case 'GeometryCollection':
      return geometry.geometries.some((part) => touchesPlainBox(part, box))
  }
}

/** Either a boundary crosses the box, or the whole box lies inside the polygon: then so does its corner. */
function polygonTouches(rings: readonly Position[][], box: Box): boolean {
  if (rings.some((ring) => lineTouches(ring, box))) return true
  const inside = rings.filter((ring) => isInRing(box[0], box[1], ring))
  const [outer] = rings
  return outer !== undefined && inside.length === 1 && inside[0] === outer
}

function lineTouches(line: readonly Position[], box: Box): boolean {
  let from = line[0]
  if (!from) return false
  if (line.length === 1) return isInBox(from, box)
  for (let i = 1; i < line.length; i++) {
    const to = line[i]
    if (!to) break
    if (segmentTouches(from, to, box)) return true
    from = to
  }
  return false
}

function isInBox([x = Number.NaN, y = Number.NaN]: Position, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north
}

/** Both ends beyond one side: no. Else the box's corners must not all lie on one side of the line. */
function segmentTouches(from: Position, to: Position, box: Box): boolean {
  const [west, south, east, north] = box
  const [x1 = Number.NaN, y1 = Number.NaN] = from
  const [x2 = Number.NaN, y2 = Number.NaN] = to
  if ((x1 < west && x2 < west) || (x1 > east && x2 > east)) return false
  if ((y1 < south && y2 < south) || (y1 > north && y2 > north)) return false
  if (isInBox(from, box) || isInBox(to, box)) return true
  const side = (x: number, y: number) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
  const sides = [side(west, south), side(east, south), side(east, north), side(west, north)]
  return !(sides.every((value) => value > 0) || sides.every((value) => value < 0))
}

function isInRing(x: number, y: number, ring: readonly Position[]): boolean {
  let isInside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? []
    const [xj = 0, yj = 0] = ring[j] ?? []
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isInside = !isInside
  }
  return isInside
}
