import type { PaperMap, PaperPoint } from './paper-map.ts'

/**
 * The lines of a projected grid on a printed map, drawn where they are: as curves through points that the grid's
 * own formula gives, not as a ruler's lines.
 */
export interface GridSystem {
  toGrid: (position: readonly [number, number]) => readonly [east: number, north: number]
  toPosition: (east: number, north: number) => readonly [longitude: number, latitude: number]
}

export interface GridLine {
  axis: 'east' | 'north'
  /** Metres. */
  value: number
  /** Millimetres in the map frame; a line may leave the frame and come back. */
  parts: PaperPoint[][]
}

const intervals = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000] as const

/** The smallest round interval whose lines stand at least so far apart on the paper. */
export function gridInterval(scale: number, leastMm: number): number {
  return intervals.find((meters) => (meters / scale) * 1000 >= leastMm) ?? 500_000
}

export function gridLines(map: PaperMap, grid: GridSystem, interval: number): GridLine[] {
  const edge = frameEdge(map, 12).map((point) => grid.toGrid(map.toPosition(point)))
  const range = (axis: 0 | 1) => {
    const values = edge.map((point) => point[axis])
    return { least: Math.min(...values), most: Math.max(...values) }
  }
  const easts = range(0)
  const norths = range(1)
  const line = (axis: GridLine['axis'], value: number): GridLine => {
    const along = axis === 'east' ? norths : easts
    const steps = 48
    const points = Array.from({ length: steps + 1 }, (_, step): PaperPoint => {
      const at = along.least + ((along.most - along.least) * step) / steps
      return map.toPaper(axis === 'east' ? grid.toPosition(value, at) : grid.toPosition(at, value))
    })
    return { axis, value, parts: clipLine(points, map.widthMm, map.heightMm) }
  }
  return [
    ...multiples(easts, interval).map((value) => line('east', value)),
    ...multiples(norths, interval).map((value) => line('north', value)),
  ].filter(({ parts }) => parts.length > 0)
}

/** By how many degrees the grid's north lies clockwise of true north in the middle of the frame. */
export function gridConvergence(map: PaperMap, grid: GridSystem): number {
  const [east, north] = grid.toGrid(map.center)
  const [x1, y1] = map.toPaper(grid.toPosition(east, north - 500))
  const [x2, y2] = map.toPaper(grid.toPosition(east, north + 500))
  return (Math.atan2(x2 - x1, y1 - y2) * 180) / Math.PI
}

function multiples({ least, most }: { least: number; most: number }, interval: number): number[] {
  const values: number[] = []
  for (let value = Math.ceil(least / interval) * interval; value <= most; value += interval) values.push(value)
  return values
}

function frameEdge({ widthMm, heightMm }: PaperMap, steps: number): PaperPoint[] {
  return Array.from({ length: steps + 1 }, (_, step) => step / steps).flatMap((share): PaperPoint[] => [
    [share * widthMm, 0],
    [share * widthMm, heightMm],
    [0, share * heightMm],
    [widthMm, share * heightMm],
  ])
}

/** The parts of a line inside the frame, segment by segment (Liang and Barsky). */
function clipLine(points: readonly PaperPoint[], width: number, height: number): PaperPoint[][] {
  const parts: PaperPoint[][] = []
  for (let index = 1; index < points.length; index++) {
    const [from, to] = [points[index - 1], points[index]]
    const piece = from && to ? clipSegment(from, to, width, height) : null
    if (!piece) continue
    const last = parts.at(-1)
    const end = last?.at(-1)
    if (last && end && Math.hypot(end[0] - piece[0][0], end[1] - piece[0][1]) < 1e-9) last.push(piece[1])
    else parts.push([...piece])
  }
  return parts
}

function clipSegment(
  [x, y]: PaperPoint,
  [toX, toY]: PaperPoint,
  width: number,
  height: number,
): [PaperPoint, PaperPoint] | null {
  const [dx, dy] = [toX - x, toY - y]
  let [enter, leave] = [0, 1]
  const sides = [
    [-dx, x],
    [dx, width - x],
    [-dy, y],
    [dy, height - y],
  ] as const
  for (const [direction, room] of sides) {
    if (direction === 0) {
      if (room < 0) return null
      continue
    }
    const at = room / direction
    if (direction < 0) enter = Math.max(enter, at)
    else leave = Math.min(leave, at)
  }
  if (enter >= leave) return null
  return [
    [x + enter * dx, y + enter * dy],
    [x + leave * dx, y + leave * dy],
  ]
}
