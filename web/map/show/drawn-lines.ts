import type { CollectionId } from '../../../server/domain/collections.ts'
import { readFeatures } from '../deck/features.ts'
import type { Path } from './trim-path.ts'

/** Of the disc with a line's number, in pixels on a desk. */
export const discRadius = 12

/** The lines of a collection, each as its parts, for whoever draws them or keeps clear of their numbers. */
export async function readLines(collection: CollectionId): Promise<Path[][]> {
  const features = await readFeatures(collection)
  return features.flatMap(({ geometry: shape }): Path[][] => {
    if (shape?.type === 'LineString') return [[shape.coordinates as Path]]
    return shape?.type === 'MultiLineString' ? [shape.coordinates as Path[]] : []
  })
}
