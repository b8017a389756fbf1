/**
 * Which ground belongs to which former commune.
 *
 * Nobody publishes commune outlines openly, but every commune has a known label point, and so have the
 * communes across the provincial boundary. Ground is given to the nearest point (a Voronoi diagram in the
 * equal-area plane), up to the coast and to the border with Laos. Islands go whole to the nearest point.
 * A scrap that the coast or the border cuts off from its cell goes to the neighbour it shares most edge
 * with. The result is derived, not surveyed: about 1 km off.
 */
import { Delaunay } from 'd3-delaunay'
import type { Position } from 'geojson'
import { fromPlane, toPlane, type PlanePoint } from '../../server/analysis/laea.ts'
import { isInsideRing, keyOf, outside, ringsOf, turnOf, type Cell, type Edge } from './topology.ts'

/** A point and the cell its ground goes to: `outside` for a commune of a neighbouring province. */
export interface Site {
  position: Position
  cell: Cell
}

export interface Ground {
  /** Rings of the mainland, counterclockwise. */
  mainland: Position[][]
  /** Outer rings of islands, counterclockwise. */
  islands: Position[][]
  /** From the north-west to the south-east, the province on its left. */
  border: Position[]
}

export const meshDecimals = 6

/** How far beyond the outermost site coast and border are looked at, metres. */
const marginMeters = 60_000
/** Laos is closed this far west and south of the ends of its border, degrees. */
const farDegrees = 10
/** How far beyond our outermost site the circle of nobody's sites lies, metres. */
const frameMeters = 60_000
/** An island further than this from every site belongs to nobody here, metres. */
const islandReachMeters = 40_000

export function buildMesh(sites: readonly Site[], ground: Ground): Edge[] {
  const diagram = new Diagram(sites)
  const coasts = ground.mainland.flatMap(withoutFrame)
  const shores = [
    ...coasts.flatMap((line) => shoreSegments(line, 'coast', diagram)),
    ...shoreSegments(ground.border, 'border', diagram),
  ]
  const { walls, shorePieces } = cutAtShores(diagram.walls(), shores)
  const isOurGround = ourGround(ground)

  const edges: Edge[] = []
  for (const wall of walls) {
    const middle = fromPlane(between(wall.from, wall.to, 0.5))
    if (isOurGround(middle)) pushEdge(edges, 'wall', wall, wall.left, wall.right)
  }
  for (const piece of shorePieces) {
    pushEdge(edges, piece.kind, piece, diagram.cellAt(between(piece.from, piece.to, 0.5)), outside)
  }
  const mainland = giveAwayScraps(edges, sites)
  return [...mainland, ...islandEdges(ground.islands, diagram)]
}

interface Segment {
  from: PlanePoint
  to: PlanePoint
}
type Wall = Segment & { left: Cell; right: Cell }
type Shore = Segment & { kind: 'coast' | 'border' }

class Diagram {
  readonly #sites: readonly Site[]
  /** Of the sites, and after them nobody's. */
  readonly #points: PlanePoint[]
  readonly #delaunay: Delaunay<PlanePoint>
  readonly box: readonly [number, number, number, number]

  constructor(sites: readonly Site[]) {
    this.#sites = sites
    const points = sites.map(({ position }) => toPlane(position))
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    this.box = [
      Math.min(...xs) - marginMeters,
      Math.min(...ys) - marginMeters,
      Math.max(...xs) + marginMeters,
      Math.max(...ys) + marginMeters,
    ]
    // Nobody's sites in a wide circle, so that the walls towards Laos and the sea end somewhere.
    const ours = points.filter((_, i) => sites[i]?.cell !== outside)
    const middle = [mean(ours.map(([x]) => x)), mean(ours.map(([, y]) => y))] as const
    const radius = Math.max(...ours.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1]))) + frameMeters
    const frame = Array.from({ length: 60 }, (_, i): PlanePoint => {
      const angle = (i * Math.PI) / 30
      return [middle[0] + radius * Math.cos(angle), middle[1] + radius * Math.sin(angle)]
    })
    this.#points = [...points, ...frame]
    this.#delaunay = Delaunay.from(this.#points)
  }

  cellAt([x, y]: PlanePoint): Cell {
    return this.#sites[this.#delaunay.find(x, y)]?.cell ?? outside
  }

  distanceToSite([x, y]: PlanePoint): number {
    const site = this.#points[this.#delaunay.find(x, y)]
    return site ? Math.hypot(site[0] - x, site[1] - y) : Number.POSITIVE_INFINITY
  }

  /** Every wall between two different cells, once. */
  walls(): Wall[] {
    const { halfedges, triangles } = this.#delaunay
    const { circumcenters } = this.#delaunay.voronoi([-1e6, -1e6, 1e6, 1e6])
    const centre = (halfedge: number): PlanePoint => {
      const triangle = Math.floor(halfedge / 3)
      return [Number(circumcenters[2 * triangle]), Number(circumcenters[2 * triangle + 1])]
    }
    const walls: Wall[] = []
    for (let halfedge = 0; halfedge < halfedges.length; halfedge++) {
      const opposite = Number(halfedges[halfedge])
      if (opposite < halfedge) continue
      const a = Number(triangles[halfedge])
      const b = Number(triangles[opposite])
      const cellA = this.#sites[a]?.cell ?? outside
      const cellB = this.#sites[b]?.cell ?? outside
      if (cellA === cellB) continue
      const [from, to] = [centre(halfedge), centre(opposite)]
      const [x, y] = this.#points[a] ?? [0, 0]
      const aIsLeft = (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]) > 0
      walls.push(aIsLeft ? { from, to, left: cellA, right: cellB } : { from, to, left: cellB, right: cellA })
    }
    return walls
  }
}

function shoreSegments(line: readonly Position[], kind: Shore['kind'], diagram: Diagram): Shore[] {
  const [west, south, east, north] = diagram.box
  const points = line.map(toPlane)
  const segments: Shore[] = []
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]]
    if (!from || !to) continue
    const isBeside = Math.max(from[0], to[0]) < west || Math.min(from[0], to[0]) > east
    const isAbove = Math.max(from[1], to[1]) < south || Math.min(from[1], to[1]) > north
    if (!isBeside && !isAbove) segments.push({ from, to, kind })
  }
  return segments
}

/** Walls and shores, both cut where they cross: at the very same rounded position. */
function cutAtShores(walls: readonly Wall[], shores: readonly Shore[]): { walls: Wall[]; shorePieces: Shore[] } {
  const shoreCuts = shores.map((): Cut[] => [])
  const index = indexSegments(shores)
  const cutWalls = walls.flatMap((wall) => {
    const wallCuts: Cut[] = []
    for (const i of index(wall)) {
      const shore = shores[i]
      const crossing = shore && crossingOf(wall, shore)
      if (!crossing) continue
      const at = between(wall.from, wall.to, crossing.alongFirst)
      wallCuts.push({ along: crossing.alongFirst, at })
      shoreCuts[i]?.push({ along: crossing.alongSecond, at })
    }
    return cut(wall, wallCuts).map((piece) => ({ ...wall, ...piece }))
  })
  return {
    walls: cutWalls,
    shorePieces: shores.flatMap((shore, i) => cut(shore, shoreCuts[i] ?? []).map((piece) => ({ ...shore, ...piece }))),
  }
}

/** The point itself is kept, so that wall and shore are cut at the same one to the last bit. */
interface Cut {
  along: number
  at: PlanePoint
}

function cut(segment: Segment, cuts: readonly Cut[]): Segment[] {
  const stops = [segment.from, ...[...cuts].sort((a, b) => a.along - b.along).map(({ at }) => at), segment.to]
  return stops.slice(1).map((to, i) => ({ from: stops[i] ?? to, to }))
}

function crossingOf(a: Segment, b: Segment): { alongFirst: number; alongSecond: number } | null {
  const [ax, ay] = [a.to[0] - a.from[0], a.to[1] - a.from[1]]
  const [bx, by] = [b.to[0] - b.from[0], b.to[1] - b.from[1]]
  const cross = ax * by - ay * bx
  if (cross === 0) return null
  const [dx, dy] = [b.from[0] - a.from[0], b.from[1] - a.from[1]]
  const alongFirst = (dx * by - dy * bx) / cross
  const alongSecond = (dx * ay - dy * ax) / cross
  return alongFirst > 0 && alongFirst < 1 && alongSecond >= 0 && alongSecond < 1 ? { alongFirst, alongSecond } : null
}

const gridMeters = 5000

/** Which segments may meet a given one: those in the same squares of a grid. */
function indexSegments(segments: readonly Segment[]): (wanted: Segment) => number[] {
  const squares = new Map<string, number[]>()
  segments.forEach((segment, i) => {
    for (const key of squaresOf(segment)) {
      const inSquare = squares.get(key)
      if (inSquare) inSquare.push(i)
      else squares.set(key, [i])
    }
  })
  return (wanted) => [...new Set(squaresOf(wanted).flatMap((key) => squares.get(key) ?? []))].sort((a, b) => a - b)
}

function squaresOf({ from, to }: Segment): string[] {
  const keys: string[] = []
  const range = (a: number, b: number) =>
    [Math.floor(Math.min(a, b) / gridMeters), Math.floor(Math.max(a, b) / gridMeters)] as const
  const [x0, x1] = range(from[0], to[0])
  const [y0, y1] = range(from[1], to[1])
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) keys.push(`${x},${y}`)
  return keys
}

function ourGround({ mainland, border }: Ground): (position: Position) => boolean {
  const [north = [], south = []] = [border[0], border.at(-1)]
  const [west, bottom] = [Number(north[0]) - farDegrees, Number(south[1]) - farDegrees]
  const laos = [...border, [Number(south[0]), bottom], [west, bottom], [west, Number(north[1])], north]
  return (position) => mainland.some((ring) => isInsideRing(position, ring)) && !isInsideRing(position, laos)
}

/** The coast of a ring that was closed along the frame of the basemap. */
function withoutFrame(ring: readonly Position[]): Position[][] {
  const longitudes = ring.map(([longitude]) => Number(longitude))
  const latitudes = ring.map(([, latitude]) => Number(latitude))
  const frame = [
    [Math.min(...longitudes), Math.max(...longitudes)],
    [Math.min(...latitudes), Math.max(...latitudes)],
  ] as const
  const lines: Position[][] = []
  let line: Position[] = []
  for (const [i, position] of ring.entries()) {
    const before = ring[i - 1]
    const onFrame = [0, 1].some(
      (axis) => before?.[axis] === position[axis] && frame[axis]?.includes(Number(position[axis])),
    )
    if (onFrame) {
      lines.push(line)
      line = []
    }
    line.push(position)
  }
  return [...lines, line].filter(({ length }) => length > 1)
}

function pushEdge(edges: Edge[], kind: Edge['kind'], { from, to }: Segment, left: Cell, right: Cell): void {
  if (left === right) return
  const line = [from, to].map(rounded)
  if (keyOf(line[0] ?? []) !== keyOf(line[1] ?? [])) edges.push({ line, left, right, kind })
}

function rounded(point: PlanePoint): Position {
  return fromPlane(point).map((degrees) => Number(degrees.toFixed(meshDecimals)))
}

function islandEdges(islands: readonly Position[][], diagram: Diagram): Edge[] {
  return islands.flatMap((ring) => {
    const points = ring.map(toPlane)
    const nearest = points.reduce((best, point) =>
      diagram.distanceToSite(point) < diagram.distanceToSite(best) ? point : best,
    )
    const cell = diagram.distanceToSite(nearest) < islandReachMeters ? diagram.cellAt(nearest) : outside
    const edges: Edge[] = []
    for (let i = 1; i < points.length; i++) {
      const [from, to] = [points[i - 1], points[i]]
      if (from && to) pushEdge(edges, 'island', { from, to }, cell, outside)
    }
    return edges
  })
}

/** Gives every piece of a cell but the one with a site of its, or else its largest, to a neighbour. */
function giveAwayScraps(edges: readonly Edge[], sites: readonly Site[]): Edge[] {
  const mended = edges.map((edge) => ({ ...edge }))
  const cells = [...new Set(sites.map(({ cell }) => cell))].filter((cell) => cell !== outside).sort((a, b) => a - b)
  for (const cell of cells) {
    const own = mended.filter(({ left, right }) => left === cell || right === cell)
    const rings = ringsOf(own, (other) => other === cell).filter((ring) => turnOf(ring) > 0)
    if (rings.length < 2) continue
    const places = sites.filter((site) => site.cell === cell)
    const main =
      rings.find((ring) => places.some(({ position }) => isInsideRing(position, ring))) ??
      rings.reduce((best, ring) => (turnOf(ring) > turnOf(best) ? ring : best))
    for (const scrap of rings) if (scrap !== main) giveAway(mended, scrap, cell)
  }
  return mended.filter(({ left, right }) => left !== right)
}

function giveAway(edges: Edge[], scrap: readonly Position[], cell: Cell): void {
  const sides = new Set(scrap.slice(1).map((position, i) => `${keyOf(scrap[i] ?? [])} ${keyOf(position)}`))
  const around = edges.filter(({ line: [from = [], to = []], left, right }) => {
    if (left === cell) return sides.has(`${keyOf(from)} ${keyOf(to)}`)
    return right === cell && sides.has(`${keyOf(to)} ${keyOf(from)}`)
  })
  const shared = new Map<Cell, number>()
  for (const { line, left, right } of around) {
    const neighbour = left === cell ? right : left
    const [from, to] = line.map(toPlane)
    if (neighbour === outside || !from || !to) continue
    shared.set(neighbour, (shared.get(neighbour) ?? 0) + Math.hypot(to[0] - from[0], to[1] - from[1]))
  }
  const [heir = outside] = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? []
  for (const edge of around) {
    if (edge.left === cell) edge.left = heir
    else edge.right = heir
  }
}

function between(from: PlanePoint, to: PlanePoint, share: number): PlanePoint {
  if (share === 0) return from
  if (share === 1) return to
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
