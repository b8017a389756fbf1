/**
 * How long a line runs within an area.
 *
 * Each edge of the line is cut where it crosses the area's edge, in the plane; lengths are the geodesic
 * length of the edge, shared out by how much of it lies inside.
 */
import type { Geometry, Position } from 'geojson'
import type { CollectionId } from '../domain/collections.ts'
import type { Named } from './coverage-ground.ts'
import { isInArea } from './distance-to-lines.ts'
import { toPlane, type PlanePoint } from './laea.ts'
import { geodesicDistanceMeters } from './measure.ts'
import type { PlanePolygons } from './overlay.ts'

/** Collections whose lines are measured inside an area. */
export const lineCollections = ['corridors', 'roads', 'railways'] as const

export type LineCollections = {
  [Id in (typeof lineCollections)[number]]?: {
    features: readonly {
      id: string
      geometry: Geometry | null
      properties: { name_vi: string; name_en: string; uncertaintyMeters: number | null }
    }[]
  }
}

export interface GroundLine extends Named {
  uncertaintyMeters: number
  edges: readonly LineEdge[]
  meters: number
}

interface LineEdge {
  from: PlanePoint
  to: PlanePoint
  meters: number
}

export interface GroundLineKind {
  collection: CollectionId
  features: readonly GroundLine[]
}

/** Lines without a course are left out: nobody can say where they run. */
export function prepareLines(collections: LineCollections): GroundLineKind[] {
  return lineCollections.flatMap((collection) => {
    const features = (collections[collection]?.features ?? []).flatMap(({ id, geometry, properties }): GroundLine[] => {
      const edges = partsOf(geometry).flatMap(toEdges)
      if (edges.length === 0) return []
      return [
        {
          featureId: id,
          name_vi: properties.name_vi,
          name_en: properties.name_en,
          uncertaintyMeters: properties.uncertaintyMeters ?? 0,
          edges,
          meters: edges.reduce((sum, { meters }) => sum + meters, 0),
        },
      ]
    })
    return features.length > 0 ? [{ collection, features }] : []
  })
}

/** Metres of the line inside the area. */
export function metersInside({ edges }: Pick<GroundLine, 'edges'>, polygons: PlanePolygons): number {
  const rings = polygons.flat()
  const [left, bottom, right, top] = boxOf(rings)
  let inside = 0
  for (const { from, to, meters } of edges) {
    if (Math.max(from[0], to[0]) < left || Math.min(from[0], to[0]) > right) continue
    if (Math.max(from[1], to[1]) < bottom || Math.min(from[1], to[1]) > top) continue
    const cuts = [0, ...cutsOf(from, to, rings).sort((a, b) => a - b), 1]
    for (let i = 1; i < cuts.length; i++) {
      const [begin = 0, end = 0] = [cuts[i - 1], cuts[i]]
      if (end <= begin) continue
      const middle = (begin + end) / 2
      const at: PlanePoint = [from[0] + middle * (to[0] - from[0]), from[1] + middle * (to[1] - from[1])]
      if (isInArea(at, rings)) inside += (end - begin) * meters
    }
  }
  return inside
}

/** Where along an edge, from 0 to 1, it meets the rings. */
function cutsOf(from: PlanePoint, to: PlanePoint, rings: readonly (readonly PlanePoint[])[]): number[] {
  const cuts: number[] = []
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const [bottom, top] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
  for (const ring of rings) {
    let before = ring.at(-1)
    for (const here of ring) {
      if (
        before &&
        Math.max(before[0], here[0]) >= left &&
        Math.min(before[0], here[0]) <= right &&
        Math.max(before[1], here[1]) >= bottom &&
        Math.min(before[1], here[1]) <= top
      ) {
        const [ex, ey] = [here[0] - before[0], here[1] - before[1]]
        const cross = dx * ey - dy * ex
        if (cross !== 0) {
          const along = ((before[0] - from[0]) * ey - (before[1] - from[1]) * ex) / cross
          const across = ((before[0] - from[0]) * dy - (before[1] - from[1]) * dx) / cross
          if (along > 0 && along < 1 && across >= 0 && across <= 1) cuts.push(along)
        }
      }
      before = here
    }
  }
  return cuts
}

function toEdges(part: readonly Position[]): LineEdge[] {
  return part.slice(1).map((position, i) => {
    const before = part[i] ?? position
    return { from: toPlane(before), to: toPlane(position), meters: geodesicDistanceMeters(before, position) }
  })
}

function partsOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'LineString') return [geometry.coordinates]
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : []
}

function boxOf(rings: readonly (readonly PlanePoint[])[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (const [x, y] of ring) {
      box[0] = Math.min(box[0], x)
      box[1] = Math.min(box[1], y)
      box[2] = Math.max(box[2], x)
      box[3] = Math.max(box[3], y)
    }
  }
  return box
}
