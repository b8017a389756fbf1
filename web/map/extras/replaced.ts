import type { ExpressionSpecification } from 'maplibre-gl'
import type { Replacement } from '../../state/replacements.ts'
import { composite, plan } from '../../theme/palette.ts'
import type { MapExtra } from './extra.ts'

/**
 * Outlines that stand in for shapes of the plan: in the plan's colour, with a firm edge, for they are known better
 * than what they replace. A press on one selects the feature, by `of` and `featureId` as label points do.
 */
export function replacedExtra(replacements: readonly Replacement[], selectedKey: string | null): MapExtra | null {
  if (replacements.length === 0) return null
  const features = replacements.map(({ collection, id, geometry, featureName }) => ({
    type: 'Feature' as const,
    properties: {
      of: collection,
      featureId: id,
      name_vi: featureName,
      name_en: featureName,
      isSelected: `${collection}/${id}` === selectedKey,
    },
    geometry,
  }))
  const whenSelected = (selected: number, otherwise: number): ExpressionSpecification => [
    'case',
    ['get', 'isSelected'],
    selected,
    otherwise,
  ]
  return {
    id: 'replaced',
    replaces: replacements,
    legend: replacements.map(({ collection, id, replacedName, fileName }) => ({
      text: { name: `${replacedName} (${fileName})` },
      symbol: { symbol: 'area', fill: composite(plan.industrial, '#ffffff', 0.34), edge: plan.industrial },
      drawnBy: { layers: ['replaced/fill'], where: { of: collection, featureId: id } },
    })),
    sources: { replaced: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        slot: 'area',
        picks: true,
        style: {
          id: 'replaced/fill',
          type: 'fill',
          source: 'replaced',
          paint: { 'fill-color': plan.industrial, 'fill-opacity': whenSelected(0.5, 0.34) },
        },
      },
      {
        slot: 'line',
        style: {
          id: 'replaced/casing',
          type: 'line',
          source: 'replaced',
          layout: { 'line-join': 'round' },
          paint: { 'line-color': '#ffffff', 'line-width': 4.5, 'line-opacity': 0.85 },
        },
      },
      {
        slot: 'line',
        style: {
          id: 'replaced/edge',
          type: 'line',
          source: 'replaced',
          layout: { 'line-join': 'round' },
          paint: { 'line-color': plan.industrial, 'line-width': whenSelected(3, 2.2) },
        },
      },
    ],
  }
}
