import { plan } from '../theme/palette.ts'
import type { AtlasLayer } from './layer.ts'
import { badge } from './parts.ts'

/** The heritage sites that the programme wants preserved. */
export const heritageLayer: AtlasLayer = {
  id: 'heritage',
  group: 'nature',
  collections: ['heritage'],
  visibleByDefault: true,
  clickable: true,
  legend: [{ label: 'heritage', symbol: 'icon', icon: 'temple', color: plan.services, status: 'existing' }],
  parts: (context) =>
    badge('heritage', context, {
      icon: 'temple',
      color: plan.services,
      minzoom: 7.6,
      priority: 35,
      scale: 0.9,
      labelMinzoom: 9,
    }),
}
