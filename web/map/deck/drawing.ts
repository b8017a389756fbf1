import type { Layer } from '@deck.gl/core'

/**
 * What a panel or a scene has deck.gl draw: a function that builds layers when they are wanted, usually by fetching
 * its module first, so that deck.gl stays out of every panel: `() => import('../map/deck/hexagons.ts').then(…)`.
 */
export type DeckDrawing = () => Promise<Layer[]>
