/**
 * The catalog from `data/geojson` and `seeds`, or every reason why it cannot be had.
 *
 * A server that starts has data that fit their schemas; what is wrong is said in sentences that name the
 * file, the feature, the property, what was expected and what stood there.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compile } from 'typebox/compile'
import {
  collectionIds,
  collections as definitions,
  type CollectionDefinition,
  type CollectionId,
  type FeatureOf,
} from '../domain/collections.ts'
import { buildCatalog, type Catalog, type FeaturesByCollection, type PlanSeeds } from './catalog.ts'
import { readSeedsWithProblems } from './read-seeds.ts'
import { findSchemaProblems } from './schema-problems.ts'

export class CatalogError extends Error {
  override name = 'CatalogError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

export interface CatalogFolders {
  geojson: string
  seeds: string
}

/** Files of `seeds/` that are served as they are; the others have become `data/geojson`. */
const servedSeeds = [
  'sources.json',
  'plan/figures.json',
  'plan/pillars.json',
  'plan/clauses.json',
  'plan/disagreements.json',
  'transport/driving.json',
  'distances.json',
  'distance-places.json',
] as const

/** Throws a `CatalogError`. */
export function readCatalog(folders: CatalogFolders): Catalog {
  const problems: string[] = []
  const hash = createHash('sha256')
  const features = Object.fromEntries(
    collectionIds.map((id) => [id, readCollection(folders.geojson, id, hash.update(`${id}\n`), problems)]),
  ) as unknown as FeaturesByCollection
  const plan = readPlan(folders.seeds, problems)
  hash.update(JSON.stringify(plan))
  if (problems.length === 0) problems.push(...findBrokenReferences(features, plan))
  if (problems.length > 0) throw new CatalogError(problems)
  return buildCatalog(features, plan, hash.digest('hex').slice(0, 16))
}

function readPlan(folder: string, problems: string[]): PlanSeeds {
  const { seeds, problems: found } = readSeedsWithProblems(folder)
  problems.push(
    ...found.filter((problem) => servedSeeds.some((file) => problem.startsWith(file))).map((one) => `seeds/${one}`),
  )
  return {
    figures: seeds['plan/figures.json'],
    pillars: seeds['plan/pillars.json'],
    clauses: seeds['plan/clauses.json'],
    disagreements: seeds['plan/disagreements.json'],
    origins: seeds['sources.json'],
    driving: seeds['transport/driving.json'],
    distances: seeds['distances.json'],
    distancePlaces: seeds['distance-places.json'],
  }
}

function readCollection<Id extends CollectionId>(
  folder: string,
  id: Id,
  hash: { update: (bytes: Buffer) => unknown },
  problems: string[],
): readonly FeatureOf<Id>[] {
  const file = `${id}.geojson`
  let parsed: unknown
  try {
    const bytes = readFileSync(join(folder, file))
    hash.update(bytes)
    parsed = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const reason = isMissing ? 'there is no such file; `npm run data:build` makes it' : String(error)
    problems.push(`data/geojson/${file}: must be a readable FeatureCollection: ${reason}`)
    return []
  }
  const found = findCollectionProblems(id, definitions[id], parsed)
  problems.push(...found.map((problem) => `data/geojson/${file}: ${problem}`))
  return found.length === 0 ? (parsed as { features: FeatureOf<Id>[] }).features : []
}

const mostProblemsShown = 20

/** Sentences about what is wrong with a parsed file; none: it is a collection of its kind. */
export function findCollectionProblems(id: string, definition: CollectionDefinition, parsed: unknown): string[] {
  if (!isRecord(parsed) || parsed['type'] !== 'FeatureCollection' || !Array.isArray(parsed['features'])) {
    return ['must be a FeatureCollection with a list of features']
  }
  const properties = Compile(definition.properties)
  const problems: string[] = []
  const seen = new Set<unknown>()
  for (const [index, feature] of (parsed['features'] as unknown[]).entries()) {
    const say = (sentence: string) => problems.push(`features/${index} ${sentence}`)
    if (problems.length > mostProblemsShown) break
    if (!isRecord(feature) || feature['type'] !== 'Feature' || !isRecord(feature['properties'])) {
      say('must be a Feature with properties')
      continue
    }
    for (const { path, message, got } of findSchemaProblems(properties, feature['properties']).slice(0, 3)) {
      say(`(${show(feature['id'])}) ${path} ${message}, got ${show(got)}`)
    }
    if (feature['id'] !== feature['properties']['id']) {
      say(`id must equal properties.id, got ${show(feature['id'])} and ${show(feature['properties']['id'])}`)
    }
    if (seen.has(feature['id'])) say(`id must be unique in ${id}, got ${show(feature['id'])} again`)
    seen.add(feature['id'])
    const wrong = findGeometryProblem(definition, feature['geometry'])
    if (wrong) say(`(${show(feature['id'])}) ${wrong}`)
  }
  return problems
}

const depthOfCoordinates: Record<string, number> = {
  Point: 0,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

function findGeometryProblem(definition: CollectionDefinition, geometry: unknown): string | null {
  if (geometry === null) return null
  const expected = `geometry must be null or ${definition.geometryTypes.join(' or ')}`
  if (!isRecord(geometry)) return `${expected}, got ${show(geometry)}`
  const { type, coordinates } = geometry
  if (!definition.geometryTypes.some((one) => one === type)) return `${expected}, got ${show(type)}`
  const depth = depthOfCoordinates[String(type)] ?? 0
  return hasPositions(coordinates, depth) ? null : `coordinates of the ${String(type)} must be positions of two numbers`
}

function hasPositions(coordinates: unknown, depth: number): boolean {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return false
  if (depth > 0) return coordinates.every((part) => hasPositions(part, depth - 1))
  return coordinates.length >= 2 && coordinates.every((number) => Number.isFinite(number))
}

function findBrokenReferences(features: FeaturesByCollection, plan: PlanSeeds): string[] {
  const problems: string[] = []
  const origins = new Set(plan.origins.map(({ id }) => id))
  for (const id of collectionIds) {
    for (const { id: featureId, properties } of features[id]) {
      const unknown = properties.originIds.find((originId) => !origins.has(originId))
      if (unknown === undefined) continue
      problems.push(
        `data/geojson/${id}.geojson: ${featureId} originIds must be in seeds/sources.json, got "${unknown}"`,
      )
    }
  }
  return problems
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 120)
}
