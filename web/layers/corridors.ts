import { plan } from '../theme/palette.ts'
import type { AtlasLayer } from './layer.ts'
import { fonts, grows, nameIn, whenActive } from './parts.ts'

/**
 * The six economic corridors: a soft band, because a corridor is a strip and its line is only known to
 * some kilometres, with a core line that breaks into dashes where the map is closer than that knowledge.
 */
export const corridorsLayer: AtlasLayer = {
  id: 'corridors',
  group: 'plan',
  collections: ['corridors'],
  visibleByDefault: true,
  clickable: true,
  prominence: 3,
  legend: [{ label: 'corridor', symbol: 'line', color: plan.corridor, width: 3, casing: '#f7cdb4' }],
  parts: (context) => [
    {
      slot: 'area',
      name: 'band',
      collection: 'corridors',
      style: {
        type: 'line',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': whenActive('#f2701d', '#f19a66'),
          'line-width': grows(8, 17, 34),
          'line-opacity': whenActive(0.85, 0.3),
          'line-blur': grows(1, 2, 4),
        },
      },
    },
    {
      slot: 'line',
      name: 'casing',
      collection: 'corridors',
      style: {
        type: 'line',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': '#fff7f0', 'line-width': grows(3, 5, 8) },
      },
    },
    {
      slot: 'line',
      name: 'core',
      collection: 'corridors',
      style: {
        type: 'line',
        maxzoom: 11,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': whenActive('#8f2a00', plan.corridor), 'line-width': grows(1.7, 2.8, 4.4) },
      },
    },
    {
      slot: 'line',
      name: 'core-near',
      collection: 'corridors',
      style: {
        type: 'line',
        minzoom: 11,
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': whenActive('#8f2a00', plan.corridor),
          'line-width': grows(1.7, 2.8, 4.4),
          'line-dasharray': [3, 1.4],
        },
      },
    },
    {
      slot: 'name',
      name: 'name',
      collection: 'corridors',
      style: {
        type: 'symbol',
        minzoom: 7.4,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 520,
          'text-field': nameIn(context),
          'text-font': fonts.bold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 7, 10.5, 10, 12.5, 13, 14],
          'text-offset': [0, -1],
          'text-max-angle': 32,
          'text-padding': 4,
          'symbol-sort-key': 5,
        },
        paint: { 'text-color': '#8f2a00', 'text-halo-color': '#ffffff', 'text-halo-width': 1.8, 'text-halo-blur': 0.3 },
      },
    },
  ],
}
