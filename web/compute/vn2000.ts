import { fromVn2000, toVn2000 } from '../../server/analysis/vn2000.ts'
import type { ToWgs84 } from '../search/coordinates.ts'
import type { ToGrid } from '../search/describe-place.ts'

/** VN-2000 grid readings as WGS 84 positions: the server's own formula, run in the browser. */
export const toWgs84: ToWgs84 = (system, east, north) => fromVn2000(system, [east, north])

/** And back: what a WGS 84 position reads on the grid. */
export const toGrid: ToGrid = (system, position) => toVn2000(system, [...position])

/** The grid the province's surveyors use, as `[east, north]` in metres, and back. */
export const provinceGrid = {
  system: 'EPSG:5897',
  toGrid: (position: readonly [number, number]): [east: number, north: number] => toVn2000('EPSG:5897', [...position]),
  toPosition: (east: number, north: number): [longitude: number, latitude: number] =>
    fromVn2000('EPSG:5897', [east, north]),
} as const
