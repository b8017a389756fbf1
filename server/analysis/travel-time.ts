/**
 * What ground can be reached from a place within so many minutes, and how many people live there.
 *
 * Along every road as far as the time lasts, and from each spot of it, with the minutes that are left, over
 * local roads: as far as the crow flies that is the local speed through the local winding, and never more than
 * 15 km. Nobody leaves the expressway but at open interchanges. Cut to the province: beyond it neither roads nor
 * people are known. People as in `peopled-land.ts`.
 *
 * `low` is what remains if everything on the way is at its worst and the place off by all of its uncertainty,
 * driven at the speed of a national road; `high` the other way round. Roads are followed in steps of 400 m and
 * the ground beside them in steps of a tenth, so the edge is good to some 200 m, far inside low and high.
 */
import type { TravelTimeArea } from '../domain/access.ts'
import type { FeatureOf } from '../domain/collections.ts'
import type { Range } from '../domain/coverage.ts'
import { roundRange } from './access.ts'
import type { AccessPlace } from './access-place.ts'
import type { PlanePoint } from './laea.ts'
import { squareMetersPerHectare } from './measure.ts'
import { localSpeedAt, reachFrom, type Anchor, type Network, type Reached } from './network.ts'
import { fromPlanePolygons, planeArea, toPlanePolygons, type PlaneOverlay, type PlanePolygons } from './overlay.ts'
import { layPeople, splitLand, type PeopledLand } from './peopled-land.ts'
import { costAt, type RoadLine } from './road-lines.ts'
import type { Region } from './split-areas.ts'

export interface TravelGround {
  plane: PlaneOverlay
  province: PlanePolygons
  land: PeopledLand
}

export function prepareTravelGround(
  province: readonly FeatureOf<'province'>[],
  communes: readonly FeatureOf<'communes'>[],
  plane: PlaneOverlay,
): TravelGround {
  const polygonsOf = ({ geometry }: Pick<FeatureOf<'communes'>, 'geometry'>) =>
    geometry ? toPlanePolygons(geometry) : []
  return {
    plane,
    province: plane.union(province.flatMap(polygonsOf)),
    land: layPeople(
      communes.map((commune) => ({ polygons: polygonsOf(commune), people: commune.properties.population2019 ?? 0 })),
    ),
  }
}

/** @param minutes at most ten, each its own area */
export function travelTimeAreas(
  ground: TravelGround,
  network: Network,
  from: AccessPlace,
  minutes: readonly number[],
): TravelTimeArea[] {
  const reached = {
    low: reachFrom(network, from, 'high'),
    value: reachFrom(network, from, 'value'),
    high: reachFrom(network, from, 'low'),
  }
  const shapes = minutes.map((most) => {
    const shapeOf = (level: keyof Range) =>
      ground.plane.intersect(
        groundWithin(ground, network, from, reached[level], budgetOf(network, from, most, level), level),
        ground.province,
      )
    const value = shapeOf('value')
    return {
      low: ground.plane.intersect(shapeOf('low'), value),
      value,
      high: ground.plane.union([...shapeOf('high'), ...value]),
    }
  })
  const people = countPeople(ground, shapes)
  return minutes.map((most, i): TravelTimeArea => {
    const { low, value, high } = shapes[i] ?? { low: [], value: [], high: [] }
    const hectares = (polygons: PlanePolygons) => planeArea(polygons) / squareMetersPerHectare
    return {
      minutes: most,
      outlines: { low: toOutline(low), value: toOutline(value), high: toOutline(high) },
      areaHectares: roundRange({ low: hectares(low), value: hectares(value), high: hectares(high) }, 0),
      people: roundRange(people[i] ?? { low: 0, value: 0, high: 0 }, 0),
    }
  })
}

/** The minutes there are to drive: at the least the place has to be reached first, at the most it is on the way. */
function budgetOf({ driving }: Network, from: AccessPlace, minutes: number, level: keyof Range): number {
  if (level === 'value') return minutes
  const off = (from.uncertaintyMeters / 1000 / driving.speedOf('national', 'plain').kilometersPerHour.value) * 60
  return level === 'low' ? minutes - off : minutes + off
}

const stepMeters = 400
const mostLocalMeters = 15_000
const leastLocalMeters = 200
const arcToleranceMeters = 50

function groundWithin(
  { plane }: TravelGround,
  network: Network,
  from: AccessPlace,
  { anchors, interchanges }: Reached,
  minutes: number,
  level: keyof Range,
): PlanePolygons {
  const radiusAt = (point: PlanePoint, left: number): number => {
    const { kilometersPerHour, winding } = localSpeedAt(network, point)
    // Over a whole area detours average out: only the speed is uncertain.
    return Math.min(mostLocalMeters, ((left / 60) * kilometersPerHour[level] * 1000) / winding.value)
  }
  /** Lines by the step of their radius. */
  const byStep = new Map<number, PlanePoint[][]>()
  const add = (stretch: PlanePoint[], radius: number) => {
    if (radius < leastLocalMeters) return
    const step = Math.round(Math.log(radius) * stepsPerFold)
    byStep.set(step, [...(byStep.get(step) ?? []), stretch])
  }
  const spot = (point: PlanePoint, after: number) => {
    if (after < minutes) add([point], radiusAt(point, minutes - after))
  }
  spot(from.point, 0)
  for (const { point, minutes: after } of interchanges) spot(point, after)
  for (const line of network.lines) {
    if (line.isExpressway) continue
    const samples = samplesOf(line, anchors.get(line.key) ?? [], level)
    for (const [i, { point, minutes: after }] of samples.entries()) {
      const before = samples[i - 1]
      if (!before) continue
      const left = minutes - (after + before.minutes) / 2
      if (left > 0) add([before.point, point], radiusAt(point, left))
    }
  }
  const grown = [...byStep].flatMap(([step, stretches]) =>
    plane.bufferLines(joinStretches(stretches), Math.exp(step / stepsPerFold), arcToleranceMeters),
  )
  return plane.union(grown)
}

/** Radii grow by a tenth from step to step. */
const stepsPerFold = 1 / Math.log(1.1)

/** Stretches that follow each other become one line. */
function joinStretches(stretches: readonly PlanePoint[][]): PlanePoint[][] {
  const joined: PlanePoint[][] = []
  for (const stretch of stretches) {
    const last = joined.at(-1)
    if (last && last.at(-1) === stretch[0]) last.push(...stretch.slice(1))
    else joined.push([...stretch])
  }
  return joined
}

interface Sample {
  point: PlanePoint
  minutes: number
}

/** Spots along a line, and after how many minutes one is there: from the anchor before or from the one after. */
function samplesOf(line: RoadLine, anchors: readonly Anchor[], level: keyof Range): Sample[] {
  const cost = level === 'low' ? 'high' : level === 'high' ? 'low' : 'value'
  const timed = anchors.map(({ along, minutes }) => ({ along, minutes, at: costAt(line, along).minutes[cost] }))
  let next = 0
  return pointsAlong(line).map(({ point, along }) => {
    while (next < timed.length && (timed[next]?.along ?? 0) < along) next++
    const here = costAt(line, along).minutes[cost]
    const from = ({ minutes, at }: { minutes: number; at: number }) => minutes + Math.abs(here - at)
    const [before, after] = [timed[next - 1], timed[next]]
    return { point, minutes: Math.min(before ? from(before) : Infinity, after ? from(after) : Infinity) }
  })
}

function pointsAlong({ points, along }: RoadLine): { point: PlanePoint; along: number }[] {
  return points.flatMap((to, i) => {
    const from = points[i - 1]
    const [start = 0, end = 0] = [along[i - 1], along[i]]
    if (!from) return [{ point: to, along: 0 }]
    const pieces = Math.max(1, Math.ceil((end - start) / stepMeters))
    return Array.from({ length: pieces }, (_, j) => {
      const share = (j + 1) / pieces
      const point: PlanePoint = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
      return { point, along: start + (end - start) * share }
    })
  })
}

function countPeople(
  { land }: TravelGround,
  shapes: readonly { low: PlanePolygons; value: PlanePolygons; high: PlanePolygons }[],
): Range[] {
  const counts = shapes.map((): Range => ({ low: 0, value: 0, high: 0 }))
  const regions = shapes.flatMap(({ low, value, high }, i): Region[] => [
    { polygons: low, marks: [1 << i, 0, 0] },
    { polygons: value, marks: [0, 1 << i, 0] },
    { polygons: high, marks: [0, 0, 1 << i] },
  ])
  splitLand(land, regions, (_commune, _squareMeters, people, inLow, inValue, inHigh) => {
    for (const [i, count] of counts.entries()) {
      const bit = 1 << i
      // The least lies in the middle and that in the most, were it not for the millimetres of the overlay.
      if (inLow & bit) count.low += people
      if ((inValue | inLow) & bit) count.value += people
      if ((inHigh | inValue | inLow) & bit) count.high += people
    }
  })
  return counts
}

function toOutline(polygons: PlanePolygons): TravelTimeArea['outlines']['value'] {
  const outline = fromPlanePolygons(polygons)
  if (!outline) return null
  const ring = (positions: readonly number[][]) =>
    positions.map((position) => position.map((degrees) => Math.round(degrees * 1e4) / 1e4))
  return outline.type === 'Polygon'
    ? { type: 'Polygon', coordinates: outline.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: outline.coordinates.map((rings) => rings.map(ring)) }
}
