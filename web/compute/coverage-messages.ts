import type { CoverageFigures } from '../../server/analysis/coverage-answer.ts'
import type { OwnShape } from '../../server/analysis/coverage-ground.ts'
import type { DrawnArea } from '../../server/analysis/drawn-area.ts'
import type { DrawnPlace } from '../../server/analysis/nearest-features.ts'
import type { CoverageLine } from '../../server/analysis/coverage-lines.ts'
import type { AreaContents } from '../../server/domain/contents.ts'
import type { NearestFeatures } from '../../server/domain/nearest.ts'
import type { WhatIf } from '../../server/domain/what-if.ts'
import type { CoverageOutlines, CoverageProblem, DistanceMap } from '../../server/domain/coverage.ts'

/** What the page and its coverage worker say to each other. */
export interface CoverageQuestion {
  /** Corridors of the programme. Without it: all, or none beside `lines`. */
  corridorIds?: readonly string[]
  /** Lines of one's own, each with an id and its uncertainty in metres. */
  lines?: readonly CoverageLine[]
  /** 500 to 30,000. */
  bufferMeters: number
}

export interface WhatIfQuestion {
  /** All lines of the scenario. */
  lines: readonly CoverageLine[]
  bufferMeters: number
}

/** What can be asked: one entry a kind of question. */
export interface CoverageTasks {
  /** The whole answer in its two halves: what the map draws, and what the tables say. */
  outlines: { question: CoverageQuestion; answer: CoverageOutlines }
  figures: { question: CoverageQuestion; answer: CoverageFigures }
  distances: { question: Omit<CoverageQuestion, 'bufferMeters'>; answer: DistanceMap }
  /** What a drawn area holds. */
  contents: { question: DrawnArea; answer: AreaContents }
  /** What changes when these lines stand in the place of the corridors. */
  whatIf: { question: WhatIfQuestion; answer: WhatIf }
  /** What lies nearest to a drawn point or line. */
  nearest: { question: DrawnPlace; answer: NearestFeatures }
}
export type CoverageTask = keyof CoverageTasks

/** Once, and first: where the ground is fetched from, up to and including the origin. */
export interface Prepare {
  address: string
}
/** Outlines of the reader's own that count from now on, and no others. */
export interface TakeShapes {
  ownShapes: readonly OwnShape[]
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
