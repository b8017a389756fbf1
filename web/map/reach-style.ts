import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { CoverageOutlines } from '../../server/domain/coverage.ts'

/**
 * How the reach of the corridors is painted: the ground they miss is veiled, the reach has a firm edge, and
 * the least and the most it can be have dashed ones.
 */
const source = 'reach'
const ink = '#0f5c63'

export function reachSource(reach: CoverageOutlines): Record<string, SourceSpecification> {
  const features = (['low', 'value', 'high', 'uncovered'] as const).flatMap((which) => {
    const geometry = reach[which]
    return geometry ? [{ type: 'Feature' as const, properties: { which }, geometry }] : []
  })
  return { [source]: { type: 'geojson', data: { type: 'FeatureCollection', features } } }
}

export const reachLayers: LayerSpecification[] = [
  {
    id: 'reach/uncovered',
    type: 'fill',
    source,
    filter: ['==', ['get', 'which'], 'uncovered'],
    paint: { 'fill-color': '#4d5a5e', 'fill-opacity': 0.34 },
  },
  {
    id: 'reach/range',
    type: 'line',
    source,
    filter: ['in', ['get', 'which'], ['literal', ['low', 'high']]],
    paint: { 'line-color': ink, 'line-width': 1, 'line-dasharray': [3, 3], 'line-opacity': 0.75 },
  },
  {
    id: 'reach/edge',
    type: 'line',
    source,
    filter: ['==', ['get', 'which'], 'value'],
    paint: { 'line-color': ink, 'line-width': 2 },
  },
]
