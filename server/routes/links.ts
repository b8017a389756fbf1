/**
 * A link as OGC API writes it.
 */
import type { FastifyReply } from 'fastify'
import { Type, type Static } from 'typebox'

export const Link = Type.Object({
  href: Type.String(),
  rel: Type.String(),
  type: Type.String(),
  title: Type.Optional(Type.String()),
  templated: Type.Optional(Type.Boolean()),
})
export type Link = Static<typeof Link>

export const mediaTypes = {
  json: 'application/json',
  geojson: 'application/geo+json',
  html: 'text/html',
  openapi: 'application/vnd.oai.openapi+json;version=3.0',
  mvt: 'application/vnd.mapbox-vector-tile',
} as const

/**
 * Sends JSON under a media type of its own. As bytes: to text Fastify would add a charset, which these types
 * do not have.
 */
export function sendJson(reply: FastifyReply, mediaType: string, value: unknown): FastifyReply {
  return reply.type(mediaType).send(Buffer.from(JSON.stringify(value)))
}

export const htmlContentType = 'text/html; charset=utf-8'
