import { boundsOf } from '../../format/bounds.ts'

/** The middle of a shape's box: footprints of parks are squares or circles round their point. */
export function centreOf(geometry: GeoJSON.Geometry): [number, number] {
  if (geometry.type === 'Point') return [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]
  const [west, south, east, north] = boundsOf(geometry)
  return [(west + east) / 2, (south + north) / 2]
}
