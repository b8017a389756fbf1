import useSWRImmutable from 'swr/immutable'
import type { ParkAccessTable } from '../../server/domain/access.ts'
import { ApiError, fetchParkAccess } from '../api/client.ts'
import type { Answer } from '../api/queries.ts'
import type { Phase } from '../state/atlas-state.ts'

/**
 * Road times of all parks; null asks nothing. A server that is still working it out says so (503) and is asked again:
 * a show does not give up on a slow machine.
 */
export const useParkTimes = (phase: Phase | null): Answer<ParkAccessTable> =>
  useSWRImmutable(phase === null ? null : ['park-times', phase], () => fetchParkAccess(phase ?? 2030), {
    errorRetryCount: 8,
    errorRetryInterval: 2000,
    shouldRetryOnError: (error: Error) => !(error instanceof ApiError && error.status > 0 && error.status < 500),
  })
