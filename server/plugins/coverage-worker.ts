/** The thread of `coverage-pool.ts`: lays the ground into the plane once, then answers question after question. */
import { workerData } from 'node:worker_threads'
import { coverageAnswer } from '../analysis/coverage-answer.ts'
import { prepareGround, type CoverageGround, type GroundCollections } from '../analysis/coverage-ground.ts'
import type { CoverageLine } from '../analysis/coverage-lines.ts'
import { loadOverlay } from '../analysis/overlay.ts'
import type { CoverageProblem } from '../domain/coverage.ts'

export interface CoverageQuestion {
  lines: readonly CoverageLine[]
  bufferMeters: number
}

/** Null once the ground is made of them: then nobody needs them here any more. */
export interface CoverageWorkerData {
  collections: GroundCollections | null
}

/** The answer as JSON: bytes go from thread to thread, into the cache and out to readers as they are. */
export type CoverageWorkerAnswer = { json: Uint8Array } | { problem: CoverageProblem }

let ground: Promise<CoverageGround> | undefined

export async function getReady(): Promise<void> {
  await (ground ??= prepare())
}

export async function answer({ lines, bufferMeters }: CoverageQuestion): Promise<CoverageWorkerAnswer> {
  const told = coverageAnswer(await (ground ??= prepare()), lines, bufferMeters)
  if ('problem' in told) return told
  return { json: new TextEncoder().encode(JSON.stringify(told)) }
}

async function prepare(): Promise<CoverageGround> {
  const handed = workerData as CoverageWorkerData
  const { plane } = await loadOverlay()
  if (!handed.collections) throw new Error('the ground is prepared once, from what the thread was handed')
  const prepared = prepareGround(handed.collections, plane)
  handed.collections = null
  return prepared
}
