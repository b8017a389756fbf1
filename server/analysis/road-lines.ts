/**
 * The roads as lines in the plane, with what it costs to drive along them.
 *
 * How long a road is for a kilometre of its drawn line:
 * - between two published kilometre posts (the interchanges of the expressway, which are corners of its line)
 *   the posts say it;
 * - where the length of the whole road is published, the stretches together are that long. What the drawn
 *   line lacks is put into the hills first, because that is where bends are lost between label points;
 * - elsewhere the range that `driving.json` gives for plain and for hills.
 *
 * Left out: what has no line, and what is only a hypothesis.
 */
import type { FeatureOf } from '../domain/collections.ts'
import type { Range } from '../domain/coverage.ts'
import type { Terrain } from '../domain/driving.ts'
import { costOf, noCost, partWay, plus, type Cost, type Driving } from './driving.ts'
import { isInArea, toSegment } from './distance-to-lines.ts'
import { toPlane, type PlanePoint } from './laea.ts'
import { toPlanePolygons } from './overlay.ts'

export interface RoadLine {
  /** Unique: a road may have several lines. */
  key: string
  roadId: string
  road: FeatureOf<'roads'>
  isExpressway: boolean
  uncertaintyMeters: number
  points: readonly PlanePoint[]
  /** Metres of drawn line up to each point. */
  along: readonly number[]
  /** What driving up to each point costs. */
  costs: readonly Cost[]
  /** Whether the line goes on beyond the province at its first and at its last point. */
  exits: { first: boolean; last: boolean }
}

export interface SpotOnLine {
  meters: number
  along: number
  point: PlanePoint
}

export type IsHill = (point: PlanePoint) => boolean

/** @param districts those of 2021; roads in the mountain districts are hill roads */
export function hillsOf(districts: readonly FeatureOf<'districts'>[], { hillDistrictIds }: Driving): IsHill {
  const areas = districts
    .filter(({ id, geometry }) => hillDistrictIds.has(id) && geometry)
    .map(({ geometry }) => {
      const rings = geometry ? toPlanePolygons(geometry).flat() : []
      const xs = rings.flat().map(([x]) => x)
      const ys = rings.flat().map(([, y]) => y)
      return { rings, left: least(xs), right: most(xs), bottom: least(ys), top: most(ys) }
    })
  return (point) =>
    areas.some(
      ({ rings, left, right, bottom, top }) =>
        point[0] >= left && point[0] <= right && point[1] >= bottom && point[1] <= top && isInArea(point, rings),
    )
}

export function readRoadLines(
  roads: readonly FeatureOf<'roads'>[],
  interchanges: readonly FeatureOf<'interchanges'>[],
  driving: Driving,
  isHill: IsHill,
): RoadLine[] {
  return roads.flatMap((road) => {
    if (road.properties.kind.endsWith('hypothesis')) return []
    const parts = partsOf(road)
    const windings = windingsOf(road, parts, interchanges, driving, isHill)
    return parts.map((points, part): RoadLine => {
      const along = lengthsAlong(points)
      const costs: Cost[] = [noCost]
      for (let i = 1; i < points.length; i++) {
        const { terrain, times } = windings(part, i)
        const kilometers = (at(along, i) - at(along, i - 1)) / 1000
        const speed = driving.speedOf(road.properties.roadClass, terrain)
        costs.push(plus(at(costs, i - 1), costOf(kilometers, speed, times)))
      }
      const goesOn = (end: 'first' | 'last') =>
        driving.exits.some((exit) => exit.roadId === road.id && exit.end === end)
      return {
        key: `${road.id}/${part}`,
        roadId: road.id,
        road,
        isExpressway: road.properties.roadClass === 'expressway',
        uncertaintyMeters: road.properties.uncertaintyMeters ?? 0,
        points,
        along,
        costs,
        exits: { first: part === 0 && goesOn('first'), last: part === parts.length - 1 && goesOn('last') },
      }
    })
  })
}

export function costAt({ along, costs }: RoadLine, meters: number): Cost {
  let i = 1
  while (i < along.length - 1 && at(along, i) < meters) i++
  const [from, to] = [at(along, i - 1), at(along, i)]
  const share = to > from ? Math.max(0, Math.min(1, (meters - from) / (to - from))) : 0
  return partWay(at(costs, i - 1), at(costs, i), share)
}

/** The spot of a line nearest to a point. */
export function nearestOnLine(point: PlanePoint, { points, along }: Pick<RoadLine, 'points' | 'along'>): SpotOnLine {
  let best: SpotOnLine = { meters: Infinity, along: 0, point }
  for (let i = 1; i < points.length; i++) {
    const from = at(points, i - 1)
    const { meters, to } = toSegment(point, from, at(points, i))
    if (meters >= best.meters) continue
    best = { meters, along: at(along, i - 1) + Math.hypot(to[0] - from[0], to[1] - from[1]), point: to }
  }
  return best
}

export function lengthsAlong(points: readonly PlanePoint[]): number[] {
  const along = [0]
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [at(points, i - 1), at(points, i)]
    along.push(at(along, i - 1) + Math.hypot(to[0] - from[0], to[1] - from[1]))
  }
  return along
}

function partsOf({ geometry }: FeatureOf<'roads'>): PlanePoint[][] {
  const lines =
    geometry?.type === 'LineString'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiLineString'
        ? geometry.coordinates
        : []
  return lines.filter((line) => line.length > 1).map((line) => line.map(toPlane))
}

/** How long the road is for a kilometre of line, edge by edge. */
type Windings = (part: number, edge: number) => { terrain: Terrain; times: Range }

function windingsOf(
  road: FeatureOf<'roads'>,
  parts: readonly PlanePoint[][],
  interchanges: readonly FeatureOf<'interchanges'>[],
  driving: Driving,
  isHill: IsHill,
): Windings {
  const { roadClass } = road.properties
  const terrains = parts.map((points) => points.map((point, i) => terrainOf(points[i - 1] ?? point, point, isHill)))
  const assumed = (terrain: Terrain) => driving.speedOf(roadClass, terrain).winding
  const published = driving.publishedLengths.get(road.id)
  if (published === undefined) {
    return (part, edge) => {
      const terrain = terrains[part]?.[edge] ?? 'plain'
      return { terrain, times: assumed(terrain) }
    }
  }
  const posts = roadClass === 'expressway' ? kilometerPosts(parts[0] ?? [], interchanges) : []
  const [first, last] = [posts[0], posts.at(-1)]
  const drawn = { plain: 0, hill: 0 }
  parts.forEach((points, part) => {
    const along = lengthsAlong(points)
    for (let i = 1; i < points.length; i++) {
      const middle = (at(along, i - 1) + at(along, i)) / 2
      if (first && last && middle > first.along && middle < last.along) continue
      drawn[terrains[part]?.[i] ?? 'plain'] += (at(along, i) - at(along, i - 1)) / 1000
    }
  })
  const rest = published - (first && last ? last.kilometers - first.kilometers : 0)
  const factors = shareOut(rest, drawn, assumed('plain').value)
  const alongOf = parts.map(lengthsAlong)
  return (part, edge) => {
    const terrain = terrains[part]?.[edge] ?? 'plain'
    const along = alongOf[part] ?? []
    const middle = (at(along, edge - 1) + at(along, edge)) / 2
    const next = posts.findIndex((post) => post.along > middle)
    const [before, after] = [posts[next - 1], posts[next]]
    if (before && after) {
      const factor = ((after.kilometers - before.kilometers) * 1000) / (after.along - before.along)
      return { terrain, times: withSpread(factor, driving.spread.kilometerPosts) }
    }
    return { terrain, times: withSpread(factors[terrain], driving.spread[terrain]) }
  }
}

/**
 * So that plain and hill stretches together have the published length: the plain as winding as assumed, the
 * hills what is left, within reason; what is left then, over all alike.
 */
function shareOut(
  published: number,
  drawn: { plain: number; hill: number },
  plainWinding: number,
): { plain: number; hill: number } {
  const left = (published - drawn.plain * plainWinding) / drawn.hill
  const hill = drawn.hill > 0 ? Math.max(1, Math.min(mostWinding, left)) : 1
  const all = published / (drawn.plain * plainWinding + drawn.hill * hill)
  return { plain: plainWinding * all, hill: hill * all }
}

/** Beyond this it is not bends that a line lacks but a part of the road. */
const mostWinding = 1.8

function withSpread(factor: number, spread: number): Range {
  return { low: factor * (1 - spread), value: factor, high: factor * (1 + spread) }
}

interface Post {
  along: number
  kilometers: number
}

/** Interchanges whose kilometre post is published, where they lie on the line, in order. */
function kilometerPosts(points: readonly PlanePoint[], interchanges: readonly FeatureOf<'interchanges'>[]): Post[] {
  const along = lengthsAlong(points)
  const posts = interchanges.flatMap(({ geometry, properties }): Post[] => {
    const post = properties.figures.find(({ key }) => key === 'kilometerPost')
    if (!post || geometry?.type !== 'Point') return []
    const spot = nearestOnLine(toPlane(geometry.coordinates), { points, along })
    return spot.meters < onLineMeters ? [{ along: spot.along, kilometers: post.value }] : []
  })
  posts.sort((a, b) => a.along - b.along)
  return posts.filter((post, i) => i === 0 || post.kilometers > (posts[i - 1]?.kilometers ?? Infinity))
}

/** What lies on a line but for rounding. */
export const onLineMeters = 50

function terrainOf(from: PlanePoint, to: PlanePoint, isHill: IsHill): Terrain {
  return isHill([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]) ? 'hill' : 'plain'
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity)
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity)
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError(`no entry ${index} of ${list.length}`)
  return value
}
