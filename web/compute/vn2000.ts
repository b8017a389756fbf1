import { fromVn2000 } from '../../server/analysis/vn2000.ts'
import type { ToWgs84 } from '../search/coordinates.ts'

/** VN-2000 grid readings as WGS 84 positions: the server's own formula, run in the browser. */
export const toWgs84: ToWgs84 = (system, east, north) => fromVn2000(system, [east, north])
