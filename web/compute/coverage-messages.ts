import type { CoverageLine } from '../../server/analysis/coverage-lines.ts'
import type { CoverageAnswer, CoverageProblem, DistanceMap } from '../../server/domain/coverage.ts'

/** What the page and its coverage worker say to each other. */
export interface CoverageQuestion {
  /** Corridors of the programme. Without it: all, or none beside `lines`. */
  corridorIds?: readonly string[]
  /** Lines of one's own, each with an id and its uncertainty in metres. */
  lines?: readonly CoverageLine[]
  /** 500 to 30,000. */
  bufferMeters: number
}

/** What can be asked: one entry a kind of question. */
export interface CoverageTasks {
  answer: { question: CoverageQuestion; answer: CoverageAnswer }
  distances: { question: Omit<CoverageQuestion, 'bufferMeters'>; answer: DistanceMap }
}
export type CoverageTask = keyof CoverageTasks

/** Once, and first: where the ground is fetched from, up to and including the origin. */
export interface Prepare {
  address: string
}
export type Ask = {
  [Task in CoverageTask]: { id: number; task: Task; question: CoverageTasks[Task]['question'] }
}[CoverageTask]

export type FromWorker =
  | { ready: true }
  | { id: number; answer: CoverageTasks[CoverageTask]['answer'] | { problem: CoverageProblem } }
  | { id: number; failure: string }
  /** The worker cannot work here at all. */
  | { cannot: string }
