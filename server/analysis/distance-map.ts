/**
 * How far each piece of the province's land is from the nearest of some lines: a hexagon at a time.
 *
 * Hexagons of Uber's H3 at resolution 7, some 5 km² and 2.4 km across; one belongs to the land if its middle does,
 * and the distance is that of its middle, along the ellipsoid. With lines that may be off by their own
 * uncertainty, `low` and `high` are the least and the most.
 */
import { cellToBoundary, cellToLatLng, polygonToCells } from 'h3-js'
import type { Position } from 'geojson'
import type { CoverageProblem, DistanceMap } from '../domain/coverage.ts'
import type { CoverageGround } from './coverage-ground.ts'
import { leastBufferMeters, readCoverageLines, type CoverageLine } from './coverage-lines.ts'
import { nearestToPoint } from './distance-to-lines.ts'
import { fromPlane, toPlane } from './laea.ts'

const resolution = 7

export function distanceMap(
  { province }: Pick<CoverageGround, 'province'>,
  lines: readonly CoverageLine[],
): DistanceMap | { problem: CoverageProblem } {
  // Any distance will do: only the lines are looked at.
  const read = readCoverageLines(lines, leastBufferMeters)
  if ('problem' in read) return read
  const cells = province.flatMap((rings) => polygonToCells(rings.map(toClosedRing), resolution, true))
  return {
    hexagons: [...new Set(cells)].map((cell) => {
      const [latitude, longitude] = cellToLatLng(cell)
      const nearest = nearestToPoint(toPlane([longitude, latitude]), read.lines)
      return {
        cell,
        ring: cellToBoundary(cell, true),
        nearestLineId: read.lines[nearest.line]?.id ?? '',
        distanceMeters: nearest.distanceMeters,
      }
    }),
  }
}

function toClosedRing(ring: readonly (readonly number[])[]): Position[] {
  const positions: Position[] = ring.map(fromPlane)
  return [...positions, ...positions.slice(0, 1)]
}
