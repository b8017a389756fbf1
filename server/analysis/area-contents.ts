/**
 * What a drawn area holds: land, people, communes, districts; how much of each centre, zone and park; which
 * ports, gates and stations; how many kilometres of corridors, roads and railways; and how sure that is.
 *
 * People as in `peopled-land.ts`. Areas such as parks are measured whole, over water too.
 *
 * `low` and `high` are the least and the most if the drawn edge lies anywhere within its own uncertainty: the
 * area drawn in and pushed out by as much. For points, lines, and footprints about an uncertain place, their
 * own uncertainty is added. The derived outlines of communes, districts and centres are taken as drawn.
 * Nothing is rounded, except the measure of the drawn shape itself.
 */
import type {
  AreaContents,
  AreaKindContent,
  LineKindContent,
  PointContent,
  PointKindContent,
} from '../domain/contents.ts'
import type { CoverageProblem, Range } from '../domain/coverage.ts'
import { contentsHowSure, contentsMethod } from './coverage-words.ts'
import type { CoverageGround, GroundArea, GroundPoint } from './coverage-ground.ts'
import type { PlaneLine } from './coverage-lines.ts'
import { isInArea, nearestToPoint } from './distance-to-lines.ts'
import { readDrawnArea, type DrawnArea } from './drawn-area.ts'
import {
  addAt,
  addGround,
  eachOf,
  extentOf,
  namesOf,
  noGround,
  snap,
  tallyLand,
  toRange,
  toReachedArea,
  type Counts,
  countVerdicts,
} from './ground-tally.ts'
import { metersInside, type GroundLineKind } from './lines-inside.ts'
import { ellipsoidAreaHectares } from './measure.ts'
import { measureGeoJson } from './measure-geojson.ts'
import type { PlaneOverlay, PlanePolygons } from './overlay.ts'
import { splitLand } from './peopled-land.ts'
import { splitAreas, type AreaIndex, type Region } from './split-areas.ts'

export type AreaContentsAnswer = AreaContents | { problem: CoverageProblem }

/**
 * @param ground of `prepareGround`, made once
 * @param lines of `prepareLines`, made once
 */
export function areaContents(
  ground: CoverageGround,
  lines: readonly GroundLineKind[],
  drawn: DrawnArea,
): AreaContentsAnswer {
  const read = readDrawnArea(ground.plane, drawn)
  if ('problem' in read) return read
  const own = drawn.uncertaintyMeters
  const shape = shapeAt(ground.plane, read.polygons)
  const { whole, communes, districts } = contentsOfLand(ground, shape, own)
  return {
    uncertaintyMeters: own,
    measure: measureGeoJson([drawn.geometry]),
    whole,
    beyondHectares: Math.max(0, ellipsoidAreaHectares(drawn.geometry) - whole.areaHectares.value),
    communes,
    districts,
    areas: contentsOfAreas(ground, shape, own),
    points: contentsOfPoints(ground, shape, own),
    lines: contentsOfLines(lines, shape, own),
    method: contentsMethod,
    howSure: contentsHowSure,
  }
}

/** The drawn area pushed out by so many metres, or drawn in by as many where they are negative. */
type ShapeAt = (meters: number) => PlanePolygons

function shapeAt(plane: PlaneOverlay, polygons: PlanePolygons): ShapeAt {
  // Few distances are asked for, and each often: roads and parks share their uncertainties.
  const known = new Map<number, PlanePolygons>([[0, polygons]])
  return (meters) => {
    const shape = known.get(meters) ?? plane.bufferAreas(polygons, meters)
    known.set(meters, shape)
    return shape
  }
}

/** One bit, in one word each for low, value and high. */
function regionsOf(shape: ShapeAt, uncertaintyMeters: number): Region[] {
  if (uncertaintyMeters === 0) return [{ polygons: shape(0), marks: [1, 1, 1] }]
  return [
    { polygons: shape(-uncertaintyMeters), marks: [1, 0, 0] },
    { polygons: shape(0), marks: [0, 1, 0] },
    { polygons: shape(uncertaintyMeters), marks: [0, 0, 1] },
  ]
}

/** Square metres inside, by area of the index. */
function countsOf(index: AreaIndex, shape: ShapeAt, uncertaintyMeters: number): Counts[] {
  const counts = index.areas.map((): Counts => [0, 0, 0])
  splitAreas(index, regionsOf(shape, uncertaintyMeters), (i, squareMeters, low, value, high) => {
    const own = counts[i]
    // The least lies in the drawn and the drawn in the most, were it not for the millimetres of the overlay.
    if (own) addAt(own, squareMeters, low !== 0, (value | low) !== 0, (high | value | low) !== 0)
  })
  return counts
}

function contentsOfLand(ground: CoverageGround, shape: ShapeAt, own: number) {
  const counts = ground.communes.map(noGround)
  splitLand(ground.land, regionsOf(shape, own), (i, squareMeters, people, low, value, high) => {
    addGround(counts[i], squareMeters, people, low !== 0, (value | low) !== 0, (high | value | low) !== 0)
  })
  return tallyLand(ground, counts)
}

function contentsOfAreas({ areas }: CoverageGround, shape: ShapeAt, own: number): AreaKindContent[] {
  return areas.map(({ collection, features, index }) => {
    const counted = countsOf(index, shape, own)
    const total: Counts = [0, 0, 0]
    const answers = features.map((area, i) => {
      const inside = eachOf(countsOfArea(area, counted[i] ?? [0, 0, 0], shape, own), (count) =>
        snap(count, area.squareMeters),
      )
      for (const level of [0, 1, 2] as const) total[level] += inside[level]
      const extents = inside.map((count) => extentOf(count, area.squareMeters))
      return {
        ...namesOf(area),
        extent: extents[1] ?? 'none',
        isCertain: new Set(extents).size === 1,
        inside: toReachedArea(area.squareMeters, inside),
      }
    })
    const squareMeters = features.reduce((sum, area) => sum + area.squareMeters, 0)
    return { collection, inside: toReachedArea(squareMeters, total), features: answers }
  })
}

/** Instead of moving a footprint about, the drawn area is drawn in and pushed out once more. */
function countsOfArea(area: GroundArea, drawn: Counts, shape: ShapeAt, own: number): Counts {
  if (area.placeUncertaintyMeters === 0) return drawn
  const [moved = drawn] = countsOf(area.index, shape, own + area.placeUncertaintyMeters)
  return [Math.min(moved[0], drawn[1]), drawn[1], Math.max(moved[2], drawn[1])]
}

function contentsOfPoints({ points }: CoverageGround, shape: ShapeAt, own: number): PointKindContent[] {
  const rings = shape(0).flat()
  const edge: PlaneLine = {
    id: 'edge',
    uncertaintyMeters: own,
    parts: rings.map((ring) => [...ring, ...ring.slice(0, 1)]),
    key: '',
  }
  return points.map(({ collection, features }) =>
    countVerdicts(
      collection,
      features.map((feature) => contentOfPoint(feature, rings, edge)),
    ),
  )
}

function contentOfPoint(feature: GroundPoint, rings: PlanePolygons[number], edge: PlaneLine): PointContent {
  const { point, uncertaintyMeters } = feature
  if (!point) return { ...namesOf(feature), verdict: 'unplaced', isInside: null, outsideMeters: null }
  const isInside = isInArea(point, rings)
  const fromEdge = nearestToPoint(point, [edge], 0).distanceMeters.value
  const beyond = isInside ? -fromEdge : fromEdge
  const vague = uncertaintyMeters + edge.uncertaintyMeters
  return {
    ...namesOf(feature),
    verdict: beyond + vague <= 0 ? 'inside' : beyond - vague > 0 ? 'outside' : 'uncertain',
    isInside,
    outsideMeters: {
      low: Math.max(0, beyond - vague),
      value: Math.max(0, beyond),
      high: Math.max(0, beyond + vague),
    },
  }
}

function contentsOfLines(kinds: readonly GroundLineKind[], shape: ShapeAt, own: number): LineKindContent[] {
  return kinds.map(({ collection, features }) => {
    const total: Counts = [0, 0, 0]
    const answers = features.map((line) => {
      const vague = own + line.uncertaintyMeters
      const value = metersInside(line, shape(0))
      const meters: Counts =
        vague === 0
          ? [value, value, value]
          : [
              Math.min(value, metersInside(line, shape(-vague))),
              value,
              Math.max(value, metersInside(line, shape(vague))),
            ]
      for (const level of [0, 1, 2] as const) total[level] += meters[level]
      return {
        ...namesOf(line),
        uncertaintyMeters: line.uncertaintyMeters,
        totalKilometers: line.meters / 1000,
        insideKilometers: toKilometers(meters),
      }
    })
    return { collection, insideKilometers: toKilometers(total), features: answers }
  })
}

function toKilometers(meters: Counts): Range {
  return toRange(eachOf(meters, (count) => count / 1000))
}
