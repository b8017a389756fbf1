import { fromVn2000, toVn2000 } from '../../server/analysis/vn2000.ts'
import type { ToWgs84 } from '../search/coordinates.ts'
import type { ToGrid } from '../search/describe-place.ts'

/** VN-2000 grid readings as WGS 84 positions: the server's own formula, run in the browser. */
export const toWgs84: ToWgs84 = (system, east, north) => fromVn2000(system, [east, north])

/** And back: what a WGS 84 position reads on the grid. */
export const toGrid: ToGrid = (system, position) => toVn2000(system, [...position])
