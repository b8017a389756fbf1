import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { CollectionId } from '../../../server/domain/collections.ts'
import type { LegendSymbol, Slot } from '../../layers/layer.ts'

/**
 * What a panel adds to the map while it is open: its own sources and style layers, each in a slot of the painting
 * order, over the atlas' own parts of that slot. Made by a pure function from data; the map only ever sees the value.
 *
 * Ids of sources and style layers begin with the extra's own: `reach/edge`.
 */
export interface MapExtra {
  id: string
  sources: Record<string, SourceSpecification>
  layers: readonly ExtraLayer[]
  /** Style layers of the atlas that are not drawn meanwhile, because the extra draws the same features its own way. */
  hides?: readonly string[]
  /** Features of the atlas that are not drawn meanwhile, because something of the extra stands in their place. */
  replaces?: readonly { collection: CollectionId; id: string }[]
  /** What a printed legend says of it. */
  legend?: readonly ExtraLegendEntry[]
  /** Drawn in pictures only: on the map something else draws the same. */
  isForPictures?: boolean
}

export interface ExtraLegendEntry {
  /** A key of the interface's words, or a name that is the same in every language. */
  text: { word: string } | { name: string }
  symbol: LegendSymbol
  /** Shown if one of these style layers draws a feature with such a property; without it always. */
  drawnBy?: {
    layers: readonly string[]
    where?: Readonly<Record<string, string>>
    /** Not if this one draws as well, whose own entry says enough. */
    unless?: string
  }
}

export interface ExtraLayer {
  slot: Slot
  style: LayerSpecification
  /** Whether a click on it selects the feature that its `of` and `featureId` name. */
  picks?: boolean
  /** Whether a click on it puts its number into `picked` of the workbench: features that are none of the atlas. */
  isOwn?: boolean
}
