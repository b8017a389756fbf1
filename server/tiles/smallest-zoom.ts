/**
 * From which zoom a feature is in the tiles at all.
 *
 * Six hundred communes and their names are most of a tile's bytes at zooms where no map shows them; a phone
 * on its first visit does not have to load them.
 */
import type { CollectionId } from '../domain/collections.ts'

const ofCollection: Partial<Record<CollectionId, number>> = { communes: 8, units: 7 }
const ofLabel = new Map<unknown, number>([
  ['communes', 9],
  ['units', 8],
])

export function smallestZoom(id: CollectionId, properties: Readonly<Record<string, unknown>>): number {
  return (id === 'label-points' ? ofLabel.get(properties['of']) : ofCollection[id]) ?? 0
}

/** The smallest of all its features. */
export function smallestZoomOf(id: CollectionId): number {
  return ofCollection[id] ?? 0
}
