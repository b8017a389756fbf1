/**
 * How pieces of a line become one line again, with as few vertices and digits as its truth deserves.
 */
import { at, endOf, isClosed, segmentsOf, startOf, withoutRepeats } from './points.ts'
import type { Line, LngLat } from './points.ts'

const metersPerDegree = 111_195

/** Joins pieces whose end is another's beginning; directions are kept. */
export function joinHeadToTail(pieces: readonly Line[], decimals = 7): Line[] {
  const beginnings = new Map<string, Line>()
  for (const piece of pieces) beginnings.set(key(startOf(piece), decimals), piece)
  const ends = new Set(pieces.map((piece) => key(endOf(piece), decimals)))
  const used = new Set<Line>()
  const joined: Line[] = []
  const follow = (start: Line) => {
    const line: Line = []
    let next: Line | undefined = start
    while (next && !used.has(next)) {
      used.add(next)
      line.push(...(line.length > 0 ? next.slice(1) : next))
      next = beginnings.get(key(endOf(line), decimals))
    }
    const begins = startOf(line)
    if (key(begins, decimals) === key(endOf(line), decimals)) line[line.length - 1] = begins
    joined.push(line)
  }
  for (const piece of pieces) if (!ends.has(key(startOf(piece), decimals))) follow(piece)
  for (const piece of pieces) if (!used.has(piece)) follow(piece)
  return joined
}

/** Joins lines at places where exactly two of them meet, turning lines round where needed. */
export function joinAtPlainNodes(lines: readonly Line[], decimals = 4): Line[] {
  let joined = [...lines]
  for (;;) {
    const atNode = new Map<string, Line[]>()
    for (const line of joined) {
      for (const end of [startOf(line), endOf(line)]) {
        const node = key(end, decimals)
        atNode.set(node, [...(atNode.get(node) ?? []), line])
      }
    }
    const meeting = [...atNode].find(([, [a, b, third]]) => a && b && a !== b && !third)
    if (!meeting) return joined
    const [node, [a = [], b = []]] = meeting
    const first = key(startOf(a), decimals) === node ? a.toReversed() : a
    const second = key(startOf(b), decimals) === node ? b : b.toReversed()
    joined = [...joined.filter((line) => line !== a && line !== b), [...first, ...second.slice(1)]]
  }
}

/** Douglas–Peucker: drops vertices that lie within the tolerance of the line without them. */
export function simplifyLine(line: readonly LngLat[], toleranceMeters: number): Line {
  const kept = new Uint8Array(line.length)
  kept[0] = kept[line.length - 1] = 1
  const stack: [number, number][] = []
  if (isClosed(line)) {
    const far = farthest(line, 0, line.length - 1).index
    kept[far] = 1
    stack.push([0, far], [far, line.length - 1])
  } else {
    stack.push([0, line.length - 1])
  }
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span
    if (to - from < 2) continue
    const { index, meters } = farthest(line, from, to)
    if (meters <= toleranceMeters) continue
    kept[index] = 1
    stack.push([from, index], [index, to])
  }
  return line.filter((_, i) => kept[i] === 1)
}

export function roundLine(line: readonly LngLat[], decimals: number): Line {
  const scale = 10 ** decimals
  return withoutRepeats(line.map(([lng, lat]) => [Math.round(lng * scale) / scale, Math.round(lat * scale) / scale]))
}

export function shiftLine(line: readonly LngLat[], degreesEast: number, degreesNorth: number): Line {
  return line.map(([lng, lat]) => [lng + degreesEast, lat + degreesNorth])
}

/** Twice the signed area in square degrees: positive where the ring runs counterclockwise. */
export function turnOf(ring: readonly LngLat[]): number {
  let sum = 0
  for (const [a, b] of segmentsOf(ring)) sum += a[0] * b[1] - b[0] * a[1]
  return sum
}

/** On a local plane: enough to tell a large island from a small one. */
export function squareKilometers(ring: readonly LngLat[]): number {
  const middle = startOf(ring)[1]
  return (Math.abs(turnOf(ring)) / 2) * Math.cos((middle * Math.PI) / 180) * (metersPerDegree / 1000) ** 2
}

/** The ring the way RFC 7946 wants an outer ring. */
export function counterclockwise(ring: readonly LngLat[]): Line {
  return turnOf(ring) < 0 ? ring.toReversed() : [...ring]
}

/** Distance on a local plane; true to 0.1 % within the window. */
export function metersFromLine(position: LngLat, line: readonly LngLat[]): number {
  let best = Infinity
  for (const [a, b] of segmentsOf(line)) best = Math.min(best, metersFromSegment(position, a, b))
  return best
}

function farthest(line: readonly LngLat[], from: number, to: number) {
  let index = from
  let meters = -1
  for (let i = from + 1; i < to; i++) {
    const distance = metersFromSegment(at(line, i), at(line, from), at(line, to))
    if (distance > meters) {
      meters = distance
      index = i
    }
  }
  return { index, meters }
}

function metersFromSegment(p: LngLat, a: LngLat, b: LngLat): number {
  const eastScale = metersPerDegree * Math.cos((p[1] * Math.PI) / 180)
  const ax = (a[0] - p[0]) * eastScale
  const ay = (a[1] - p[1]) * metersPerDegree
  const dx = (b[0] - a[0]) * eastScale
  const dy = (b[1] - a[1]) * metersPerDegree
  const length2 = dx * dx + dy * dy
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2))
  return Math.hypot(ax + dx * share, ay + dy * share)
}

function key([lng, lat]: LngLat, decimals: number): string {
  return `${lng.toFixed(decimals)},${lat.toFixed(decimals)}`
}
