/**
 * Where the people live whom no line reaches: the connected stretches of land out of reach, ranked.
 *
 * Land and people as in `corridor-coverage.ts`. Stretches that touch in a single point are two. Each is
 * given a place near the middle of its people, from which the distance to the nearest line is taken.
 */
import type { CoverageGap, CoverageGaps, CoverageProblem } from '../domain/coverage.ts'
import type { CoverageGround, GroundCommune, Named } from './coverage-ground.ts'
import { readCoverageLines, type CoverageLine, type PlaneLine } from './coverage-lines.ts'
import { gapMethod } from './coverage-words.ts'
import { isInArea, nearestToPoint } from './distance-to-lines.ts'
import { fromPlane, type PlanePoint } from './laea.ts'
import { landOutOfReach } from './land-out-of-reach.ts'
import { squareMetersPerHectare } from './measure.ts'
import { planeArea, type PlanePolygons } from './overlay.ts'
import { splitLand } from './peopled-land.ts'
import { findReaches, fullEffort, type Reach } from './reach.ts'
import { marksPerWord, type Region } from './split-areas.ts'
import { spotInside } from './spot-inside.ts'

export type GapsAnswer = CoverageGaps | { problem: CoverageProblem }

/**
 * @param mostGaps how many to list; what is not listed is summed up as `rest`
 */
export function coverageGaps(
  ground: CoverageGround,
  lines: readonly CoverageLine[],
  bufferMeters: number,
  mostGaps = 12,
): GapsAnswer {
  const read = readCoverageLines(lines, bufferMeters)
  if ('problem' in read) return read
  const found = findReaches(ground.plane, read.lines, bufferMeters, ground.memory, fullEffort())
  if ('problem' in found) return found
  const { reaches } = found
  const stretches = landOutOfReach(ground, read.lines, bufferMeters, reaches)
    .map((rings): Stretch => ({
      polygons: [rings],
      squareMeters: planeArea([rings]),
      people: 0,
      certainPeople: 0,
      byCommune: new Map(),
    }))
    .filter(({ squareMeters }) => squareMeters >= leastSquareMeters)
    .toSorted((a, b) => b.squareMeters - a.squareMeters)
  for (let i = 0; i < Math.min(stretches.length, mostLookedAt); i += stretchesAtOnce) {
    countPeople(ground, stretches.slice(i, i + stretchesAtOnce), reaches)
  }
  const listed = stretches.toSorted((a, b) => b.people - a.people || b.squareMeters - a.squareMeters).slice(0, mostGaps)
  const total = { count: stretches.length, ...uncovered(ground, reaches) }
  const left = (of: 'people' | 'squareMeters') => listed.reduce((sum, stretch) => sum + stretch[of], 0)
  return {
    bufferMeters,
    total,
    gaps: listed.map((stretch, i) => toGap(ground, read.lines, stretch, i + 1)),
    rest: {
      count: stretches.length - listed.length,
      areaHectares: Math.max(0, total.areaHectares - left('squareMeters') / squareMetersPerHectare),
      people: Math.max(0, total.people - left('people')),
    },
    method: gapMethod,
  }
}

/** Smaller than this is a splinter of the overlay. */
const leastSquareMeters = 1
/** Beyond these, the largest, nobody is looked for: they are slivers between reaches. */
const mostLookedAt = 248
const stretchesAtOnce = 2 * marksPerWord
const mostCommunesNamed = 5

interface Stretch {
  polygons: PlanePolygons
  squareMeters: number
  people: number
  certainPeople: number
  /** People by position in the list of communes. */
  byCommune: Map<number, number>
}

function countPeople({ land }: CoverageGround, stretches: readonly Stretch[], reaches: readonly Reach[]): void {
  const regions: Region[] = [
    ...stretches.map(({ polygons }, i): Region => {
      const bit = 1 << (i % marksPerWord)
      return { polygons, marks: i < marksPerWord ? [bit, 0, 0] : [0, bit, 0] }
    }),
    ...reaches.map(({ high }, i): Region => ({ polygons: high, marks: [0, 0, 1 << i] })),
  ]
  splitLand(land, regions, (i, _squareMeters, people, first, second, inHigh) => {
    const stretch = first !== 0 ? stretches[lowestBit(first)] : stretches[marksPerWord + lowestBit(second)]
    if (!stretch || (first | second) === 0) return
    stretch.people += people
    if (inHigh === 0) stretch.certainPeople += people
    stretch.byCommune.set(i, (stretch.byCommune.get(i) ?? 0) + people)
  })
}

function lowestBit(marks: number): number {
  return 31 - Math.clz32(marks & -marks)
}

function uncovered({ land }: CoverageGround, reaches: readonly Reach[]): { areaHectares: number; people: number } {
  const regions = reaches.map(({ value }, i): Region => ({ polygons: value, marks: [1 << i, 0, 0] }))
  let [area, people] = [0, 0]
  splitLand(land, regions, (_, squareMeters, living, marks) => {
    if (marks !== 0) return
    area += squareMeters
    people += living
  })
  return { areaHectares: area / squareMetersPerHectare, people }
}

function toGap(ground: CoverageGround, lines: readonly PlaneLine[], stretch: Stretch, rank: number): CoverageGap {
  const { communes, districts } = ground
  const byDistrict = new Map<number, number>()
  for (const [i, people] of stretch.byCommune) {
    const district = communes[i]?.district
    if (district !== undefined) byDistrict.set(district, (byDistrict.get(district) ?? 0) + people)
  }
  const place = middleOfPeople(stretch, communes)
  const nearest = nearestToPoint(place, lines)
  const [longitude, latitude] = fromPlane(place)
  return {
    rank,
    areaHectares: stretch.squareMeters / squareMetersPerHectare,
    people: stretch.people,
    certainPeople: stretch.certainPeople,
    position: [longitude, latitude],
    bbox: boxOf(stretch.polygons),
    nearestLineId: lines[nearest.line]?.id ?? '',
    distanceMeters: nearest.distanceMeters.value,
    communeCount: stretch.byCommune.size,
    communes: mostPeopleFirst(stretch.byCommune, communes).slice(0, mostCommunesNamed),
    districts: mostPeopleFirst(byDistrict, districts),
  }
}

function mostPeopleFirst(counts: ReadonlyMap<number, number>, names: readonly Named[]): (Named & { people: number })[] {
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .flatMap(([i, people]) => {
      const name = names[i]
      return name ? [{ featureId: name.featureId, name_vi: name.name_vi, name_en: name.name_en, people }] : []
    })
}

/** Of the communes whose own middle lies in the stretch, that of the one nearest to the middle of all their people. */
function middleOfPeople({ byCommune, polygons }: Stretch, communes: readonly GroundCommune[]): PlanePoint {
  const rings = polygons.flat()
  const spots = [...byCommune].flatMap(([i, people]) => {
    const spot = communes[i]?.spot
    return spot && isInArea(spot, rings) ? [{ spot, people }] : []
  })
  const total = spots.reduce((sum, { people }) => sum + people, 0)
  if (total === 0) return spots[0]?.spot ?? spotInside(polygons)
  const mean = [0, 1].map(
    (axis) => spots.reduce((sum, { spot, people }) => sum + (spot[axis] ?? 0) * people, 0) / total,
  )
  const off = ({ spot }: { spot: PlanePoint }) => Math.hypot(spot[0] - (mean[0] ?? 0), spot[1] - (mean[1] ?? 0))
  return spots.reduce((best, one) => (off(one) < off(best) ? one : best)).spot
}

function boxOf(polygons: PlanePolygons): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const corner of polygons.flat(2)) {
    const [longitude, latitude] = fromPlane(corner)
    box[0] = Math.min(box[0], longitude)
    box[1] = Math.min(box[1], latitude)
    box[2] = Math.max(box[2], longitude)
    box[3] = Math.max(box[3], latitude)
  }
  return box
}
