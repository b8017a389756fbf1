/**
 * Do lines lie where a forgotten change of datum would have put them?
 *
 * VN-2000 numbers taken for WGS 84 put everything some 224 m to the north-west of its place, a change made
 * twice as far to the south-east. Lines that run along one we know well (the border with Laos: median 27 m off)
 * show it: where moving them by that very step brings them from about 224 m to within the line's own error,
 * they are most likely off. Lines that run along nothing we know tell nothing, and the answer is null.
 */
import type { Position } from 'geojson'
import { toPlane, type PlanePoint } from './laea.ts'
import { fromVn2000 } from './vn2000.ts'

export interface DatumShift {
  /** How far the lines would have to be moved, and how far they now lie off, by the median, in metres. */
  stepMeters: number
  medianMeters: number
  /** The median once moved. */
  movedMedianMeters: number
  /** How much of the lines runs along the known one, in kilometres. */
  alongKilometers: number
}

const sampleEveryMeters = 200
const mostSamples = 6000
const nearMeters = 450
/** Less than ten kilometres beside a line may be chance. */
const leastSamples = 50

/** @param known lines of which nine tenths lie within some 80 m of their true place */
export function findDatumShift(lines: readonly Position[][], known: readonly Position[][]): DatumShift | null {
  const reference = indexSegments(known.map((line) => line.map(toPlane)))
  const samples = sampleLines(lines.map((line) => line.map(toPlane)))
  const beside = samples.filter((point) => distanceTo(reference, point) < nearMeters)
  const along = beside.length >= leastSamples ? beside : []
  const [middle] = along
  if (!middle) return null
  const step = stepOfDatum()
  const medianAfter = (sign: number) =>
    median(along.map(([x, y]) => distanceTo(reference, [x + sign * step[0], y + sign * step[1]])))
  const medianMeters = medianAfter(0)
  const movedMedianMeters = Math.min(medianAfter(1), medianAfter(-1))
  const isShifted = medianMeters > 110 && movedMedianMeters < 70 && movedMedianMeters < medianMeters / 2
  if (!isShifted) return null
  return {
    stepMeters: Math.hypot(...step),
    medianMeters,
    movedMedianMeters,
    alongKilometers: (along.length * sampleEveryMeters) / 1000,
  }
}

/** The step between a position and the one that has its numbers on VN-2000, in the middle of the province. */
function stepOfDatum(): PlanePoint {
  const place = [105.3, 20]
  const [x, y] = toPlane(place)
  const [movedX, movedY] = toPlane(fromVn2000('EPSG:4756', place))
  return [movedX - x, movedY - y]
}

function sampleLines(lines: readonly PlanePoint[][]): PlanePoint[] {
  const points: PlanePoint[] = []
  for (const line of lines) {
    let left = 0
    for (let i = 1; i < line.length && points.length < mostSamples; i++) {
      const [a, b] = [line[i - 1], line[i]]
      if (!a || !b) continue
      const length = Math.hypot(b[0] - a[0], b[1] - a[1])
      for (; left < length && points.length < mostSamples; left += sampleEveryMeters) {
        const share = left / length
        points.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share])
      }
      left -= length
    }
  }
  return points
}

type Segment = readonly [PlanePoint, PlanePoint]
type SegmentIndex = ReadonlyMap<string, Segment[]>
const cellMeters = 1000

function indexSegments(lines: readonly PlanePoint[][]): SegmentIndex {
  const index = new Map<string, Segment[]>()
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]]
      if (!a || !b) continue
      const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])].map(toCell)
      const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])].map(toCell)
      for (let x = Number(west); x <= Number(east); x++)
        for (let y = Number(south); y <= Number(north); y++) {
          const cell = index.get(`${x},${y}`)
          if (cell) cell.push([a, b])
          else index.set(`${x},${y}`, [[a, b]])
        }
    }
  return index
}

/** To the nearest segment in the cells around; as far as a cell is wide when there is none. */
function distanceTo(index: SegmentIndex, [x, y]: PlanePoint): number {
  let least = cellMeters
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++)
      for (const [a, b] of index.get(`${toCell(x) + dx},${toCell(y) + dy}`) ?? [])
        least = Math.min(least, distanceToSegment(x, y, a, b))
  return least
}

function distanceToSegment(x: number, y: number, [ax, ay]: PlanePoint, [bx, by]: PlanePoint): number {
  const [dx, dy] = [bx - ax, by - ay]
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}

function toCell(meters: number): number {
  return Math.floor(meters / cellMeters)
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
