/**
 * What every feature of every file looks like, and how a file is written.
 *
 * One feature a line, so that a change shows as the lines it touched.
 */
import type { Geometry, Position } from 'geojson'
import type { CollectionId, CollectionOf, FeatureOf, PropertiesOf } from '../../server/domain/collections.ts'

export function featureOf<Id extends CollectionId>(
  properties: PropertiesOf<Id> & { id: string },
  geometry: Geometry | null,
): FeatureOf<Id> {
  return { type: 'Feature', id: properties.id, properties, geometry }
}

export function collectionOf<Id extends CollectionId>(features: FeatureOf<Id>[]): CollectionOf<Id> {
  return { type: 'FeatureCollection', features }
}

export function toText(collection: { features: readonly unknown[] }): string {
  const rows = collection.features.map((feature) => JSON.stringify(feature))
  return `{"type":"FeatureCollection","features":[\n${rows.join(',\n')}\n]}\n`
}

export function roundPosition(position: Position, decimals: number): Position {
  return position.map((degrees) => Number(degrees.toFixed(decimals)))
}

/** A line with rounded positions and none twice in a row. */
export function roundLine(line: readonly Position[], decimals: number): Position[] {
  return line
    .map((position) => roundPosition(position, decimals))
    .filter((position, i, all) => i === 0 || position[0] !== all[i - 1]?.[0] || position[1] !== all[i - 1]?.[1])
}

export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
