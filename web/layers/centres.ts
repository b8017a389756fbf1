import { areaOpacity, composite, plan, base } from '../theme/palette.ts'
import type { AtlasLayer } from './layer.ts'
import { fonts, grows, nameIn, nameInk, whenActive } from './parts.ts'

const centreEdge = '#a87400'

/** The four driver centres, as unions of whole communes: our reading of their extent, not an outline of anyone's. */
export const centresLayer: AtlasLayer = {
  id: 'centres',
  group: 'plan',
  collections: ['centres'],
  visibleByDefault: true,
  clickable: true,
  legend: [
    {
      label: 'centre',
      symbol: 'area',
      fill: composite(plan.centre, base.province, areaOpacity.centre),
      edge: centreEdge,
    },
  ],
  parts: (context) => [
    {
      slot: 'area',
      name: 'fill',
      collection: 'centres',
      style: {
        type: 'fill',
        paint: {
          'fill-color': plan.centre, // The southern centre is the Nghi Sơn zone itself: two tints on one ground would make a third colour.
          'fill-opacity': whenActive(0.5, ['match', ['get', 'id'], 'nghi-son', 0, areaOpacity.centre]),
        },
      },
    },
    {
      slot: 'edge',
      name: 'edge',
      collection: 'centres',
      style: {
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': centreEdge, 'line-width': grows(1, 1.6, 2.4), 'line-dasharray': [4, 1.6] },
      },
    },
    {
      slot: 'name',
      name: 'name',
      collection: 'label-points',
      style: {
        type: 'symbol',
        filter: ['all', ['==', ['get', 'of'], 'centres'], ['!=', ['get', 'featureId'], 'nghi-son']],
        minzoom: 8,
        layout: {
          'text-field': nameIn(context),
          'text-font': fonts.bold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 7, 10.5, 12, 14],
          'text-max-width': 9,
          // In the middle, or a line above or below where badges are in the way; MapLibre keeps a side once it chose it.
          'text-variable-anchor-offset': ['center', [0, 0], 'bottom', [0, -0.7], 'top', [0, 0.7]],
          'symbol-sort-key': 3,
        },
        paint: nameInk('#7a5200'),
      },
    },
  ],
}
