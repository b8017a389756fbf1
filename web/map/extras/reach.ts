import type { CoverageOutlines } from '../../../server/domain/coverage.ts'
import { base, composite } from '../../theme/palette.ts'
import type { MapExtra } from './extra.ts'

/**
 * How the reach of the corridors is painted: the ground they miss is veiled, the reach has a firm edge, and
 * the least and the most it can be have dashed ones.
 */
export function reachExtra(reach: CoverageOutlines): MapExtra {
  const features = (['low', 'value', 'high', 'uncovered'] as const).flatMap((which) => {
    const geometry = reach[which]
    return geometry ? [{ type: 'Feature' as const, properties: { which }, geometry }] : []
  })
  return {
    id: 'reach',
    legend: [
      {
        text: { word: 'coverage.legendReach' },
        symbol: { symbol: 'line', color: ink, width: 2 },
        drawnBy: { layers: ['reach/edge'] },
      },
      {
        text: { word: 'coverage.legendRange' },
        symbol: { symbol: 'line', color: ink, width: 1, dash: [3, 3] },
        drawnBy: { layers: ['reach/range'] },
      },
      {
        text: { word: 'coverage.legendUncovered' },
        symbol: { symbol: 'area', fill: composite(veil, base.province, veilOpacity), edge: veil },
        drawnBy: { layers: ['reach/uncovered'] },
      },
    ],
    sources: { reach: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        slot: 'area',
        style: {
          id: 'reach/uncovered',
          type: 'fill',
          source: 'reach',
          filter: ['==', ['get', 'which'], 'uncovered'],
          paint: { 'fill-color': veil, 'fill-opacity': veilOpacity },
        },
      },
      {
        slot: 'area',
        style: {
          id: 'reach/range',
          type: 'line',
          source: 'reach',
          filter: ['in', ['get', 'which'], ['literal', ['low', 'high']]],
          paint: { 'line-color': ink, 'line-width': 1, 'line-dasharray': [3, 3], 'line-opacity': 0.75 },
        },
      },
      {
        slot: 'area',
        style: {
          id: 'reach/edge',
          type: 'line',
          source: 'reach',
          filter: ['==', ['get', 'which'], 'value'],
          paint: { 'line-color': ink, 'line-width': 2 },
        },
      },
    ],
  }
}

const ink = '#0f5c63'
const veil = '#4d5a5e'
const veilOpacity = 0.34
