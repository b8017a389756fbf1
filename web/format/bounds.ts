export type Bounds = [west: number, south: number, east: number, north: number]

/** The smallest box around a geometry; a lone point gets a box of about 4 km so that it can be framed. */
export function boundsOf(geometry: GeoJSON.Geometry): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  visit(geometry, ([longitude = 0, latitude = 0]) => {
    bounds[0] = Math.min(bounds[0], longitude)
    bounds[1] = Math.min(bounds[1], latitude)
    bounds[2] = Math.max(bounds[2], longitude)
    bounds[3] = Math.max(bounds[3], latitude)
  })
  const lone = bounds[0] === bounds[2] && bounds[1] === bounds[3]
  return lone ? [bounds[0] - 0.02, bounds[1] - 0.02, bounds[2] + 0.02, bounds[3] + 0.02] : bounds
}

function visit(geometry: GeoJSON.Geometry, see: (position: GeoJSON.Position) => void): void {
  switch (geometry.type) {
    case 'Point':
      return see(geometry.coordinates)
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates.forEach(see)
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.forEach((part) => part.forEach(see))
    case 'MultiPolygon':
      return geometry.coordinates.forEach((polygon) => polygon.forEach((ring) => ring.forEach(see)))
    case 'GeometryCollection':
      return geometry.geometries.forEach((part) => visit(part, see))
  }
}
