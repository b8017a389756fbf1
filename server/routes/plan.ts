/**
 * `/plan`: what the action programme says, apart from the map, and what could not be placed on it.
 */
import { findUnplaced } from '../analysis/unplaced.ts'
import { PlanDocument } from '../domain/analysis.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

export const plan: Routes = async (app, { catalog }) => {
  const { figures, pillars, clauses, disagreements, origins } = catalog.plan
  const answer: PlanDocument = {
    figures: [...figures],
    pillars: [...pillars],
    clauses: [...clauses],
    disagreements: [...disagreements],
    origins: [...origins],
    unplaced: findUnplaced(catalog.collections.values()),
  }
  app.get(
    '/plan',
    {
      schema: {
        operationId: 'getPlan',
        summary: 'Figures, pillars, clauses, disagreements and origins; what has no known position',
        tags: ['analysis'],
        querystring: jsonQuery,
        response: { 200: PlanDocument },
      },
    },
    async (request) => {
      acceptJson(request)
      return answer
    },
  )
}
