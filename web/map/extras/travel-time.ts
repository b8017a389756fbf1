import type { TravelTimeArea } from '../../../server/domain/access.ts'
import { fonts } from '../../layers/parts.ts'
import { base, composite } from '../../theme/palette.ts'
import type { MapExtra } from './extra.ts'

/**
 * How travel-time areas are painted: one colour laid over itself, so that the nearer ground is the darker; a firm
 * edge with its minutes written along it; and for one of them, dashed, the least and the most it can be.
 *
 * @param rangedMinutes the area whose least and most are drawn; null: of none
 * @param label how the minutes of an edge read
 * @param inLegend how an area is named in a printed legend
 */
export function travelTimeExtra(
  areas: readonly TravelTimeArea[],
  rangedMinutes: number | null,
  label: (minutes: number) => string,
  inLegend: (minutes: number) => string,
): MapExtra {
  const features = areas.flatMap(({ minutes, outlines }) =>
    (['value', 'low', 'high'] as const).flatMap((which) => {
      const geometry = outlines[which]
      if (!geometry || (which !== 'value' && minutes !== rangedMinutes)) return []
      return [{ type: 'Feature' as const, properties: { which, minutes, label: label(minutes) }, geometry }]
    }),
  )
  const source = { source: 'travel-time' } as const
  return {
    id: 'travel-time',
    // The nearer ground lies under more layers of the colour.
    legend: areas
      .toSorted((one, other) => one.minutes - other.minutes)
      .map(({ minutes }, i) => ({
        text: { name: inLegend(minutes) },
        symbol: {
          symbol: 'area',
          fill: composite(ink, base.province, 1 - 0.8 ** (areas.length - i)),
          edge: ink,
        },
        drawnBy: { layers: ['travel-time/ground'], where: { minutes: String(minutes) } },
      })),
    sources: { 'travel-time': { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        slot: 'area',
        style: {
          id: 'travel-time/ground',
          type: 'fill',
          ...source,
          filter: ['==', ['get', 'which'], 'value'],
          paint: { 'fill-color': ink, 'fill-opacity': 0.2 },
        },
      },
      {
        slot: 'area',
        style: {
          id: 'travel-time/range',
          type: 'line',
          ...source,
          filter: ['!=', ['get', 'which'], 'value'],
          paint: { 'line-color': ink, 'line-width': 1.2, 'line-dasharray': [3, 3], 'line-opacity': 0.8 },
        },
      },
      {
        slot: 'area',
        style: {
          id: 'travel-time/edge',
          type: 'line',
          ...source,
          filter: ['==', ['get', 'which'], 'value'],
          layout: { 'line-join': 'round' },
          paint: { 'line-color': ink, 'line-width': 1.6 },
        },
      },
      {
        slot: 'name',
        style: {
          id: 'travel-time/minutes',
          type: 'symbol',
          ...source,
          filter: ['==', ['get', 'which'], 'value'],
          layout: {
            'symbol-placement': 'line',
            'symbol-spacing': 320,
            'text-field': ['get', 'label'],
            'text-font': fonts.bold,
            'text-size': 12,
            'text-max-angle': 60,
          },
          paint: { 'text-color': ink, 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
        },
      },
    ],
  }
}

const ink = '#1b5e8c'
