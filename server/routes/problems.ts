/**
 * `/problems/{kind}`: what the `type` of a problem document means.
 */
import { Type } from 'typebox'
import { Problem, problemKinds } from '../plugins/errors.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

export const problems: Routes = async (app) => {
  const known = new Map(Object.entries(problemKinds))
  app.get(
    '/problems/:kind',
    {
      schema: {
        operationId: 'getProblem',
        summary: 'What a kind of problem means',
        tags: ['discovery'],
        params: Type.Object({ kind: Type.String() }),
        querystring: jsonQuery,
        response: { 200: Type.Object({ type: Type.String(), title: Type.String(), status: Type.Integer() }) },
      },
    },
    async (request) => {
      acceptJson(request)
      const { kind } = request.params
      const found = known.get(kind)
      if (found) return { type: `/problems/${kind}`, ...found }
      const detail = `There is no kind of problem "${kind.slice(0, 100)}"; there are ${[...known.keys()].join(', ')}.`
      throw new Problem('unknown-resource', detail)
    },
  )
}
