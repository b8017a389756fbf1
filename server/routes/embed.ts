/**
 * `/embed`: which pages may show the atlas in a frame and talk to it. The frame itself is refused by the policy of
 * `security.ts`; the page asks here whom it may answer.
 */
import { EmbedSettings } from '../domain/embed.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

export const embed: Routes = async (app, { config }) => {
  app.get(
    '/embed',
    {
      schema: {
        operationId: 'getEmbedSettings',
        summary: 'Which pages may show the atlas in a frame',
        tags: ['operation'],
        querystring: jsonQuery,
        response: { 200: EmbedSettings },
      },
    },
    async (request) => {
      acceptJson(request)
      return { origins: [...config.embedOrigins] }
    },
  )
}
