/**
 * `/analysis/search-index`: everything that can be found by a name.
 */
import { Type } from 'typebox'
import { searchIndex as buildIndex } from '../analysis/search-index.ts'
import { SearchEntry } from '../domain/analysis.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

export const searchIndex: Routes = async (app, { catalog }) => {
  const answer = buildIndex(catalog.collections.values())
  app.get(
    '/analysis/search-index',
    {
      schema: {
        operationId: 'getSearchIndex',
        summary: 'Everything that can be found by a name',
        tags: ['analysis'],
        querystring: jsonQuery,
        response: { 200: Type.Array(SearchEntry) },
      },
    },
    async (request) => {
      acceptJson(request)
      return answer
    },
  )
}
