/**
 * Which areas may be asked about, and how they lie in the plane.
 *
 * Areas come from a pencil or from somebody's file: what cannot be answered ends in a sentence. Edges are
 * geodesics (long ones are cut up before they are laid into the plane).
 */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { CoverageProblem } from '../domain/coverage.ts'
import { mostUncertaintyMeters } from './coverage-lines.ts'
import { findPositionProblem, show } from './drawn-position.ts'
import { findCrossing } from './find-crossing.ts'
import { densifyLine } from './measure.ts'
import { planeArea, toPlanePolygons, type PlaneOverlay, type PlanePolygons } from './overlay.ts'

export interface DrawnArea {
  id: string
  geometry: Polygon | MultiPolygon
  /** How far the true edge may lie from the drawn one, metres; 0 for an area that is taken at its word. */
  uncertaintyMeters: number
}

export const mostAreaVertices = 6000
const longestEdgeMeters = 20_000
const smallestSquareMeters = 1
const noun = { vi: 'vùng', en: 'area' }

export type ReadArea = { polygons: PlanePolygons } | { problem: CoverageProblem }

export function readDrawnArea(plane: PlaneOverlay, { id, geometry, uncertaintyMeters }: DrawnArea): ReadArea {
  const problem = findUncertaintyProblem(id, uncertaintyMeters) ?? findShapeProblem(id, geometry)
  if (problem) return { problem }
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const crossing = parts.map(findCrossing).find((at) => at !== null)
  if (crossing) return { problem: selfCrossing(id, crossing) }
  const dense: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: parts.map((rings) => rings.map((ring) => densifyLine(ring, longestEdgeMeters))),
  }
  const polygons = plane.union(toPlanePolygons(dense))
  if (planeArea(polygons) < smallestSquareMeters) return { problem: noArea(id) }
  return { polygons }
}

function findUncertaintyProblem(id: string, meters: number): CoverageProblem | null {
  if (meters >= 0 && meters <= mostUncertaintyMeters) return null
  const [name, got] = [show(id), show(meters)]
  return {
    code: 'bad-uncertainty',
    text_vi: `Sai số của vùng “${name}” phải từ 0 đến ${mostUncertaintyMeters / 1000} km, đã nhận ${got} m.`,
    text_en: `The uncertainty of the area “${name}” must be 0 to ${mostUncertaintyMeters / 1000} km, got ${got} m.`,
  }
}

/** What the types promise may not hold for an area from outside. */
function findShapeProblem(id: string, geometry: unknown): CoverageProblem | null {
  const name = show(id)
  const rings = readRings(geometry)
  if (!rings) {
    return {
      code: 'bad-geometry',
      text_vi: `Vùng “${name}” phải là Polygon hoặc MultiPolygon.`,
      text_en: `The area “${name}” must be a Polygon or a MultiPolygon.`,
    }
  }
  let vertexCount = 0
  for (const ring of rings) {
    vertexCount += ring.length
    if (vertexCount > mostAreaVertices) {
      return {
        code: 'too-many-vertices',
        text_vi: `Vùng “${name}” có hơn ${mostAreaVertices} đỉnh (đã đếm ${vertexCount}); hãy đơn giản hóa.`,
        text_en: `The area “${name}” has more than ${mostAreaVertices} corners (${vertexCount} were counted); simplify it.`,
      }
    }
    for (const [i, position] of ring.entries()) {
      const problem = findPositionProblem(noun, name, i, position)
      if (problem) return problem
    }
    if (ring.length < 4 || !isClosed(ring as Position[])) {
      return {
        code: 'bad-geometry',
        text_vi: `Mỗi vòng của vùng “${name}” cần ít nhất ba đỉnh và phải trở về đỉnh đầu.`,
        text_en: `Each ring of the area “${name}” needs at least three corners and must end where it begins.`,
      }
    }
  }
  return null
}

function readRings(geometry: unknown): unknown[][] | null {
  if (typeof geometry !== 'object' || geometry === null) return null
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  const polygons: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(polygons) || polygons.length === 0) return null
  const rings: unknown[] = []
  for (const polygon of polygons as unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return null
    rings.push(...(polygon as unknown[]))
  }
  return rings.every((ring): ring is unknown[] => Array.isArray(ring)) ? rings : null
}

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

function selfCrossing(id: string, [longitude = 0, latitude = 0]: Position): CoverageProblem {
  const at = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  return {
    code: 'self-crossing',
    text_vi: `Đường biên của vùng “${show(id)}” tự cắt hoặc tự chạm tại ${at}; hãy kéo các đỉnh cho rời nhau.`,
    text_en: `The edge of the area “${show(id)}” crosses or touches itself at ${at}; drag its corners apart.`,
  }
}

function noArea(id: string): CoverageProblem {
  return {
    code: 'no-area',
    text_vi: `Vùng “${show(id)}” không có diện tích: các đỉnh nằm trên một đường.`,
    text_en: `The area “${show(id)}” covers no ground: its corners lie on one line.`,
  }
}
