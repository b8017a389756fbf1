/**
 * Everything the server knows, looked up by name.
 *
 * Read and checked once at the start (see `read-catalog.ts`); afterwards nothing in it changes. Every look-up
 * goes through a Map of known names, so no text from a request is ever part of a path or a property access.
 */
import type { Feature, Geometry } from 'geojson'
import type { Box } from '../domain/box.ts'
import {
  collectionIds,
  collections as definitions,
  type CollectionDefinition,
  type CollectionId,
  type FeatureOf,
} from '../domain/collections.ts'
import type { Origin } from '../domain/provenance.ts'
import type { DrivingEntry } from '../domain/driving.ts'
import type {
  ClauseEntry,
  Disagreement,
  DistanceEntry,
  DistancePlaceEntry,
  Pillar,
  PlanFigure,
} from '../domain/seeds.ts'
import { boxOf, uniteBoxes } from './boxes.ts'

/** What a feature of any collection says of itself, and further properties by name. */
export interface AnyProperties {
  id: string
  name_vi: string | null
  name_en: string | null
  kind: string
  geometryBasis: string | null
  uncertaintyMeters: number | null
  originIds: string[]
  [name: string]: unknown
}

export type AnyFeature = Feature<Geometry | null, AnyProperties> & { id: string }

export interface CatalogCollection {
  id: CollectionId
  definition: CollectionDefinition
  features: readonly AnyFeature[]
  byId: ReadonlyMap<string, AnyFeature>
  /** Envelope of each feature, in the order of `features`; null where it has no position. */
  boxes: readonly (Box | null)[]
  /** Envelope of them all; null while nothing in it has a position. */
  extent: Box | null
}

/** What the documents say, apart from the map. */
export interface PlanSeeds {
  figures: readonly PlanFigure[]
  pillars: readonly Pillar[]
  clauses: readonly ClauseEntry[]
  disagreements: readonly Disagreement[]
  origins: readonly Origin[]
  /** What is assumed about driving. */
  driving: readonly DrivingEntry[]
  /** Published distances: a check of the roads, never their input. */
  distances: readonly DistanceEntry[]
  distancePlaces: readonly DistancePlaceEntry[]
}

export interface Catalog {
  /** Changes with any byte of the data or the seeds, and with nothing else. */
  version: string
  collections: ReadonlyMap<string, CatalogCollection>
  originsById: ReadonlyMap<string, Origin>
  plan: PlanSeeds
  featuresOf: <Id extends CollectionId>(id: Id) => readonly FeatureOf<Id>[]
}

export type FeaturesByCollection = { [Id in CollectionId]: readonly FeatureOf<Id>[] }

export function buildCatalog(features: FeaturesByCollection, plan: PlanSeeds, version: string): Catalog {
  const collections = new Map<string, CatalogCollection>()
  for (const id of collectionIds) collections.set(id, buildCollection(id, features[id]))
  return {
    version,
    collections,
    originsById: new Map(plan.origins.map((origin) => [origin.id, origin])),
    plan,
    featuresOf: (id) => features[id],
  }
}

function buildCollection(id: CollectionId, features: readonly AnyFeature[]): CatalogCollection {
  const boxes = features.map(({ geometry }) => boxOf(geometry))
  return {
    id,
    definition: definitions[id],
    features,
    byId: new Map(features.map((feature) => [feature.id, feature])),
    boxes,
    extent: uniteBoxes(boxes),
  }
}
