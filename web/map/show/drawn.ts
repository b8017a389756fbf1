import type { Presentation } from '../../layers/presentation.ts'

/** How a scene is drawn: as large as its screen needs it, and whether it moves. */
export interface Drawn extends Pick<Presentation, 'scale'> {
  /** The reader wants no motion. */
  isStill: boolean
}
