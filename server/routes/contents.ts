/**
 * `POST /analysis/contents`: what a drawn area holds of everything the atlas knows.
 */
import { AreaContents } from '../domain/contents.ts'
import { mostBodyBytes } from '../plugins/bodies.ts'
import type { Routes } from './context.ts'
import { DrawnPolygon, toArea } from './drawn.ts'
import { acceptJson, jsonQuery } from './json-only.ts'
import { mediaTypes } from './links.ts'
import { sendAnswer } from './send-answer.ts'

export const contents: Routes = async (app, { analysis }) => {
  app.post(
    '/analysis/contents',
    {
      bodyLimit: mostBodyBytes,
      schema: {
        operationId: 'askContents',
        summary: 'What an area of your own holds',
        description:
          'Land, people, communes and districts; hectares of centres, zones and parks; ports, gates and stations; kilometres of corridors, roads and railways.',
        tags: ['analysis'],
        consumes: [mediaTypes.geojson, mediaTypes.json],
        querystring: jsonQuery,
        body: DrawnPolygon,
        response: { 200: AreaContents },
      },
      config: { rateLimit: { max: 240, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      acceptJson(request)
      return sendAnswer(reply, await analysis.answer({ about: 'contents', area: toArea(request.body) }))
    },
  )
}
