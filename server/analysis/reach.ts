/**
 * Which ground lies within a distance of some lines: as drawn, and at its least and most.
 *
 * At its least the reach is drawn in by the line's own uncertainty, at its most it is pushed out by it. A
 * corner's arc has so many edges whatever the distance, so that a wider reach contains a narrower one to
 * the last edge; cutting corners makes a reach of 5 km round a road about 0.05 ‰ too small.
 */
import type { CoverageProblem } from '../domain/coverage.ts'
import { tooComplex, type PlaneLine } from './coverage-lines.ts'
import type { PlanePoint } from './laea.ts'
import type { PlaneOverlay, PlanePolygons } from './overlay.ts'
import type { Region } from './split-areas.ts'

export interface Reach {
  low: PlanePolygons
  value: PlanePolygons
  high: PlanePolygons
}

/** What was worked out lately: when one of several lines is moved, the others need not be asked again. */
export type ReachMemory = Map<string, { polygons: PlanePolygons; effort: number }>

export type FoundReaches = { reaches: Reach[] } | { problem: CoverageProblem }

/** The reach of each line, in the lines' order. */
export function findReaches(
  plane: PlaneOverlay,
  lines: readonly PlaneLine[],
  bufferMeters: number,
  memory: ReachMemory,
  effort: Effort,
): FoundReaches {
  const reaches: Reach[] = []
  for (const line of lines) {
    const reachAt = (meters: number) => rememberedReach(plane, line, meters, memory, effort)
    const value = reachAt(bufferMeters)
    const high = line.uncertaintyMeters === 0 ? value : value && reachAt(bufferMeters + line.uncertaintyMeters)
    const low = line.uncertaintyMeters === 0 ? value : high && reachAt(bufferMeters - line.uncertaintyMeters)
    if (!low || !value || !high) return { problem: tooComplex() }
    reaches.push({ low, value, high })
  }
  return { reaches }
}

/**
 * Ground within a distance of a line; none for a distance of 0 or less. Null: it would take too long.
 *
 * Pieces of a long line are united two by two, neighbours first: they have most in common.
 */
export function reachOfParts(
  plane: PlaneOverlay,
  parts: readonly PlanePoint[][],
  meters: number,
  effort: Effort,
): PlanePolygons | null {
  if (meters <= 0) return []
  const widen = (lines: readonly PlanePoint[][]) => {
    effort.left -= effortOfWidening(lines)
    if (effort.left < 0) return null
    return spend(effort, lines, plane.bufferLines(lines, meters, meters * arcTolerance))
  }
  if (parts.reduce((sum, part) => sum + part.length, 0) <= 2 * pieceVertices) return widen(parts)
  let reaches: PlanePolygons[] = []
  for (const piece of parts.flatMap(toPieces)) {
    const reach = widen([piece])
    if (!reach) return null
    reaches.push(reach)
  }
  while (reaches.length > 1) {
    const united: PlanePolygons[] = []
    for (let i = 0; i < reaches.length; i += 2) {
      const pair = reaches.slice(i, i + 2).flat()
      const reach = i + 1 < reaches.length ? spend(effort, pair.flat(), plane.union(pair)) : pair
      if (!reach) return null
      united.push(reach)
    }
    reaches = united
  }
  return reaches[0] ?? []
}

/** How much may still be done for a question: corners into and out of the overlay, half a microsecond each, twice that in a tangle. */
export interface Effort {
  left: number
}

export function fullEffort(): Effort {
  return { left: 700_000 }
}

/** Of the distance, how far an arc's edge may lie inside the arc: 157 edges to a full circle. */
const arcTolerance = 2e-4
const edgesPerTurn = 157

/** Corners of a line that are widened at once: a long winding line, widened whole, crosses itself too often. */
const pieceVertices = 64

const mostRemembered = 120

function rememberedReach(
  plane: PlaneOverlay,
  line: PlaneLine,
  meters: number,
  memory: ReachMemory,
  effort: Effort,
): PlanePolygons | null {
  if (meters <= 0) return []
  const key = `${meters} ${line.key}`
  const before = effort.left
  const known = memory.get(key)
  const polygons = known?.polygons ?? reachOfParts(plane, line.parts, meters, effort)
  // What is remembered counts like what is worked out: the same question has the same answer.
  if (known) effort.left -= known.effort
  if (!polygons || effort.left < 0) return null
  // Taken out and put back: the first of a Map is the one least lately asked for.
  memory.delete(key)
  memory.set(key, { polygons, effort: before - effort.left })
  for (const oldest of memory.keys()) {
    if (memory.size <= mostRemembered) break
    memory.delete(oldest)
  }
  return polygons
}

function toPieces(part: readonly PlanePoint[]): PlanePoint[][] {
  const pieces: PlanePoint[][] = []
  for (let i = 0; i < part.length - 1; i += pieceVertices) pieces.push(part.slice(i, i + pieceVertices + 1))
  return pieces
}

/**
 * What the corners in and out do not show: a line that turns back and forth lays arc upon arc, and each
 * crosses all others. Measured: a millisecond for some 17,000 edges times half turns.
 */
function effortOfWidening(lines: readonly PlanePoint[][]): number {
  let turns = 0
  for (const line of lines) {
    for (let i = 1; i + 1 < line.length; i++) {
      const [before, here, after] = [line[i - 1], line[i], line[i + 1]]
      if (!before || !here || !after) continue
      const [x1, y1, x2, y2] = [here[0] - before[0], here[1] - before[1], after[0] - here[0], after[1] - here[1]]
      turns += Math.abs(Math.atan2(x1 * y2 - y1 * x2, x1 * x2 + y1 * y2)) / (2 * Math.PI)
    }
  }
  return (turns * edgesPerTurn * (2 * turns)) / 6
}

function spend(effort: Effort, from: readonly PlanePoint[][], to: PlanePolygons): PlanePolygons | null {
  for (const ring of from) effort.left -= ring.length
  for (const ring of to.flat()) effort.left -= ring.length
  return effort.left < 0 ? null : to
}

/** One bit a line, one word each for low, value and high. */
export function toRegions(reaches: readonly Reach[]): Region[] {
  return reaches.flatMap(({ low, value, high }, i): Region[] => {
    const bit = 1 << i
    if (low === value && value === high) return [{ polygons: value, marks: [bit, bit, bit] }]
    return [
      { polygons: low, marks: [bit, 0, 0] },
      { polygons: value, marks: [0, bit, 0] },
      { polygons: high, marks: [0, 0, bit] },
    ]
  })
}
