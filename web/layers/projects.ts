import type { ExpressionSpecification } from 'maplibre-gl'
import { plan } from '../theme/palette.ts'
import { patternImageId } from '../theme/patterns.ts'
import type { IconName } from '../theme/icons.ts'
import type { AtlasLayer } from './layer.ts'
import { badge, whenActive } from './parts.ts'

/** Pictogram of a project by its kind; a kind without one gets the dot. */
const projectIcons: Record<string, IconName> = {
  urban: 'building',
  'smart-city': 'building',
  'airport-city': 'plane',
  agriculture: 'leaf',
  logistics: 'box',
  sport: 'ball',
  health: 'cross',
  education: 'school',
  science: 'bolt',
  rural: 'leaf',
  'water-supply': 'drop',
  'industry-support': 'factory',
  culture: 'temple',
}

const projectIcon: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  ...(Object.entries(projectIcons).flat() as [string, string, ...string[]]),
  'dot',
]

/** Everything else that the programme wants to build. */
export const projectsLayer: AtlasLayer = {
  id: 'projects',
  group: 'projects',
  collections: ['projects'],
  visibleByDefault: true,
  clickable: true,
  legend: [
    { label: 'urban', symbol: 'icon', icon: 'building', color: '#a3475a', status: 'planned' },
    { label: 'agriculture', symbol: 'icon', icon: 'leaf', color: '#a3475a', status: 'planned' },
    { label: 'logistics', symbol: 'icon', icon: 'box', color: '#a3475a', status: 'planned' },
  ],
  parts: (context) => [
    {
      slot: 'area',
      name: 'footprint',
      collection: 'projects',
      style: {
        type: 'fill',
        minzoom: 9.5,
        filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['==', ['get', 'geometryBasis'], 'symbol']],
        paint: { 'fill-pattern': patternImageId('hatch', plan.urban), 'fill-opacity': whenActive(1, 0.7) },
      },
    },
    ...badge('label-points', context, {
      icon: projectIcon,
      color: '#a3475a',
      minzoom: 8.4,
      priority: 40,
      scale: 0.85,
      labelMinzoom: 10,
      filter: ['==', ['get', 'of'], 'projects'],
    }),
  ],
}

/** Irrigation works the programme names, and dams and power stations for context. */
export const waterworksLayer: AtlasLayer = {
  id: 'waterworks',
  group: 'projects',
  collections: ['waterworks'],
  visibleByDefault: false,
  clickable: true,
  legend: [
    { label: 'dam', symbol: 'icon', icon: 'dam', color: '#1f6f78', status: 'existing' },
    { label: 'power', symbol: 'icon', icon: 'bolt', color: '#1f6f78', status: 'existing' },
  ],
  parts: (context) =>
    badge('waterworks', context, {
      icon: ['match', ['get', 'kind'], 'power-plant', 'bolt', 'dam', 'dam', 'drop'],
      color: '#1f6f78',
      minzoom: 7.6,
      priority: 45,
      scale: 0.85,
      labelMinzoom: 9.4,
    }),
}

/** Fishing ports and storm shelters. */
export const fishingPortsLayer: AtlasLayer = {
  id: 'fishing-ports',
  group: 'projects',
  collections: ['fishing-ports'],
  visibleByDefault: false,
  clickable: true,
  legend: [{ label: 'fishing-port', symbol: 'icon', icon: 'fish', color: '#12628c', status: 'existing' }],
  parts: (context) =>
    badge('fishing-ports', context, {
      icon: 'fish',
      color: '#12628c',
      minzoom: 8,
      priority: 46,
      scale: 0.85,
      labelMinzoom: 9.8,
    }),
}
