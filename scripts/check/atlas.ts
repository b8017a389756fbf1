/**
 * What the rules look at: the files of data/geojson as they are, and the seeds that fit their schemas.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, Geometry } from 'geojson'
import { collectionIds, type CollectionId } from '../../server/domain/collections.ts'
import { readSeedsWithProblems, type Seeds } from '../../server/catalog/read-seeds.ts'

export type Properties = Record<string, unknown>
export type AnyFeature = Feature<Geometry | null, Properties>

export interface Atlas {
  /** Features by collection; nothing about them is certain yet. */
  collections: Record<CollectionId, AnyFeature[]>
  seeds: Seeds
}

/** A rule answers with sentences a person can act on; none when all is well. */
export type Rule = (atlas: Atlas) => string[]

export function readAtlas(folders: { geojson: string; seeds: string }): { atlas: Atlas; problems: string[] } {
  const { seeds, problems } = readSeedsWithProblems(folders.seeds)
  const collections = Object.fromEntries(
    collectionIds.map((id) => [id, readFeatures(folders.geojson, id, problems)]),
  ) as Atlas['collections']
  return {
    atlas: { collections, seeds },
    problems: problems.map((problem) => (/^[a-z-]+\.geojson/.test(problem) ? problem : `seeds/${problem}`)),
  }
}

function readFeatures(folder: string, id: CollectionId, problems: string[]): AnyFeature[] {
  const file = `${id}.geojson`
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    if (isFeatureCollection(parsed)) return parsed.features
    problems.push(`${file}: must be a FeatureCollection with a list of features`)
  } catch (error) {
    problems.push(`${file}: must be readable JSON, got ${error instanceof Error ? error.message : String(error)}`)
  }
  return []
}

function isFeatureCollection(value: unknown): value is { features: AnyFeature[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'FeatureCollection' &&
    'features' in value &&
    Array.isArray(value.features)
  )
}

/** Every feature with the words that point at it: `parks.geojson: features/3 (bim-son)`. */
export function eachFeature({
  collections,
}: Atlas): { collection: CollectionId; feature: AnyFeature; where: string }[] {
  return collectionIds.flatMap((collection) =>
    collections[collection].map((feature, i) => ({
      collection,
      feature,
      where: `${collection}.geojson: features/${i} (${String(feature.id)})`,
    })),
  )
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

export function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 120)
}
