/**
 * `/analysis/distance-check`: published distances beside computed ones, and what that comes to.
 */
import { prepareAccess } from '../analysis/access.ts'
import { distanceCheck as check } from '../analysis/distance-check.ts'
import { toAccessPlace } from '../analysis/access-place.ts'
import { DistanceCheck } from '../domain/access.ts'
import type { FeatureOf } from '../domain/collections.ts'
import { accessFeaturesOf } from '../plugins/access-pool.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

export const distanceCheck: Routes = async (app, { catalog }) => {
  let answer: DistanceCheck | undefined
  app.get(
    '/analysis/distance-check',
    {
      schema: {
        operationId: 'getDistanceCheck',
        summary: 'Published distances beside computed ones',
        tags: ['analysis'],
        querystring: jsonQuery,
        response: { 200: DistanceCheck },
      },
    },
    async (request) => {
      acceptJson(request)
      return (answer ??= ask())
    },
  )

  function ask(): DistanceCheck {
    const { driving, distances, distancePlaces } = catalog.plan
    const ground = prepareAccess(accessFeaturesOf(catalog), driving)
    return check(ground, { distances, places: distancePlaces, driving, originsById: catalog.originsById }, (key) => {
      const [kind = '', id = ''] = key.split(':')
      const collection = [...catalog.collections.values()].find(({ definition }) => definition.singular === kind)
      const feature = collection?.byId.get(id)
      return feature ? toAccessPlace(kind, feature as unknown as FeatureOf<'parks'>) : null
    })
  }
}
