/**
 * `/collections/{collectionId}/items`: the features of a collection, page by page, filtered.
 */
import { Type, type Static } from 'typebox'
import { intervalOfYear, overlap, type Interval } from '../analysis/interval.ts'
import { geometryTo, type ReferenceSystem } from '../analysis/reference-systems.ts'
import { boxesTouch, touchesBox } from '../analysis/touches-box.ts'
import { boxOf, uniteBoxes } from '../catalog/boxes.ts'
import type { AnyFeature, CatalogCollection } from '../catalog/catalog.ts'
import type { Box } from '../domain/box.ts'
import { chooseFormat, geoJsonFormat, htmlFormat } from '../plugins/negotiation.ts'
import { formatQueryString, parseQueryString } from '../plugins/query-string.ts'
import { attribution } from './attribution.ts'
import { findCollection, type Routes } from './context.ts'
import { itemsPage } from './html/item-pages.ts'
import { sendPage } from './html/layout.ts'
import { Link, mediaTypes, sendJson } from './links.ts'
import { documentFilters, readFilters, type FeatureTest } from './query/filters.ts'
import {
  bboxParameter,
  crsParameter,
  datetimeParameter,
  formatParameter,
  limitParameter,
  offsetParameter,
  toSearchBox,
} from './query/parameters.ts'
import { openQuerySchema } from './query/query.ts'

const parameters = {
  limit: limitParameter,
  offset: offsetParameter,
  bbox: bboxParameter,
  'bbox-crs': crsParameter,
  datetime: datetimeParameter,
  crs: crsParameter,
  f: formatParameter(['json', 'geojson', 'html']),
}

export const FeatureDocument = Type.Object({
  type: Type.Literal('Feature'),
  id: Type.String(),
  geometry: Type.Unsafe<unknown>({ type: 'object', nullable: true }),
  properties: Type.Unsafe<unknown>({ type: 'object' }),
})

export const FeaturesDocument = Type.Object({
  type: Type.Literal('FeatureCollection'),
  timeStamp: Type.String({ format: 'date-time' }),
  numberMatched: Type.Integer(),
  numberReturned: Type.Integer(),
  links: Type.Array(Link),
  features: Type.Array(FeatureDocument),
})
export type FeaturesDocument = Static<typeof FeaturesDocument>

export const items: Routes = async (app, { catalog, baseUrl }) => {
  app.get(
    '/collections/:collectionId/items',
    {
      schema: {
        operationId: 'getFeatures',
        summary: 'Features of a collection',
        tags: ['features'],
        params: Type.Object({ collectionId: Type.String() }),
        querystring: openQuerySchema(parameters, documentFilters(catalog.collections.values())),
        response: { 200: Type.Unsafe<unknown>(FeaturesDocument) },
      },
      config: { produces: [mediaTypes.geojson, mediaTypes.html] },
    },
    async (request, reply) => {
      const collection = findCollection(catalog, request.params.collectionId)
      const { limit, offset, bbox, datetime, crs, f, others } = request.query
      const box = bbox && toSearchBox(bbox, request.query['bbox-crs'])
      const tests = readFilters(collection, others, Object.keys(parameters))
      const format = chooseFormat(request.headers.accept, f === 'json' ? 'geojson' : f, [geoJsonFormat, htmlFormat])
      const matched = findFeatures(collection, box, datetime, tests)
      const page = matched.slice(offset, offset + limit)
      const links = pageLinks(`${baseUrl(request)}/collections/${collection.id}`, request.url, {
        limit,
        offset,
        matched: matched.length,
      })
      void reply.header('content-crs', `<${crs.uri}>`)
      if (format === 'html') {
        const extent = uniteBoxes(page.map(({ geometry }) => boxOf(geometry)))
        const parts = {
          collection,
          catalog,
          base: baseUrl(request),
          attribution,
          features: page,
          extent,
          links,
          offset,
        }
        return sendPage(reply, itemsPage({ ...parts, matched: matched.length }))
      }
      return sendJson(reply, acceptedGeoJson(request.headers.accept, f), {
        type: 'FeatureCollection',
        timeStamp: new Date().toISOString(),
        numberMatched: matched.length,
        numberReturned: page.length,
        links,
        features: page.map((feature) => toSystem(feature, crs)),
      })
    },
  )
}

/** GeoJSON's own media type, unless the client takes plain JSON only. */
export function acceptedGeoJson(accept: string | undefined, f: string | undefined): string {
  const takesPlainOnly =
    f === undefined && accept !== undefined && /application\/json/i.test(accept) && !/geo\+json|\*/i.test(accept)
  return takesPlainOnly ? mediaTypes.json : mediaTypes.geojson
}

export function toSystem({ type, id, geometry, properties }: AnyFeature, crs: ReferenceSystem) {
  return { type, id, geometry: geometry && geometryTo(crs, geometry), properties }
}

function findFeatures(
  { features, boxes }: CatalogCollection,
  box: Box | undefined,
  datetime: Interval | undefined,
  tests: readonly FeatureTest[],
): readonly AnyFeature[] {
  if (!box && !datetime && tests.length === 0) return features
  return features.filter((feature, index) => {
    if (box && feature.geometry) {
      const envelope = boxes[index]
      if (!envelope || !boxesTouch(box, envelope) || !touchesBox(feature.geometry, box)) return false
    }
    const { targetYear } = feature.properties
    if (datetime && typeof targetYear === 'number' && !overlap(intervalOfYear(targetYear), datetime)) return false
    return tests.every((test) => test(feature))
  })
}

/** This page, its other format, the pages before and after: each with every parameter of this one. */
function pageLinks(
  collectionAddress: string,
  url: string,
  { limit, offset, matched }: { limit: number; offset: number; matched: number },
): Link[] {
  const [, text = ''] = url.split('?', 2)
  const asked = Object.entries(parseQueryString(text)).map(([name, value]) => [name, String(value)] as const)
  const address = (changed: Record<string, string>) => {
    const kept = asked.filter(([name]) => !Object.hasOwn(changed, name))
    const query = formatQueryString([...kept, ...Object.entries(changed)])
    return `${collectionAddress}/items${query && `?${query}`}`
  }
  const links: Link[] = [
    { href: address({ f: 'json' }), rel: 'self', type: mediaTypes.geojson, title: 'This page' },
    { href: address({ f: 'html' }), rel: 'alternate', type: mediaTypes.html, title: 'This page, to read' },
    { href: `${collectionAddress}?f=json`, rel: 'collection', type: mediaTypes.json, title: 'The collection' },
  ]
  const beside = (rel: string, start: number, title: string) =>
    links.push({ href: address({ offset: String(start), limit: String(limit) }), rel, type: mediaTypes.geojson, title })
  if (offset + limit < matched) beside('next', offset + limit, 'The next page')
  if (offset > 0) beside('prev', Math.max(0, Math.min(offset, matched) - limit), 'The page before')
  return links
}
