import { Type, type Static, type TObject } from 'typebox'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { Figure, Note, Readiness, Slug } from './provenance.ts'

/**
 * Which collections the atlas serves and what a feature of each one carries.
 *
 * One entry here is one file in `data/geojson`, one OGC collection, one layer in the vector tiles.
 * A feature whose position nobody has published keeps a null geometry: it is listed, never dropped.
 */

/** How a shape is known, from a surveyor's outline to a mark that only says "about here". */
export const GeometryBasis = Type.Enum(['surveyed', 'mapped', 'derived', 'schematic', 'symbol'])
export type GeometryBasis = Static<typeof GeometryBasis>

/** As the programme found it in 2021. */
export const Status = Type.Enum(['existing', 'under-way', 'planned', 'study'])
export type Status = Static<typeof Status>

export const Clause = Type.String({ pattern: '^(I|II|III)(\\.\\d+){0,2}$' })

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** What every feature of every collection says of itself. */
const common = {
  id: Slug,
  name_vi: nullable(Type.String({ minLength: 1 })),
  name_en: nullable(Type.String({ minLength: 1 })),
  kind: Type.String({ minLength: 1 }),
  /** Null only where the geometry is null. */
  geometryBasis: nullable(GeometryBasis),
  /** Radius around the true place, in metres; null only where the geometry is null. */
  uncertaintyMeters: nullable(Type.Number({ minimum: 0 })),
  originIds: Type.Array(Slug, { minItems: 1, uniqueItems: true }),
}

/** What the programme and other documents say of a feature. */
const stated = {
  ...common,
  name_vi: Type.String({ minLength: 1 }),
  name_en: Type.String({ minLength: 1 }),
  aliases: Type.Array(Type.String()),
  /** Of the action programme: the clauses that name it or that it falls under; empty for context. */
  clauses: Type.Array(Clause, { uniqueItems: true }),
  pillarIds: Type.Array(Slug, { uniqueItems: true }),
  status: Status,
  /** The year by which the programme wants it; null where it gives none. */
  targetYear: nullable(Type.Integer({ minimum: 2021, maximum: 2050 })),
  /** The year by which a later document has all of it in use; its notes and figures name the document. */
  openedYear: Type.Optional(Type.Integer({ minimum: 2021, maximum: 2050 })),
  figures: Type.Array(Figure),
  notes: Type.Array(Note),
}

const area = {
  ...stated,
  /** The figure the shape was drawn from or is compared with; null: no document states one. */
  statedAreaHectares: nullable(Type.Number({ exclusiveMinimum: 0 })),
  statedAreaOriginId: nullable(Slug),
  /** Area of the drawn polygon on the ellipsoid; null where no polygon is drawn. */
  drawnAreaHectares: nullable(Type.Number({ exclusiveMinimum: 0 })),
  /** Industrial parks only. */
  readiness: Type.Optional(Readiness),
}

const line = {
  ...stated,
  /** Length of the drawn line on the ellipsoid. */
  drawnLengthKilometers: nullable(Type.Number({ exclusiveMinimum: 0 })),
}

const unit = {
  ...common,
  name_vi: Type.String({ minLength: 1 }),
  name_en: Type.String({ minLength: 1 }),
  /** Official code of the unit in its own layer. */
  code: Type.String(),
  statedAreaHectares: nullable(Type.Number({ exclusiveMinimum: 0 })),
  statedAreaOriginId: Type.Optional(Slug),
  drawnAreaHectares: nullable(Type.Number({ exclusiveMinimum: 0 })),
}

const population = {
  population2019: nullable(Type.Integer({ minimum: 0 })),
  /** `census` as published for this very unit; `estimated` from its district's total and the 2009 census. */
  populationBasis: nullable(Type.Enum(['census', 'estimated'])),
}

const polygon = ['Polygon', 'MultiPolygon'] as const
const point = ['Point'] as const
const lineString = ['LineString', 'MultiLineString'] as const

const closed = { additionalProperties: false }

/** Listed in the order of the panel: plan, transport, projects, nature and heritage, administration, base. */
export const collections = {
  centres: define(
    'plan',
    'centre',
    'Trung tâm kinh tế động lực',
    'Economic driver centres',
    polygon,
    Type.Object(area, closed),
  ),
  corridors: define(
    'plan',
    'corridor',
    'Hành lang kinh tế',
    'Economic corridors',
    lineString,
    Type.Object({ ...line, roadIds: Type.Array(Slug) }, closed),
  ),
  zones: define('plan', 'zone', 'Khu kinh tế', 'Economic zones', [...polygon, ...point], Type.Object(area, closed)),
  'zone-sea': define(
    'plan',
    'zone-sea',
    'Phần biển của Khu kinh tế Nghi Sơn',
    'Sea part of the Nghi Sơn Economic Zone',
    polygon,
    Type.Object(area, closed),
  ),
  parks: define(
    'plan',
    'park',
    'Khu công nghiệp của chương trình',
    'Industrial parks of the programme',
    [...polygon, ...point],
    Type.Object(area, closed),
  ),
  'later-parks': define(
    'plan',
    'later-park',
    'Khu công nghiệp ngoài chương trình',
    'Parks outside the programme',
    [...polygon, ...point],
    Type.Object(area, closed),
  ),
  links: define('plan', 'link', 'Liên kết ngoài tỉnh', 'Links beyond the province', point, Type.Object(stated, closed)),

  roads: define(
    'transport',
    'road',
    'Đường bộ',
    'Roads',
    lineString,
    Type.Object(
      {
        ...line,
        ref: nullable(Type.String()),
        roadClass: Type.Enum(['expressway', 'national', 'provincial', 'urban']),
      },
      closed,
    ),
  ),
  interchanges: define(
    'transport',
    'interchange',
    'Nút giao cao tốc',
    'Expressway interchanges',
    point,
    Type.Object(stated, closed),
  ),
  railways: define('transport', 'railway', 'Đường sắt', 'Railways', lineString, Type.Object(line, closed)),
  stations: define('transport', 'station', 'Ga đường sắt', 'Railway stations', point, Type.Object(stated, closed)),
  ports: define('transport', 'port', 'Cảng biển', 'Seaports', point, Type.Object(stated, closed)),
  airports: define('transport', 'airport', 'Cảng hàng không', 'Airports', point, Type.Object(stated, closed)),
  runways: define('transport', 'runway', 'Đường cất hạ cánh', 'Runways', polygon, Type.Object(area, closed)),
  'border-gates': define('transport', 'border-gate', 'Cửa khẩu', 'Border gates', point, Type.Object(stated, closed)),

  projects: define(
    'projects',
    'project',
    'Dự án của chương trình',
    'Projects of the programme',
    [...polygon, ...point],
    Type.Object(area, closed),
  ),
  waterworks: define(
    'projects',
    'waterwork',
    'Thủy lợi, hồ đập và nguồn điện',
    'Irrigation, dams and power',
    point,
    Type.Object(stated, closed),
  ),
  'fishing-ports': define(
    'projects',
    'fishing-port',
    'Cảng cá, khu neo đậu',
    'Fishing ports and storm shelters',
    point,
    Type.Object(stated, closed),
  ),

  heritage: define('nature', 'heritage', 'Di sản, di tích', 'Heritage', point, Type.Object(area, closed)),
  rivers: define(
    'nature',
    'river',
    'Sông',
    'Rivers',
    lineString,
    Type.Object({ ...common, riverClass: Type.Integer({ minimum: 1 }) }, closed),
  ),

  province: define(
    'administration',
    'province',
    'Tỉnh Thanh Hóa',
    'Thanh Hóa province',
    polygon,
    Type.Object({ ...unit, ...population }, closed),
  ),
  districts: define(
    'administration',
    'district',
    'Đơn vị cấp huyện (2021)',
    'Districts (2021)',
    polygon,
    Type.Object(
      { ...unit, ...population, seat: nullable(Type.String()), communeCount: Type.Integer({ minimum: 0 }) },
      closed,
    ),
  ),
  units: define(
    'administration',
    'unit',
    'Đơn vị cấp xã (2025)',
    'Communes and wards (2025)',
    polygon,
    Type.Object({ ...unit, formedFrom: Type.String(), communeIds: Type.Array(Slug) }, closed),
  ),
  communes: define(
    'administration',
    'commune',
    'Xã, phường trước 2019',
    'Communes before 2019',
    polygon,
    Type.Object({ ...unit, ...population, districtId: Slug, unitId: nullable(Slug) }, closed),
  ),
  places: define(
    'administration',
    'place',
    'Địa danh',
    'Places',
    point,
    Type.Object({ ...common, rank: Type.Integer({ minimum: 1, maximum: 6 }) }, closed),
  ),
  'label-points': define(
    'administration',
    'label-point',
    'Vị trí ghi tên',
    'Label positions',
    point,
    // `kind`, `status` and `targetYear` are those of the labelled feature, so that a badge can show them.
    Type.Object(
      {
        ...common,
        of: Type.String(),
        featureId: Slug,
        areaHectares: nullable(Type.Number({ minimum: 0 })),
        status: nullable(Status),
        targetYear: nullable(Type.Integer()),
        openedYear: Type.Optional(Type.Integer()),
      },
      closed,
    ),
  ),

  land: define('base', 'land', 'Đất liền', 'Land', polygon, Type.Object(common, closed)),
  coast: define('base', 'coastline', 'Đường bờ biển', 'Coastline', lineString, Type.Object(common, closed)),
  borders: define('base', 'border', 'Biên giới, ranh giới', 'Borders', lineString, Type.Object(common, closed)),
  neighbours: define(
    'base',
    'neighbour',
    'Tỉnh lân cận',
    'Neighbouring provinces',
    polygon,
    Type.Object(common, closed),
  ),
} satisfies Record<string, CollectionDefinition>

export type CollectionId = keyof typeof collections
export const collectionIds = Object.keys(collections) as CollectionId[]

export type PropertiesOf<Id extends CollectionId> = Static<(typeof collections)[Id]['properties']>
export type FeatureOf<Id extends CollectionId> = Feature<Geometry | null, PropertiesOf<Id>> & { id: string }
export type CollectionOf<Id extends CollectionId> = Omit<FeatureCollection, 'features'> & { features: FeatureOf<Id>[] }

export type CollectionGroup = 'plan' | 'transport' | 'projects' | 'nature' | 'administration' | 'base'

export interface CollectionDefinition {
  group: CollectionGroup
  /** One feature of it, as links name it: `park:bim-son`. */
  singular: string
  title_vi: string
  title_en: string
  geometryTypes: readonly Geometry['type'][]
  properties: TObject
}

function define<P extends TObject>(
  group: CollectionGroup,
  singular: string,
  title_vi: string,
  title_en: string,
  geometryTypes: readonly Geometry['type'][],
  properties: P,
) {
  return { group, singular, title_vi, title_en, geometryTypes, properties }
}
