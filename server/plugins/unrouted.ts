/**
 * What a request gets that no route answers: 404, 405 with `Allow`, or the answer to OPTIONS.
 *
 * It is decided before a body is read, so a DELETE with an unknown kind of body is still a 405.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, sendProblem } from './errors.ts'

interface KnownRoute {
  pattern: RegExp
  methods: Set<string>
}

/** @param preflightHeaders what a browser may do from another site, given the methods of the route. */
export function handleUnrouted(
  app: FastifyInstance,
  preflightHeaders: (request: FastifyRequest, methods: readonly string[]) => Record<string, string>,
): void {
  const routes = new Map<string, KnownRoute>()

  app.addHook('onRoute', ({ url, method }) => {
    if (url === '*' || url === '/*') return
    const route = routes.get(url) ?? { pattern: toPattern(url), methods: new Set<string>() }
    for (const one of [method].flat()) route.methods.add(one.toUpperCase())
    routes.set(url, route)
  })

  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const [path = '/'] = request.url.split('?', 1)
    const methods = new Set(
      [...routes.values()].flatMap(({ pattern, methods: some }) => (pattern.test(path) ? [...some] : [])),
    )
    // A route may also find that it has nothing of that name, as the one for files does.
    if (methods.size === 0 || methods.has(request.method)) {
      return sendProblem(reply, new Problem('unknown-resource', `There is nothing at ${path.slice(0, 300)}.`))
    }
    const allow = [...methods, 'OPTIONS'].sort().join(', ')
    if (request.method === 'OPTIONS') {
      const headers = request.headers['access-control-request-method'] ? preflightHeaders(request, [...methods]) : {}
      return reply
        .code(204)
        .headers({ allow, ...headers })
        .send()
    }
    const detail = `${path.slice(0, 300)} takes ${allow}, got ${request.method}.`
    return sendProblem(reply, new Problem('method-not-allowed', detail, { allow }))
  }

  app.setNotFoundHandler(answer)
  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404) void answer(request, reply)
    else done()
  })
}

/** `/collections/:id/items` → an expression for such a path, with or without a slash at its end. */
function toPattern(url: string): RegExp {
  const parts = url.split('/').filter(Boolean)
  const expressions = parts.map((part) => {
    if (part === '*') return '.*'
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  })
  return new RegExp(`^/${expressions.join('/')}/?$`)
}
