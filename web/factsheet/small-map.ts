import type { Geometry, Position } from 'geojson'
import { boundsOf, type Bounds } from '../format/bounds.ts'
import type { Paint, Pdf, Rectangle, Stroke } from '../pdf/create-pdf.ts'

/**
 * A small map as vectors on paper: a window of the ground in plate carrée true to scale at its middle latitude, which
 * is within a few per mille over a province. North is up.
 */
export interface SmallMap {
  /** Where a position lies on the paper, in millimetres. */
  place: (position: Position) => [number, number]
  /** Millimetres on paper for a kilometre on the ground. */
  millimetersPerKilometer: number
  area: (geometry: Geometry | null, paint: Paint) => void
  line: (geometry: Geometry | null, stroke: Stroke) => void
}

const kilometersPerDegree = 111.2

/** The smallest window of the frame's shape around a box, with a margin in parts of its size. */
export function smallMap(pdf: Pdf, frame: Rectangle, box: Bounds, margin = 0.06): SmallMap {
  const [west, south, east, north] = box
  const middle: [number, number] = [(west + east) / 2, (south + north) / 2]
  const shrink = Math.cos((middle[1] * Math.PI) / 180)
  const wide = Math.max((east - west) * shrink, 0.02) * (1 + 2 * margin)
  const high = Math.max(north - south, 0.02) * (1 + 2 * margin)
  const millimetersPerDegree = Math.min(frame.width / wide, frame.height / high)
  const place = ([longitude = 0, latitude = 0]: Position): [number, number] => [
    frame.x + frame.width / 2 + (longitude - middle[0]) * shrink * millimetersPerDegree,
    frame.y + frame.height / 2 - (latitude - middle[1]) * millimetersPerDegree,
  ]
  return {
    place,
    millimetersPerKilometer: millimetersPerDegree / kilometersPerDegree,
    area: (geometry, paint) => {
      for (const rings of polygonsOf(geometry)) {
        const placed = rings.map((ring) => thin(ring.map(place)))
        pdf.polygon(placed, paint)
      }
    },
    line: (geometry, stroke) => {
      for (const line of linesOf(geometry)) pdf.line(thin(line.map(place)), stroke)
    },
  }
}

/** Drops points closer than a tenth of a millimetre to the one before: no printer shows them. */
function thin(points: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1)
    const isEnd = index === points.length - 1
    if (!last || isEnd || Math.hypot(point[0] - last[0], point[1] - last[1]) > 0.1) kept.push(point)
  }
  return kept
}

function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates]
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : []
}

function linesOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'LineString') return [geometry.coordinates]
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : []
}

/** The middle of a shape's box: enough for a mark of a few millimetres. */
export function middleOf(geometry: Geometry | null): [number, number] | null {
  if (!geometry) return null
  const [west, south, east, north] = boundsOf(geometry)
  return [(west + east) / 2, (south + north) / 2]
}
