/**
 * Which properties a feature keeps in a vector tile: what a map draws, labels or filters by.
 *
 * Single values only. Lists, notes and figures stay in the feature itself, which a click asks for.
 */
import type { CollectionDefinition } from '../domain/collections.ts'
import { scalarProperties, type ScalarProperty } from '../domain/scalar-properties.ts'

/** Long or useless on a map. */
const leftOut = new Set(['formedFrom', 'statedAreaOriginId', 'populationBasis', 'seat'])

export function tileFields(definition: CollectionDefinition): Map<string, ScalarProperty> {
  return new Map([...scalarProperties(definition)].filter(([name]) => !leftOut.has(name)))
}

/** Field name → type, as TileJSON writes it. */
export function vectorLayerFields(definition: CollectionDefinition): Record<string, 'String' | 'Number' | 'Boolean'> {
  const written = { string: 'String', number: 'Number', boolean: 'Boolean' } as const
  return Object.fromEntries([...tileFields(definition)].map(([name, { type }]) => [name, written[type]]))
}
