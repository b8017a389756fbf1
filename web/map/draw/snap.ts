import type { Geometry, Position } from 'geojson'
import { linesOf } from '../../format/lines-of.ts'

/**
 * Where a pointer snaps to: the nearest corner within reach, or else the nearest spot of an edge.
 *
 * Distances are flat about the pointer, which is true enough over a few pixels.
 */
export interface SnapEdges {
  /** x1, y1, x2, y2 of each edge in degrees; a lone point is an edge of no length. */
  edges: Float64Array
}

export function toSnapEdges(geometries: readonly (Geometry | null)[]): SnapEdges {
  const numbers: number[] = []
  for (const geometry of geometries) {
    for (const line of chainsOf(geometry)) {
      line.forEach((position, i) => {
        const from = i === 0 ? position : (line[i - 1] ?? position)
        if (i > 0 || line.length === 1) numbers.push(at(from, 0), at(from, 1), at(position, 0), at(position, 1))
      })
    }
  }
  return { edges: Float64Array.from(numbers) }
}

/** @param reachDegrees of latitude; null: nothing is that near */
export function snapTo(pointer: Position, targets: readonly SnapEdges[], reachDegrees: number): Position | null {
  const [x, y] = [at(pointer, 0), at(pointer, 1)]
  const narrow = Math.cos((y * Math.PI) / 180)
  const wide = reachDegrees / narrow
  let [corner, cornerDistance]: [Position | null, number] = [null, reachDegrees]
  let [spot, spotDistance]: [Position | null, number] = [null, reachDegrees]
  const far = (px: number, py: number) => Math.hypot((px - x) * narrow, py - y)
  for (const { edges } of targets) {
    for (let i = 0; i < edges.length; i += 4) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges.subarray(i, i + 4)
      if (Math.min(x1, x2) > x + wide || Math.max(x1, x2) < x - wide) continue
      if (Math.min(y1, y2) > y + reachDegrees || Math.max(y1, y2) < y - reachDegrees) continue
      for (const [px, py] of [
        [x1, y1],
        [x2, y2],
      ] as const) {
        // prettier-ignore
        const distance = far(px, py)
        if (distance <= cornerDistance) [corner, cornerDistance] = [[px, py], distance]
      }
      const [dx, dy] = [(x2 - x1) * narrow, y2 - y1]
      const squared = dx * dx + dy * dy
      if (squared === 0) continue
      const along = Math.max(0, Math.min(1, ((x - x1) * narrow * dx + (y - y1) * dy) / squared))
      const [px, py] = [x1 + along * (x2 - x1), y1 + along * (y2 - y1)]
      const distance = far(px, py)
      if (distance <= spotDistance) [spot, spotDistance] = [[px, py], distance]
    }
  }
  return corner ?? spot
}

function chainsOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'Point') return [[geometry.coordinates]]
  if (geometry?.type === 'MultiPoint') return geometry.coordinates.map((position) => [position])
  return geometry?.type === 'GeometryCollection' ? geometry.geometries.flatMap(chainsOf) : linesOf(geometry)
}

function at(position: Position, axis: 0 | 1): number {
  return position[axis] ?? 0
}
