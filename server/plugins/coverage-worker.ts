/**
 * The thread of `coverage-pool.ts`: lays the ground into the plane once, then answers question after question:
 * what lines reach, what a drawn area holds, what a scenario changes.
 */
import { workerData } from 'node:worker_threads'
import { areaContents } from '../analysis/area-contents.ts'
import { coverageAnswer } from '../analysis/coverage-answer.ts'
import { prepareGround, type CoverageGround } from '../analysis/coverage-ground.ts'
import type { CoverageLine } from '../analysis/coverage-lines.ts'
import type { DrawnArea } from '../analysis/drawn-area.ts'
import type { GroundDocument } from '../analysis/ground-document.ts'
import { prepareLines, type GroundLineKind } from '../analysis/lines-inside.ts'
import { loadOverlay } from '../analysis/overlay.ts'
import { whatIf } from '../analysis/what-if.ts'
import type { CoverageProblem } from '../domain/coverage.ts'

/** What lines reach within a distance. */
export interface CoverageQuestion {
  lines: readonly CoverageLine[]
  bufferMeters: number
}
/** What a drawn area holds. */
export interface ContentsQuestion {
  area: DrawnArea
}
/** What changes when a scenario's lines stand in the place of the plan's. */
export interface WhatIfQuestion {
  plan: readonly CoverageLine[]
  scenario: readonly CoverageLine[]
  bufferMeters: number
}
export type PoolQuestion = CoverageQuestion | ContentsQuestion | WhatIfQuestion

/** Null once the ground is made of them: then nobody needs them here any more. */
export interface CoverageWorkerData {
  collections: GroundDocument | null
}

/** The answer as JSON: bytes go from thread to thread, into the cache and out to readers as they are. */
export type CoverageWorkerAnswer = { json: Uint8Array } | { problem: CoverageProblem }

interface Prepared {
  ground: CoverageGround
  lines: readonly GroundLineKind[]
}

let preparing: Promise<Prepared> | undefined

export async function getReady(): Promise<void> {
  await (preparing ??= prepare())
}

export async function answer(question: PoolQuestion): Promise<CoverageWorkerAnswer> {
  const told = tell(await (preparing ??= prepare()), question)
  if ('problem' in told) return told
  return { json: new TextEncoder().encode(JSON.stringify(told)) }
}

function tell({ ground, lines }: Prepared, question: PoolQuestion) {
  if ('area' in question) return areaContents(ground, lines, question.area)
  if ('scenario' in question) return whatIf(ground, question.plan, question.scenario, question.bufferMeters)
  return coverageAnswer(ground, question.lines, question.bufferMeters)
}

async function prepare(): Promise<Prepared> {
  const handed = workerData as CoverageWorkerData
  const { plane } = await loadOverlay()
  if (!handed.collections) throw new Error('the ground is prepared once, from what the thread was handed')
  const { corridors } = handed.collections
  const prepared = { ground: prepareGround(handed.collections, plane), lines: prepareLines(handed.collections.lines) }
  // Code that runs for the first time is slow: the first reader's limit is not to be spent on that.
  coverageAnswer(prepared.ground, corridors.slice(0, 1), 5000)
  handed.collections = null
  return prepared
}
