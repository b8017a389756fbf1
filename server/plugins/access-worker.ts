/** The thread of `access-pool.ts`: joins the roads to a network once, then answers question after question. */
import { workerData } from 'node:worker_threads'
import {
  accessBasis,
  accessFromOf,
  parkAccess,
  prepareAccess,
  type AccessFeatures,
  type AccessGround,
} from '../analysis/access.ts'
import type { AccessPlace } from '../analysis/access-place.ts'
import type { Phase } from '../analysis/network.ts'
import { distanceCheck, type DistanceSeeds } from '../analysis/distance-check.ts'
import { loadOverlay } from '../analysis/overlay.ts'
import { prepareTravelGround, travelTimeAreas, type TravelGround } from '../analysis/travel-time.ts'
import type { DistanceCheck, ParkAccessTable, TravelTime } from '../domain/access.ts'
import type { FeatureOf } from '../domain/collections.ts'
import type { DrivingEntry } from '../domain/driving.ts'

export type AccessQuestion =
  | { about: 'parks'; phase: Phase }
  | { about: 'travel-time'; phase: Phase; from: AccessPlace; minutes: readonly number[] }
  | { about: 'distances'; places: Readonly<Record<string, AccessPlace | null>> }

/** `features` is null once the ground is made of them: then nobody needs them here any more. */
export interface AccessWorkerData {
  features: (AccessFeatures & { communes: readonly FeatureOf<'communes'>[] }) | null
  driving: readonly DrivingEntry[]
  distances: Omit<DistanceSeeds, 'driving'>
}

interface Ground {
  access: AccessGround
  travel: TravelGround
  distances: DistanceSeeds
}

let ground: Promise<Ground> | undefined

/** The answer as JSON: bytes go from thread to thread, into the cache and out to readers as they are. */
export async function answer(question: AccessQuestion): Promise<Uint8Array> {
  return new TextEncoder().encode(JSON.stringify(answerOn(await (ground ??= prepare()), question)))
}

function answerOn(
  { access, travel, distances }: Ground,
  question: AccessQuestion,
): ParkAccessTable | TravelTime | DistanceCheck {
  if (question.about === 'distances') {
    const { places } = question
    return distanceCheck(access, distances, (key) => (Object.hasOwn(places, key) ? (places[key] ?? null) : null))
  }
  const { phase } = question
  const network = access.networkAt(phase)
  if (question.about === 'parks') {
    return parkAccess(access, phase, (place) => travelTimeAreas(travel, network, place, [30])[0]?.people ?? null)
  }
  const { from, minutes } = question
  return {
    from: accessFromOf(from),
    areas: travelTimeAreas(travel, network, from, minutes),
    ...accessBasis(access, phase),
  }
}

async function prepare(): Promise<Ground> {
  const handed = workerData as AccessWorkerData
  const { plane } = await loadOverlay()
  if (!handed.features) throw new Error('the ground is prepared once, from what the thread was handed')
  const { communes, ...features } = handed.features
  const prepared = {
    access: prepareAccess(features, handed.driving),
    travel: prepareTravelGround(features.province, communes, plane),
    distances: { ...handed.distances, driving: handed.driving },
  }
  handed.features = null
  return prepared
}
