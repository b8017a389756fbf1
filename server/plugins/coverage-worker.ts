/** The thread of `coverage-pool.ts`: lays the ground into the plane once, then answers question after question. */
import type { Position } from 'geojson'
import { workerData } from 'node:worker_threads'
import { corridorCoverage } from '../analysis/corridor-coverage.ts'
import { coverageGaps } from '../analysis/coverage-gaps.ts'
import { prepareGround, type CoverageGround, type GroundCollections } from '../analysis/coverage-ground.ts'
import type { CoverageLine } from '../analysis/coverage-lines.ts'
import { coverageOutlines } from '../analysis/coverage-outlines.ts'
import { loadOverlay } from '../analysis/overlay.ts'
import type { CoverageAnswer, CoverageOutlines, CoverageProblem } from '../domain/coverage.ts'

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
  const on = await (ground ??= prepare())
  const coverage = corridorCoverage(on, lines, bufferMeters)
  if ('problem' in coverage) return coverage
  const gaps = coverageGaps(on, lines, bufferMeters)
  if ('problem' in gaps) return gaps
  const outlines = coverageOutlines(on, lines, bufferMeters)
  if ('problem' in outlines) return outlines
  const whole: CoverageAnswer = { coverage, gaps, outlines: roundOutlines(outlines) }
  return { json: new TextEncoder().encode(JSON.stringify(whole)) }
}

async function prepare(): Promise<CoverageGround> {
  const handed = workerData as CoverageWorkerData
  const { plane } = await loadOverlay()
  if (!handed.collections) throw new Error('the ground is prepared once, from what the thread was handed')
  const prepared = prepareGround(handed.collections, plane)
  handed.collections = null
  return prepared
}

/** A tenth of a metre: the outlines are for the map. */
function roundOutlines({ low, value, high, uncovered }: CoverageOutlines): CoverageOutlines {
  return {
    low: roundOutline(low),
    value: roundOutline(value),
    high: roundOutline(high),
    uncovered: roundOutline(uncovered),
  }
}

function roundOutline(outline: CoverageOutlines['value']): CoverageOutlines['value'] {
  if (outline === null) return null
  return outline.type === 'Polygon'
    ? { type: 'Polygon', coordinates: outline.coordinates.map(roundRing) }
    : { type: 'MultiPolygon', coordinates: outline.coordinates.map((rings) => rings.map(roundRing)) }
}

function roundRing(ring: readonly Position[]): Position[] {
  return ring.map((position) => position.map((degrees) => Math.round(degrees * 1e6) / 1e6))
}
