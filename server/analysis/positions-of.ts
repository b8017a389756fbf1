import type { Geometry, Position } from 'geojson'

/** Every position of a shape in order; none of a feature without geometry. */
export function positionsOf(geometry: Geometry | null): Position[] {
  switch (geometry?.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf)
    default:
      return []
  }
}
