import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import type { CollectionId } from '../../server/domain/collections.ts'
import type { AtlasLayer, PaintContext, Slot, StylePart } from '../layers/layer.ts'
import { base } from '../theme/palette.ts'
import type { MapExtra } from './extras/extra.ts'
import { fontFaces } from './fonts.ts'

/**
 * The whole look of the map, from the registry of layers and what the reader has switched on.
 *
 * A pure function: MapLibre compares the new style with the old one and changes only what differs. What is hidden stays
 * in the style unseen: a layer of names that is taken out and put back while its tiles are on their way makes MapLibre
 * throw, as ten quick scenes of the show do.
 */
export const atlasSource = 'atlas'

export interface StyleInputs {
  layers: readonly AtlasLayer[]
  isVisible: (layer: AtlasLayer) => boolean
  context: PaintContext
  /** Where the tiles are, up to and including the origin. */
  address: string
  /** What open panels add, see `extras/extra.ts`. */
  extras: readonly MapExtra[]
  relief: { url: string; corners: [[number, number], [number, number], [number, number], [number, number]] } | null
}

/**
 * `sparse`, which the style specification does not know yet: without a network the tiles nobody kept are 404, and the
 * map then enlarges a coarser one instead of drawing nothing.
 */
const planTiles = (address: string) =>
  ({
    type: 'vector',
    tiles: [`${address}/tiles/WebMercatorQuad/{z}/{y}/{x}`],
    minzoom: 0,
    maxzoom: 14,
    bounds: [98, 7, 118, 25.5],
    promoteId: 'id',
    sparse: true,
  }) satisfies VectorSourceSpecification & { sparse: true }

export function buildStyle({ layers, isVisible, context, address, extras, relief }: StyleInputs): StyleSpecification {
  const hidden = new Set(extras.flatMap(({ hides }) => hides ?? []))
  const parts = layers.flatMap((layer) =>
    layer.parts(context).map((part) => {
      const id = styleLayerId(layer.id, part.name)
      return { id, layer, part, isShown: isVisible(layer) && !hidden.has(id) }
    }),
  )
  const replacedIn = (collection: CollectionId) =>
    extras.flatMap(({ replaces = [] }) => replaces.filter((one) => one.collection === collection).map(({ id }) => id))
  // MapLibre gives room to badges and names from the last style layer to the first: badges come last, so that names
  // keep clear of them, and of each kind what matters most.
  const prominenceOf = ({ layer, part }: (typeof parts)[number]) => part.prominence ?? layer.prominence ?? 0
  const byProminence = (one: (typeof parts)[number], other: (typeof parts)[number]) =>
    prominenceOf(one) - prominenceOf(other)
  const inSlot = (slot: Slot) =>
    parts
      .filter(({ part }) => part.slot === slot)
      .toSorted(slot === 'mark' || slot === 'name' ? byProminence : () => 0)
      .map(({ id, part, isShown }): LayerSpecification => ({
        ...(isShown ? without(part.style, replacedIn(part.collection)) : unseen(part.style)),
        id,
        source: atlasSource,
        'source-layer': part.collection,
      }))
  const extrasIn = (slot: Slot) =>
    extras.flatMap((extra) => extra.layers.flatMap((layer) => (layer.slot === slot ? [layer.style] : [])))
  const reliefLayers: LayerSpecification[] = relief
    ? [
        {
          id: 'relief/shade',
          type: 'raster',
          source: 'relief',
          maxzoom: 12,
          paint: {
            'raster-opacity': ['interpolate', ['linear'], ['zoom'], 7, 0.42, 9, 0.5, 11.5, 0],
            'raster-fade-duration': 0,
          },
        },
      ]
    : []
  return {
    version: 8,
    name: 'Thanh Hóa planning atlas',
    'font-faces': fontFaces,
    sources: {
      [atlasSource]: planTiles(address),
      ...Object.assign({}, ...extras.map(({ sources }) => sources)),
      ...(relief ? { relief: { type: 'image', url: relief.url, coordinates: relief.corners } } : {}),
    },
    layers: [
      { id: 'base/sea', type: 'background', paint: { 'background-color': base.sea } },
      ...inSlot('ground'),
      ...reliefLayers,
      ...(['area', 'edge', 'line', 'name', 'mark'] as const).flatMap((slot) => [...inSlot(slot), ...extrasIn(slot)]),
    ],
  }
}

/** The style of a part with some features left out. */
function without(style: StylePart['style'], ids: readonly string[]): StylePart['style'] {
  if (ids.length === 0) return style
  const others: ExpressionSpecification = ['!', ['in', ['get', 'id'], ['literal', [...ids]]]]
  const filter = 'filter' in style ? style.filter : undefined
  return { ...style, filter: filter === undefined ? others : (['all', filter, others] as FilterSpecification) }
}

function unseen(style: StylePart['style']): StylePart['style'] {
  return { ...style, layout: { ...style.layout, visibility: 'none' } }
}

export function styleLayerId(layerId: string, part: string): string {
  return `${layerId}/${part}`
}
