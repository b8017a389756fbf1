/**
 * `/conformance`: which conformance classes of which standards this server keeps.
 *
 * A class stands here only with a test of ours that shows it: see `conformance.test.ts`.
 */
import { Type } from 'typebox'
import { chooseFormat, htmlFormat, jsonFormat } from '../plugins/negotiation.ts'
import type { Routes } from './context.ts'
import { sendPage } from './html/layout.ts'
import { listPage } from './html/list-page.ts'
import { formatParameter } from './query/parameters.ts'
import { querySchema } from './query/query.ts'

const ogc = 'http://www.opengis.net/spec'

export const conformanceClasses = [
  `${ogc}/ogcapi-common-1/1.0/conf/core`,
  `${ogc}/ogcapi-common-1/1.0/conf/json`,
  `${ogc}/ogcapi-common-1/1.0/conf/html`,
  `${ogc}/ogcapi-common-1/1.0/conf/oas30`,
  `${ogc}/ogcapi-common-2/1.0/conf/collections`,
  `${ogc}/ogcapi-features-1/1.0/conf/core`,
  `${ogc}/ogcapi-features-1/1.0/conf/geojson`,
  `${ogc}/ogcapi-features-1/1.0/conf/html`,
  `${ogc}/ogcapi-features-1/1.0/conf/oas30`,
  `${ogc}/ogcapi-features-2/1.0/conf/crs`,
  `${ogc}/ogcapi-tiles-1/1.0/conf/core`,
  `${ogc}/ogcapi-tiles-1/1.0/conf/tileset`,
  `${ogc}/ogcapi-tiles-1/1.0/conf/tilesets-list`,
  `${ogc}/ogcapi-tiles-1/1.0/conf/dataset-tilesets`,
  `${ogc}/ogcapi-tiles-1/1.0/conf/geodata-tilesets`,
  `${ogc}/ogcapi-tiles-1/1.0/conf/collections-selection`,
  `${ogc}/ogcapi-tiles-1/1.0/conf/mvt`,
  `${ogc}/tms/2.0/conf/json-tilematrixset`,
  `${ogc}/tms/2.0/conf/json-tilesetmetadata`,
] as const

const titles = { title_vi: 'Các tiêu chuẩn được tuân theo', title_en: 'Which standards are kept' }

const query = querySchema({ f: formatParameter(['json', 'html']) })

export const conformance: Routes = async (app, { baseUrl }) => {
  app.get(
    '/conformance',
    {
      schema: {
        operationId: 'getConformance',
        summary: 'Which standards are kept',
        tags: ['discovery'],
        querystring: query,
        response: { 200: Type.Object({ conformsTo: Type.Array(Type.String()) }) },
      },
    },
    async (request, reply) => {
      const format = chooseFormat(request.headers.accept, request.query.f, [jsonFormat, htmlFormat])
      if (format === 'json') return { conformsTo: [...conformanceClasses] }
      return sendPage(reply, listPage({ ...titles, base: baseUrl(request), lines: conformanceClasses }))
    },
  )
}
