import type { Layer } from '@deck.gl/core'

/**
 * What a panel or a scene has deck.gl draw: a function that builds layers when they are wanted, usually by fetching
 * its module first, so that deck.gl stays out of every panel: `() => import('../map/deck/hexagons.ts').then(…)`.
 */
export type DeckDrawing = () => Promise<Layer[] | Animation>

/** Layers that draw themselves: the overlay plays it once, when they have got their place, and then leaves the end. */
export interface Animation {
  milliseconds: number
  /** The layers at a moment, from 0 (nothing yet) to 1 (all of it). */
  at: (progress: number) => Layer[]
}
