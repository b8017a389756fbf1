/**
 * What a browser may do with our answers, and how much a client may ask of us.
 */
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { Problem } from './errors.ts'

/** The page: our own files, MapLibre's worker from a blob, clipper's WebAssembly, styles the map sets on elements. */
const pagePolicy = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'", 'blob:'],
  'child-src': ["'self'", 'blob:'],
  'img-src': ["'self'", 'data:', 'blob:'],
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'", 'data:', 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
}

export async function protectDocuments(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...pagePolicy, 'frame-ancestors': ["'self'", ...config.embedOrigins] },
    },
    // An older header for the same thing, which knows no list.
    frameguard: config.embedOrigins.length === 0,
    // The server speaks plain HTTP; a proxy that adds TLS adds this header too.
    strictTransportSecurity: false,
    // Open data: other sites may show it.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginEmbedderPolicy: false,
    // Makes sense on https and localhost only, and browsers complain elsewhere.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  if (config.corsOrigin !== 'none') {
    const origin = config.corsOrigin === '*' ? '*' : [...config.corsOrigin]
    // Preflights are answered with the methods of the route, see `unrouted.ts`.
    await app.register(cors, { origin, preflight: false, exposedHeaders: [...exposedHeaders] })
  }
  await app.register(underPressure, {
    maxEventLoopDelay: 1000,
    maxHeapUsedBytes: 1024 * 1024 * 1024,
    maxRssBytes: 1536 * 1024 * 1024,
    // A sample without a single turn of the loop counts as endless delay: one long moment at the start, or on a
    // busy machine, is no reason to refuse a second of readers.
    sampleInterval: 5000,
    retryAfter: 5,
  })
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { max, after }) =>
      new Problem(
        'too-many-requests',
        `This resource takes ${max} requests a minute from one client; try again in ${after}.`,
      ),
  })
}

const exposedHeaders = ['Content-Crs', 'ETag', 'Link', 'Retry-After'] as const

/** For answers that bypass the plugin: which other site may read this one. */
export function corsHeaders(allowed: Config['corsOrigin'], origin: string | undefined): Record<string, string> {
  if (allowed === '*') return anyOrigin
  if (allowed === 'none' || origin === undefined || !allowed.includes(origin)) return noOrigin
  return { 'access-control-allow-origin': origin }
}

const anyOrigin = { 'access-control-allow-origin': '*' }
const noOrigin = {}

export function preflightHeaders(config: Config) {
  return (request: FastifyRequest, methods: readonly string[]): Record<string, string> => {
    const origin = corsHeaders(config.corsOrigin, request.headers.origin)
    if (Object.keys(origin).length === 0) return {}
    return {
      ...origin,
      'access-control-allow-methods': [...methods].sort().join(', '),
      'access-control-allow-headers': 'Accept, Content-Type, If-None-Match',
      'access-control-max-age': '86400',
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    }
  }
}
