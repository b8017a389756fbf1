/**
 * How the ground rises and falls between the samples of a coarse grey picture of heights.
 *
 * A cubic B-spline over the samples has a slope that changes smoothly everywhere, which keeps an enlarged
 * picture of it free of steps; before it the steps between the blocks of the JPEG are evened out and the
 * rest is blurred a little. A sample stands for the middle of its pixel: so placed, the picture's sea and
 * GSHHG's agree best.
 */
import sharp from 'sharp'
import type { Box } from './window.ts'

const tile = { west: 90, north: 22.5, degrees: 22.5, pixels: 675 }

type GreySample = readonly [grey: number, meters: number]

/** Grey of the picture → metres, fitted to ETOPO5. */
const metersOfGrey: readonly [GreySample, ...GreySample[]] = [
  [66, -586],
  [78, -60],
  [90, -18],
  [96, -3],
  [99, 3],
  [102, 20],
  [108, 40],
  [114, 61],
  [120, 106],
  [126, 152],
  [132, 213],
  [138, 305],
  [144, 412],
  [150, 515],
  [156, 620],
  [162, 740],
  [168, 857],
  [174, 962],
  [180, 1187],
  [186, 1526],
  [192, 1912],
  [198, 2355],
  [204, 2876],
]

/** A JPEG is packed in blocks of so many pixels, … */
const blockPixels = 8
/** … and a step between two blocks is taken for packing up to about this much grey, for ground beyond. */
const stepGrey = 24

/** Sigma of the blur in grid cells: the least that calms what noise is left. */
const blurCells = 0.3

export interface HeightGrid {
  /** Compressed metres, row by row from the north; sea counts as 0. */
  meters: Float64Array
  columns: number
  rows: number
  firstColumn: number
  firstRow: number
}

export async function readHeights(path: string, [west, south, east, north]: Box): Promise<HeightGrid> {
  const margin = 6
  const cell = tile.degrees / tile.pixels
  const firstColumn = Math.floor((west - tile.west) / cell) - margin
  const firstRow = Math.floor((tile.north - north) / cell) - margin
  const columns = Math.ceil((east - west) / cell) + 2 * margin
  const rows = Math.ceil((north - south) / cell) + 2 * margin
  const { data, info } = await sharp(path).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  const grey = withoutBlocks(
    Float64Array.from({ length: info.width * info.height }, (_, i) => data[i * info.channels] ?? 0),
    info.width,
    info.height,
  )
  const meters = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      // Beyond the picture its edge goes on.
      const x = Math.min(info.width - 1, Math.max(0, firstColumn + column))
      const y = Math.min(info.height - 1, Math.max(0, firstRow + row))
      meters[row * columns + column] = compressed(Math.max(0, toMeters(grey[y * info.width + x] ?? 0)))
    }
  }
  return { meters: blurred(meters, columns, rows), columns, rows, firstColumn, firstRow }
}

/**
 * The picture with the steps between its JPEG blocks evened out: what a step has beyond the slope on both
 * sides of it is spread over half a block each way. A great step is more likely a valley's side, and stays.
 */
function withoutBlocks(grey: Float64Array, width: number, height: number): Float64Array {
  const smooth = (from: Float64Array, along: number, length: number, across: number, lines: number) => {
    const to = Float64Array.from(from)
    for (let line = 0; line < lines; line++) {
      const value = (i: number) => from[line * across + i * along] ?? 0
      for (let edge = blockPixels; edge + blockPixels / 2 <= length; edge += blockPixels) {
        const slope = (value(edge - 1) - value(edge - 2) + value(edge + 1) - value(edge)) / 2
        const excess = value(edge) - value(edge - 1) - slope
        const step = excess * Math.max(0, 1 - Math.abs(excess) / stepGrey)
        for (let i = 0; i < blockPixels / 2; i++) {
          const share = (step / 2) * (1 - (2 * i + 1) / blockPixels)
          const before = line * across + (edge - 1 - i) * along
          const after = line * across + (edge + i) * along
          to[before] = (to[before] ?? 0) + share
          to[after] = (to[after] ?? 0) - share
        }
      }
    }
    return to
  }
  return smooth(smooth(grey, 1, width, width, height), width, height, 1, width)
}

/**
 * Low hills keep their height and high ranges lose some, so that both can be seen in one picture. It
 * also evens out the noise, since one step of grey is 6 m in the plain and 70 m on the ridges.
 */
function compressed(meters: number): number {
  return 800 * Math.log1p(meters / 800)
}

function toMeters(grey: number): number {
  let [greyBelow, metersBelow] = metersOfGrey[0]
  for (const [greyAbove, metersAbove] of metersOfGrey) {
    if (grey <= greyAbove && greyAbove > greyBelow) {
      const share = Math.max(0, (grey - greyBelow) / (greyAbove - greyBelow))
      return metersBelow + share * (metersAbove - metersBelow)
    }
    greyBelow = greyAbove
    metersBelow = metersAbove
  }
  return metersBelow
}

function blurred(values: Float64Array, columns: number, rows: number): Float64Array {
  const reach = Math.ceil(3 * blurCells)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * blurCells ** 2)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const along = (from: Float64Array, stepX: number, stepY: number) => {
    const to = new Float64Array(from.length)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let sum = 0
        weights.forEach((weight, i) => {
          const x = Math.min(columns - 1, Math.max(0, column + stepX * (i - reach)))
          const y = Math.min(rows - 1, Math.max(0, row + stepY * (i - reach)))
          sum += weight * (from[y * columns + x] ?? 0)
        })
        to[row * columns + column] = sum / total
      }
    }
    return to
  }
  return along(along(values, 1, 0), 0, 1)
}

/** Compressed height and slope (metres up a metre east, a metre north) of the B-spline surface. */
export function surfaceAt(grid: HeightGrid, lng: number, lat: number) {
  const cell = tile.degrees / tile.pixels
  const x = (lng - tile.west) / cell - 0.5 - grid.firstColumn
  const y = (tile.north - lat) / cell - 0.5 - grid.firstRow
  const column = Math.floor(x)
  const row = Math.floor(y)
  const acrossColumns = splineWeights(x - column)
  const acrossRows = splineWeights(y - row)
  let height = 0
  let perColumn = 0
  let perRow = 0
  acrossRows.forEach(([weightY, slopeY], j) => {
    acrossColumns.forEach(([weightX, slopeX], i) => {
      const value = grid.meters[(row + j - 1) * grid.columns + column + i - 1] ?? 0
      height += weightX * weightY * value
      perColumn += slopeX * weightY * value
      perRow += weightX * slopeY * value
    })
  })
  const metersPerCell = cell * 111_195
  return {
    height,
    east: perColumn / (metersPerCell * Math.cos((lat * Math.PI) / 180)),
    north: -perRow / metersPerCell,
  }
}

/** The four weights of a uniform cubic B-spline at t in 0..1, each with its derivative. */
function splineWeights(t: number): [weight: number, slope: number][] {
  const s = 1 - t
  return [
    [s ** 3 / 6, -(s ** 2) / 2],
    [(3 * t ** 3 - 6 * t ** 2 + 4) / 6, (3 * t ** 2 - 4 * t) / 2],
    [(3 * s ** 3 - 6 * s ** 2 + 4) / 6, (4 * s - 3 * s ** 2) / 2],
    [t ** 3 / 6, t ** 2 / 2],
  ]
}
