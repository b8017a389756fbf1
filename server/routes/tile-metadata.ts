/**
 * What a client has to know before it asks for tiles: OGC's tilesets and the grid, and TileJSON.
 */
import { Type } from 'typebox'
import { crs84 } from '../analysis/reference-systems.ts'
import { roundOutwards, uniteBoxes } from '../catalog/boxes.ts'
import type { CatalogCollection } from '../catalog/catalog.ts'
import type { Box } from '../domain/box.ts'
import { smallestZoomOf } from '../tiles/smallest-zoom.ts'
import { tileFields, vectorLayerFields } from '../tiles/tile-fields.ts'
import { tileRange } from '../tiles/tile-grid.ts'
import { tileMatrixSet, tileMatrixSetId, tileMatrixSetUri, webMercatorUri } from '../tiles/tile-matrix-set.ts'
import { largestZoom } from '../tiles/tile-source.ts'
import { Problem } from '../plugins/errors.ts'
import { chooseFormat, jsonFormat } from '../plugins/negotiation.ts'
import { attribution } from './attribution.ts'
import { findCollection, type Routes } from './context.ts'
import { mediaTypes, type Link } from './links.ts'
import { formatParameter } from './query/parameters.ts'
import { querySchema } from './query/query.ts'

const Loose = Type.Unsafe<unknown>({ type: 'object' })
const query = querySchema({ f: formatParameter(['json']) })
const collectionParams = Type.Object({ collectionId: Type.String() })
const title = 'Bản đồ quy hoạch Thanh Hóa / Thanh Hóa planning atlas'

const TileJson = Type.Object({
  tilejson: Type.String(),
  name: Type.String(),
  attribution: Type.String(),
  scheme: Type.String(),
  tiles: Type.Array(Type.String()),
  minzoom: Type.Integer(),
  maxzoom: Type.Integer(),
  bounds: Type.Array(Type.Number()),
  center: Type.Array(Type.Number()),
  vector_layers: Type.Array(
    Type.Object({
      id: Type.String(),
      description: Type.String(),
      minzoom: Type.Integer(),
      maxzoom: Type.Integer(),
      fields: Type.Record(Type.String(), Type.String()),
    }),
  ),
})

export const tileMetadata: Routes = async (app, { catalog, baseUrl }) => {
  const all = [...catalog.collections.values()]
  const route = (operationId: string, summary: string, response: Type.TSchema = Loose) => ({
    schema: { operationId, summary, tags: ['tiles'], querystring: query, response: { 200: response } },
  })
  const accept = (request: { headers: { accept?: string | undefined }; query: { f: 'json' | undefined } }) =>
    chooseFormat(request.headers.accept, request.query.f, [
      { ...jsonFormat, accepts: ['application/json', 'text/html'] },
    ])

  app.get('/tileMatrixSets', route('getTileMatrixSets', 'The grids tiles are cut by'), async (request) => {
    accept(request)
    const href = `${baseUrl(request)}/tileMatrixSets/${tileMatrixSetId}`
    const links = [{ href, rel: 'self', type: mediaTypes.json }]
    return { tileMatrixSets: [{ id: tileMatrixSetId, title: tileMatrixSetId, uri: tileMatrixSetUri, links }] }
  })

  app.get(
    '/tileMatrixSets/:tileMatrixSetId',
    {
      schema: {
        ...route('getTileMatrixSet', 'One grid').schema,
        params: Type.Object({ tileMatrixSetId: Type.String() }),
      },
    },
    async (request) => {
      accept(request)
      const { tileMatrixSetId: asked } = request.params
      if (asked === tileMatrixSetId) return tileMatrixSet(largestZoom)
      throw new Problem('unknown-resource', `The only grid is ${tileMatrixSetId}, got "${asked.slice(0, 100)}".`)
    },
  )

  app.get('/tiles', route('getTilesets', 'The tilesets of all collections'), async (request) => {
    accept(request)
    return toTilesets(baseUrl(request), '', all, title)
  })

  app.get(`/tiles/${tileMatrixSetId}`, route('getTileset', 'The tileset of all collections'), async (request) => {
    accept(request)
    return toTileset(baseUrl(request), '', all, title)
  })

  app.get('/tiles.json', route('getTileJson', 'Tiles of all collections, as TileJSON 3', TileJson), async (request) => {
    accept(request)
    return toTileJson(baseUrl(request), '', all, title)
  })

  const ofCollection = (operationId: string, summary: string, response?: Type.TSchema) => ({
    schema: { ...route(operationId, summary, response).schema, params: collectionParams },
  })

  app.get(
    '/collections/:collectionId/tiles',
    ofCollection('getCollectionTilesets', 'The tilesets of a collection'),
    async (request) => {
      accept(request)
      const collection = findCollection(catalog, request.params.collectionId)
      return toTilesets(baseUrl(request), pathOf(collection), [collection], titleOf(collection))
    },
  )

  app.get(
    `/collections/:collectionId/tiles/${tileMatrixSetId}`,
    ofCollection('getCollectionTileset', 'The tileset of a collection'),
    async (request) => {
      accept(request)
      const collection = findCollection(catalog, request.params.collectionId)
      return toTileset(baseUrl(request), pathOf(collection), [collection], titleOf(collection))
    },
  )

  app.get(
    '/collections/:collectionId/tiles.json',
    ofCollection('getCollectionTileJson', 'Tiles of a collection, as TileJSON 3', TileJson),
    async (request) => {
      accept(request)
      const collection = findCollection(catalog, request.params.collectionId)
      return toTileJson(baseUrl(request), pathOf(collection), [collection], titleOf(collection))
    },
  )
}

function pathOf({ id }: CatalogCollection): string {
  return `/collections/${id}`
}

function titleOf({ definition }: CatalogCollection): string {
  return `${definition.title_vi} / ${definition.title_en}`
}

/** What a tileset has in common in the list and alone. */
function tilesetHead(base: string, path: string, name: string) {
  return {
    title: name,
    dataType: 'vector',
    crs: webMercatorUri,
    tileMatrixSetURI: tileMatrixSetUri,
    links: [
      { href: `${base}${path}/tiles/${tileMatrixSetId}`, rel: 'self', type: mediaTypes.json, title: name },
      {
        href: `${base}/tileMatrixSets/${tileMatrixSetId}`,
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
        type: mediaTypes.json,
        title: 'The grid',
      },
      {
        href: `${base}${path}/tiles/${tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}`,
        rel: 'item',
        type: mediaTypes.mvt,
        title: 'A tile',
        templated: true,
      },
    ] satisfies Link[],
  }
}

function toTilesets(base: string, path: string, _collections: readonly CatalogCollection[], name: string) {
  const self: Link = { href: `${base}${path}/tiles`, rel: 'self', type: mediaTypes.json, title: 'This document' }
  return { links: [self], tilesets: [tilesetHead(base, path, name)] }
}

function toTileset(base: string, path: string, collections: readonly CatalogCollection[], name: string) {
  const extent = extentOf(collections)
  const head = tilesetHead(base, path, name)
  const tileJson: Link = {
    href: `${base}${path}/tiles.json`,
    rel: 'describedby',
    type: mediaTypes.json,
    title: 'TileJSON 3',
  }
  return {
    ...head,
    links: [...head.links, tileJson],
    attribution,
    mediaTypes: [mediaTypes.mvt],
    ...(extent
      ? {
          boundingBox: { lowerLeft: [extent[0], extent[1]], upperRight: [extent[2], extent[3]], crs: crs84.uri },
          tileMatrixSetLimits: limits(extent),
        }
      : {}),
    layers: collections.map((collection) => ({
      id: collection.id,
      title: titleOf(collection),
      dataType: 'vector',
      geometryDimension: dimensionOf(collection),
      minTileMatrix: String(smallestZoomOf(collection.id)),
      maxTileMatrix: String(largestZoom),
      propertiesSchema: {
        type: 'object',
        properties: Object.fromEntries(
          [...tileFields(collection.definition)].map(([field, { type, values }]) => [
            field,
            values ? { type, enum: values } : { type },
          ]),
        ),
      },
    })),
  }
}

function limits(extent: Box) {
  return Array.from({ length: largestZoom + 1 }, (_, zoom) => {
    const { minX, maxX, minY, maxY } = tileRange(zoom, extent)
    return { tileMatrix: String(zoom), minTileRow: minY, maxTileRow: maxY, minTileCol: minX, maxTileCol: maxX }
  })
}

/** 0 points, 1 lines, 2 areas; the largest where a collection mixes them. */
function dimensionOf({ definition }: CatalogCollection): number {
  const dimension = (type: string) => (type.endsWith('Polygon') ? 2 : type.endsWith('LineString') ? 1 : 0)
  return Math.max(...definition.geometryTypes.map(dimension))
}

function toTileJson(base: string, path: string, collections: readonly CatalogCollection[], name: string) {
  const [west, south, east, north] = extentOf(collections) ?? [-180, -85.0511, 180, 85.0511]
  return {
    tilejson: '3.0.0',
    name,
    attribution,
    scheme: 'xyz',
    // Row before column in the path; TileJSON's own {y} is the row, {x} the column.
    tiles: [`${base}${path}/tiles/${tileMatrixSetId}/{z}/{y}/{x}`],
    minzoom: Math.min(...collections.map(({ id }) => smallestZoomOf(id))),
    maxzoom: largestZoom,
    bounds: [west, south, east, north],
    center: [Number(((west + east) / 2).toFixed(4)), Number(((south + north) / 2).toFixed(4)), 8],
    vector_layers: collections.map(({ id, definition }) => ({
      id,
      description: `${definition.title_vi} / ${definition.title_en}`,
      minzoom: smallestZoomOf(id),
      maxzoom: largestZoom,
      fields: vectorLayerFields(definition),
    })),
  }
}

function extentOf(collections: readonly CatalogCollection[]): Box | null {
  const extent = uniteBoxes(collections.map((collection) => collection.extent))
  return extent && roundOutwards(extent, 4)
}
