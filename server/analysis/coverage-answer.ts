/**
 * The whole answer to a coverage question: what some lines reach, what they miss, and the shapes of both.
 *
 * One function for the server's thread and for the page's worker, so that both say the same; the page asks for its two
 * halves one after the other, so that the map has the shapes while the figures are being worked out.
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
  const figures = coverageFigures(ground, lines, bufferMeters)
  if ('problem' in figures) return figures
  const outlines = coverageShapes(ground, lines, bufferMeters)
  return 'problem' in outlines ? outlines : { ...figures, outlines }
}

export type CoverageFigures = Omit<CoverageAnswer, 'outlines'>

export function coverageFigures(
  ground: CoverageGround,
  lines: readonly CoverageLine[],
  bufferMeters: number,
): CoverageFigures | { problem: CoverageProblem } {
  const coverage = corridorCoverage(ground, lines, bufferMeters)
  if ('problem' in coverage) return coverage
  const gaps = coverageGaps(ground, lines, bufferMeters)
  return 'problem' in gaps ? gaps : { coverage, gaps }
}

/** To a tenth of a metre: the outlines are for the map. */
export function coverageShapes(
  ground: CoverageGround,
  lines: readonly CoverageLine[],
  bufferMeters: number,
): CoverageOutlines | { problem: CoverageProblem } {
  const outlines = coverageOutlines(ground, lines, bufferMeters)
  if ('problem' in outlines) return outlines
  const { low, value, high, uncovered } = outlines
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
