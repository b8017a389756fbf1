import { base } from '../theme/palette.ts'
import type { AtlasLayer } from './layer.ts'
import { fonts, grows, nameIn } from './parts.ts'

/** The calm ground: sea, land, coast, the border and the neighbours' names. Always on, not in the panel. */
export const baseLayer: AtlasLayer = {
  id: 'base',
  group: 'base',
  collections: ['land', 'coast', 'borders', 'neighbours', 'province'],
  visibleByDefault: true,
  clickable: false,
  legend: [
    { label: 'coast', drawnBy: { parts: ['coast'] }, symbol: 'line', color: base.coast, width: 1.2 },
    {
      label: 'border',
      drawnBy: { parts: ['border'] },
      symbol: 'line',
      color: base.provinceEdge,
      width: 1.6,
      dash: [5, 2, 1, 2],
    },
    {
      label: 'province',
      drawnBy: { parts: ['province', 'province-edge'] },
      symbol: 'area',
      fill: base.province,
      edge: base.provinceEdge,
    },
  ],
  parts: (context) => [
    {
      slot: 'ground',
      name: 'shallows',
      collection: 'land',
      style: {
        type: 'line',
        paint: { 'line-color': base.seaGlow, 'line-width': grows(16, 34, 60), 'line-blur': grows(12, 26, 46) },
      },
    },
    { slot: 'ground', name: 'land', collection: 'land', style: { type: 'fill', paint: { 'fill-color': base.land } } },
    {
      slot: 'ground',
      name: 'province-band',
      collection: 'province',
      style: {
        type: 'line',
        paint: {
          'line-color': base.provinceBand,
          'line-width': grows(7, 13, 22),
          'line-blur': grows(4, 8, 14),
          'line-opacity': 0.85,
        },
      },
    },
    {
      slot: 'ground',
      name: 'province',
      collection: 'province',
      style: { type: 'fill', paint: { 'fill-color': base.province } },
    },
    {
      slot: 'edge',
      name: 'neighbours',
      collection: 'borders',
      style: {
        type: 'line',
        filter: ['!=', ['get', 'kind'], 'national-border'],
        paint: { 'line-color': base.neighbourEdge, 'line-width': 0.9, 'line-dasharray': [4, 2.5] },
      },
    },
    {
      slot: 'edge',
      name: 'coast',
      collection: 'coast',
      style: { type: 'line', paint: { 'line-color': base.coast, 'line-width': grows(0.7, 1.1, 1.8) } },
    },
    {
      slot: 'edge',
      name: 'province-edge',
      collection: 'province',
      style: {
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': base.provinceEdge, 'line-width': grows(1, 1.6, 2.4), 'line-opacity': 0.75 },
      },
    },
    {
      slot: 'edge',
      name: 'border',
      collection: 'borders',
      style: {
        type: 'line',
        filter: ['==', ['get', 'kind'], 'national-border'],
        paint: { 'line-color': base.provinceEdge, 'line-width': grows(1.1, 1.8, 2.6), 'line-dasharray': [5, 2, 1, 2] },
      },
    },
    {
      slot: 'name',
      name: 'neighbour-names',
      collection: 'label-points',
      style: {
        type: 'symbol',
        maxzoom: 10,
        filter: ['==', ['get', 'of'], 'neighbours'],
        layout: {
          'text-field': nameIn(context),
          'text-font': fonts.regular,
          'text-size': ['interpolate', ['linear'], ['zoom'], 6, 10, 9, 13],
          'text-transform': 'uppercase',
          'text-letter-spacing': 0.14,
          'text-max-width': 7,
          'text-padding': 12,
          'symbol-sort-key': 900,
        },
        paint: { 'text-color': '#8d8678', 'text-halo-color': base.land, 'text-halo-width': 1.5 },
      },
    },
    {
      slot: 'name',
      name: 'sea-name',
      collection: 'label-points',
      style: {
        type: 'symbol',
        filter: ['==', ['get', 'of'], 'sea'],
        layout: {
          'text-field': nameIn(context),
          // Upright, so that the first view needs no third face.
          'text-font': fonts.regular,
          'text-size': ['interpolate', ['linear'], ['zoom'], 6, 12, 10, 19],
          'text-letter-spacing': 0.18,
          'text-max-width': 6,
          'text-line-height': 1.5,
          'symbol-sort-key': 850,
        },
        paint: { 'text-color': base.textSea, 'text-halo-color': base.sea, 'text-halo-width': 1.2 },
      },
    },
  ],
}
