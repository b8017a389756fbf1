/**
 * What the united reach of some lines looks like on the province's land, at its least, as drawn and at its
 * most, and the land it leaves: shapes for the map. The numbers are `corridor-coverage.ts`'s.
 */
import type { CoverageOutlines, CoverageProblem } from '../domain/coverage.ts'
import type { CoverageGround } from './coverage-ground.ts'
import { readCoverageLines, type CoverageLine } from './coverage-lines.ts'
import { landOutOfReach } from './land-out-of-reach.ts'
import { fromPlanePolygons } from './overlay.ts'
import { findReaches, fullEffort, type Reach } from './reach.ts'

export function coverageOutlines(
  ground: CoverageGround,
  lines: readonly CoverageLine[],
  bufferMeters: number,
): CoverageOutlines | { problem: CoverageProblem } {
  const { plane, province, memory } = ground
  const read = readCoverageLines(lines, bufferMeters)
  if ('problem' in read) return read
  const found = findReaches(plane, read.lines, bufferMeters, memory, fullEffort())
  if ('problem' in found) return found
  const outline = (level: keyof Reach) =>
    fromPlanePolygons(
      plane.intersect(
        province,
        found.reaches.flatMap((reach) => reach[level]),
      ),
    )
  return {
    low: outline('low'),
    value: outline('value'),
    high: outline('high'),
    uncovered: fromPlanePolygons(landOutOfReach(ground, read.lines, bufferMeters, found.reaches)),
  }
}
