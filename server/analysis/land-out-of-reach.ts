/**
 * The land that no line reaches, as one shape. Both the gaps and the outlines are made of it: asked by one, it is
 * remembered for the other.
 */
import type { CoverageGround } from './coverage-ground.ts'
import type { PlaneLine } from './coverage-lines.ts'
import type { PlanePolygons } from './overlay.ts'
import type { Reach } from './reach.ts'

export function landOutOfReach(
  { plane, province, lately }: CoverageGround,
  lines: readonly PlaneLine[],
  bufferMeters: number,
  reaches: readonly Reach[],
): PlanePolygons {
  const key = [bufferMeters, ...lines.map((line) => line.key)].join('|')
  if (lately.outOfReach.key !== key) {
    const polygons = plane.difference(
      province,
      reaches.flatMap(({ value }) => value),
    )
    lately.outOfReach = { key, polygons }
  }
  return lately.outOfReach.polygons
}
