import { expect, test } from 'vitest'
import { layers } from '../layers/index.ts'
import type { DrawnFeature } from '../map/render-picture.ts'
import { drawnExtras, drawnLegend } from './drawn-legend.ts'

const feature = (styleLayer: string, more: Partial<DrawnFeature> = {}): DrawnFeature => ({
  styleLayer,
  collection: '',
  id: 'x',
  properties: {},
  icon: null,
  ...more,
})

function legendOf(drawn: DrawnFeature[], isVisible = () => true): string[] {
  return drawnLegend(
    layers.filter(({ deck }) => deck === undefined),
    isVisible,
    drawn,
  ).flatMap(({ layers: shown }) =>
    shown.flatMap(({ layer, entries }) => entries.map(({ label }) => `${layer.id}/${label}`)),
  )
}

test('a sheet of open sea has no legend', () => {
  expect(legendOf([])).toEqual([])
})

test('a badge brings the entry of its own status only', () => {
  const icon = 'icon|factory|#882255|under-way'
  expect(legendOf([feature('parks/badge', { icon })])).toEqual(['parks/under-way'])
})

test('a road brings the entry of its class, in the order of the panel', () => {
  const drawn = [
    feature('base/coast'),
    feature('roads/minor', { properties: { roadClass: 'provincial' } }),
    feature('corridors/core'),
  ]
  expect(legendOf(drawn)).toEqual(['corridors/corridor', 'roads/provincial', 'base/coast'])
})

test('what is drawn but has no entry of its own brings the whole legend of its layer', () => {
  const icon = 'icon|school|#a3475a|planned'
  expect(legendOf([feature('projects/badge', { icon })])).toEqual([
    'projects/urban',
    'projects/agriculture',
    'projects/logistics',
  ])
})

test('what panels add brings its words only where it is drawn', () => {
  const drawn = [feature('drawings/edge', { properties: { id: 'a' } }), feature('reach/edge')]
  const line = { symbol: 'line', color: '#000000', width: 1 } as const
  const extra = {
    id: 'x',
    sources: {},
    layers: [],
    legend: [
      { text: { word: 'w.reach' }, symbol: line, drawnBy: { layers: ['reach/edge'] } },
      { text: { word: 'w.range' }, symbol: line, drawnBy: { layers: ['reach/range'] } },
      { text: { name: 'A' }, symbol: line, drawnBy: { layers: ['drawings/edge'], where: { id: 'a' } } },
      { text: { name: 'B' }, symbol: line, drawnBy: { layers: ['drawings/edge'], where: { id: 'b' } } },
      { text: { name: 'edges' }, symbol: line, drawnBy: { layers: ['drawings/edge'], unless: 'reach/edge' } },
      { text: { name: 'of deck.gl' }, symbol: line },
    ],
  }
  expect(drawnExtras([extra, { id: 'none', sources: {}, layers: [] }], drawn).map(({ text }) => text)).toEqual([
    { word: 'w.reach' },
    { name: 'A' },
    { name: 'of deck.gl' },
  ])
})
