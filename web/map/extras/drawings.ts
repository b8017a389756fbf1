import type { Feature, Geometry } from 'geojson'
import { fonts } from '../../layers/parts.ts'
import type { Drawing } from '../../state/drawing-document.ts'
import { composite } from '../../theme/palette.ts'
import type { ExtraLayer, ExtraLegendEntry, MapExtra } from './extra.ts'

/** Style layers a press on which means the drawing. */
export const drawingLayers: readonly string[] = ['drawings/point', 'drawings/edge', 'drawings/fill']

/** What a reader has drawn, each in its colour with its name; lines on a white casing, so that they stand out. */
export function drawingsExtra(drawings: readonly Drawing[], id = 'drawings'): MapExtra | null {
  if (drawings.length === 0) return null
  const features = drawings.map(({ id: own, name, color, geometry }): Feature => ({
    type: 'Feature',
    properties: { id: own, name, color },
    geometry,
  }))
  return {
    id,
    legend: drawings.map((drawing) => legendEntry(id, drawing)),
    sources: { [id]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        slot: 'area',
        style: {
          id: `${id}/fill`,
          type: 'fill',
          source: id,
          filter: ['==', ['geometry-type'], 'Polygon'],
          paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.14 },
        },
      },
      ...edges(id, ['get', 'color']),
      {
        slot: 'mark',
        style: {
          id: `${id}/point`,
          type: 'circle',
          source: id,
          filter: ['==', ['geometry-type'], 'Point'],
          paint: {
            'circle-radius': 6,
            'circle-color': ['get', 'color'],
            'circle-stroke-color': '#ffffff',
            'circle-stroke-width': 2,
          },
        },
      },
      {
        slot: 'name',
        style: {
          id: `${id}/name`,
          type: 'symbol',
          source: id,
          layout: {
            'text-field': ['get', 'name'],
            'text-font': fonts.bold,
            'text-size': 12.5,
            'text-offset': [0, 0.9],
            'text-anchor': 'top',
            'text-max-width': 12,
          },
          paint: { 'text-color': ['get', 'color'], 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 },
        },
      },
    ],
  }
}

function legendEntry(source: string, { id, name, color, geometry: { type } }: Drawing): ExtraLegendEntry {
  return {
    text: { name },
    symbol:
      type === 'Point'
        ? { symbol: 'dot', fill: color, edge: '#ffffff' }
        : type === 'LineString'
          ? { symbol: 'line', color, width: 2.6 }
          : { symbol: 'area', fill: composite(color, '#ffffff', 0.14), edge: color },
    drawnBy: { layers: ['fill', 'edge', 'point'].map((layer) => `${source}/${layer}`), where: { id } },
  }
}

/** A measured line or area with the length of each segment. */
export function measureExtra(
  geometry: Geometry,
  segments: readonly { middle: [number, number]; label: string }[],
): MapExtra {
  const features: Feature[] = [
    { type: 'Feature', properties: {}, geometry },
    ...segments.map(({ middle, label }): Feature => ({
      type: 'Feature',
      properties: { label },
      geometry: { type: 'Point', coordinates: middle },
    })),
  ]
  return {
    id: 'measure',
    legend: [
      {
        text: { word: 'draw.measure.live' },
        symbol: { symbol: 'line', color: '#1d2b2f', width: 2.6 },
        drawnBy: { layers: ['measure/edge'] },
      },
    ],
    sources: { measure: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      ...edges('measure', '#1d2b2f'),
      {
        slot: 'name',
        style: {
          id: 'measure/name',
          type: 'symbol',
          source: 'measure',
          filter: ['==', ['geometry-type'], 'Point'],
          layout: {
            'text-field': ['get', 'label'],
            'text-font': fonts.bold,
            'text-size': 12.5,
            'text-allow-overlap': true,
          },
          paint: { 'text-color': '#1d2b2f', 'text-halo-color': '#ffffff', 'text-halo-width': 2 },
        },
      },
    ],
  }
}

function edges(source: string, color: string | ['get', string]): ExtraLayer[] {
  const lines = ['!=', ['geometry-type'], 'Point'] as ['!=', ['geometry-type'], string]
  return [
    {
      slot: 'line',
      style: {
        id: `${source}/casing`,
        type: 'line',
        source,
        filter: lines,
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': '#ffffff', 'line-width': 5.5, 'line-opacity': 0.85 },
      },
    },
    {
      slot: 'line',
      style: {
        id: `${source}/edge`,
        type: 'line',
        source,
        filter: lines,
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': color, 'line-width': 2.6 },
      },
    },
  ]
}
