/**
 * `/analysis/phases`: what exists, is under way or is planned by 2021, 2025 and 2030, and what has appeared since.
 */
import { Type } from 'typebox'
import { planAt } from '../analysis/phases.ts'
import { PhaseState, phaseYears } from '../domain/phases.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

export const phases: Routes = async (app, { catalog }) => {
  const answer = phaseYears.map((phase) => planAt(phase, catalog.featuresOf))
  app.get(
    '/analysis/phases',
    {
      schema: {
        operationId: 'getPhases',
        summary: 'What exists, is under way or is planned by each of the programme’s years',
        description:
          'A feature exists by a year if it did in 2021, if the programme wants it by then, or if a later document has it in use by then.',
        tags: ['analysis'],
        querystring: jsonQuery,
        response: { 200: Type.Array(PhaseState) },
      },
    },
    async (request) => {
      acceptJson(request)
      return answer
    },
  )
}
