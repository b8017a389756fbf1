/** The server's own measures, run in the page: on the ellipsoid, and on the cadastral grid. */
export { circleOf, toCirclePolygon } from '../../server/analysis/circle.ts'
export { measureGeoJson } from '../../server/analysis/measure-geojson.ts'
export { geodesicDistanceMeters } from '../../server/analysis/measure.ts'
