import type { SWRConfiguration, SWRResponse } from 'swr'
import { preload } from 'swr'
import useSWRImmutable from 'swr/immutable'
import type { Access, DistanceCheck, ParkAccessTable, TravelTime } from '../../server/domain/access.ts'
import type { CollectionId, CollectionOf, FeatureOf } from '../../server/domain/collections.ts'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import type { PhaseState } from '../../server/domain/phases.ts'
import type { Ledger, PlanDocument, SearchEntry } from '../../server/domain/analysis.ts'
import {
  ApiError,
  fetchAccess,
  fetchCollection,
  fetchCoverage,
  fetchDistanceCheck,
  fetchFeature,
  fetchLedger,
  fetchPhases,
  fetchParkAccess,
  fetchPlan,
  fetchSearchIndex,
  fetchTravelTime,
} from './client.ts'

/** The server's answers as the components ask for them; each is fetched once and kept. */
export type Answer<T> = SWRResponse<T, Error>

export const usePlan = (): Answer<PlanDocument> => useSWRImmutable('plan', () => fetchPlan(), options)

export const useLedger = (): Answer<Ledger> => useSWRImmutable('ledger', () => fetchLedger(), options)

/** The previous answer stays on the screen while a new buffer is worked out. */
export const useCoverage = (
  wanted: boolean,
  corridors: readonly string[],
  bufferMeters: number,
): Answer<CoverageAnswer> =>
  useSWRImmutable(
    wanted ? ['coverage', corridors.toSorted().join(), bufferMeters] : null,
    () => fetchCoverage(corridors, bufferMeters),
    {
      ...options,
      keepPreviousData: true,
    },
  )

/** By key, as in `park:bim-son`; null asks nothing. */
export const useAccess = (feature: string | null, phase: Access['phase']): Answer<Access> =>
  useSWRImmutable(
    feature === null ? null : ['access', feature, phase],
    () => fetchAccess(feature ?? '', phase),
    options,
  )

/** @public */
export const useParkAccess = (phase: Access['phase']): Answer<ParkAccessTable> =>
  useSWRImmutable(['access-parks', phase], () => fetchParkAccess(phase), options)

/** Null asks nothing. */
export const useTravelTime = (
  feature: string | null,
  minutes: readonly number[],
  phase: Access['phase'],
): Answer<TravelTime> =>
  useSWRImmutable(
    feature === null ? null : ['travel-time', feature, minutes.join(), phase],
    () => fetchTravelTime(feature ?? '', minutes, phase),
    options,
  )

export const useDistanceCheck = (): Answer<DistanceCheck> =>
  useSWRImmutable('distance-check', () => fetchDistanceCheck(), options)

export const usePhases = (): Answer<PhaseState[]> => useSWRImmutable('phases', () => fetchPhases(), options)

export const useSearchIndex = (wanted: boolean): Answer<SearchEntry[]> =>
  useSWRImmutable(wanted ? 'search-index' : null, () => fetchSearchIndex(), options)

export const useCollection = <Id extends CollectionId>(id: Id): Answer<CollectionOf<Id>> =>
  useSWRImmutable(['collection', id], () => fetchCollection(id), options)

/** The investor's list, before there is a component that asks for it; what fails is told to that component. */
export function preloadParks(): void {
  for (const id of ['parks', 'later-parks'] as const)
    void preload(['collection', id], () => fetchCollection(id)).catch(() => undefined)
}

export const useFeature = <Id extends CollectionId>(collection: Id | null, id: string): Answer<FeatureOf<Id>> =>
  useSWRImmutable(collection ? ['feature', collection, id] : null, () => fetchFeature(collection as Id, id), options)

/** What the server refused stays refused; a failed connection is worth another try, and so is a busy server. */
const options: SWRConfiguration = {
  errorRetryCount: 2,
  errorRetryInterval: 1500,
  shouldRetryOnError: (error: Error) => !(error instanceof ApiError && error.status > 0 && error.status !== 503),
}
