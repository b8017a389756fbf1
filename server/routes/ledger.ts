/**
 * `/analysis/ledger`: where the programme's total area comes from.
 */
import { areaLedger } from '../analysis/area-ledger.ts'
import { Ledger } from '../domain/analysis.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

export const ledger: Routes = async (app, { catalog }) => {
  // Worked out at the start: a seed it needs and does not find stops the server, not a reader.
  const answer = areaLedger({
    figures: catalog.plan.figures,
    origins: catalog.originsById,
    zones: catalog.featuresOf('zones'),
    zoneSea: catalog.featuresOf('zone-sea'),
    parks: catalog.featuresOf('parks'),
  })
  app.get(
    '/analysis/ledger',
    {
      schema: {
        operationId: 'getLedger',
        summary: 'Where the programme’s total area of zones and parks comes from',
        tags: ['analysis'],
        querystring: jsonQuery,
        response: { 200: Ledger },
      },
    },
    async (request) => {
      acceptJson(request)
      return answer
    },
  )
}
