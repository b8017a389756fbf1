import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import { plan } from '../theme/palette.ts'
import type { AtlasLayer } from './layer.ts'
import { badge, fonts, grows, statusAt, whenActive } from './parts.ts'

const expressway = '#332288'
const national = '#6a5fa6'
const minor = '#938cbb'

/** No source says where it runs: drawn as a row of dots with a question mark. */
const isHypothesis: ExpressionSpecification = ['==', ['get', 'kind'], 'national-road-hypothesis']

/** Roads as chains of places; dashed close in, because the carriageway may be kilometres away. */
export const roadsLayer: AtlasLayer = {
  id: 'roads',
  group: 'transport',
  collections: ['roads'],
  visibleByDefault: true,
  clickable: true,
  legend: [
    {
      label: 'expressway',
      drawnBy: { parts: ['expressway'] },
      symbol: 'line',
      color: '#ffffff',
      width: 1.4,
      casing: expressway,
    },
    {
      label: 'national',
      drawnBy: { parts: ['minor'], where: { roadClass: ['national'] } },
      symbol: 'line',
      color: national,
      width: 2,
    },
    {
      label: 'provincial',
      drawnBy: { parts: ['minor'], where: { roadClass: ['provincial', 'urban'] } },
      symbol: 'line',
      color: minor,
      width: 1.5,
    },
    {
      label: 'planned',
      drawnBy: { parts: ['unbuilt', 'expressway-unbuilt'] },
      symbol: 'line',
      color: national,
      width: 2,
      dash: [2, 1.6],
    },
    { label: 'hypothesis', drawnBy: { parts: ['hypothesis'] }, symbol: 'line', color: minor, width: 2, dash: [0.4, 2] },
  ],
  parts: (context) => {
    const builtExpressway: FilterSpecification = [
      'all',
      ['==', ['get', 'roadClass'], 'expressway'],
      ['==', statusAt(context), 'existing'],
    ]
    const isOrdinary: ExpressionSpecification = ['all', ['!=', ['get', 'roadClass'], 'expressway'], ['!', isHypothesis]]
    return [
      {
        slot: 'line',
        name: 'hypothesis',
        collection: 'roads',
        style: {
          type: 'line',
          filter: isHypothesis,
          layout: { 'line-cap': 'round' },
          paint: {
            'line-color': whenActive('#1b1250', minor),
            'line-width': grows(1.1, 2, 4),
            'line-dasharray': [0.2, 2.2],
          },
        },
      },
      {
        slot: 'line',
        name: 'minor',
        collection: 'roads',
        style: {
          type: 'line',
          filter: ['all', isOrdinary, ['==', statusAt(context), 'existing']],
          layout: { 'line-cap': 'round', 'line-join': 'round' },
          paint: {
            'line-color': whenActive('#1b1250', ['match', ['get', 'roadClass'], 'national', national, minor]),
            'line-width': [
              'interpolate',
              ['exponential', 1.4],
              ['zoom'],
              7,
              ['match', ['get', 'roadClass'], 'national', 0.8, 0.5],
              10,
              ['match', ['get', 'roadClass'], 'national', 1.7, 1.2],
              14,
              4,
            ],
            'line-opacity': 0.85,
          },
        },
      },
      {
        slot: 'line',
        name: 'unbuilt',
        collection: 'roads',
        style: {
          type: 'line',
          filter: ['all', isOrdinary, ['!=', statusAt(context), 'existing']],
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': whenActive('#1b1250', ['match', ['get', 'roadClass'], 'national', national, minor]),
            'line-width': grows(1, 1.9, 4),
            'line-dasharray': [
              'case',
              ['==', statusAt(context), 'under-way'],
              ['literal', [3, 1]],
              ['literal', [1.6, 1.6]],
            ],
            'line-opacity': 0.95,
          },
        },
      },
      {
        slot: 'line',
        name: 'expressway-unbuilt',
        collection: 'roads',
        style: {
          type: 'line',
          filter: ['all', ['==', ['get', 'roadClass'], 'expressway'], ['!=', statusAt(context), 'existing']],
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': whenActive('#1b1250', expressway),
            'line-width': grows(1.5, 2.8, 6),
            'line-dasharray': [2.4, 1],
          },
        },
      },
      {
        slot: 'line',
        name: 'expressway-casing',
        collection: 'roads',
        style: {
          type: 'line',
          filter: builtExpressway,
          layout: { 'line-cap': 'round', 'line-join': 'round' },
          paint: { 'line-color': whenActive('#1b1250', expressway), 'line-width': grows(1.8, 3.6, 7) },
        },
      },
      {
        slot: 'line',
        name: 'expressway',
        collection: 'roads',
        style: {
          type: 'line',
          filter: builtExpressway,
          layout: { 'line-cap': 'round', 'line-join': 'round' },
          paint: { 'line-color': '#ffffff', 'line-width': grows(0.6, 1.4, 3) },
        },
      },
      {
        slot: 'name',
        name: 'ref',
        collection: 'roads',
        style: {
          type: 'symbol',
          minzoom: 8.6,
          filter: ['has', 'ref'],
          layout: {
            'symbol-placement': 'line',
            'symbol-spacing': 360,
            'text-field': ['case', isHypothesis, ['concat', ['get', 'ref'], ' ?'], ['get', 'ref']],
            'text-font': fonts.bold,
            'text-size': ['interpolate', ['linear'], ['zoom'], 8, 9, 12, 11.5],
            'text-rotation-alignment': 'viewport',
            'text-padding': 16,
            'symbol-sort-key': 200,
          },
          paint: { 'text-color': '#413592', 'text-halo-color': '#ffffff', 'text-halo-width': 2 },
        },
      },
    ]
  },
}

/** Railways: the line in use with sleepers; the studied one as the desire line it is. */
export const railwaysLayer: AtlasLayer = {
  id: 'railways',
  group: 'transport',
  collections: ['railways', 'stations'],
  visibleByDefault: true,
  clickable: true,
  legend: [
    { label: 'railway', drawnBy: { parts: ['line'] }, symbol: 'line', color: '#4a4a4a', width: 1.6, dash: [3, 0.6] },
    { label: 'study', drawnBy: { parts: ['study'] }, symbol: 'line', color: '#4a4a4a', width: 1.2, dash: [1, 3] },
    { label: 'station', symbol: 'icon', icon: 'train', color: '#4a4a4a', status: 'existing' },
  ],
  parts: (context) => [
    {
      slot: 'line',
      name: 'line',
      collection: 'railways',
      style: {
        type: 'line',
        filter: ['==', ['get', 'status'], 'existing'],
        paint: { 'line-color': whenActive('#000000', '#5a5a58'), 'line-width': grows(0.7, 1.2, 2.4) },
      },
    },
    {
      slot: 'line',
      name: 'sleepers',
      collection: 'railways',
      style: {
        type: 'line',
        minzoom: 8.5,
        filter: ['==', ['get', 'status'], 'existing'],
        paint: { 'line-color': '#5a5a58', 'line-width': grows(2.4, 4.2, 7), 'line-dasharray': [0.25, 2.2] },
      },
    },
    {
      slot: 'line',
      name: 'study',
      collection: 'railways',
      style: {
        type: 'line',
        filter: ['!=', ['get', 'status'], 'existing'],
        paint: {
          'line-color': whenActive('#000000', '#5a5a58'),
          'line-width': grows(0.9, 1.5, 2.6),
          'line-dasharray': [1, 3],
        },
      },
    },
    ...badge('stations', context, {
      icon: 'train',
      color: '#4a4a4a',
      minzoom: 9.6,
      priority: 60,
      scale: 0.75,
      labelMinzoom: 11,
    }),
  ],
}

/** Interchanges of the expressway, by their published kilometre post. */
export const interchangesLayer: AtlasLayer = {
  id: 'interchanges',
  group: 'transport',
  collections: ['interchanges'],
  visibleByDefault: true,
  clickable: true,
  legend: [{ label: 'interchange', symbol: 'icon', icon: 'interchange', color: expressway, status: 'existing' }],
  parts: (context) =>
    badge('interchanges', context, {
      icon: 'interchange',
      color: expressway,
      minzoom: 8.8,
      priority: 30,
      scale: 0.8,
      labelMinzoom: 10.4,
    }),
}

/** The five ports that the programme names. */
export const portsLayer: AtlasLayer = {
  id: 'ports',
  group: 'transport',
  collections: ['ports'],
  visibleByDefault: true,
  clickable: true,
  legend: [
    { label: 'port', symbol: 'icon', icon: 'anchor', color: '#12628c', status: 'existing' },
    { label: 'planned', symbol: 'icon', icon: 'anchor', color: '#12628c', status: 'planned' },
  ],
  parts: (context) =>
    badge('ports', context, { icon: 'anchor', color: '#12628c', minzoom: 7, priority: 10, labelMinzoom: 8.8 }),
}

/** Thọ Xuân airport and its runway in true size. */
export const airportsLayer: AtlasLayer = {
  id: 'airports',
  group: 'transport',
  collections: ['airports', 'runways'],
  visibleByDefault: true,
  clickable: true,
  prominence: 2,
  legend: [{ label: 'airport', symbol: 'icon', icon: 'plane', color: plan.infrastructure, status: 'existing' }],
  parts: (context) => [
    {
      slot: 'line',
      name: 'runway',
      collection: 'runways',
      style: { type: 'fill', minzoom: 10, paint: { 'fill-color': '#55507a' } },
    },
    {
      slot: 'line',
      name: 'runway-edge',
      collection: 'runways',
      style: { type: 'line', minzoom: 9, paint: { 'line-color': '#55507a', 'line-width': grows(0.6, 1.2, 1) } },
    },
    ...badge('airports', context, {
      icon: 'plane',
      color: plan.infrastructure,
      minzoom: 6.5,
      priority: 6,
      scale: 1.15,
      labelMinzoom: 8.2,
    }),
  ],
}

/** Gates on the Lao border. */
export const gatesLayer: AtlasLayer = {
  id: 'border-gates',
  group: 'transport',
  collections: ['border-gates'],
  visibleByDefault: true,
  clickable: true,
  legend: [{ label: 'gate', symbol: 'icon', icon: 'gate', color: '#6b4f2a', status: 'existing' }],
  parts: (context) =>
    badge('border-gates', context, {
      icon: 'gate',
      color: '#6b4f2a',
      minzoom: 7.4,
      priority: 20,
      scale: 0.95,
      labelMinzoom: 8.8,
    }),
}
