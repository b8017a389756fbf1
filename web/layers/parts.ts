import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FilterSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from 'maplibre-gl'
import type { CollectionId } from '../../server/domain/collections.ts'
import type { IconName } from '../theme/icons.ts'
import { base } from '../theme/palette.ts'
import type { PaintContext, StylePart } from './layer.ts'

/**
 * The few ways in which the layers paint: a status that follows the phase bar, widths that grow with
 * the zoom, badges, and names with a halo.
 */

export const fonts = { regular: ['Noto Sans Regular'], bold: ['Noto Sans SemiBold'], italic: ['Noto Sans Italic'] }

/** What a feature is at the chosen phase: what the programme wants by then, or what is in use by then, exists. */
export function statusAt({ phase }: PaintContext): ExpressionSpecification {
  const by = (year: 'targetYear' | 'openedYear'): ExpressionSpecification => [
    'all',
    ['has', year],
    ['<=', ['get', year], phase],
  ]
  return ['case', ['any', by('targetYear'), by('openedYear')], 'existing', ['get', 'status']]
}

/** The name in the reader's language; place names stay Vietnamese in both. */
export function nameIn({ language }: PaintContext): ExpressionSpecification {
  return ['coalesce', ['get', `name_${language}`], ['get', 'name_vi']]
}

/** Width in pixels at zoom 7, 10 and 14, growing exponentially between them. */
export function grows(at7: number, at10: number, at14: number): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.4], ['zoom'], 7, at7, 10, at10, 14, at14]
}

/** Something that changes when the feature is selected or under the pointer. */
export function whenActive<T extends number | string>(
  active: T,
  otherwise: T | ExpressionSpecification,
): ExpressionSpecification {
  return [
    'case',
    ['any', ['boolean', ['feature-state', 'selected'], false], ['boolean', ['feature-state', 'hover'], false]],
    active,
    otherwise,
  ]
}

export interface BadgeOptions {
  icon: IconName | ExpressionSpecification
  color: string
  minzoom?: number
  /** Smaller is placed first. */
  priority?: number
  scale?: number
  filter?: FilterSpecification
  labelMinzoom?: number
}

/** A badge and, closer in, its name beside it. */
export function badge(collection: CollectionId, context: PaintContext, options: BadgeOptions): StylePart[] {
  const { icon, color, minzoom = 0, priority = 50, scale = 1, filter, labelMinzoom = minzoom + 1 } = options
  const image: ExpressionSpecification = [
    'concat',
    'icon|',
    icon,
    `|${color}|`,
    ['match', statusAt(context), 'existing', 'existing', 'under-way', 'under-way', 'planned'],
  ]
  const size: ExpressionSpecification = [
    'interpolate',
    ['linear'],
    ['zoom'],
    7,
    0.62 * scale,
    9,
    0.82 * scale,
    12,
    1.05 * scale,
  ]
  return [
    {
      slot: 'mark',
      name: 'badge',
      collection,
      style: {
        type: 'symbol',
        minzoom,
        ...(filter ? { filter } : {}),
        layout: {
          'icon-image': image,
          'icon-size': size,
          'icon-allow-overlap': ['step', ['zoom'], false, labelMinzoom, true],
          'icon-padding': 1,
          'symbol-sort-key': priority,
        },
        paint: { 'icon-opacity': 1 },
      },
    },
    {
      slot: 'name',
      name: 'name',
      collection,
      style: {
        type: 'symbol',
        minzoom: labelMinzoom,
        ...(filter ? { filter } : {}),
        layout: {
          'text-field': nameIn(context),
          'text-font': fonts.bold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 12, 13],
          'text-max-width': 9,
          'text-variable-anchor-offset': besideBadge(1.5),
          'text-justify': 'auto',
          'text-padding': 2,
          'symbol-sort-key': priority,
        },
        paint: nameInk(color),
      },
    },
  ]
}

/** Where a name may stand beside its badge, best first: right of it, left, under, over, then at the corners. */
export function besideBadge(ems: number): VariableAnchorOffsetCollectionSpecification {
  const corner = ems * 0.75
  return [
    'left',
    [ems, 0],
    'right',
    [-ems, 0],
    'top',
    [0, ems],
    'bottom',
    [0, -ems],
    'top-left',
    [corner, corner],
    'bottom-left',
    [corner, -corner],
    'top-right',
    [-corner, corner],
    'bottom-right',
    [-corner, -corner],
  ]
}

/** Dark, tinted text on a white halo wide enough for stacked diacritics. */
export function nameInk(color: string): {
  'text-color': DataDrivenPropertyValueSpecification<string>
  'text-halo-color': string
  'text-halo-width': number
  'text-halo-blur': number
} {
  return {
    'text-color': whenActive('#000000', color),
    'text-halo-color': base.halo,
    'text-halo-width': 1.7,
    'text-halo-blur': 0.4,
  }
}
