/**
 * The roads as a network that can be searched: which way is the quickest, and what it costs.
 *
 * Only roads that exist at the phase are in it. Each line is cut where it joins others (`road-joints.ts`); the
 * expressway is entered and left at its open interchanges only, each joined to the roads that pass within
 * the uncertainty of both. A place is joined to the nearest spot of every road and to every interchange by a
 * local leg: straight, so many times longer, and slow (`local` in `driving.json`), so that the search itself
 * finds where it pays to enter. Places beyond the province are joined to the ends of roads that lead there.
 *
 * The way that is found is the one that takes the least minutes as assumed, and its kilometres are that way's.
 * Which way is the quickest depends on the assumed speeds: it is looked for again with the expressway at its
 * worst and everything else at its best, and the other way round. Low and high span all ways found so.
 */
import loadedGraph from 'graphology'
import { singleSource } from 'graphology-shortest-path/dijkstra.js'
import type { FeatureOf } from '../domain/collections.ts'
import type { Range } from '../domain/coverage.ts'
import type { DrivingSpeed } from '../domain/driving.ts'
import type { AccessPlace } from './access-place.ts'
import { between, costOf, noCost, plus, type Cost, type Driving } from './driving.ts'
import { toPlane, type PlanePoint } from './laea.ts'
import { geodesicDistanceMeters } from './measure.ts'
import { findJoints } from './road-joints.ts'
import { costAt, nearestOnLine, onLineMeters, type IsHill, type RoadLine, type SpotOnLine } from './road-lines.ts'

/** Its types say it has no default export where Node reads it as CommonJS: there, and in a bundle, the class is it. */
const Graph = loadedGraph as unknown as typeof import('graphology').DirectedGraph

export type Phase = 2021 | 2025 | 2030

/** A stretch of a way. */
export interface Leg {
  /** Null: not on a road of the network. */
  roadId: string | null
  kind: 'road' | 'local' | 'beyond'
  isExpressway: boolean
  cost: Cost
}

/** What the quickest way is looked for by. */
const scenarios = ['minutes', 'expresswayAtItsWorst', 'expresswayAtItsBest'] as const
type Scenario = (typeof scenarios)[number]

type EdgeAttributes = { legs: readonly Leg[] } & Record<Scenario, number>

type RoadGraph = InstanceType<typeof import('graphology').DirectedGraph<Record<string, never>, EdgeAttributes>>

interface NodeOnLine {
  node: string
  along: number
}

interface OpenInterchange {
  id: string
  node: string
  point: PlanePoint
}

export interface Network {
  driving: Driving
  isHill: IsHill
  lines: readonly RoadLine[]
  /** Of each line by its key, in order along it. */
  nodes: ReadonlyMap<string, readonly NodeOnLine[]>
  interchanges: readonly OpenInterchange[]
  graph: RoadGraph
  /** How places are joined to it, for places that are asked about again and again. */
  known: WeakMap<AccessPlace, Attachments>
  /** Whether a place lies so far beyond the province that its own roads are not in the network. */
  isBeyond: (point: PlanePoint) => boolean
}

export interface NetworkParts {
  lines: readonly RoadLine[]
  interchanges: readonly FeatureOf<'interchanges'>[]
  driving: Driving
  isHill: IsHill
  isBeyond: (point: PlanePoint) => boolean
}

/** What the programme wants by a phase, or what is in use by then, exists: as the map shows it. */
export function existsAt(
  { status, targetYear, openedYear }: { status: string; targetYear: number | null; openedYear?: number },
  phase: Phase,
): boolean {
  return status === 'existing' || [targetYear, openedYear].some((year) => typeof year === 'number' && year <= phase)
}

/** However vague a road is, an interchange does not reach further. */
const mostJunctionMeters = 3000

export function buildNetwork({ driving, isHill, isBeyond, ...parts }: NetworkParts, phase: Phase): Network {
  const lines = parts.lines.filter(({ road }) => existsAt(road.properties, phase))
  const graph: RoadGraph = new Graph()
  const marks = new Map(lines.map(({ key }) => [key, new Set<number>()]))
  const nodeAt = (line: RoadLine, along: number): string => {
    marks.get(line.key)?.add(along)
    const node = `${line.key}@${along.toFixed(2)}`
    graph.mergeNode(node)
    return node
  }
  const joinLocally = (a: string, b: string, meters: number, spot: PlanePoint) => {
    const cost = meters < onLineMeters ? noCost : costOf(meters / 1000, localSpeedAt({ driving, isHill }, spot))
    const legs: Leg[] = [{ ...offRoad('local'), cost }]
    addEdge(graph, a, b, legs)
    addEdge(graph, b, a, legs)
  }
  for (const line of lines) {
    nodeAt(line, 0)
    nodeAt(line, line.along.at(-1) ?? 0)
  }
  for (const { a, alongA, b, alongB, meters } of findJoints(lines)) {
    joinLocally(nodeAt(a, alongA), nodeAt(b, alongB), meters, a.points[0] ?? [0, 0])
  }
  const interchanges = parts.interchanges.flatMap(({ id, geometry, properties }): OpenInterchange[] => {
    if (geometry?.type !== 'Point' || !existsAt(properties, phase)) return []
    const point = toPlane(geometry.coordinates)
    const own = properties.uncertaintyMeters ?? 0
    const reachOf = ({ uncertaintyMeters }: RoadLine) =>
      Math.max(onLineMeters, Math.min(mostJunctionMeters, own + uncertaintyMeters))
    const expressways = linesWithin(point, lines, (line) => (line.isExpressway ? reachOf(line) : -1))
    const [first] = expressways
    if (!first) return []
    const node = nodeAt(first.line, first.spot.along)
    const others = linesWithin(point, lines, (line) => (line.isExpressway ? -1 : reachOf(line)))
    for (const { line, spot } of others) joinLocally(node, nodeAt(line, spot.along), spot.meters, point)
    return [{ id, node, point }]
  })
  const nodes = new Map(
    lines.map((line) => {
      const sorted = [...(marks.get(line.key) ?? [])].toSorted((a, b) => a - b)
      return [line.key, sorted.map((along) => ({ along, node: nodeAt(line, along) }))]
    }),
  )
  for (const line of lines) {
    const own = nodes.get(line.key) ?? []
    for (const [i, after] of own.entries()) {
      const before = own[i - 1]
      if (!before) continue
      const legs = [legAlong(line, before.along, after.along)]
      addEdge(graph, before.node, after.node, legs)
      addEdge(graph, after.node, before.node, legs)
    }
  }
  return { driving, isHill, isBeyond, lines, nodes, interchanges, graph, known: new WeakMap() }
}

/** A way between two places. */
export interface Way {
  kilometers: Range
  minutes: Range
  legs: readonly Leg[]
}

/**
 * The quickest way from a place to each of some others; null where none leads there.
 *
 * Never shorter than the straight line. The uncertainty of both ends is driven as well: at the least it is
 * saved, at the most it is added, at the mean speed of the way.
 */
export function findWays(network: Network, from: AccessPlace, targets: readonly AccessPlace[]): (Way | null)[] {
  const { graph } = network
  const start = 'from'
  graph.addNode(start)
  const targetNodes = targets.map((_, i) => `to/${i}`)
  try {
    const leaving = attachmentsOf(network, from)
    for (const { node, legs } of leaving.edges) addEdge(graph, start, node, legs)
    for (const [i, target] of targets.entries()) {
      const node = targetNodes[i] ?? ''
      graph.addNode(node)
      const arriving = attachmentsOf(network, target)
      for (const edge of arriving.edges) addEdge(graph, edge.node, node, edge.legs.toReversed())
      for (const legs of withoutJunction(leaving.spots, arriving.spots)) addEdge(graph, start, node, legs)
      const direct = directLegs(from, leaving, target, arriving)
      if (direct) addEdge(graph, start, node, direct)
    }
    const searches = network.lines.some(({ isExpressway }) => isExpressway) ? scenarios : (['minutes'] as const)
    const paths = searches.map((scenario) => singleSource(graph, start, scenario))
    return targets.map((target, i) => {
      const [best, ...others] = paths.flatMap((found) => {
        const path = found[targetNodes[i] ?? '']
        return path ? [path.slice(1).flatMap((node, j) => graph.getEdgeAttribute(path[j] ?? '', node, 'legs'))] : []
      })
      return best ? toWay(network, from, target, best, others) : null
    })
  } finally {
    for (const node of [start, ...targetNodes]) if (graph.hasNode(node)) graph.dropNode(node)
  }
}

/** The straight line between two places along the ellipsoid, in kilometres. */
export function straightKilometers(from: AccessPlace, to: AccessPlace): Range {
  const value = geodesicDistanceMeters(from.position, to.position) / 1000
  const off = (from.uncertaintyMeters + to.uncertaintyMeters) / 1000
  return { low: Math.max(0, value - off), value, high: value + off }
}

/** Where along a line one can be, and after how many minutes at the earliest. */
export interface Anchor {
  along: number
  minutes: number
}

export interface Reached {
  /** On each line by its key, in order along it: its junctions and where the place itself is joined to it. */
  anchors: ReadonlyMap<string, readonly Anchor[]>
  /** At the open interchanges: elsewhere nobody leaves the expressway. */
  interchanges: readonly { point: PlanePoint; minutes: number }[]
}

/** How soon one is where on the network: as assumed, or with every road at its best (`low`) or worst (`high`). */
export function reachFrom(network: Network, from: AccessPlace, level: keyof Range): Reached {
  const { graph, lines, nodes, interchanges } = network
  const start = 'from'
  const minutesOf = ({ legs }: Pick<EdgeAttributes, 'legs'>) =>
    legs.reduce((sum, { cost }) => sum + cost.minutes[level], 0)
  const { edges, spots } = attachmentsOf(network, from)
  graph.addNode(start)
  try {
    for (const { node, legs } of edges) addEdge(graph, start, node, legs)
    const paths = singleSource(graph, start, (_, attributes) => minutesOf(attributes))
    const minutesTo = (node: string): number => {
      const path = paths[node]
      if (!path) return Infinity
      return path.slice(1).reduce((sum, next, i) => sum + minutesOf(graph.getEdgeAttributes(path[i] ?? '', next)), 0)
    }
    const anchors = new Map(
      lines.map((line) => {
        const own = (nodes.get(line.key) ?? []).map(({ along, node }): Anchor => ({ along, minutes: minutesTo(node) }))
        const joined = spots
          .filter((spot) => spot.line === line)
          .map(({ along, leg }): Anchor => ({ along, minutes: leg.cost.minutes[level] }))
        return [line.key, [...own, ...joined].toSorted((a, b) => a.along - b.along)]
      }),
    )
    return { anchors, interchanges: interchanges.map(({ node, point }) => ({ point, minutes: minutesTo(node) })) }
  } finally {
    graph.dropNode(start)
  }
}

export function localSpeedAt(
  { driving, isHill }: Pick<Network, 'driving' | 'isHill'>,
  point: PlanePoint,
): DrivingSpeed {
  return driving.speedOf('local', isHill(point) ? 'hill' : 'plain')
}

interface SpotLeg {
  line: RoadLine
  along: number
  leg: Leg
}

interface Attachments {
  isBeyond: boolean
  localSpeed: DrivingSpeed
  /** Nodes that can be reached, from the place outwards. */
  edges: { node: string; legs: Leg[] }[]
  /** Where local legs meet roads, for ways that pass no junction. */
  spots: SpotLeg[]
}

function attachmentsOf(network: Network, place: AccessPlace): Attachments {
  const known = network.known.get(place)
  if (known) return known
  const isBeyond = network.isBeyond(place.point)
  const localSpeed = localSpeedAt(network, place.point)
  const attachments = isBeyond
    ? { isBeyond, localSpeed, edges: edgesFromBeyond(network, place), spots: [] }
    : { isBeyond, localSpeed, ...localAttachments(network, place, localSpeed) }
  network.known.set(place, attachments)
  return attachments
}

function edgesFromBeyond({ lines, nodes, driving, isHill }: Network, place: AccessPlace): Attachments['edges'] {
  return lines.flatMap((line) =>
    (['first', 'last'] as const).flatMap((end): Attachments['edges'] => {
      const own = nodes.get(line.key) ?? []
      const node = end === 'first' ? own[0]?.node : own.at(-1)?.node
      const point = line.points.at(end === 'first' ? 0 : -1)
      if (!line.exits[end] || !point || node === undefined) return []
      const speed = driving.speedOf('beyond', isHill(point) ? 'hill' : 'plain')
      const meters = Math.hypot(point[0] - place.point[0], point[1] - place.point[1])
      return [{ node, legs: [{ ...offRoad('beyond'), cost: costOf(meters / 1000, speed) }] }]
    }),
  )
}

function localAttachments(
  { lines, nodes, interchanges }: Network,
  place: AccessPlace,
  speed: DrivingSpeed,
): Pick<Attachments, 'edges' | 'spots'> {
  const edges: Attachments['edges'] = []
  const spots: SpotLeg[] = []
  const local = (meters: number): Leg => ({ ...offRoad('local'), cost: costOf(meters / 1000, speed) })
  for (const line of lines) {
    if (line.isExpressway && line.roadId !== place.onRoadId) continue
    const { along, meters } = nearestOnLine(place.point, line)
    const leg = local(meters)
    spots.push({ line, along, leg })
    const own = nodes.get(line.key) ?? []
    const after = own.findIndex((node) => node.along >= along)
    for (const node of [own[after - 1], own[after]]) {
      if (node) edges.push({ node: node.node, legs: [leg, legAlong(line, along, node.along)] })
    }
  }
  for (const { node, point } of interchanges) {
    edges.push({ node, legs: [local(Math.hypot(point[0] - place.point[0], point[1] - place.point[1]))] })
  }
  return { edges, spots }
}

function* withoutJunction(from: readonly SpotLeg[], to: readonly SpotLeg[]): Generator<Leg[]> {
  for (const leaving of from) {
    const arriving = to.find(({ line }) => line === leaving.line)
    if (arriving) yield [leaving.leg, legAlong(leaving.line, leaving.along, arriving.along), arriving.leg]
  }
}

/** Neighbours need no road of the network. */
function directLegs(from: AccessPlace, leaving: Attachments, to: AccessPlace, { isBeyond }: Attachments): Leg[] | null {
  const meters = Math.hypot(to.point[0] - from.point[0], to.point[1] - from.point[1])
  if (meters > mostDirectMeters || leaving.isBeyond || isBeyond) return null
  return [{ ...offRoad('local'), cost: costOf(meters / 1000, leaving.localSpeed) }]
}

const mostDirectMeters = 10_000

function legAlong(line: RoadLine, from: number, to: number): Leg {
  return {
    roadId: line.roadId,
    kind: 'road',
    isExpressway: line.isExpressway,
    cost: between(costAt(line, from), costAt(line, to)),
  }
}

function offRoad(kind: 'local' | 'beyond') {
  return { roadId: null, kind, isExpressway: false }
}

function toWay(
  { driving }: Network,
  from: AccessPlace,
  to: AccessPlace,
  legs: readonly Leg[],
  otherLegs: readonly (readonly Leg[])[],
): Way {
  const straight = straightKilometers(from, to)
  const off = (from.uncertaintyMeters + to.uncertaintyMeters) / 1000
  const costs = [legs, ...otherLegs].map((one) => {
    const { kilometers, minutes } = one.reduce((sum, { cost }) => plus(sum, cost), noCost)
    const pace = kilometers.value > 0 ? minutes.value / kilometers.value : 0
    return {
      kilometers: { low: kilometers.low - off, value: kilometers.value, high: kilometers.high + off },
      minutes: { low: minutes.low - off * pace, value: minutes.value, high: minutes.high + off * pace },
    }
  })
  const kilometers = Math.max(costs[0]?.kilometers.value ?? 0, straight.value)
  const minutes = costs[0]?.minutes.value ?? 0
  const leastMinutes = (straight.low / driving.fastestKilometersPerHour) * 60
  const least = (values: readonly number[]) => Math.min(...values)
  return {
    kilometers: {
      low: Math.min(kilometers, Math.max(straight.low, least(costs.map((cost) => cost.kilometers.low)))),
      value: kilometers,
      high: Math.max(kilometers, straight.high, ...costs.map((cost) => cost.kilometers.high)),
    },
    minutes: {
      low: Math.min(minutes, Math.max(leastMinutes, least(costs.map((cost) => cost.minutes.low)))),
      value: minutes,
      // Whoever finds one way slow takes the other.
      high: Math.max(minutes, least(costs.map((cost) => cost.minutes.high))),
    },
    legs,
  }
}

function linesWithin(
  point: PlanePoint,
  lines: readonly RoadLine[],
  withinMeters: (line: RoadLine) => number,
): { line: RoadLine; spot: SpotOnLine }[] {
  return lines.flatMap((line) => {
    const within = withinMeters(line)
    if (within < 0) return []
    const spot = nearestOnLine(point, line)
    return spot.meters <= within ? [{ line, spot }] : []
  })
}

/** Of two ways between the same nodes the quicker one stays. */
function addEdge(graph: RoadGraph, from: string, to: string, legs: readonly Leg[]): void {
  if (from === to) return
  const minutesWith = (expressway: keyof Range, others: keyof Range) =>
    legs.reduce((sum, { cost, isExpressway }) => sum + cost.minutes[isExpressway ? expressway : others], 0)
  const minutes = minutesWith('value', 'value')
  if (graph.hasEdge(from, to) && graph.getEdgeAttribute(from, to, 'minutes') <= minutes) return
  graph.mergeEdge(from, to, {
    legs,
    minutes,
    expresswayAtItsWorst: minutesWith('high', 'low'),
    expresswayAtItsBest: minutesWith('low', 'high'),
  })
}
