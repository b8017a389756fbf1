/**
 * How much of the province lies within reach of some corridors, how many people live there, what else
 * lies inside or outside, and how sure that is.
 *
 * The land is the communes taken together. Reaches of several lines are united, so ground under two of
 * them counts once. People as in `peopled-land.ts`. Areas such as parks and centres are measured whole, over water too.
 *
 * `low` and `high` are the least and the most if every line lies anywhere within its own uncertainty: its
 * reach drawn in and pushed out by as much. For points, and for footprints about an uncertain place, their
 * own uncertainty is added. The derived outlines of communes, districts and centres are taken as drawn.
 *
 * Everything is computed piece by piece of ground with the reaches each lies in, so that districts add up
 * to the whole and each part of the answer agrees with every other. Nothing is rounded.
 */
import type {
  AreaCoverage,
  AreaKindCoverage,
  Coverage,
  CoverageProblem,
  LineCoverage,
  PointCoverage,
  PointKindCoverage,
} from '../domain/coverage.ts'
import type { CoverageGround, GroundArea, GroundPoint } from './coverage-ground.ts'
import { readCoverageLines, tooComplex, type CoverageLine, type PlaneLine } from './coverage-lines.ts'
import { howSure, method } from './coverage-words.ts'
import { nearestToArea, nearestToPoint, toSegment, type Nearest } from './distance-to-lines.ts'
import {
  addAt,
  addGround,
  eachOf,
  extentOf,
  namesOf,
  noGround,
  snap,
  tallyLand,
  toReachedArea,
  toReachedGround,
  type Counts,
  type GroundCounts,
  countVerdicts,
} from './ground-tally.ts'
import type { PlanePoint } from './laea.ts'
import { splitLand } from './peopled-land.ts'
import { findReaches, fullEffort, reachOfParts, toRegions, type Effort } from './reach.ts'
import { splitAreas, type Region } from './split-areas.ts'

export type CoverageAnswer = Coverage | { problem: CoverageProblem }

/**
 * @param ground of `prepareGround`, made once
 * @param bufferMeters how far a line reaches, 500 to 30,000
 */
export function corridorCoverage(
  ground: CoverageGround,
  lines: readonly CoverageLine[],
  bufferMeters: number,
): CoverageAnswer {
  const read = readCoverageLines(lines, bufferMeters)
  if ('problem' in read) return read
  const effort = fullEffort()
  const found = findReaches(ground.plane, read.lines, bufferMeters, ground.memory, effort)
  if ('problem' in found) return found
  const regions = toRegions(found.reaches)
  const tally = tallyCommunes(ground, read.lines, regions)
  const nearest = nearestTo(ground, read.lines)
  const areas = coverageOfAreas(ground, read.lines, bufferMeters, regions, effort, nearest)
  if (!areas) return { problem: tooComplex() }
  return {
    bufferMeters,
    ...tallyLand(ground, tally.communes),
    lines: coverageOfLines(ground, read.lines, tally),
    areas,
    points: coverageOfPoints(ground, read.lines, bufferMeters, nearest),
    method,
    howSure,
  }
}

type FindNearest = (feature: GroundArea | GroundPoint, find: () => Nearest) => Nearest

/** A wider reach brings nothing nearer: as long as the lines stay, distances are remembered. */
function nearestTo({ lately }: CoverageGround, lines: readonly PlaneLine[]): FindNearest {
  const linesKey = lines.map(({ key, uncertaintyMeters }) => `${uncertaintyMeters} ${key}`).join('|')
  if (lately.nearest.linesKey !== linesKey) lately.nearest = { linesKey, of: new Map() }
  const known = lately.nearest.of
  return (feature, find) => {
    const nearest = known.get(feature) ?? find()
    known.set(feature, nearest)
    return nearest
  }
}

interface Tally {
  communes: GroundCounts[]
  alone: GroundCounts[]
  only: GroundCounts[]
}

function tallyCommunes(
  { communes, land }: CoverageGround,
  lines: readonly PlaneLine[],
  regions: readonly Region[],
): Tally {
  const tally: Tally = {
    communes: communes.map(noGround),
    alone: lines.map(noGround),
    only: lines.map(noGround),
  }
  splitLand(land, regions, (i, squareMeters, people, inLow, inValue, inHigh) => {
    const counts = tally.communes[i]
    // The least lies in the drawn and the drawn in the most, were it not for the millimetres of the overlay.
    const value = inValue | inLow
    const high = inHigh | value
    if (!counts || high === 0) return
    addGround(counts, squareMeters, people, inLow !== 0, value !== 0, true)
    for (let rest = high; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest
      const line = 31 - Math.clz32(bit)
      const [isLow, isValue] = [(inLow & bit) !== 0, (value & bit) !== 0]
      addGround(tally.alone[line], squareMeters, people, isLow, isValue, true)
      addGround(tally.only[line], squareMeters, people, isLow && high === bit, value === bit, (inLow & ~bit) === 0)
    }
  })
  return tally
}

function coverageOfLines({ communes }: CoverageGround, lines: readonly PlaneLine[], tally: Tally): LineCoverage[] {
  const total = communes.reduce((sum, { squareMeters }) => sum + squareMeters, 0)
  const totalPeople = communes.reduce((sum, { population }) => sum + (population ?? 0), 0)
  const reached = ({ squareMeters, people }: GroundCounts = noGround()) =>
    toReachedGround(total, squareMeters, totalPeople, people)
  return lines.map(({ id, uncertaintyMeters }, i) => ({
    lineId: id,
    uncertaintyMeters,
    alone: reached(tally.alone[i]),
    only: reached(tally.only[i]),
  }))
}

/** Null: the lines wind too much about some footprint. */
function coverageOfAreas(
  { areas, plane }: CoverageGround,
  lines: readonly PlaneLine[],
  bufferMeters: number,
  regions: readonly Region[],
  effort: Effort,
  nearest: FindNearest,
): AreaKindCoverage[] | null {
  const kinds: AreaKindCoverage[] = []
  for (const { collection, features, index } of areas) {
    const covered = features.map((): Counts => [0, 0, 0])
    splitAreas(index, regions, (i, squareMeters, inLow, inValue, inHigh) => {
      const counts = covered[i]
      if (counts) addAt(counts, squareMeters, inLow !== 0, (inValue | inLow) !== 0, (inHigh | inValue | inLow) !== 0)
    })
    const total: Counts = [0, 0, 0]
    const answers: AreaCoverage[] = []
    for (const [i, area] of features.entries()) {
      const drawn = covered[i] ?? [0, 0, 0]
      const counts =
        area.placeUncertaintyMeters === 0 ? drawn : coverageOfFootprint(plane, area, lines, bufferMeters, drawn, effort)
      if (!counts) return null
      const snapped = eachOf(counts, (count) => snap(count, area.squareMeters))
      for (const level of [0, 1, 2] as const) total[level] += snapped[level]
      const extents = snapped.map((count) => extentOf(count, area.squareMeters))
      answers.push({
        ...namesOf(area),
        extent: extents[1] ?? 'none',
        isCertain: new Set(extents).size === 1,
        reached: toReachedArea(area.squareMeters, snapped),
        ...distancesOf(
          nearest(area, () => nearestToArea(area.outline, lines, area.placeUncertaintyMeters)),
          lines,
          bufferMeters,
        ),
      })
    }
    const squareMeters = features.reduce((sum, area) => sum + area.squareMeters, 0)
    kinds.push({ collection, reached: toReachedArea(squareMeters, total), features: answers })
  }
  return kinds
}

/**
 * Of a footprint about an uncertain place: instead of moving it about, each reach is drawn in and pushed out
 * once more, by the uncertainty of the place. Lines are widened near the footprint only.
 */
function coverageOfFootprint(
  plane: CoverageGround['plane'],
  { outline: { circle }, index, squareMeters, placeUncertaintyMeters }: GroundArea,
  lines: readonly PlaneLine[],
  bufferMeters: number,
  drawn: Counts,
  effort: Effort,
): Counts | null {
  const coveredWith = (sign: 1 | -1): number | null => {
    const regions: Region[] = []
    for (const { parts, uncertaintyMeters } of lines) {
      const meters = bufferMeters + sign * (uncertaintyMeters + placeUncertaintyMeters)
      const near = partsWithin(parts, circle.centre, meters + circle.radius)
      if (meters <= 0 || near.parts.length === 0) continue
      if (near.nearestMeters + circle.radius < meters * surelyInside) return squareMeters
      const polygons = reachOfParts(plane, near.parts, meters, effort)
      if (!polygons) return null
      regions.push({ polygons, marks: [1 << regions.length, 0, 0] })
    }
    let covered = 0
    splitAreas(index, regions, (_, piece, marks) => {
      if (marks !== 0) covered += piece
    })
    return covered
  }
  const low = coveredWith(-1)
  const high = coveredWith(1)
  return low === null || high === null ? null : [Math.min(low, drawn[1]), drawn[1], Math.max(high, drawn[1])]
}

/** A little inside the true distance: the arcs of a reach are made of edges. */
const surelyInside = 0.999

/** The stretches of a line that come within a distance of a place. */
function partsWithin(
  parts: readonly PlanePoint[][],
  place: PlanePoint,
  meters: number,
): { parts: PlanePoint[][]; nearestMeters: number } {
  const near: PlanePoint[][] = []
  let nearestMeters = Infinity
  for (const part of parts) {
    let stretch: PlanePoint[] = []
    for (let i = 1; i < part.length; i++) {
      const [from, to] = [part[i - 1], part[i]]
      if (!from || !to) continue
      const distance = toSegment(place, from, to).meters
      nearestMeters = Math.min(nearestMeters, distance)
      if (distance > meters) {
        stretch = []
        continue
      }
      if (stretch.length === 0) near.push((stretch = [from]))
      stretch.push(to)
    }
  }
  return { parts: near, nearestMeters }
}

function coverageOfPoints(
  { points }: CoverageGround,
  lines: readonly PlaneLine[],
  bufferMeters: number,
  nearest: FindNearest,
): PointKindCoverage[] {
  return points.map(({ collection, features }) =>
    countVerdicts(
      collection,
      features.map((feature) => coverageOfPoint(feature, lines, bufferMeters, nearest)),
    ),
  )
}

function coverageOfPoint(
  feature: GroundPoint,
  lines: readonly PlaneLine[],
  bufferMeters: number,
  findNearest: FindNearest,
): PointCoverage {
  const { point, uncertaintyMeters } = feature
  if (!point) {
    const unknown = { isInside: null, nearestLineId: null, distanceMeters: null, outsideMeters: null }
    return { ...namesOf(feature), verdict: 'unplaced', ...unknown }
  }
  const nearest = findNearest(feature, () => nearestToPoint(point, lines, uncertaintyMeters))
  const { low, value, high } = nearest.distanceMeters
  return {
    ...namesOf(feature),
    verdict: high <= bufferMeters ? 'inside' : low > bufferMeters ? 'outside' : 'uncertain',
    isInside: value <= bufferMeters,
    ...distancesOf(nearest, lines, bufferMeters),
  }
}

function distancesOf({ line, distanceMeters }: Nearest, lines: readonly PlaneLine[], bufferMeters: number) {
  const beyond = (meters: number) => Math.max(0, meters - bufferMeters)
  const { low, value, high } = distanceMeters
  return {
    nearestLineId: lines[line]?.id ?? null,
    distanceMeters,
    outsideMeters: { low: beyond(low), value: beyond(value), high: beyond(high) },
  }
}
