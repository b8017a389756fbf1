import useSWRImmutable from 'swr/immutable'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import type { Answer } from '../api/queries.ts'

/** What all corridors reach at a distance, worked out where the coverage panel has it worked out; null asks nothing. */
export const useReach = (bufferMeters: number | null): Answer<CoverageAnswer> =>
  useSWRImmutable(bufferMeters === null ? null : ['reach', bufferMeters], async () => {
    const { askCoverage, startCoverageWorker } = await import('../compute/coverage-client.ts')
    await startCoverageWorker()
    const answer = await askCoverage({ bufferMeters: bufferMeters ?? 0 }, 'show')
    if (!answer) throw new Error('another question came between')
    return answer
  })
