/**
 * The whole answer to a coverage question: what some lines reach, what they miss, and the shapes of both.
 *
 * One function for the server's thread and for the page's worker, so that both say the same.
 */
import type { Position } from 'geojson'
import type { CoverageAnswer, CoverageOutlines, CoverageProblem } from '../domain/coverage.ts'
import { corridorCoverage } from './corridor-coverage.ts'
import { coverageGaps } from './coverage-gaps.ts'
import type { CoverageGround } from './coverage-ground.ts'
import type { CoverageLine } from './coverage-lines.ts'
import { coverageOutlines } from './coverage-outlines.ts'

export function coverageAnswer(
  ground: CoverageGround,
  lines: readonly CoverageLine[],
  bufferMeters: number,
): CoverageAnswer | { problem: CoverageProblem } {
  const coverage = corridorCoverage(ground, lines, bufferMeters)
  if ('problem' in coverage) return coverage
  const gaps = coverageGaps(ground, lines, bufferMeters)
  if ('problem' in gaps) return gaps
  const outlines = coverageOutlines(ground, lines, bufferMeters)
  if ('problem' in outlines) return outlines
  return { coverage, gaps, outlines: roundOutlines(outlines) }
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
