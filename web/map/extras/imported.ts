import type { ExpressionSpecification } from 'maplibre-gl'
import { fonts } from '../../layers/parts.ts'
import { composite } from '../../theme/palette.ts'
import type { MapExtra } from './extra.ts'

export interface ImportedLook {
  id: string
  name: string
  color: string
  bounds: [west: number, south: number, east: number, north: number]
}

/** How an imported layer is painted: pale areas with a firm edge, lines and points on a white casing, names close in. */
export function importedExtra({ id, name, color, bounds }: ImportedLook): MapExtra {
  const source = importedExtraId(id)
  const wiring = { source, 'source-layer': 'imported' }
  const isKind = (kind: 'Polygon' | 'LineString' | 'Point'): ExpressionSpecification => ['==', ['geometry-type'], kind]
  const width = (by: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    7,
    1.2 + by,
    10,
    2 + by,
    14,
    3 + by,
  ]
  return {
    id: source,
    legend: [
      {
        text: { name },
        symbol: { symbol: 'area', fill: composite(color, '#ffffff', 0.22), edge: color },
        drawnBy: { layers: [`${source}/fill`] },
      },
      {
        text: { name },
        symbol: { symbol: 'line', color, width: 2 },
        // It draws the edges of areas, too.
        drawnBy: { layers: [`${source}/line`], unless: `${source}/fill` },
      },
      {
        text: { name },
        symbol: { symbol: 'dot', fill: color, edge: '#ffffff' },
        drawnBy: { layers: [`${source}/point`] },
      },
    ],
    sources: {
      [source]: {
        type: 'vector',
        tiles: [`imported://${id}/{z}/{x}/{y}`],
        minzoom: 0,
        maxzoom: 14,
        bounds: margin(bounds),
      },
    },
    layers: [
      {
        slot: 'area',
        isOwn: true,
        style: {
          id: `${source}/fill`,
          type: 'fill',
          ...wiring,
          filter: isKind('Polygon'),
          paint: { 'fill-color': color, 'fill-opacity': 0.22 },
        },
      },
      {
        slot: 'line',
        style: {
          id: `${source}/casing`,
          type: 'line',
          ...wiring,
          filter: ['!', isKind('Point')],
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: { 'line-color': '#ffffff', 'line-opacity': 0.8, 'line-width': width(1.6) },
        },
      },
      {
        slot: 'line',
        isOwn: true,
        style: {
          id: `${source}/line`,
          type: 'line',
          ...wiring,
          filter: ['!', isKind('Point')],
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: { 'line-color': color, 'line-width': width(0) },
        },
      },
      {
        slot: 'mark',
        isOwn: true,
        style: {
          id: `${source}/point`,
          type: 'circle',
          ...wiring,
          filter: isKind('Point'),
          paint: {
            'circle-color': color,
            'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 3.2, 10, 5, 14, 7],
            'circle-stroke-color': '#ffffff',
            'circle-stroke-width': 1.5,
          },
        },
      },
      {
        slot: 'name',
        style: {
          id: `${source}/name`,
          type: 'symbol',
          ...wiring,
          // An area would be named once in each tile it lies in.
          filter: isKind('Point'),
          minzoom: 10,
          layout: {
            'text-field': ['get', 'name'],
            'text-font': fonts.regular,
            'text-size': 11.5,
            'text-max-width': 10,
            'symbol-placement': 'point',
            'text-variable-anchor-offset': ['left', [0.8, 0], 'right', [-0.8, 0], 'top', [0, 0.8]],
            'text-justify': 'auto',
          },
          paint: { 'text-color': color, 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
        },
      },
    ],
  }
}

export function importedExtraId(layerId: string): string {
  return `imported-${layerId}`
}

/** A lone point has no extent, and its mark needs room beyond the tile it lies in. */
function margin([west, south, east, north]: ImportedLook['bounds']): ImportedLook['bounds'] {
  return [west - 0.05, Math.max(-85, south - 0.05), east + 0.05, Math.min(85, north + 0.05)]
}
