/**
 * A small catalog made by hand, for tests whose answers must be exact.
 *
 * Nothing in it is a fact: names are plain, places are round numbers in the right part of the world, and
 * the areas were chosen so that sums can be checked in the head.
 */
import type { Geometry, Position } from 'geojson'
import { buildCatalog, type Catalog, type FeaturesByCollection, type PlanSeeds } from '../catalog/catalog.ts'
import type { CollectionId, FeatureOf, PropertiesOf } from '../domain/collections.ts'
import type { Figure, Origin } from '../domain/provenance.ts'
import { fixtureDriving } from './driving-fixture.ts'

/** From cs2cs (geodata.md): latitude, longitude. */
export const goldenPositions = [
  [19.807, 105.776],
  [20.67, 104.38],
  [19.3, 105.0],
  [19.35, 105.82],
  [20.05, 106.05],
] as const

/** Ids that a careless server stumbles over. */
export const awkwardIds = ['Đông Sơn', '50 % của a/b', 'á'.repeat(200), '__proto__', 'constructor', 'a?b#c&d=e']

export const communeCount = 300

const common = (id: string, kind: string) => ({
  id,
  name_vi: `Tên ${id}`,
  name_en: `Name ${id}`,
  kind,
  geometryBasis: 'schematic' as const,
  uncertaintyMeters: 100,
  originIds: ['programme'],
})

const stated = (id: string, kind: string) => ({
  ...common(id, kind),
  aliases: [],
  clauses: ['II.2.1'],
  pillarIds: [],
  status: 'planned' as const,
  targetYear: null,
  figures: [],
  notes: [],
})

const area = (id: string, kind: string) => ({
  ...stated(id, kind),
  statedAreaHectares: null,
  statedAreaOriginId: null,
  drawnAreaHectares: null,
})

const unit = (id: string, kind: string) => ({
  ...common(id, kind),
  code: id,
  statedAreaHectares: null,
  drawnAreaHectares: null,
})

const noPeople = { population2019: null, populationBasis: null }

export function feature<Id extends CollectionId>(
  geometry: Geometry | null,
  properties: PropertiesOf<Id>,
): FeatureOf<Id> {
  const id = (properties as { id: string }).id
  return { type: 'Feature', id, geometry, properties }
}

export function point(longitude: number, latitude: number): Geometry {
  return { type: 'Point', coordinates: [longitude, latitude] }
}

export function line(...coordinates: Position[]): Geometry {
  return { type: 'LineString', coordinates }
}

export function box(west: number, south: number, east: number, north: number, ...holes: Position[][]): Geometry {
  return { type: 'Polygon', coordinates: [ring(west, south, east, north), ...holes] }
}

export function ring(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

export function areaFigure(
  key: Figure['key'],
  value: number,
  originId: string,
  date: string | null,
  about?: string,
): Figure {
  const words = about === undefined ? {} : { about_vi: about, about_en: about }
  return { key, value, unit: 'ha', originId, locator: 'p. 1', date, confidence: 'high', ...words }
}

const zones: FeatureOf<'zones'>[] = [
  feature<'zones'>(box(105.6, 19.3, 105.8, 19.5), {
    ...area('coast-zone', 'zone'),
    name_vi: 'Khu kinh tế Bờ Biển',
    status: 'existing',
    statedAreaHectares: 600,
    statedAreaOriginId: 'decree',
    drawnAreaHectares: 590,
    figures: [
      areaFigure('landArea', 600, 'decree', '2015-06-12', 'land'),
      areaFigure('area', 1000, 'decree', '2015-06-12'),
      areaFigure('waterArea', 400, 'decree', '2015-06-12', 'water'),
      areaFigure('area', 180, 'decree', '2007'),
    ],
  }),
  feature<'zones'>(null, {
    ...area('gate-zone', 'zone'),
    geometryBasis: null,
    uncertaintyMeters: null,
    targetYear: 2030,
    notes: [
      {
        key: 'location',
        text_vi: 'Chưa ai công bố ranh giới.',
        text_en: 'Nobody has published an outline.',
        originId: 'press',
        locator: null,
        date: null,
        confidence: 'high',
      },
    ],
  }),
]

const park = (id: string, at: [number, number], figures: Figure[], more: Partial<PropertiesOf<'parks'>> = {}) =>
  feature<'parks'>(point(...at), { ...area(id, 'park'), figures, ...more })

const parks = [
  park('park-a', [105.8, 19.8], [areaFigure('area', 60, 'press', '2001'), areaFigure('area', 80, 'decree', '2010')], {
    statedAreaHectares: 80,
    statedAreaOriginId: 'decree',
    drawnAreaHectares: 81,
    status: 'existing',
    targetYear: 2025,
  }),
  park(
    'park-b',
    [105.85, 20.1],
    [areaFigure('area', 100, 'decree', '2010'), areaFigure('area', 999, 'hearsay', null)],
    {
      targetYear: 2030,
    },
  ),
  park('park-c', [105.4, 20.3], [areaFigure('area', 50, 'hearsay', null)]),
]

const communes = Array.from({ length: communeCount }, (_, index) => {
  const west = 104.6 + (index % 20) * 0.05
  const south = 19.5 + Math.floor(index / 20) * 0.05
  return feature<'communes'>(box(west, south, west + 0.05, south + 0.05), {
    ...unit(`commune-${String(index).padStart(3, '0')}`, index % 3 === 0 ? 'ward' : 'commune'),
    population2019: index,
    populationBasis: 'census',
    districtId: index < 150 ? 'east' : 'west',
    unitId: index < 150 ? 'xa-dong' : 'xa-tay',
  })
})

const awkward = awkwardIds.map((id, index) => feature<'links'>(point(104 + index, 20), { ...stated(id, 'link') }))

const stations = goldenPositions.map(([latitude, longitude], index) =>
  feature<'stations'>(point(longitude, latitude), stated(`golden-${index}`, 'station')),
)

/** Runs across many tile borders, and round a hollow that its envelope would cover. */
const corridors = [
  feature<'corridors'>(line([104.5, 19.5], [106, 20.4]), {
    ...stated('straight', 'corridor'),
    drawnLengthKilometers: 186,
    roadIds: [],
    targetYear: 2030,
  }),
  feature<'corridors'>(line([105, 20.5], [105.5, 20.5], [105.5, 20], [105, 20]), {
    ...stated('hook', 'corridor'),
    drawnLengthKilometers: 160,
    roadIds: [],
    targetYear: 2025,
  }),
]

const features: FeaturesByCollection = {
  centres: [
    feature<'centres'>(box(105, 19.8, 105.3, 20, ring(105.1, 19.85, 105.2, 19.95)), {
      ...area('ring-town', 'centre'),
      drawnAreaHectares: 60_000,
    }),
  ],
  corridors,
  zones,
  'zone-sea': [
    feature<'zone-sea'>(box(105.8, 19.2, 106, 19.5), {
      ...area('coast-zone-sea', 'zone-sea'),
      statedAreaHectares: 400,
      statedAreaOriginId: 'decree',
      drawnAreaHectares: 400,
    }),
  ],
  parks,
  'later-parks': [],
  links: awkward,
  roads: [
    feature<'roads'>(line([105.7, 19.3], [105.8, 20.1]), {
      ...stated('road-1', 'road'),
      drawnLengthKilometers: 89,
      ref: 'QL1A',
      roadClass: 'national',
    }),
  ],
  interchanges: [],
  railways: [],
  stations,
  ports: [
    feature<'ports'>(point(105.8, 19.31), {
      ...stated('port-1', 'seaport'),
      status: 'existing',
      aliases: ['Cảng Một'],
    }),
    feature<'ports'>(point(179.9, 10), { ...stated('port-east', 'seaport') }),
    feature<'ports'>(point(-179.9, 10), { ...stated('port-west', 'seaport') }),
  ],
  airports: [],
  runways: [],
  'border-gates': [],
  projects: [],
  waterworks: [],
  'fishing-ports': [],
  heritage: [],
  rivers: [],
  province: [feature<'province'>(box(104.4, 19.3, 106.1, 20.7), { ...unit('thanh-hoa', 'province'), ...noPeople })],
  districts: ['east', 'west'].map((id, index) =>
    feature<'districts'>(box(104.6 + index * 0.5, 19.5, 105.1 + index * 0.5, 20.25), {
      ...unit(id, 'district'),
      ...noPeople,
      seat: null,
      communeCount: 150,
    }),
  ),
  units: ['xa-dong', 'xa-tay'].map((id, index) =>
    feature<'units'>(box(104.6 + index * 0.5, 19.5, 105.1 + index * 0.5, 20.25), {
      ...unit(id, 'unit'),
      formedFrom: 'nhiều xã',
      communeIds: [],
    }),
  ),
  communes,
  places: [
    feature<'places'>(point(105.77, 19.8), { ...common('big-place', 'city'), rank: 1 }),
    feature<'places'>(point(105.5, 19.9), { ...common('small-place', 'hamlet'), rank: 6 }),
  ],
  'label-points': [
    feature<'label-points'>(point(104.9, 19.9), {
      ...common('label-east', 'label-point'),
      of: 'districts',
      featureId: 'east',
      areaHectares: 1,
      status: null,
      targetYear: null,
    }),
  ],
  land: [feature<'land'>(box(104, 19, 106, 21), common('mainland', 'land'))],
  coast: [],
  borders: [],
  neighbours: [],
}

const origin = (id: string, kind: Origin['kind']): Origin => ({
  id,
  title: `Origin ${id}`,
  publisher: null,
  date: null,
  kind,
  licence: null,
  address: null,
})

export const fixturePlan: PlanSeeds = {
  figures: [
    planFigure('zones-and-parks-area', 'Tổng diện tích', 'Total area', 2000),
    planFigure('parks-area', 'Diện tích các khu', 'Area of the parks', 300),
  ],
  pillars: [],
  clauses: [{ id: 'II.2.1', title_vi: 'Mục', title_en: 'Clause', excerpt_vi: null }],
  disagreements: [],
  origins: [
    origin('programme', 'programme'),
    origin('decree', 'law'),
    origin('press', 'press'),
    origin('hearsay', 'unverified'),
  ],
  driving: fixtureDriving,
  distances: [],
  distancePlaces: [],
}

function planFigure(id: string, label_vi: string, label_en: string, value: number): PlanSeeds['figures'][number] {
  return {
    id,
    section: 'land',
    label_vi,
    label_en,
    unit: 'ha',
    clause: 'II.2.1',
    originId: 'programme',
    values: [{ period: '2030', value, qualifier: 'exactly', quote_vi: `${value} ha` }],
  }
}

export const fixtureFeatures = features

export function fixtureCatalog(changes: Partial<FeaturesByCollection> = {}): Catalog {
  return buildCatalog({ ...features, ...changes }, fixturePlan, 'fixture-version')
}
