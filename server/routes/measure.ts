/**
 * `POST /analysis/measure`: how large and how long a GeoJSON is.
 */
import { Type } from 'typebox'
import { MeasureAnswer } from '../domain/analysis.ts'
import { mostBodyBytes } from '../plugins/bodies.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'
import { mediaTypes } from './links.ts'

const geoJsonTypes = [
  'Feature',
  'FeatureCollection',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]

export const measure: Routes = async (app, { measurer }) => {
  app.post(
    '/analysis/measure',
    {
      bodyLimit: mostBodyBytes,
      schema: {
        operationId: 'measure',
        summary: 'Area and length of a GeoJSON',
        description: 'A geometry, a feature or a collection of them, in longitude and latitude (WGS 84).',
        tags: ['analysis'],
        consumes: [mediaTypes.geojson, mediaTypes.json],
        querystring: jsonQuery,
        body: Type.Object({ type: Type.Unsafe<string>({ type: 'string', enum: geoJsonTypes }) }),
        response: { 200: MeasureAnswer },
      },
      config: { rateLimit: { max: 240, timeWindow: 60_000 } },
    },
    async (request) => {
      acceptJson(request)
      return measurer.measure(request.body)
    },
  )
}
