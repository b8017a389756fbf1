import type { Feature } from 'geojson'
import type { ScenarioLine } from '../../../server/domain/scenario.ts'
import type { WhatIf } from '../../../server/domain/what-if.ts'
import { fonts } from '../../layers/parts.ts'
import { patternImageId } from '../../theme/patterns.ts'
import { changeColors, type ChangePattern } from '../../theme/changes.ts'
import { composite } from '../../theme/palette.ts'
import type { ExtraLayer, ExtraLegendEntry, MapExtra } from './extra.ts'

const removedColor = '#5a676b'

/** What a scenario's lines look like, and the ground they gain and lose: by colour and by texture. */
export interface ScenarioPicture {
  outlines: WhatIf['outlines'] | null
  lines: readonly {
    id: string
    name: string
    geometry: ScenarioLine['geometry']
    state: 'changed' | 'new' | 'removed'
  }[]
}

export function scenarioExtra({ outlines, lines }: ScenarioPicture): MapExtra {
  const features = [
    ...(['gained', 'lost'] as const).flatMap((which): Feature[] => {
      const geometry = outlines?.[which]
      return geometry ? [{ type: 'Feature', properties: { which }, geometry }] : []
    }),
    ...lines.map(({ id, name, geometry, state }): Feature => ({
      type: 'Feature',
      properties: { which: state, id, name },
      geometry,
    })),
  ]
  return {
    id: 'scenario',
    legend: [
      ...(['gained', 'lost'] as const).map((which): ExtraLegendEntry => ({
        text: { word: `draw.whatIf.${which}` },
        symbol: {
          symbol: 'area',
          fill: composite(changeColors[which], '#ffffff', 0.34),
          edge: changeColors[which],
          pattern: which === 'gained' ? 'dots' : 'hatch',
        },
        drawnBy: { layers: [`scenario/${which}`] },
      })),
      {
        text: { word: 'draw.scenario.lineLegend' },
        symbol: { symbol: 'line', color: changeColors.line, width: 3.2 },
        drawnBy: { layers: ['scenario/standing'] },
      },
      {
        text: { word: 'draw.scenario.removedLegend' },
        symbol: { symbol: 'line', color: removedColor, width: 2.5, dash: [1, 1.5] },
        drawnBy: { layers: ['scenario/removed'] },
      },
    ],
    sources: { scenario: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      ...ground('gained', 'dots'),
      ...ground('lost', 'hatch'),
      line('casing', ['changed', 'new', 'removed'], { 'line-color': '#ffffff', 'line-width': 6 }),
      line('removed', ['removed'], { 'line-color': removedColor, 'line-width': 2.5, 'line-dasharray': [1, 1.5] }),
      line('standing', ['changed', 'new'], { 'line-color': changeColors.line, 'line-width': 3.2 }),
      {
        slot: 'name',
        style: {
          ...nameStyle(changeColors.line),
          id: 'scenario/name',
          source: 'scenario',
          filter: ['in', ['get', 'which'], ['literal', ['changed', 'new']]],
        },
      },
    ],
  }
}

/** Lines of another scenario, to be held against the open one: thinner, dashed, over a pale casing. */
export function comparedScenarioExtra(
  lines: readonly { name: string; geometry: ScenarioLine['geometry'] }[],
): MapExtra {
  const features = lines.map(({ name, geometry }): Feature => ({ type: 'Feature', properties: { name }, geometry }))
  const common = { source: 'compared-scenario' }
  return {
    id: 'compared-scenario',
    legend: [
      {
        text: { word: 'draw.scenario.otherLegend' },
        symbol: { symbol: 'line', color: changeColors.compared, width: 2.2, dash: [3, 1.5] },
        drawnBy: { layers: ['compared-scenario/line'] },
      },
    ],
    sources: { 'compared-scenario': { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        slot: 'line',
        style: {
          ...common,
          id: 'compared-scenario/casing',
          type: 'line',
          paint: { 'line-color': '#ffffff', 'line-width': 4.5 },
        },
      },
      {
        slot: 'line',
        style: {
          ...common,
          id: 'compared-scenario/line',
          type: 'line',
          paint: { 'line-color': changeColors.compared, 'line-width': 2.2, 'line-dasharray': [3, 1.5] },
        },
      },
      { slot: 'name', style: { ...nameStyle(changeColors.compared), ...common, id: 'compared-scenario/name' } },
    ],
  }
}

function nameStyle(color: string) {
  return {
    type: 'symbol' as const,
    layout: {
      'symbol-placement': 'line' as const,
      'text-field': ['get', 'name'] as ['get', string],
      'text-font': fonts.bold,
      'text-size': 12.5,
      'text-offset': [0, -1] as [number, number],
    },
    paint: { 'text-color': color, 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 },
  }
}

function ground(which: 'gained' | 'lost', pattern: ChangePattern): ExtraLayer[] {
  const color = changeColors[which]
  const common = { source: 'scenario', filter: ['==', ['get', 'which'], which] as ['==', ['get', string], string] }
  return [
    {
      slot: 'area',
      style: { ...common, id: `scenario/${which}`, type: 'fill', paint: { 'fill-color': color, 'fill-opacity': 0.34 } },
    },
    {
      slot: 'area',
      style: {
        ...common,
        id: `scenario/${which}-texture`,
        type: 'fill',
        paint: { 'fill-pattern': patternImageId(pattern, color) },
      },
    },
    {
      slot: 'edge',
      style: {
        ...common,
        id: `scenario/${which}-edge`,
        type: 'line',
        paint: {
          'line-color': color,
          'line-width': 2,
          ...(which === 'lost' ? { 'line-dasharray': [3, 2] } : {}),
        },
      },
    },
  ]
}

function line(name: string, states: readonly string[], paint: object): ExtraLayer {
  return {
    slot: 'line',
    style: {
      id: `scenario/${name}`,
      type: 'line',
      source: 'scenario',
      filter: ['in', ['get', 'which'], ['literal', [...states]]],
      layout: { 'line-join': 'round', 'line-cap': name === 'removed' ? 'butt' : 'round' },
      paint,
    },
  }
}
