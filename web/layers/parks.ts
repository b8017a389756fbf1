import type { CollectionId } from '../../server/domain/collections.ts'
import { plan } from '../theme/palette.ts'
import { patternImageId } from '../theme/patterns.ts'
import type { AtlasLayer, PaintContext, StylePart } from './layer.ts'
import { badge, grows, statusAt, whenActive } from './parts.ts'

/** The eleven industrial parks of the programme: a footprint of the stated area close in, a badge farther out. */
export const parksLayer: AtlasLayer = {
  id: 'parks',
  group: 'plan',
  collections: ['parks'],
  visibleByDefault: true,
  clickable: true,
  prominence: 1,
  legend: [
    { label: 'existing', symbol: 'icon', icon: 'factory', color: plan.industrial, status: 'existing' },
    { label: 'under-way', symbol: 'icon', icon: 'factory', color: plan.industrial, status: 'under-way' },
    { label: 'planned', symbol: 'icon', icon: 'factory', color: plan.industrial, status: 'planned' },
    {
      label: 'footprint',
      drawnBy: { parts: ['footprint', 'texture'] },
      symbol: 'area',
      fill: '#e3c3d3',
      edge: plan.industrial,
      pattern: 'hatch',
    },
  ],
  parts: (context) => [
    ...footprint('parks', context, plan.industrial),
    ...parkBadge('parks', context, plan.industrial, 7),
  ],
}

/** Parks that other documents name: inside the Nghi Sơn zone or in later plans. Not part of the eleven. */
export const laterParksLayer: AtlasLayer = {
  id: 'later-parks',
  group: 'plan',
  collections: ['later-parks'],
  visibleByDefault: false,
  clickable: true,
  legend: [{ label: 'later-park', symbol: 'icon', icon: 'factory', color: laterColor(), status: 'planned' }],
  parts: (context) => [
    ...footprint('later-parks', context, laterColor()),
    ...parkBadge('later-parks', context, laterColor(), 8),
  ],
}

function laterColor(): string {
  return '#8a6f7b'
}

function parkBadge(collection: CollectionId, context: PaintContext, color: string, minzoom: number): StylePart[] {
  return badge('label-points', context, {
    icon: 'factory',
    color,
    minzoom,
    priority: 8,
    scale: 1.05,
    labelMinzoom: minzoom + 1.6,
    filter: ['==', ['get', 'of'], collection],
  })
}

function footprint(collection: CollectionId, context: PaintContext, color: string): StylePart[] {
  return [
    {
      slot: 'area',
      name: 'footprint',
      collection,
      style: {
        type: 'fill',
        minzoom: 9.5,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': color, 'fill-opacity': whenActive(0.5, 0.28) },
      },
    },
    {
      slot: 'area',
      name: 'texture',
      collection,
      style: {
        type: 'fill',
        minzoom: 9.5,
        filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['!=', statusAt(context), 'existing']],
        paint: {
          'fill-pattern': [
            'case',
            ['==', statusAt(context), 'under-way'],
            patternImageId('dots', color),
            patternImageId('hatch', color),
          ],
          'fill-opacity': 0.7,
        },
      },
    },
    {
      slot: 'edge',
      name: 'footprint-edge',
      collection,
      style: {
        type: 'line',
        minzoom: 9.5,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'line-color': color, 'line-width': grows(0.8, 1.3, 2.2), 'line-dasharray': [2, 1.4] },
      },
    },
  ]
}
