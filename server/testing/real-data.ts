/** The data and seeds the atlas serves, for tests of facts about them. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { accessCollections, type AccessFeatures } from '../analysis/access.ts'
import { toAccessPlace, type AccessPlace } from '../analysis/access-place.ts'
import { collectionIds, collections, type CollectionId, type FeatureOf } from '../domain/collections.ts'
import type { SeedEntryOf, SeedFile } from '../domain/seeds.ts'

const root = resolve(import.meta.dirname, '../..')

export function realFeatures<Id extends CollectionId>(id: Id): FeatureOf<Id>[] {
  const text = readFileSync(resolve(root, 'data/geojson', `${id}.geojson`), 'utf8')
  return (JSON.parse(text) as { features: FeatureOf<Id>[] }).features
}

export function realSeed<File extends SeedFile>(file: File): SeedEntryOf<File>[] {
  return JSON.parse(readFileSync(resolve(root, 'seeds', file), 'utf8')) as SeedEntryOf<File>[]
}

export function realAccessFeatures(): AccessFeatures {
  return Object.fromEntries(accessCollections.map((id) => [id, realFeatures(id)])) as unknown as AccessFeatures
}

/** By key, as in `park:bim-son`; null: there is none, or nobody has published where. */
export function realPlace(key: string): AccessPlace | null {
  const [kind = '', id = ''] = key.split(':')
  const collection = collectionIds.find((one) => collections[one].singular === kind)
  const feature = collection && realFeatures(collection).find((one) => one.id === id)
  return feature ? toAccessPlace(kind, feature) : null
}
