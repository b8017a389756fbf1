/** The server's own measures, run in the page: on the ellipsoid, and on the cadastral grid. */
export { measureGeoJson } from '../../server/analysis/measure-geojson.ts'
export { geodesicDistanceMeters } from '../../server/analysis/measure.ts'
