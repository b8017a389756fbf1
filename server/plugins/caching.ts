/**
 * ETag, Cache-Control and 304 for every document that comes out well.
 *
 * The tag is made from what an answer is written from (data version, code version, settings) and its
 * format, never from its bytes: it costs nothing, and it stays the same when the same server starts again.
 * It is weak, because a `timeStamp` inside differs while the content does not.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export function cacheDocuments(app: FastifyInstance, version: string): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (!isReading || reply.statusCode !== 200 || reply.hasHeader('etag') || reply.hasHeader('cache-control')) {
      done(null, payload)
      return
    }
    const etag = `W/"${version}.${formatOf(reply)}"`
    reply.headers({ etag, 'cache-control': 'public, no-cache', vary: 'Accept, Accept-Encoding' })
    if (!matches(request, etag)) {
      done(null, payload)
      return
    }
    reply.code(304)
    for (const name of ['content-length', 'content-type']) reply.removeHeader(name)
    done(null, null)
  })
}

/** RFC 9110: If-None-Match compares weakly, and `*` fits anything. */
export function matches(request: FastifyRequest, etag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag))
}

function formatOf(reply: FastifyReply): string {
  const type = String(reply.getHeader('content-type') ?? '')
  return type.replace(/;.*$/, '').replace(/^.*[/+]/, '') || 'json'
}
