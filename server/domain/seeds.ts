import { Type, type Static } from 'typebox'
import { Clause, GeometryBasis, Status } from './collections.ts'
import { DrivingEntry } from './driving.ts'
import { Confidence, Figure, Note, Origin, Readiness, Slug } from './provenance.ts'

/**
 * The shape of what people typed in from documents, file by file.
 *
 * `scripts/build-data.ts` refuses a seed that does not fit, with the path of the first wrong value.
 */

export const Position = Type.Tuple([
  Type.Number({ minimum: 101, maximum: 115 }),
  Type.Number({ minimum: 7, maximum: 23.5 }),
])
export type Position = Static<typeof Position>

/** How it was found: in five languages where investors read it, in two elsewhere. */
const method = {
  method_vi: Type.String({ minLength: 1 }),
  method_en: Type.String({ minLength: 1 }),
  method_zh: Type.Optional(Type.String({ minLength: 1 })),
  method_ja: Type.Optional(Type.String({ minLength: 1 })),
  method_ko: Type.Optional(Type.String({ minLength: 1 })),
}

/** Where a thing is, who says so, how far that may be off, and how the place was found. */
export const Placement = Type.Object(
  {
    position: Position,
    uncertaintyMeters: Type.Number({ exclusiveMinimum: 0 }),
    geometryBasis: GeometryBasis,
    originId: Slug,
    ...method,
  },
  { additionalProperties: false },
)
export type Placement = Static<typeof Placement>

const entry = {
  id: Slug,
  name_vi: Type.String({ minLength: 1 }),
  name_en: Type.String({ minLength: 1 }),
  aliases: Type.Array(Type.String({ minLength: 1 })),
  kind: Slug,
  clauses: Type.Array(Clause),
  pillarIds: Type.Array(Slug),
  status: Status,
  targetYear: Type.Union([Type.Integer(), Type.Null()]),
  openedYear: Type.Optional(Type.Integer()),
  originIds: Type.Array(Slug, { minItems: 1 }),
  figures: Type.Array(Figure),
  notes: Type.Array(Note),
}

/** A place known by a point (or not at all: `placement` null puts it in the "not placed" list). */
export const PointEntry = Type.Object(
  { ...entry, placement: Type.Union([Placement, Type.Null()]) },
  { additionalProperties: false },
)
export type PointEntry = Static<typeof PointEntry>

/** Which former communes, districts or 2025 units an area is the union of. */
export const Extent = Type.Object(
  {
    communeIds: Type.Array(Slug),
    districtIds: Type.Array(Slug),
    unitIds: Type.Array(Slug),
    exceptCommuneIds: Type.Array(Slug),
    uncertaintyMeters: Type.Number({ exclusiveMinimum: 0 }),
    originId: Slug,
    ...method,
  },
  { additionalProperties: false },
)
export type Extent = Static<typeof Extent>

/** A place with an area: drawn as a union of units, as a footprint of its stated area, or as a mark. */
export const AreaEntry = Type.Object(
  {
    ...entry,
    placement: Type.Union([Placement, Type.Null()]),
    extent: Type.Union([Extent, Type.Null()]),
    /** Index into `figures` of the area that is compared with the drawn one; null: none is stated. */
    statedAreaFigure: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    readiness: Type.Optional(Readiness),
  },
  { additionalProperties: false },
)
export type AreaEntry = Static<typeof AreaEntry>

export const Waypoint = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    position: Position,
    uncertaintyMeters: Type.Number({ exclusiveMinimum: 0 }),
    originId: Slug,
    locator: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
)
export type Waypoint = Static<typeof Waypoint>

/** A line through places, in order. An empty list of branches puts it in the "not placed" list. */
export const LineEntry = Type.Object(
  {
    ...entry,
    geometryBasis: Type.Union([GeometryBasis, Type.Null()]),
    branches: Type.Array(Type.Array(Waypoint, { minItems: 2 })),
  },
  { additionalProperties: false },
)
export type LineEntry = Static<typeof LineEntry>

export const CorridorEntry = Type.Object(
  { ...LineEntry.properties, roadIds: Type.Array(Slug) },
  { additionalProperties: false },
)
export type CorridorEntry = Static<typeof CorridorEntry>

export const RoadEntry = Type.Object(
  {
    ...LineEntry.properties,
    ref: Type.Union([Type.String(), Type.Null()]),
    roadClass: Type.Enum(['expressway', 'national', 'provincial', 'urban']),
  },
  { additionalProperties: false },
)
export type RoadEntry = Static<typeof RoadEntry>

/** A runway by its two thresholds and its width. */
export const RunwayEntry = Type.Object(
  {
    ...entry,
    thresholds: Type.Tuple([Position, Position]),
    widthMeters: Type.Number({ exclusiveMinimum: 0 }),
    uncertaintyMeters: Type.Number({ exclusiveMinimum: 0 }),
    originId: Slug,
  },
  { additionalProperties: false },
)
export type RunwayEntry = Static<typeof RunwayEntry>

export const DistrictEntry = Type.Object(
  {
    id: Slug,
    code: Type.String(),
    name_vi: Type.String(),
    name_en: Type.String(),
    kind: Type.Enum(['city', 'town', 'district']),
    seat: Type.String(),
    seatPosition: Position,
    seatUncertaintyMeters: Type.Number(),
    seatOriginId: Slug,
    areaHectares: Type.Number(),
    areaOriginId: Slug,
    population2019: Type.Integer(),
    populationOriginId: Slug,
    communeCount: Type.Integer(),
    /** Every area the documents give for it, where `areaHectares` is only one of several. */
    figures: Type.Optional(Type.Array(Figure)),
  },
  { additionalProperties: false },
)
export type DistrictEntry = Static<typeof DistrictEntry>

export const CommuneEntry = Type.Object(
  {
    id: Slug,
    code: Type.String(),
    name_vi: Type.String(),
    name_en: Type.String(),
    kind: Type.Enum(['ward', 'township', 'commune']),
    districtId: Slug,
    /** Where its source writes its name. */
    position: Position,
    /** Where its ground on the mainland lies, of a commune whose name stands on an island far from it. */
    mainland: Type.Optional(
      Type.Object(
        { position: Position, originId: Slug, method_vi: Type.String(), method_en: Type.String() },
        { additionalProperties: false },
      ),
    ),
    areaHectares: Type.Union([Type.Number(), Type.Null()]),
    population2009: Type.Union([Type.Integer(), Type.Null()]),
    population2019: Type.Union([Type.Integer(), Type.Null()]),
    originIds: Type.Array(Slug, { minItems: 1 }),
  },
  { additionalProperties: false },
)
export type CommuneEntry = Static<typeof CommuneEntry>

export const UnitEntry = Type.Object(
  {
    id: Slug,
    code: Type.String(),
    name_vi: Type.String(),
    name_en: Type.String(),
    kind: Type.Enum(['ward', 'commune']),
    position: Position,
    areaHectares: Type.Number(),
    /** As the resolution lists it, in Vietnamese. */
    formedFrom: Type.String(),
    /** The former communes of `communes.json` that fell into it, wholly or for the most part. */
    communeIds: Type.Array(Slug),
    originIds: Type.Array(Slug, { minItems: 1 }),
  },
  { additionalProperties: false },
)
export type UnitEntry = Static<typeof UnitEntry>

export const NeighbourCommuneEntry = Type.Object(
  { name_vi: Type.String(), district_vi: Type.String(), province_vi: Type.String(), position: Position },
  { additionalProperties: false },
)
export type NeighbourCommuneEntry = Static<typeof NeighbourCommuneEntry>

export const PlaceEntry = Type.Object(
  {
    id: Slug,
    name_vi: Type.String(),
    name_en: Type.String(),
    kind: Slug,
    /** 1 the provincial city … 6 a hamlet or landmark: decides from which zoom its name is drawn. */
    rank: Type.Integer({ minimum: 1, maximum: 6 }),
    position: Position,
    uncertaintyMeters: Type.Number(),
    originId: Slug,
    locator: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
)
export type PlaceEntry = Static<typeof PlaceEntry>

export const DistanceEntry = Type.Object(
  {
    id: Slug,
    from_vi: Type.String(),
    to_vi: Type.String(),
    distanceKilometers: Type.Number({ exclusiveMinimum: 0 }),
    mode: Type.String(),
    straightKilometers: Type.Union([Type.Number(), Type.Null()]),
    straightUncertaintyKilometers: Type.Union([Type.Number(), Type.Null()]),
    /** False when the distance helped to place a coordinate: it cannot test it as well. */
    independent: Type.Boolean(),
    confidence: Confidence,
    originId: Slug,
    note_en: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
)
export type DistanceEntry = Static<typeof DistanceEntry>

/** Which feature a name in `distances.json` means: never guessed from the spelling. */
export const DistancePlaceEntry = Type.Object(
  {
    id: Slug,
    name_vi: Type.String({ minLength: 1 }),
    /** `park:bim-son`, or on a road `road:ql217@first`, `@last`, `@ql15` where that one joins it; null: see the reason. */
    feature: Type.Union([Type.String({ pattern: '^[a-z-]+:[a-z0-9-]+(@[a-z0-9-]+)?$' }), Type.Null()]),
    reason_vi: Type.Union([Type.String({ minLength: 1 }), Type.Null()]),
    reason_en: Type.Union([Type.String({ minLength: 1 }), Type.Null()]),
  },
  { additionalProperties: false },
)
export type DistancePlaceEntry = Static<typeof DistancePlaceEntry>

/** One number the action programme states. */
export const PlanFigure = Type.Object(
  {
    id: Slug,
    section: Type.Enum([
      'economy',
      'structure',
      'infrastructure',
      'land',
      'investment',
      'society',
      'science',
      'security',
      'party',
    ]),
    label_vi: Type.String({ minLength: 1 }),
    label_en: Type.String({ minLength: 1 }),
    unit: Type.Enum([
      'percent',
      'percentPerYear',
      'usdPerPerson',
      'billionUsd',
      'billionVnd',
      'billionVndPerYear',
      'ha',
      'count',
      'rank',
      'doctorsPer10000',
      'year',
    ]),
    clause: Clause,
    originId: Slug,
    values: Type.Array(
      Type.Object(
        {
          /** `2025`, `2030`, or a span such as `2021-2025`; null: no year is named (“every year” too). */
          period: Type.Union([Type.String({ pattern: '^20\\d\\d(-20\\d\\d)?$' }), Type.Null()]),
          value: Type.Number(),
          qualifier: Type.Enum(['exactly', 'about', 'at-least', 'over']),
          /** The words of the programme, after mending the scan. */
          quote_vi: Type.String({ minLength: 1 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    /** What the scan had and what it was mended to. */
    scanNote_vi: Type.Optional(Type.String({ minLength: 1 })),
    scanNote_en: Type.Optional(Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
)
export type PlanFigure = Static<typeof PlanFigure>

export const Pillar = Type.Object(
  {
    id: Slug,
    name_vi: Type.String(),
    name_en: Type.String(),
    clauses: Type.Array(Clause),
    originIds: Type.Array(Slug, { minItems: 1 }),
    notes: Type.Array(Note),
  },
  { additionalProperties: false },
)
export type Pillar = Static<typeof Pillar>

/** Where documents contradict each other: both are shown, neither is averaged away. */
export const Disagreement = Type.Object(
  {
    id: Slug,
    /** In five languages where it is about something that investors read of. */
    topic_vi: Type.String({ minLength: 1 }),
    topic_en: Type.String({ minLength: 1 }),
    topic_zh: Type.Optional(Type.String({ minLength: 1 })),
    topic_ja: Type.Optional(Type.String({ minLength: 1 })),
    topic_ko: Type.Optional(Type.String({ minLength: 1 })),
    /** Features it is about, as links name them: `park:bim-son`. */
    about: Type.Array(Type.String({ pattern: '^[a-z-]+:[a-z0-9-]+$' })),
    statements: Type.Array(
      Type.Object(
        {
          text_vi: Type.String({ minLength: 1 }),
          text_en: Type.String({ minLength: 1 }),
          text_zh: Type.Optional(Type.String({ minLength: 1 })),
          text_ja: Type.Optional(Type.String({ minLength: 1 })),
          text_ko: Type.Optional(Type.String({ minLength: 1 })),
          originId: Slug,
          locator: Type.Union([Type.String(), Type.Null()]),
          date: Type.Union([Type.String(), Type.Null()]),
        },
        { additionalProperties: false },
      ),
      { minItems: 2 },
    ),
    /** How the atlas handles it, and why. */
    handling_vi: Type.String({ minLength: 1 }),
    handling_en: Type.String({ minLength: 1 }),
    handling_zh: Type.Optional(Type.String({ minLength: 1 })),
    handling_ja: Type.Optional(Type.String({ minLength: 1 })),
    handling_ko: Type.Optional(Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
)
export type Disagreement = Static<typeof Disagreement>

/** Every clause of the programme, so that a clause on a card can be read. */
export const ClauseEntry = Type.Object(
  {
    id: Clause,
    title_vi: Type.String({ minLength: 1 }),
    title_en: Type.String({ minLength: 1 }),
    /** In five languages where a feature that investors read of names the clause. */
    title_zh: Type.Optional(Type.String({ minLength: 1 })),
    title_ja: Type.Optional(Type.String({ minLength: 1 })),
    title_ko: Type.Optional(Type.String({ minLength: 1 })),
    excerpt_vi: Type.Union([Type.String(), Type.Null()]),
    /** Slips of the scan that the excerpt mends. */
    scanMends: Type.Optional(
      Type.Array(Type.Object({ from: Type.String(), to: Type.String() }, { additionalProperties: false })),
    ),
  },
  { additionalProperties: false },
)
export type ClauseEntry = Static<typeof ClauseEntry>

/** File under `seeds/` → the schema of one of its entries. */
export const seedFiles = {
  'sources.json': Origin,
  'plan/figures.json': PlanFigure,
  'plan/pillars.json': Pillar,
  'plan/clauses.json': ClauseEntry,
  'plan/disagreements.json': Disagreement,
  'centres.json': AreaEntry,
  'zones.json': AreaEntry,
  'zone-sea.json': AreaEntry,
  'parks.json': AreaEntry,
  'later-parks.json': AreaEntry,
  'corridors.json': CorridorEntry,
  'links.json': PointEntry,
  'projects.json': AreaEntry,
  'heritage.json': AreaEntry,
  'waterworks.json': PointEntry,
  'fishing-ports.json': PointEntry,
  'transport/roads.json': RoadEntry,
  'transport/interchanges.json': PointEntry,
  'transport/railways.json': LineEntry,
  'transport/stations.json': PointEntry,
  'transport/ports.json': PointEntry,
  'transport/airports.json': PointEntry,
  'transport/runways.json': RunwayEntry,
  'transport/border-gates.json': PointEntry,
  'transport/driving.json': DrivingEntry,
  'gazetteer/districts.json': DistrictEntry,
  'gazetteer/communes.json': CommuneEntry,
  'gazetteer/units.json': UnitEntry,
  'gazetteer/neighbour-communes.json': NeighbourCommuneEntry,
  'gazetteer/places.json': PlaceEntry,
  'distances.json': DistanceEntry,
  'distance-places.json': DistancePlaceEntry,
} as const
export type SeedFile = keyof typeof seedFiles
export type SeedEntryOf<File extends SeedFile> = Static<(typeof seedFiles)[File]>
