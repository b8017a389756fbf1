import { base } from '../theme/palette.ts'
import type { AtlasLayer } from './layer.ts'
import { fonts, nameIn } from './parts.ts'

/** Rivers by class. Known to ±430 m, so they fade when the map comes closer than that can bear. */
export const riversLayer: AtlasLayer = {
  id: 'rivers',
  group: 'nature',
  collections: ['rivers'],
  visibleByDefault: true,
  clickable: false,
  legend: [{ label: 'river', symbol: 'line', color: base.river, width: 1.6 }],
  parts: (context) => [
    {
      slot: 'ground',
      name: 'line',
      collection: 'rivers',
      style: {
        type: 'line',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': base.river,
          'line-width': [
            'interpolate',
            ['linear'],
            ['zoom'],
            7,
            ['case', ['has', 'name_vi'], 1.3, 0.5],
            11,
            ['case', ['has', 'name_vi'], 3, 1.3],
          ],
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 10.5, 0.95, 12.5, 0.35],
        },
      },
    },
    {
      slot: 'name',
      name: 'name',
      collection: 'rivers',
      style: {
        type: 'symbol',
        filter: ['has', 'name_vi'],
        minzoom: 8.5,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 420,
          'text-field': nameIn(context),
          'text-font': fonts.italic,
          'text-size': 11.5,
          'text-letter-spacing': 0.06,
          'text-max-angle': 28,
          'symbol-sort-key': 800,
        },
        paint: { 'text-color': base.textSea, 'text-halo-color': base.province, 'text-halo-width': 1.5 },
      },
    },
  ],
}
