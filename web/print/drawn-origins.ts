import type { CollectionId, FeatureOf } from '../../server/domain/collections.ts'
import type { Origin } from '../../server/domain/provenance.ts'
import type { DrawnFeature } from '../map/render-picture.ts'
import { collectionOfKind, kindOfCollection } from '../state/kinds.ts'

/** Who says what is on the map, most cited first, and how far its features may be off. */
export interface DrawnOrigins {
  origins: Origin[]
  uncertaintyMeters: { least: number; most: number } | null
}

/** The commune mesh has more features than one answer holds, and says of each the same. */
const leftOut: readonly string[] = ['communes', 'label-points']

export async function drawnOrigins(
  drawn: readonly DrawnFeature[],
  allOrigins: readonly Origin[],
  fetchFeatures: (collection: CollectionId) => Promise<readonly FeatureOf<'parks'>[]>,
): Promise<DrawnOrigins> {
  const idsOf = new Map<CollectionId, Set<string>>()
  for (const { collection, id, properties } of drawn) {
    const isLabel = collection === 'label-points'
    const kind = kindOfCollection(isLabel ? String(properties['of']) : collection)
    const own = kind ? collectionOfKind(kind) : null
    if (!own || leftOut.includes(own)) continue
    const ids = idsOf.get(own) ?? new Set<string>()
    ids.add(isLabel ? String(properties['featureId']) : id)
    idsOf.set(own, ids)
  }
  const answers = await Promise.all(
    [...idsOf].map(async ([collection, ids]) => (await fetchFeatures(collection)).filter(({ id }) => ids.has(id))),
  )
  const features = answers.flat()
  const counts = new Map<string, number>()
  for (const { properties } of features)
    for (const origin of properties.originIds) counts.set(origin, (counts.get(origin) ?? 0) + 1)
  const radii = features.flatMap(({ properties }) => properties.uncertaintyMeters ?? [])
  return {
    origins: allOrigins
      .filter(({ id }) => counts.has(id))
      .toSorted((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0)),
    uncertaintyMeters: radii.length > 0 ? { least: Math.min(...radii), most: Math.max(...radii) } : null,
  }
}
