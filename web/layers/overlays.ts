import { plan } from '../theme/palette.ts'
import type { AtlasLayer } from './layer.ts'
import { fonts, nameIn, nameInk } from './parts.ts'

/** Discs of uncertainty, in metres on the ground: the true place lies somewhere inside. */
export const halosLayer: AtlasLayer = {
  id: 'halos',
  group: 'plan',
  collections: [
    'parks',
    'later-parks',
    'ports',
    'airports',
    'border-gates',
    'projects',
    'heritage',
    'waterworks',
    'fishing-ports',
    'interchanges',
    'stations',
  ],
  visibleByDefault: false,
  clickable: false,
  legend: [{ label: 'halo', symbol: 'halo', color: plan.industrial }],
  parts: () => [],
  deck: 'halos',
}

/** The growth quadrilateral with Hà Nội, Hải Phòng and Quảng Ninh, and the ties of port and airport. */
export const linksLayer: AtlasLayer = {
  id: 'links',
  group: 'plan',
  collections: ['links'],
  visibleByDefault: false,
  clickable: true,
  legend: [{ label: 'link', symbol: 'arc', color: plan.services }],
  // The map's own names give way to each other and to the neighbours' names; deck.gl's would lie on top of them.
  parts: (context) => [
    {
      slot: 'name',
      name: 'names',
      collection: 'links',
      style: {
        type: 'symbol',
        layout: {
          'text-field': nameIn(context),
          'text-font': fonts.bold,
          'text-size': 13.5,
          'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
          'text-radial-offset': 0.7,
          'text-padding': 4,
        },
        paint: nameInk('#3c1437'),
      },
    },
  ],
  deck: 'links',
}

/** Stated area as height: a column over each park that has one. */
export const columnsLayer: AtlasLayer = {
  id: 'columns',
  group: 'plan',
  collections: ['parks'],
  visibleByDefault: false,
  clickable: false,
  legend: [{ label: 'column', symbol: 'column', color: plan.industrial }],
  parts: () => [],
  deck: 'columns',
}
