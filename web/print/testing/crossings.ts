import type { Shape } from '../../pdf/testing/read-pdf.ts'
import { gridColor } from '../draw-sheet.ts'

/** Where the grid's lines of one direction cross a height or a breadth of the page, in order. */
export function crossings(shapes: readonly Shape[], across: 'x' | 'y', at: number): number[] {
  const [along, other] = across === 'x' ? ([0, 1] as const) : ([1, 0] as const)
  return shapes
    .filter(({ color, filled }) => color === gridColor && !filled)
    .flatMap(({ rings }) => rings)
    .flatMap((ring) =>
      ring.slice(1).flatMap((to, index) => {
        const from = ring[index] ?? to
        const isSteep = Math.abs(to[other] - from[other]) > Math.abs(to[along] - from[along])
        const share = (at - from[other]) / (to[other] - from[other])
        return isSteep && share >= 0 && share < 1 ? [from[along] + share * (to[along] - from[along])] : []
      }),
    )
    .toSorted((one, another) => one - another)
}
