import type { CollectionId } from '../../server/domain/collections.ts'

/**
 * One feature of each collection, as links name it: `park:bim-son`.
 *
 * The same words stand in the server's registry; a test compares the two.
 */
export const kinds = {
  centres: 'centre',
  corridors: 'corridor',
  zones: 'zone',
  'zone-sea': 'zone-sea',
  parks: 'park',
  'later-parks': 'later-park',
  links: 'link',
  roads: 'road',
  interchanges: 'interchange',
  railways: 'railway',
  stations: 'station',
  ports: 'port',
  airports: 'airport',
  runways: 'runway',
  'border-gates': 'border-gate',
  projects: 'project',
  waterworks: 'waterwork',
  'fishing-ports': 'fishing-port',
  heritage: 'heritage',
  rivers: 'river',
  province: 'province',
  districts: 'district',
  units: 'unit',
  communes: 'commune',
  places: 'place',
} as const satisfies Partial<Record<CollectionId, string>>

export type FeatureCollectionId = keyof typeof kinds

export function kindOfCollection(collection: string): string | null {
  return collection in kinds ? kinds[collection as FeatureCollectionId] : null
}

export function collectionOfKind(kind: string): FeatureCollectionId | null {
  return (Object.keys(kinds) as FeatureCollectionId[]).find((collection) => kinds[collection] === kind) ?? null
}
