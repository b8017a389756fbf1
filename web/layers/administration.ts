import type { ExpressionSpecification } from 'maplibre-gl'
import type { CollectionId } from '../../server/domain/collections.ts'
import { base } from '../theme/palette.ts'
import type { AtlasLayer, PaintContext, StylePart } from './layer.ts'
import { besideBadge, fonts, nameIn, whenActive } from './parts.ts'

/** The 27 districts of 2021, on which the programme is written. */
export const districtsLayer: AtlasLayer = {
  id: 'districts',
  group: 'administration',
  collections: ['districts'],
  visibleByDefault: true,
  clickable: true,
  legend: [{ label: 'district', symbol: 'line', color: base.districtEdge, width: 1, dash: [4, 2] }],
  parts: (context) => [
    ...meshOutline('districts', base.districtEdge, 0, [4, 2]),
    ...unitNames('districts', context, 7.6, 11.2, 13),
  ],
}

/** The 166 communes and wards of 1 July 2025. */
export const unitsLayer: AtlasLayer = {
  id: 'units',
  group: 'administration',
  collections: ['units'],
  visibleByDefault: false,
  clickable: true,
  legend: [{ label: 'unit', symbol: 'line', color: '#8a7f9b', width: 1, dash: [2, 1.5] }],
  parts: (context) => [
    ...meshOutline('units', '#8a7f9b', 8, [2, 1.5]),
    ...unitNames('units', context, 9.6, 10.5, 12.5),
  ],
}

/** The mesh itself: 637 former communes. */
export const communesLayer: AtlasLayer = {
  id: 'communes',
  group: 'administration',
  collections: ['communes'],
  visibleByDefault: false,
  clickable: true,
  legend: [{ label: 'commune', symbol: 'line', color: base.communeEdge, width: 0.8 }],
  parts: (context) => [...meshOutline('communes', '#b9ad98', 8.5), ...unitNames('communes', context, 10.8, 10, 12)],
}

/** Towns, passes, bridges, river mouths. */
export const placesLayer: AtlasLayer = {
  id: 'places',
  group: 'administration',
  collections: ['places'],
  visibleByDefault: true,
  clickable: false,
  legend: [{ label: 'town', symbol: 'dot', fill: '#ffffff', edge: '#4a463e' }],
  parts: (context) => [
    {
      slot: 'mark',
      name: 'dot',
      collection: 'places',
      style: {
        type: 'circle',
        filter: placesFrom(4),
        paint: {
          'circle-radius': ['match', ['get', 'rank'], 1, 4, 2, 3, 2.2],
          'circle-color': '#ffffff',
          'circle-stroke-color': '#4a463e',
          'circle-stroke-width': ['match', ['get', 'rank'], 1, 2.2, 1.4],
        },
      },
    },
    placeNames(context, 'name', ['all', ['>', ['get', 'rank'], 1], placesFrom(6)]),
    // Before all badges too: a map that leaves out the capital's name is no map of the province.
    { ...placeNames(context, 'capital', ['==', ['get', 'rank'], 1]), slot: 'mark', prominence: 5 },
  ],
}

function placeNames(context: PaintContext, name: string, filter: ExpressionSpecification): StylePart {
  return {
    slot: 'name',
    name,
    collection: 'places',
    style: {
      type: 'symbol',
      minzoom: 7,
      filter,
      layout: {
        'text-field': nameIn(context),
        'text-font': ['case', ['<=', ['get', 'rank'], 2], ['literal', fonts.bold], ['literal', fonts.regular]],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          7,
          ['match', ['get', 'rank'], 1, 12.5, 11],
          12,
          ['match', ['get', 'rank'], 1, 17, 2, 15, 12],
        ],
        'text-variable-anchor-offset': besideBadge(0.6),
        'text-justify': 'auto',
        'text-max-width': 8,
        'symbol-sort-key': ['+', 2, ['*', 12, ['get', 'rank']]],
      },
      paint: { 'text-color': base.text, 'text-halo-color': '#ffffff', 'text-halo-width': 1.7 },
    },
  }
}

/** Places by rank as the map comes closer, none of a rank beyond `last`: a dot never stands without its name. */
function placesFrom(last: number): ExpressionSpecification {
  return ['<=', ['get', 'rank'], ['min', last, ['step', ['zoom'], 2, 9.4, 3, 10.4, 4, 11.4, 6]]]
}

function meshOutline(collection: CollectionId, color: string, minzoom: number, dash?: number[]): StylePart[] {
  return [
    {
      slot: 'ground',
      name: 'fill',
      collection,
      style: { type: 'fill', minzoom, paint: { 'fill-color': '#7d6b4f', 'fill-opacity': whenActive(0.14, 0.001) } },
    },
    {
      slot: 'edge',
      name: 'edge',
      collection,
      style: {
        type: 'line',
        minzoom,
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': color,
          'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.6, 12, 1.3],
          ...(dash ? { 'line-dasharray': dash } : {}),
        },
      },
    },
  ]
}

function unitNames(of: CollectionId, context: PaintContext, minzoom: number, from: number, to: number): StylePart[] {
  return [
    {
      slot: 'name',
      name: 'name',
      collection: 'label-points',
      style: {
        type: 'symbol',
        minzoom,
        filter: ['==', ['get', 'of'], of],
        layout: {
          'text-field': nameIn(context),
          'text-font': fonts.regular,
          'text-size': ['interpolate', ['linear'], ['zoom'], minzoom, from, 12, to],
          'text-letter-spacing': 0.03,
          'text-max-width': 7,
          'text-padding': 6,
          'symbol-sort-key': ['-', 600, ['/', ['get', 'areaHectares'], 1000]],
        },
        paint: {
          'text-color': base.textSoft,
          'text-halo-color': '#ffffff',
          'text-halo-width': 1.6,
          'text-halo-blur': 0.4,
        },
      },
    },
  ]
}
