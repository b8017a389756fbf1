/**
 * `/api`: the description of all this, as OpenAPI 3.0 and to read.
 */
import { chooseFormat, htmlFormat } from '../plugins/negotiation.ts'
import type { Routes } from './context.ts'
import { apiPage } from './html/api-page.ts'
import { sendPage } from './html/layout.ts'
import { mediaTypes, sendJson } from './links.ts'
import { formatParameter } from './query/parameters.ts'
import { querySchema } from './query/query.ts'

const query = querySchema({ f: formatParameter(['json', 'html']) })
const openApiFormat = {
  name: 'json' as const,
  accepts: ['application/vnd.oai.openapi+json', 'application/openapi+json', 'application/json'],
}

export const api: Routes = async (app, { baseUrl }) => {
  app.get(
    '/api',
    {
      schema: {
        operationId: 'getApi',
        summary: 'This description',
        tags: ['discovery'],
        querystring: query,
      },
      config: { produces: [mediaTypes.openapi, mediaTypes.html] },
    },
    async (request, reply) => {
      const format = chooseFormat(request.headers.accept, request.query.f, [openApiFormat, htmlFormat])
      const base = baseUrl(request)
      const document = { ...app.swagger(), servers: [{ url: base }] }
      if (format === 'html') return sendPage(reply, apiPage(document, base))
      return sendJson(reply, mediaTypes.openapi, document)
    },
  )
}
