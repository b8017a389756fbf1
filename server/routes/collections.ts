/**
 * `/collections` and `/collections/{collectionId}`: what there is.
 */
import { Type } from 'typebox'
import { chooseFormat, htmlFormat, jsonFormat } from '../plugins/negotiation.ts'
import { attribution } from './attribution.ts'
import { CollectionDocument, toCollectionDocument } from './collection-document.ts'
import { findCollection, type Routes } from './context.ts'
import { collectionPage, collectionsPage } from './html/collection-pages.ts'
import { sendPage } from './html/layout.ts'
import { Link, mediaTypes } from './links.ts'
import { formatParameter } from './query/parameters.ts'
import { querySchema } from './query/query.ts'

const query = querySchema({ f: formatParameter(['json', 'html']) })

export const collections: Routes = async (app, { catalog, baseUrl }) => {
  app.get(
    '/collections',
    {
      schema: {
        operationId: 'getCollections',
        summary: 'All collections',
        tags: ['features'],
        querystring: query,
        response: { 200: Type.Object({ links: Type.Array(Link), collections: Type.Array(CollectionDocument) }) },
      },
    },
    async (request, reply) => {
      const format = chooseFormat(request.headers.accept, request.query.f, [jsonFormat, htmlFormat])
      const base = baseUrl(request)
      if (format === 'html') return sendPage(reply, collectionsPage({ catalog, base, attribution }))
      const address = `${base}/collections`
      return {
        links: [
          { href: `${address}?f=json`, rel: 'self', type: mediaTypes.json, title: 'This document' },
          { href: `${address}?f=html`, rel: 'alternate', type: mediaTypes.html, title: 'This document as a page' },
        ],
        collections: [...catalog.collections.values()].map((collection) => toCollectionDocument(collection, base)),
      }
    },
  )

  app.get(
    '/collections/:collectionId',
    {
      schema: {
        operationId: 'getCollection',
        summary: 'One collection',
        tags: ['features'],
        params: Type.Object({ collectionId: Type.String() }),
        querystring: query,
        response: { 200: CollectionDocument },
      },
    },
    async (request, reply) => {
      const collection = findCollection(catalog, request.params.collectionId)
      const format = chooseFormat(request.headers.accept, request.query.f, [jsonFormat, htmlFormat])
      const base = baseUrl(request)
      if (format === 'html') return sendPage(reply, collectionPage(collection, { catalog, base, attribution }))
      return toCollectionDocument(collection, base)
    },
  )
}
