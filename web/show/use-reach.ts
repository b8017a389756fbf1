import useSWRImmutable from 'swr/immutable'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import type { Answer } from '../api/queries.ts'
import { readReach } from './read-reach.ts'

/** What all corridors reach at a distance; null asks nothing. */
export const useReach = (bufferMeters: number | null): Answer<CoverageAnswer> =>
  useSWRImmutable(bufferMeters === null ? null : ['reach', bufferMeters], () => readReach(bufferMeters ?? 0, 'show'))
