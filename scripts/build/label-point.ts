/**
 * Where the name of an area is written: the point inside it that is furthest from its edge (the pole of
 * inaccessibility), found in the equal-area plane.
 */
import polylabel from 'polylabel'
import type { Geometry, Position } from 'geojson'
import { fromPlane } from '../../server/analysis/laea.ts'
import { planeArea, toPlanePolygons } from '../../server/analysis/overlay.ts'

const precisionMeters = 50

/** Of several parts the largest one is named; a point is its own. */
export function labelPoint(geometry: Geometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates
  const [largest] = toPlanePolygons(geometry).sort((a, b) => planeArea([b]) - planeArea([a]))
  if (!largest) throw new Error(`labelPoint: must be given an area or a point, got ${geometry.type}`)
  const [x = 0, y = 0] = polylabel(
    largest.map((ring) => [...ring, ...ring.slice(0, 1)]),
    precisionMeters,
  )
  return fromPlane([x, y])
}
