/**
 * `/collections/{collectionId}/items/{featureId}`: one feature.
 */
import { Type } from 'typebox'
import { boxOf } from '../catalog/boxes.ts'
import type { AnyFeature, CatalogCollection } from '../catalog/catalog.ts'
import { Problem } from '../plugins/errors.ts'
import { chooseFormat, geoJsonFormat, htmlFormat } from '../plugins/negotiation.ts'
import { attribution } from './attribution.ts'
import { findCollection, type Routes } from './context.ts'
import { itemPage } from './html/item-pages.ts'
import { acceptedGeoJson, FeatureDocument, toSystem } from './items.ts'
import { sendPage } from './html/layout.ts'
import { Link, mediaTypes, sendJson } from './links.ts'
import { crsParameter, formatParameter } from './query/parameters.ts'
import { querySchema } from './query/query.ts'

const query = querySchema({ crs: crsParameter, f: formatParameter(['json', 'geojson', 'html']) })

export const item: Routes = async (app, { catalog, baseUrl }) => {
  app.get(
    '/collections/:collectionId/items/:featureId',
    {
      schema: {
        operationId: 'getFeature',
        summary: 'One feature',
        tags: ['features'],
        params: Type.Object({ collectionId: Type.String(), featureId: Type.String() }),
        querystring: query,
        response: {
          200: Type.Unsafe<unknown>(Type.Object({ ...FeatureDocument.properties, links: Type.Array(Link) })),
        },
      },
      config: { produces: [mediaTypes.geojson, mediaTypes.html] },
    },
    async (request, reply) => {
      const { crs, f } = request.query
      const collection = findCollection(catalog, request.params.collectionId)
      const feature = findFeature(collection, request.params.featureId)
      const format = chooseFormat(request.headers.accept, f === 'json' ? 'geojson' : f, [geoJsonFormat, htmlFormat])
      const base = baseUrl(request)
      void reply.header('content-crs', `<${crs.uri}>`)
      if (format === 'html') {
        const extent = boxOf(feature.geometry)
        return sendPage(reply, itemPage({ collection, feature, extent, catalog, base, attribution }))
      }
      const address = `${base}/collections/${collection.id}`
      const own = `${address}/items/${encodeURIComponent(feature.id)}`
      const links: Link[] = [
        { href: `${own}?f=json`, rel: 'self', type: mediaTypes.geojson, title: 'This feature' },
        { href: `${own}?f=html`, rel: 'alternate', type: mediaTypes.html, title: 'This feature, to read' },
        { href: `${address}?f=json`, rel: 'collection', type: mediaTypes.json, title: 'Its collection' },
      ]
      return sendJson(reply, acceptedGeoJson(request.headers.accept, f), { ...toSystem(feature, crs), links })
    },
  )
}

function findFeature(collection: CatalogCollection, id: string): AnyFeature {
  const feature = collection.byId.get(id) ?? collection.byId.get(id.normalize('NFC'))
  if (feature) return feature
  throw new Problem('unknown-feature', `There is no feature "${id.slice(0, 250)}" in ${collection.id}.`)
}
