import type { LayerSpecification } from 'maplibre-gl'
import type { CollectionGroup, CollectionId } from '../../server/domain/collections.ts'
import type { Language, Phase } from '../state/atlas-state.ts'
import type { IconName } from '../theme/icons.ts'

/**
 * What a layer of the atlas is: one entry that a reader can switch on, declared in one file and listed
 * once in `index.ts`. Sources, legend, panel, link ids and clickability all derive from this value.
 */
export interface AtlasLayer {
  /** Written into links: it never changes. */
  id: string
  group: CollectionGroup
  /** What it draws; the first one gives the layer its list of features. */
  collections: readonly CollectionId[]
  visibleByDefault: boolean
  clickable: boolean
  /** Where badges and names compete for room, the higher one wins; 0 for most. */
  prominence?: number
  legend: readonly LegendEntry[]
  parts: (context: PaintContext) => StylePart[]
  /** Drawn by deck.gl over the map, with a script that is fetched only when such a layer is on. */
  deck?: 'halos' | 'links' | 'columns'
}

/** All that the look of a layer may depend on. */
export interface PaintContext {
  language: Language
  phase: Phase
}

/** Painting order across layers: all areas lie under all lines, those under all names, those under all marks. */
export type Slot = 'ground' | 'area' | 'edge' | 'line' | 'name' | 'mark'

type WithoutWiring<T> = T extends unknown ? Omit<T, 'id' | 'source' | 'source-layer'> : never

export interface StylePart {
  slot: Slot
  /** Unique in its layer: `corridors` + `casing` becomes the style layer `corridors/casing`. */
  name: string
  collection: CollectionId
  /** Instead of the layer's, where one part of it matters more. */
  prominence?: number
  style: WithoutWiring<Exclude<LayerSpecification, { type: 'background' }>>
}

export type LegendEntry = { label: string; drawnBy?: DrawnBy } & LegendSymbol

/**
 * Which of the layer's drawn features an entry stands for, so that a printed legend has what is on the map and
 * nothing else. Without it a badge stands for the features with its icon and status, any other symbol for all.
 */
export interface DrawnBy {
  /** Names of style parts. */
  parts: readonly string[]
  /** Values that a property must have. */
  where?: Readonly<Record<string, readonly string[]>>
}

export type LegendSymbol =
  | { symbol: 'line'; color: string; width: number; dash?: readonly number[]; casing?: string }
  | { symbol: 'area'; fill: string; edge: string; pattern?: 'hatch' | 'dots' }
  | { symbol: 'icon'; icon: IconName; color: string; status: 'existing' | 'under-way' | 'planned' }
  | { symbol: 'dot'; fill: string; edge: string }
  | { symbol: 'halo'; color: string }
  | { symbol: 'column'; color: string }
  | { symbol: 'arc'; color: string }
