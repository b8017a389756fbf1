/**
 * What a place of a stated area looks like when nobody has published its outline.
 *
 * A square with rounded corners of exactly that area around the known point: a symbol to true scale,
 * never an outline.
 */
import type { Polygon, Position } from 'geojson'
import { fromPlane, toPlane } from '../../server/analysis/laea.ts'
import { ellipsoidAreaSquareMeters, squareMetersPerHectare } from '../../server/analysis/measure.ts'
import { roundPosition } from './features.ts'

const corners = 40
/** 2 is a circle, infinity a square. */
const exponent = 4
const decimals = 7
/** Of the area, or this many square metres where that is more: no finer coordinates are stored. */
const tolerance = 1e-6
const toleranceSquareMeters = 0.2

export function footprint(position: Position, areaHectares: number): Polygon {
  const wanted = areaHectares * squareMetersPerHectare
  const error = (polygon: Polygon) => ellipsoidAreaSquareMeters(polygon) / wanted - 1
  const halfSide = 1000 / Math.sqrt(1 + error(shape(position, 1000, 12)))
  let polygon = shape(position, halfSide, decimals)
  // A centimetre of rounding is worth more than the tolerance on a small park: corners are nudged by one
  // unit of the last decimal, towards or away from the centre, as long as that helps.
  for (let corner = 0; Math.abs(error(polygon)) > tolerance / 2 && corner < 10 * corners; corner++) {
    const nudged = nudge(polygon, corner % corners, error(polygon) > 0 ? -1 : 1, position)
    if (Math.abs(error(nudged)) < Math.abs(error(polygon))) polygon = nudged
  }
  if (Math.abs(error(polygon)) > Math.max(tolerance, toleranceSquareMeters / wanted)) {
    throw new Error(`footprint: ${areaHectares} ha at ${String(position)} cannot be drawn exactly enough`)
  }
  return polygon
}

function nudge(polygon: Polygon, corner: number, outwards: 1 | -1, centre: Position): Polygon {
  const open = (polygon.coordinates[0] ?? []).slice(0, -1)
  const ring = open.map((position, i) =>
    i === corner
      ? roundPosition(
          position.map(
            (degrees, axis) => degrees + Math.sign(degrees - Number(centre[axis])) * outwards * 10 ** -decimals,
          ),
          decimals,
        )
      : position,
  )
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }
}

function shape(position: Position, halfSideMeters: number, places: number): Polygon {
  const [x, y] = toPlane(position)
  const ring = Array.from({ length: corners }, (_, i) => {
    // Starting off the axes puts no corner in the middle of a side.
    const angle = ((i + 0.5) * 2 * Math.PI) / corners
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
    const radius = halfSideMeters * (Math.abs(cosine) ** exponent + Math.abs(sine) ** exponent) ** (-1 / exponent)
    return roundPosition(fromPlane([x + radius * cosine, y + radius * sine]), places)
  })
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }
}
