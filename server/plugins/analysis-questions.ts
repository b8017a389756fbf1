/**
 * What the thread of `analysis-pool.ts` can be asked, and what ground it needs for that.
 */
import { accessCollections, type AccessFeatures } from '../analysis/access.ts'
import type { AccessPlace } from '../analysis/access-place.ts'
import type { CoverageLine } from '../analysis/coverage-lines.ts'
import type { DistanceSeeds } from '../analysis/distance-check.ts'
import type { DrawnArea } from '../analysis/drawn-area.ts'
import { groundDocument, type GroundDocument } from '../analysis/ground-document.ts'
import type { Phase } from '../analysis/network.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { FeatureOf } from '../domain/collections.ts'
import type { CoverageProblem } from '../domain/coverage.ts'
import type { DrivingEntry } from '../domain/driving.ts'

/** Mostly about lines and areas of a reader's own, which may be anything. */
export type CoverageQuestion =
  /** What lines reach within a distance. */
  | { about: 'coverage'; lines: readonly CoverageLine[]; bufferMeters: number }
  /** What a drawn area holds. */
  | { about: 'contents'; area: DrawnArea }
  /** What changes when a scenario's lines stand in the place of the plan's. */
  | { about: 'what-if'; plan: readonly CoverageLine[]; scenario: readonly CoverageLine[]; bufferMeters: number }

/** About the atlas' own roads and features: each takes well under a second. */
export type AccessQuestion =
  | { about: 'access'; phase: Phase; from: AccessPlace }
  | { about: 'parks'; phase: Phase }
  | { about: 'travel-time'; phase: Phase; from: AccessPlace; minutes: readonly number[] }
  | { about: 'distances'; places: Readonly<Record<string, AccessPlace | null>> }

export type AnalysisQuestion = CoverageQuestion | AccessQuestion

/** As JSON: bytes go from thread to thread, into the cache and out to readers as they are. */
export type AnalysisAnswer = { json: Uint8Array } | { problem: CoverageProblem }

export type GroundName = 'coverage' | 'access'

export function groundFor({ about }: AnalysisQuestion): GroundName {
  return about === 'coverage' || about === 'contents' || about === 'what-if' ? 'coverage' : 'access'
}

/** What a ground is made of, as it goes to the thread. */
export type HandedGround = { name: 'coverage'; collections: GroundDocument } | ({ name: 'access' } & HandedAccess)

export interface HandedAccess {
  features: AccessFeatures & { communes: readonly FeatureOf<'communes'>[] }
  driving: readonly DrivingEntry[]
  distances: Omit<DistanceSeeds, 'driving'>
}

export type GroundCatalog = Pick<Catalog, 'featuresOf' | 'plan' | 'originsById'>

export function handGround(name: GroundName, { featuresOf, plan, originsById }: GroundCatalog): HandedGround {
  if (name === 'coverage') return { name, collections: groundDocument(featuresOf) }
  const features = Object.fromEntries(accessCollections.map((id) => [id, featuresOf(id)])) as unknown as AccessFeatures
  return {
    name,
    features: { ...features, communes: featuresOf('communes') },
    driving: plan.driving,
    distances: { distances: plan.distances, places: plan.distancePlaces, originsById },
  }
}
