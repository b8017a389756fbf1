/**
 * `/healthz`: the process answers. `/readyz`: it has its data and wants requests.
 */
import { Type } from 'typebox'
import { Problem } from '../plugins/errors.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

export const health: Routes = async (app, { catalog, tiles }) => {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })

  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the process answers',
        tags: ['operation'],
        querystring: jsonQuery,
        response: { 200: Type.Object({ status: Type.String() }) },
      },
    },
    async (request, reply) => {
      acceptJson(request)
      void reply.header('cache-control', 'no-store')
      return { status: 'ok' }
    },
  )

  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether the server has its data and wants requests',
        tags: ['operation'],
        querystring: jsonQuery,
        response: {
          200: Type.Object({
            status: Type.String(),
            dataVersion: Type.String(),
            collections: Type.Integer(),
            memory: Type.Object({ rssBytes: Type.Integer(), heapBytes: Type.Integer(), externalBytes: Type.Integer() }),
            tiles: Type.Object({ encoded: Type.Integer(), kept: Type.Integer(), keptBytes: Type.Integer() }),
          }),
        },
      },
    },
    async (request, reply) => {
      acceptJson(request)
      if (isClosing) throw new Problem('busy', 'The server is about to stop.', { 'retry-after': '5' })
      void reply.header('cache-control', 'no-store')
      const { rss: rssBytes, heapUsed: heapBytes, external: externalBytes } = process.memoryUsage()
      return {
        status: 'ready',
        dataVersion: catalog.version,
        collections: catalog.collections.size,
        memory: { rssBytes, heapBytes, externalBytes },
        tiles: tiles.counts(),
      }
    },
  )
}
