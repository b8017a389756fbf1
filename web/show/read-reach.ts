import type { CoverageAnswer } from '../../server/domain/coverage.ts'

/** What all corridors reach at a distance, worked out where the coverage panel has it worked out. */
export async function readReach(bufferMeters: number, channel: string): Promise<CoverageAnswer> {
  const { askCoverage, startCoverageWorker } = await import('../compute/coverage-client.ts')
  await startCoverageWorker()
  const answer = await askCoverage({ bufferMeters }, channel)
  if (!answer) throw new Error('another question came between')
  return answer
}
