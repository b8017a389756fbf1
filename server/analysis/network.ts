/**
 * The roads as a network that can be searched: which way is the quickest, and what it costs.
 *
 * Only roads that exist at the phase are in it. Each line is cut where it joins others (`road-joints.ts`); the
 * expressway is entered and left at its open interchanges only, each joined to the roads that pass within
 * the uncertainty of both. A place is joined to the nearest spot of every road and to every interchange by a
 * local leg: straight, so many times longer, and slow (`local` in `driving.json`), so that the search itself
 * finds where it pays to enter. Places beyond the province are joined to the ends of roads that lead there.
 *
 * The way that is found is the one that takes the least minutes as assumed; its kilometres are those of that
 * way, and low and high are counted along the same way.
 */
import loadedGraph from 'graphology'
import { singleSource } from 'graphology-shortest-path/dijkstra.js'
import type { FeatureOf } from '../domain/collections.ts'
import type { Range } from '../domain/coverage.ts'
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
  cost: Cost
}

interface EdgeAttributes {
  legs: readonly Leg[]
  minutes: number
}

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
    const cost = meters < onLineMeters ? noCost : costOf(meters / 1000, localSpeed({ driving, isHill }, spot))
    const legs: Leg[] = [{ roadId: null, kind: 'local', cost }]
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
  return { driving, isHill, isBeyond, lines, nodes, interchanges, graph }
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
    const leaving = attachments(network, from)
    for (const { node, legs } of leaving.edges) addEdge(graph, start, node, legs)
    for (const [i, target] of targets.entries()) {
      const node = targetNodes[i] ?? ''
      graph.addNode(node)
      const arriving = attachments(network, target)
      for (const edge of arriving.edges) addEdge(graph, edge.node, node, edge.legs.toReversed())
      for (const legs of withoutJunction(leaving.spots, arriving.spots)) addEdge(graph, start, node, legs)
      const direct = directLegs(network, from, target)
      if (direct) addEdge(graph, start, node, direct)
    }
    const paths = singleSource(graph, start, 'minutes')
    return targets.map((target, i) => {
      const path = paths[targetNodes[i] ?? '']
      if (!path) return null
      const legs = path.slice(1).flatMap((node, j) => graph.getEdgeAttribute(path[j] ?? '', node, 'legs'))
      return toWay(network, from, target, legs)
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

function localSpeed({ driving, isHill }: Pick<Network, 'driving' | 'isHill'>, point: PlanePoint) {
  return driving.speedOf('local', isHill(point) ? 'hill' : 'plain')
}

interface SpotLeg {
  line: RoadLine
  along: number
  leg: Leg
}

interface Attachments {
  /** Nodes that can be reached, from the place outwards. */
  edges: { node: string; legs: Leg[] }[]
  /** Where local legs meet roads, for ways that pass no junction. */
  spots: SpotLeg[]
}

function attachments(network: Network, place: AccessPlace): Attachments {
  const { lines, nodes, interchanges, driving, isHill } = network
  const edges: Attachments['edges'] = []
  const spots: SpotLeg[] = []
  if (network.isBeyond(place.point)) {
    for (const line of lines) {
      const own = nodes.get(line.key) ?? []
      for (const end of ['first', 'last'] as const) {
        const node = end === 'first' ? own[0]?.node : own.at(-1)?.node
        const point = line.points.at(end === 'first' ? 0 : -1)
        if (!line.exits[end] || !point || node === undefined) continue
        const speed = driving.speedOf('beyond', isHill(point) ? 'hill' : 'plain')
        const meters = Math.hypot(point[0] - place.point[0], point[1] - place.point[1])
        edges.push({ node, legs: [{ roadId: null, kind: 'beyond', cost: costOf(meters / 1000, speed) }] })
      }
    }
    return { edges, spots }
  }
  const speed = localSpeed(network, place.point)
  const local = (meters: number): Leg => ({ roadId: null, kind: 'local', cost: costOf(meters / 1000, speed) })
  for (const line of lines) {
    if (line.isExpressway) continue
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
function directLegs(network: Network, from: AccessPlace, to: AccessPlace): Leg[] | null {
  const meters = Math.hypot(to.point[0] - from.point[0], to.point[1] - from.point[1])
  if (meters > mostDirectMeters || network.isBeyond(from.point) || network.isBeyond(to.point)) return null
  return [{ roadId: null, kind: 'local', cost: costOf(meters / 1000, localSpeed(network, from.point)) }]
}

const mostDirectMeters = 10_000

function legAlong(line: RoadLine, from: number, to: number): Leg {
  return { roadId: line.roadId, kind: 'road', cost: between(costAt(line, from), costAt(line, to)) }
}

function toWay({ driving }: Network, from: AccessPlace, to: AccessPlace, legs: readonly Leg[]): Way {
  const { kilometers, minutes } = legs.reduce((sum, { cost }) => plus(sum, cost), noCost)
  const straight = straightKilometers(from, to)
  const off = (from.uncertaintyMeters + to.uncertaintyMeters) / 1000
  const pace = kilometers.value > 0 ? minutes.value / kilometers.value : 0
  const value = Math.max(kilometers.value, straight.value)
  const leastMinutes = (straight.low / driving.fastestKilometersPerHour) * 60
  return {
    kilometers: {
      low: Math.min(value, Math.max(straight.low, kilometers.low - off)),
      value,
      high: Math.max(value, straight.high, kilometers.high + off),
    },
    minutes: {
      low: Math.min(minutes.value, Math.max(leastMinutes, minutes.low - off * pace)),
      value: minutes.value,
      high: minutes.high + off * pace,
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
  const minutes = legs.reduce((sum, { cost }) => sum + cost.minutes.value, 0)
  if (graph.hasEdge(from, to) && graph.getEdgeAttribute(from, to, 'minutes') <= minutes) return
  graph.mergeEdge(from, to, { legs, minutes })
}
