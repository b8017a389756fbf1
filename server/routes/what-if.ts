/**
 * `POST /analysis/what-if`: what changes when lines of one's own stand in the place of the programme's corridors.
 */
import { Type } from 'typebox'
import { leastBufferMeters, mostBufferMeters, toCoverageLines } from '../analysis/coverage-lines.ts'
import { WhatIf } from '../domain/what-if.ts'
import { mostBodyBytes } from '../plugins/bodies.ts'
import type { Routes } from './context.ts'
import { DrawnLines, toLines } from './drawn.ts'
import { acceptJson, jsonQuery } from './json-only.ts'
import { mediaTypes } from './links.ts'
import { sendAnswer } from './send-answer.ts'

const Question = Type.Object(
  {
    bufferMeters: Type.Number({
      description: `How far a line reaches: ${leastBufferMeters} to ${mostBufferMeters} m.`,
    }),
    lines: DrawnLines,
  },
  { additionalProperties: false },
)

export const whatIf: Routes = async (app, { catalog, analysis }) => {
  const plan = toCoverageLines(catalog.featuresOf('corridors'))
  app.post(
    '/analysis/what-if',
    {
      bodyLimit: mostBodyBytes,
      schema: {
        operationId: 'askWhatIf',
        summary: 'What changes when other lines stand in the place of the corridors',
        description:
          'All lines of the scenario; a corridor on its own course and of its own uncertainty changes nothing.',
        tags: ['analysis'],
        consumes: [mediaTypes.json],
        querystring: jsonQuery,
        body: Question,
        response: { 200: WhatIf },
      },
      config: { rateLimit: { max: 240, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      acceptJson(request)
      const { bufferMeters, lines } = request.body
      return sendAnswer(
        reply,
        await analysis.answer({ about: 'what-if', plan, scenario: toLines(lines), bufferMeters }),
      )
    },
  )
}
