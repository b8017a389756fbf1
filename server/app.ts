/**
 * The server, put together: plugins first, then one line for each resource.
 *
 * Documents and tiles live in two scopes. Documents get headers, compression, ETags and limits from plugins;
 * tiles are finished bytes and pass by all of that.
 */
import compress from '@fastify/compress'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify'
import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js'
import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { stdTimeFunctions } from 'pino'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Catalog } from './catalog/catalog.ts'
import type { Config } from './config.ts'
import { collectionIds } from './domain/collections.ts'
import { buildAnalysisPool, usualLimits, type AnalysisPoolLimits } from './plugins/analysis-pool.ts'
import { baseUrl } from './plugins/base-url.ts'
import { readJsonBodies } from './plugins/bodies.ts'
import { cacheDocuments } from './plugins/caching.ts'
import { handleErrors, Problem, problemMediaType, sendProblem, toProblem, toProblemDocument } from './plugins/errors.ts'
import { buildMeasurer } from './plugins/measurer.ts'
import { describeApi } from './plugins/open-api.ts'
import { parseQueryString, type RawQuery } from './plugins/query-string.ts'
import { preflightHeaders, protectDocuments } from './plugins/security.ts'
import { handleUnrouted } from './plugins/unrouted.ts'
import { serveWebPage } from './plugins/web-page.ts'
import { access } from './routes/access.ts'
import { api } from './routes/api.ts'
import { collections } from './routes/collections.ts'
import { conformance } from './routes/conformance.ts'
import type { RouteContext } from './routes/context.ts'
import { contents } from './routes/contents.ts'
import { coverage } from './routes/coverage.ts'
import { embed } from './routes/embed.ts'
import { health } from './routes/health.ts'
import { item } from './routes/item.ts'
import { items } from './routes/items.ts'
import { landing } from './routes/landing.ts'
import { ledger } from './routes/ledger.ts'
import { measure } from './routes/measure.ts'
import { offline } from './routes/offline.ts'
import { pack } from './routes/pack.ts'
import { phases } from './routes/phases.ts'
import { plan } from './routes/plan.ts'
import { problems } from './routes/problems.ts'
import { queryReaderOf, querySchema } from './routes/query/query.ts'
import { searchIndex } from './routes/search-index.ts'
import { tileMetadata } from './routes/tile-metadata.ts'
import { tiles } from './routes/tiles.ts'
import { whatIf } from './routes/what-if.ts'
import { buildTileSource } from './tiles/tile-source.ts'
import { buildTileStore } from './tiles/tile-store.ts'

const documentRoutes = [
  landing,
  conformance,
  api,
  collections,
  items,
  item,
  tileMetadata,
  ledger,
  measure,
  coverage,
  access,
  contents,
  whatIf,
  searchIndex,
  phases,
  plan,
  offline,
  pack,
  embed,
  problems,
]

export interface AppParts {
  config: Config
  catalog: Catalog
  /** Changes with the server's code, see `catalog/code-version.ts`. */
  codeVersion: string
  /** Folder of the built page; null: it has not been built. */
  webFolder: string | null
  /** Where `npm run pack` leaves the zip; null: nowhere. */
  packFile?: string | null
  /** How long questions about coverage and access may take. */
  analysisLimits?: AnalysisPoolLimits
}

export async function buildApp({
  config,
  catalog,
  codeVersion,
  webFolder,
  packFile = null,
  analysisLimits = usualLimits,
}: AppParts): Promise<FastifyInstance> {
  const app = buildServer(config)
  const context: RouteContext = {
    catalog,
    config,
    webFolder,
    packFile,
    tiles: buildTiles(catalog, config),
    measurer: buildMeasurer(),
    analysis: buildAnalysisPool(catalog, analysisLimits),
    baseUrl: baseUrl(config, () => portOf(app) ?? config.port),
    version: versionOf(catalog.version, codeVersion, config.publicUrl ?? ''),
  }
  app.addHook('onClose', () => context.measurer.close())
  app.addHook('onClose', () => context.analysis.close())

  handleErrors(app)
  handleUnrouted(app, preflightHeaders(config))
  await describeApi(app)

  await app.register(async (scope) => {
    await scope.register(tiles, context)
  })
  await app.register(async (scope) => {
    await scope.register(health, context)
  })
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.handlerTimeout ??= 10_000
    })
    logRequests(scope)
    await protectDocuments(scope, config)
    readJsonBodies(scope)
    cacheDocuments(scope, context.version)
    await scope.register(compress, {
      // Whoever takes both gets gzip: streamed, brotli is no smaller and holds 20 to 40 MB more, also afterwards.
      encodings: ['gzip', 'br'],
      customTypes: /[/+]json(;|$)|^text\/html/,
      globalDecompression: false,
    })
    if (webFolder !== null) await serveWebPage(scope, webFolder)
    for (const route of documentRoutes) await scope.register(route, context)
  })

  await app.ready()
  return app
}

function buildServer(config: Config) {
  const app = Fastify({
    logger:
      config.logLevel === 'silent'
        ? false
        : { level: config.logLevel, base: null, timestamp: stdTimeFunctions.isoTime },
    logController: new LogController({ disableRequestLogging: true }),
    // Slow senders do not hold a connection for ever.
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 72_000,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: 500,
      querystringParser: parseQueryString,
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
      socket.end(badRequestText(error.code))
    },
    frameworkErrors: (error, _request, reply) => void sendProblem(reply as unknown as FastifyReply, toProblem(error)),
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  app.setValidatorCompiler(compileValidator)
  // A route that declares no parameters takes none.
  app.addHook('onRoute', (route) => {
    if (route.schema?.hide === true) return
    route.schema = { ...route.schema, querystring: route.schema?.querystring ?? querySchema({}) }
  })
  return app
}

/**
 * Bodies by their schema; a query by the parameters its route declares, and only those. Parts of the path
 * are names that the routes look up, so there is nothing to check about them here.
 */
function compileValidator({ schema, httpPart }: FastifyRouteSchemaDef<TSchema>): FastifyValidationResult {
  if (httpPart === 'querystring') {
    const read = queryReaderOf(schema)
    if (!read) throw new Error('a querystring schema must be made by querySchema, or nothing reads it')
    return (raw: RawQuery) => {
      try {
        return { value: read(raw) }
      } catch (error) {
        return { error: error instanceof Error ? error : new Error(String(error)) }
      }
    }
  }
  if (httpPart !== 'body') return () => true
  const body = Compile(schema)
  return (value: unknown) => {
    if (body.Check(value)) return true
    const [first] = body.Errors(value)
    return {
      error: new Problem('bad-body', `The body${first?.instancePath ?? ''} ${first?.message ?? 'is not as expected'}.`),
    }
  }
}

const problemOfCode = new Map([
  ['HPE_HEADER_OVERFLOW', new Problem('headers-too-large', 'The headers are larger than this server reads.')],
  ['ERR_HTTP_REQUEST_TIMEOUT', new Problem('request-too-slow', 'The request had not arrived whole in time.')],
])

/** What Node refuses before Fastify sees it. */
function badRequestText(code: string): string {
  const problem = problemOfCode.get(code) ?? new Problem('bad-address', 'The request is not HTTP/1.1.')
  const document = toProblemDocument(problem)
  const body = JSON.stringify(document)
  return `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}\r\ncontent-type: ${problemMediaType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`
}

function buildTiles(catalog: Catalog, config: Config) {
  const sources = collectionIds.flatMap((id) => {
    const collection = catalog.collections.get(id)
    if (!collection) return []
    return [[id, buildTileSource(id, collection.definition, collection.features, collection.boxes)] as const]
  })
  return buildTileStore(new Map(sources), config.tileCacheBytes)
}

/** One line for each document. Tiles and health checks are too many to be worth one. */
function logRequests(scope: FastifyInstance): void {
  scope.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request
    request.log.info({ method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered')
    done()
  })
}

function versionOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
}

function portOf(app: FastifyInstance): number | undefined {
  const address = app.server.address()
  return typeof address === 'object' ? address?.port : undefined
}
