/**
 * The tiles themselves: of one collection, and of all or some together. Rows before columns, as OGC counts.
 *
 * This is the hot path: a kept tile is written straight to the socket, without serialisation, hooks of
 * documents or a body in between. No `If-Modified-Since`, no ranges: an ETag is all a tile needs.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Type } from 'typebox'
import { collectionIds, type CollectionId } from '../domain/collections.ts'
import { matches } from '../plugins/caching.ts'
import { Problem } from '../plugins/errors.ts'
import { corsHeaders } from '../plugins/security.ts'
import { isInGrid } from '../tiles/tile-grid.ts'
import { largestZoom } from '../tiles/tile-source.ts'
import type { Tile } from '../tiles/tile-store.ts'
import { findCollection, type Routes } from './context.ts'
import { mediaTypes } from './links.ts'
import { collectionsParameter, formatParameter } from './query/parameters.ts'
import { querySchema } from './query/query.ts'

const gunzipAsync = promisify(gunzip)
const coordinate = Type.String({ pattern: '^\\d{1,8}$' })

export const tiles: Routes = async (app, { tiles: store, catalog, config, version }) => {
  const etags = { plain: `"${version}"`, gzipped: `"${version}.gz"` }
  const steady = {
    'cache-control': `public, max-age=${config.tileMaxAgeSeconds}`,
    vary: Array.isArray(config.corsOrigin) ? 'Accept-Encoding, Origin' : 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  }

  function send(request: FastifyRequest, reply: FastifyReply, tile: Tile): FastifyReply | Promise<FastifyReply> {
    const { gzipped } = tile
    const takesGzip = acceptsGzip(request.headers['accept-encoding'])
    if (gzipped && !takesGzip) return gunzipAsync(gzipped).then((plain) => write(request, reply, plain, false))
    return write(request, reply, gzipped, takesGzip && gzipped !== null)
  }

  function write(request: FastifyRequest, reply: FastifyReply, body: Buffer | null, isGzipped: boolean): FastifyReply {
    const etag = isGzipped ? etags.gzipped : etags.plain
    const headers: Record<string, string | number> = {
      ...steady,
      etag,
      ...corsHeaders(config.corsOrigin, request.headers.origin),
    }
    void reply.hijack()
    if (matches(request, etags.plain) || matches(request, etags.gzipped)) {
      reply.raw.writeHead(304, headers).end()
    } else if (body === null) {
      reply.raw.writeHead(204, headers).end()
    } else {
      headers['content-type'] = mediaTypes.mvt
      headers['content-length'] = body.length
      if (isGzipped) headers['content-encoding'] = 'gzip'
      reply.raw.writeHead(200, headers).end(body)
    }
    return reply
  }

  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    ids: readonly CollectionId[],
    { z, row, col }: { z: string; row: string; col: string },
  ): FastifyReply | Promise<FastifyReply> {
    const [zoom, y, x] = readTile(z, row, col)
    const tile = store.get(ids, zoom, x, y)
    return tile instanceof Promise ? tile.then((made) => send(request, reply, made)) : send(request, reply, tile)
  }

  const format = formatParameter(['mvt'])

  app.get(
    '/tiles/WebMercatorQuad/:z/:row/:col',
    {
      schema: {
        operationId: 'getTile',
        summary: 'A vector tile of all collections, or of some',
        tags: ['tiles'],
        params: Type.Object({ z: coordinate, row: coordinate, col: coordinate }),
        querystring: querySchema({ collections: collectionsParameter(collectionIds), f: format }),
      },
      config: { produces: [mediaTypes.mvt] },
    },
    (request, reply) => answer(request, reply, request.query.collections ?? collectionIds, request.params),
  )

  app.get(
    '/collections/:collectionId/tiles/WebMercatorQuad/:z/:row/:col',
    {
      schema: {
        operationId: 'getCollectionTile',
        summary: 'A vector tile of one collection',
        tags: ['tiles'],
        params: Type.Object({ collectionId: Type.String(), z: coordinate, row: coordinate, col: coordinate }),
        querystring: querySchema({ f: format }),
      },
      config: { produces: [mediaTypes.mvt] },
    },
    (request, reply) =>
      answer(request, reply, [findCollection(catalog, request.params.collectionId).id], request.params),
  )
}

function readTile(z: string, row: string, col: string): [z: number, y: number, x: number] {
  const numbers = [z, row, col].map((text) => (/^\d{1,8}$/.test(text) ? Number(text) : Number.NaN))
  const [zoom = Number.NaN, y = Number.NaN, x = Number.NaN] = numbers
  if (numbers.some(Number.isNaN)) {
    throw new Problem('bad-parameter', `A tile is /{zoom}/{row}/{column} in whole numbers, got /${z}/${row}/${col}.`)
  }
  if (zoom > largestZoom) {
    throw new Problem('unknown-tile', `There are tiles for zoom 0 to ${largestZoom}, got ${zoom}.`)
  }
  if (isInGrid(zoom, x, y)) return [zoom, y, x]
  const last = 2 ** zoom - 1
  throw new Problem('unknown-tile', `At zoom ${zoom} rows and columns go from 0 to ${last}, got row ${y}, column ${x}.`)
}

function acceptsGzip(header: string | undefined): boolean {
  return header !== undefined && /\b(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(header)
}
