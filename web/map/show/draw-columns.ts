import { readColumns } from '../deck/column-sizes.ts'
import { columnsLayer } from '../deck/columns.ts'
import type { Animation } from '../deck/drawing.ts'
import type { Drawn } from './drawn.ts'
import { staggered } from './staggered.ts'

/** The columns of the parks, growing out of the ground, the tallest first. */
export async function drawColumns({ isStill }: Drawn): Promise<Animation> {
  const columns = await readColumns()
  return {
    milliseconds: isStill ? 0 : 1100,
    at: (progress) => [columnsLayer(columns, (index) => staggered(progress, index, columns.length, 0.5))],
  }
}
