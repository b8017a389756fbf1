import { areaOpacity, base, composite, plan } from '../theme/palette.ts'
import { patternImageId } from '../theme/patterns.ts'
import { iconImageId } from '../theme/icons.ts'
import type { AtlasLayer } from './layer.ts'
import { besideBadge, fonts, grows, nameIn, nameInk, statusAt, whenActive } from './parts.ts'

/** Nghi Sơn on land (derived), at sea (indicative), and Na Mèo as the gate it is named after: it has no outline. */
export const zonesLayer: AtlasLayer = {
  id: 'zones',
  group: 'plan',
  collections: ['zones', 'zone-sea'],
  visibleByDefault: true,
  clickable: true,
  prominence: 4,
  legend: [
    {
      label: 'zone',
      drawnBy: { parts: ['fill', 'edge'] },
      symbol: 'area',
      fill: composite(plan.industrial, base.province, areaOpacity.zone),
      edge: plan.industrial,
    },
    {
      label: 'sea',
      drawnBy: { parts: ['sea-fill', 'sea-edge'] },
      symbol: 'area',
      fill: '#d4dde6',
      edge: plan.industrial,
      pattern: 'hatch',
    },
    {
      label: 'gate',
      drawnBy: { parts: ['gate'] },
      symbol: 'icon',
      icon: 'star',
      color: plan.industrial,
      status: 'planned',
    },
  ],
  parts: (context) => [
    {
      slot: 'area',
      name: 'fill',
      collection: 'zones',
      style: {
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': plan.industrial, 'fill-opacity': whenActive(0.5, areaOpacity.zone) },
      },
    },
    {
      slot: 'area',
      name: 'sea-fill',
      collection: 'zone-sea',
      style: { type: 'fill', paint: { 'fill-color': plan.industrial, 'fill-opacity': whenActive(0.16, 0.06) } },
    },
    {
      slot: 'area',
      name: 'sea-hatch',
      collection: 'zone-sea',
      style: { type: 'fill', paint: { 'fill-pattern': patternImageId('hatch', plan.industrial), 'fill-opacity': 0.3 } },
    },
    {
      slot: 'edge',
      name: 'edge',
      collection: 'zones',
      style: {
        type: 'line',
        filter: ['==', ['geometry-type'], 'Polygon'],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': plan.industrial, 'line-width': grows(1.1, 1.9, 3) },
      },
    },
    {
      slot: 'edge',
      name: 'sea-edge',
      collection: 'zone-sea',
      style: {
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': plan.industrial, 'line-width': grows(0.7, 1.1, 1.8), 'line-dasharray': [2, 2.4] },
      },
    },
    {
      slot: 'mark',
      name: 'gate',
      collection: 'zones',
      style: {
        type: 'symbol',
        filter: ['==', ['geometry-type'], 'Point'],
        layout: {
          'icon-image': [
            'case',
            ['==', statusAt(context), 'existing'],
            iconImageId('star', plan.industrial, 'existing'),
            iconImageId('star', plan.industrial, 'planned'),
          ],
          'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.85, 12, 1.25],
          'icon-allow-overlap': true,
        },
      },
    },
    {
      slot: 'name',
      name: 'gate-name',
      collection: 'zones',
      style: {
        type: 'symbol',
        filter: ['==', ['geometry-type'], 'Point'],
        layout: {
          'text-field': nameIn(context),
          'text-font': fonts.bold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 12, 14],
          'text-max-width': 9,
          'text-variable-anchor-offset': besideBadge(1.5),
          'text-justify': 'auto',
          'symbol-sort-key': 1,
        },
        paint: nameInk(plan.industrial),
      },
    },
    {
      // Before all badges, as the capital's: a headline of the plan is never left out, and stands in its zone.
      slot: 'mark',
      name: 'area-name',
      collection: 'label-points',
      style: {
        type: 'symbol',
        filter: ['all', ['==', ['get', 'of'], 'zones'], ['has', 'areaHectares']],
        minzoom: 7,
        layout: {
          'text-field': nameIn(context),
          'text-font': fonts.bold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 12, 15],
          'text-max-width': 8,
          'symbol-sort-key': 1,
        },
        paint: nameInk(plan.industrial),
      },
    },
  ],
}
