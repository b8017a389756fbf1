import type { CollectionId, FeatureOf } from '../../../server/domain/collections.ts'
import { fetchCollection } from '../../api/client.ts'

const read = new Map<CollectionId, Promise<FeatureOf<'parks'>[]>>()

/**
 * The features of a point-like collection, asked for once. They all carry what the overlay needs: a
 * geometry, a basis and an uncertainty.
 */
export function readFeatures(collection: CollectionId): Promise<FeatureOf<'parks'>[]> {
  const known = read.get(collection)
  if (known) return known
  const asked = fetchCollection(collection).then((answer) => answer.features as FeatureOf<'parks'>[])
  asked.catch(() => read.delete(collection))
  read.set(collection, asked)
  return asked
}
