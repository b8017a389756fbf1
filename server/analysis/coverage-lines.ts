/**
 * Which lines a coverage question may be asked about, and how they run in the plane.
 *
 * Lines come from our data, from a pencil or from somebody's file: what cannot be answered ends in a
 * sentence. Edges are geodesics (long ones are cut up before they are laid into the plane). Lines of
 * very many corners are thinned by at most a metre.
 */
import type { LineString, MultiLineString, Position } from 'geojson'
import type { FeatureOf } from '../domain/collections.ts'
import type { CoverageProblem } from '../domain/coverage.ts'
import { findPositionProblem, show } from './drawn-position.ts'
import { toPlane, type PlanePoint } from './laea.ts'
import { densifyLine } from './measure.ts'

/** A stored corridor or a drawn line. */
export interface CoverageLine {
  id: string
  geometry: LineString | MultiLineString
  /** Radius around the true line, metres; 0 for a line that is taken at its word. */
  uncertaintyMeters: number
}

export interface PlaneLine {
  id: string
  uncertaintyMeters: number
  parts: PlanePoint[][]
  /** The same for the same course, and for no other. */
  key: string
}

export const leastBufferMeters = 500
export const mostBufferMeters = 30_000
export const mostLines = 30
/** As sent, and after thinning. */
export const mostVertices = 50_000
export const mostKeptVertices = 6000
export const mostUncertaintyMeters = 30_000

const longestEdgeMeters = 20_000
/** Below this many degrees no edge is that long. */
const surelyShortDegrees = 0.15
const shortestLineMeters = 1
/** Lines of fewer corners, taken together, are left as they are. */
const thinFromVertices = 2000
const thinByMeters = 1

/** The corridors that are drawn, as lines to ask about. */
export function toCoverageLines(features: readonly FeatureOf<'corridors'>[]): CoverageLine[] {
  return features.flatMap(({ id, geometry, properties }) =>
    geometry?.type === 'LineString' || geometry?.type === 'MultiLineString'
      ? [{ id, geometry, uncertaintyMeters: properties.uncertaintyMeters ?? 0 }]
      : [],
  )
}

export type ReadLines = { lines: PlaneLine[] } | { problem: CoverageProblem }

export function readCoverageLines(lines: readonly CoverageLine[], bufferMeters: number): ReadLines {
  const problem = findSettingProblem(lines, bufferMeters) ?? findVertexProblem(lines)
  if (problem) return { problem }
  const planeLines: PlaneLine[] = []
  let vertexCount = lines.reduce((sum, { geometry }) => sum + partsOf(geometry).flat().length, 0)
  const isToBeThinned = vertexCount > thinFromVertices
  vertexCount = 0
  for (const { id, geometry, uncertaintyMeters } of lines) {
    const parts = partsOf(geometry)
      .map((part) => cutLongEdges(part).map(toPlane))
      .filter((part) => lengthOf(part) > 0)
    if (parts.reduce((sum, part) => sum + lengthOf(part), 0) < shortestLineMeters) {
      return {
        problem: {
          code: 'no-length',
          text_vi: `Tuyến “${show(id)}” không có chiều dài: mọi đỉnh trùng nhau.`,
          text_en: `The line “${show(id)}” has no length: all its corners are in one place.`,
        },
      }
    }
    const kept = isToBeThinned ? parts.map(thin) : parts
    vertexCount += kept.flat().length
    planeLines.push({ id, uncertaintyMeters, parts: kept, key: kept.map((part) => part.join()).join(';') })
  }
  return vertexCount > mostKeptVertices
    ? { problem: tooManyVertices(vertexCount, mostKeptVertices) }
    : { lines: planeLines }
}

export function tooComplex(): CoverageProblem {
  return {
    code: 'too-complex',
    text_vi: 'Các tuyến tự cắt hoặc quấn nhau quá nhiều để tính kịp; hãy đơn giản hóa hoặc hỏi từng phần.',
    text_en:
      'The lines cross or wind round themselves too often to be answered in time; simplify them, or ask about parts.',
  }
}

function findSettingProblem(lines: readonly CoverageLine[], bufferMeters: number): CoverageProblem | null {
  if (!(bufferMeters >= leastBufferMeters && bufferMeters <= mostBufferMeters)) {
    return {
      code: 'bad-buffer',
      text_vi:
        `Khoảng cách phải từ ${leastBufferMeters / 1000} đến ${mostBufferMeters / 1000} km, đã nhận ${show(bufferMeters / 1000)} km.`.replace(
          '0.5',
          '0,5',
        ),
      text_en: `The distance must be ${leastBufferMeters / 1000} to ${mostBufferMeters / 1000} km, got ${show(bufferMeters / 1000)} km.`,
    }
  }
  if (lines.length === 0) {
    return {
      code: 'no-line',
      text_vi: 'Chưa có tuyến nào để tính: hãy chọn hoặc vẽ ít nhất một tuyến.',
      text_en: 'There is no line to ask about: choose or draw at least one.',
    }
  }
  if (lines.length > mostLines) {
    return {
      code: 'too-many-lines',
      text_vi: `Nhiều nhất ${mostLines} tuyến một lần, đã nhận ${lines.length}; hãy gộp các tuyến thành một.`,
      text_en: `At most ${mostLines} lines at a time, got ${lines.length}; join several into one.`,
    }
  }
  const ids = lines.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) {
    return {
      code: 'same-id',
      text_vi: `Hai tuyến cùng mang tên “${show(twice)}”.`,
      text_en: `Two lines are both called “${show(twice)}”.`,
    }
  }
  const vague = lines.find(({ uncertaintyMeters: meters }) => !(meters >= 0 && meters <= mostUncertaintyMeters))
  if (vague) {
    const got = show(vague.uncertaintyMeters)
    return {
      code: 'bad-uncertainty',
      text_vi: `Sai số của tuyến “${show(vague.id)}” phải từ 0 đến ${mostUncertaintyMeters / 1000} km, đã nhận ${got} m.`,
      text_en: `The uncertainty of the line “${show(vague.id)}” must be 0 to ${mostUncertaintyMeters / 1000} km, got ${got} m.`,
    }
  }
  return null
}

/** What the types promise may not hold for a line from outside. */
function findVertexProblem(lines: readonly CoverageLine[]): CoverageProblem | null {
  let vertexCount = 0
  for (const { id, geometry } of lines) {
    const name = show(id)
    const parts: unknown = readParts(geometry)
    if (!Array.isArray(parts) || parts.length === 0 || !parts.every((part: unknown) => Array.isArray(part))) {
      return {
        code: 'bad-geometry',
        text_vi: `Tuyến “${name}” phải là LineString hoặc MultiLineString.`,
        text_en: `The line “${name}” must be a LineString or a MultiLineString.`,
      }
    }
    for (const part of parts as unknown[][]) {
      vertexCount += part.length
      if (vertexCount > mostVertices) return tooManyVertices(vertexCount, mostVertices)
      if (part.length < 2) {
        return {
          code: 'bad-geometry',
          text_vi: `Mỗi đoạn của tuyến “${name}” cần ít nhất hai đỉnh, đã nhận ${part.length}.`,
          text_en: `Each part of the line “${name}” needs at least two corners, got ${part.length}.`,
        }
      }
      for (const [i, position] of part.entries()) {
        const problem = findPositionProblem(line, name, i, position)
        if (problem) return problem
      }
    }
  }
  return null
}

const line = { vi: 'tuyến', en: 'line' }

function tooManyVertices(got: number, most: number): CoverageProblem {
  return {
    code: 'too-many-vertices',
    text_vi: `Các tuyến có hơn ${most} đỉnh (đã đếm ${got}); hãy đơn giản hóa hoặc hỏi từng phần.`,
    text_en: `The lines have more than ${most} corners (${got} were counted); simplify them, or ask about parts.`,
  }
}

function readParts(geometry: unknown): unknown {
  if (typeof geometry !== 'object' || geometry === null) return null
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  return type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? coordinates : null
}

function partsOf(geometry: LineString | MultiLineString): Position[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
}

function cutLongEdges(part: readonly Position[]): readonly Position[] {
  const hasLongEdge = part.some((position, i) => {
    const before = part[i - 1]
    if (!before) return false
    return (
      Math.max(...[0, 1].map((axis) => Math.abs(Number(position[axis]) - Number(before[axis])))) > surelyShortDegrees
    )
  })
  return hasLongEdge ? densifyLine(part, longestEdgeMeters) : part
}

function lengthOf(part: readonly PlanePoint[]): number {
  let meters = 0
  for (let i = 1; i < part.length; i++) {
    const [a, b] = [part[i - 1], part[i]]
    if (a && b) meters += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return meters
}

/** Corners at a time, so that no line, however it winds, takes long. */
const thinRun = 256

/** Douglas and Peucker's, run by run; the ends of each run stay. */
function thin(part: readonly PlanePoint[]): PlanePoint[] {
  const kept: PlanePoint[] = []
  for (let start = 0; start < part.length - 1; start += thinRun) {
    const run = part.slice(start, start + thinRun + 1)
    const stays = new Set([0, run.length - 1])
    const spans: [number, number][] = [[0, run.length - 1]]
    for (let span = spans.pop(); span; span = spans.pop()) {
      const furthest = furthestFromChord(run, ...span)
      if (furthest === null) continue
      stays.add(furthest)
      spans.push([span[0], furthest], [furthest, span[1]])
    }
    kept.push(...run.filter((_, i) => stays.has(i) && (i > 0 || start === 0)))
  }
  return kept
}

function furthestFromChord(run: readonly PlanePoint[], start: number, end: number): number | null {
  const [from, to] = [run[start], run[end]]
  if (!from || !to) return null
  let [furthest, most]: [number | null, number] = [null, thinByMeters]
  for (let i = start + 1; i < end; i++) {
    const point = run[i]
    if (!point) continue
    const [x, y] = [to[0] - from[0], to[1] - from[1]]
    const squared = x * x + y * y
    const along = squared === 0 ? 0 : ((point[0] - from[0]) * x + (point[1] - from[1]) * y) / squared
    const share = Math.max(0, Math.min(1, along))
    const off = Math.hypot(point[0] - from[0] - share * x, point[1] - from[1] - share * y)
    if (off > most) [furthest, most] = [i, off]
  }
  return furthest
}
