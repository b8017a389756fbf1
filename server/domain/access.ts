import type { MultiPolygon, Polygon } from 'geojson'
import { Type, type Static } from 'typebox'
import { Sentence } from './analysis.ts'
import { Range } from './coverage.ts'
import { DrivingSpeed } from './driving.ts'
import { Confidence, Slug } from './provenance.ts'

/**
 * What the atlas answers when it is asked how far things are by road, and how sure that is.
 *
 * Every number is a measure: computed, with the least and the most it can be. Kilometres and minutes are those
 * of the quickest way; a road is never shorter than the straight line beside it.
 */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }

/** As links name a feature: `park:bim-son`. */
export const FeatureKey = Type.String({ pattern: '^[a-z-]+:[a-z0-9-]+$', maxLength: 120 })

export const AccessPhase = Type.Union([Type.Literal(2021), Type.Literal(2025), Type.Literal(2030)])

/** What a place is looked up for. */
export const AccessRole = Type.Enum([
  'nghi-son-port',
  'port',
  'airport',
  'interchange',
  'station',
  'city',
  'border-gate',
  'ha-noi',
])
export type AccessRole = Static<typeof AccessRole>

const Via = Type.Object(
  {
    /** Null: along roads that are not drawn, see `kind`. */
    roadId: nullable(Slug),
    /** `local`: between a place and the network. `beyond`: outside the province. */
    kind: Type.Enum(['road', 'local', 'beyond']),
    kilometers: Type.Number(),
  },
  closed,
)

export const AccessTarget = Type.Object(
  {
    role: AccessRole,
    /** Of several the one reached soonest. Null: there is none at this phase, or nobody has published where. */
    feature: nullable(FeatureKey),
    name_vi: nullable(Type.String()),
    name_en: nullable(Type.String()),
    /** Whether it exists at the phase asked for; a planned port is a place to drive to, not a port. */
    exists: Type.Boolean(),
    straightKilometers: nullable(Range),
    roadKilometers: nullable(Range),
    minutes: nullable(Range),
    /** The roads taken, in order. */
    via: Type.Array(Via),
  },
  closed,
)
export type AccessTarget = Static<typeof AccessTarget>

const basis = {
  phase: AccessPhase,
  /** Roads that exist at this phase and are driven on. */
  roadIds: Type.Array(Slug),
  /** How it is computed, in words. */
  method: Sentence,
  /** What low and high take into account. */
  howSure: Sentence,
  /** What is assumed, each with its reason; see `seeds/transport/driving.json`. */
  speeds: Type.Array(DrivingSpeed),
}

const AccessFrom = Type.Object(
  {
    feature: nullable(FeatureKey),
    name_vi: Type.String(),
    name_en: Type.String(),
    position: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }),
    uncertaintyMeters: Type.Number(),
  },
  closed,
)

/** `GET /analysis/access` */
export const Access = Type.Object({ from: AccessFrom, targets: Type.Array(AccessTarget), ...basis }, closed)
export type Access = Static<typeof Access>

const ParkAccess = Type.Object(
  {
    feature: FeatureKey,
    name_vi: Type.String(),
    name_en: Type.String(),
    /** False: nobody has published where it is, so that nothing can be computed. */
    isPlaced: Type.Boolean(),
    uncertaintyMeters: nullable(Type.Number()),
    targets: Type.Array(AccessTarget),
    /** People of 2019 who reach it within 30 minutes; null: it is not placed. */
    peopleWithin30Minutes: nullable(Range),
  },
  closed,
)
export type ParkAccess = Static<typeof ParkAccess>

/** `GET /analysis/access/parks`: of the programme and outside it, in the order of their collections. */
export const ParkAccessTable = Type.Object({ parks: Type.Array(ParkAccess), ...basis, peopleMethod: Sentence }, closed)
export type ParkAccessTable = Static<typeof ParkAccessTable>

const outline = nullable(
  Type.Unsafe<Polygon | MultiPolygon>({ type: 'object', description: 'A GeoJSON Polygon or MultiPolygon.' }),
)

const TravelTimeArea = Type.Object(
  {
    minutes: Type.Number(),
    /** As assumed, at the least, and at the most; null: nothing. */
    outlines: Type.Object({ low: outline, value: outline, high: outline }, closed),
    areaHectares: Range,
    /** Of 2019, spread evenly over their communes, but for islands far out. */
    people: Range,
  },
  closed,
)
export type TravelTimeArea = Static<typeof TravelTimeArea>

/** `GET /analysis/travel-time` */
export const TravelTime = Type.Object({ from: AccessFrom, areas: Type.Array(TravelTimeArea), ...basis }, closed)
export type TravelTime = Static<typeof TravelTime>

const DistanceRow = Type.Object(
  {
    id: Slug,
    from_vi: Type.String(),
    to_vi: Type.String(),
    mode: Type.String(),
    publishedKilometers: Type.Number(),
    originId: Slug,
    confidence: Confidence,
    /** Whether it counts in the summary: by road, both ends found, and nothing of it went into the computation. */
    counts: Type.Boolean(),
    /** Why it was not computed, or does not count; null: it counts. */
    reason: nullable(Sentence),
    fromFeature: nullable(Type.String()),
    toFeature: nullable(Type.String()),
    /** The roads of which phase were driven on. */
    phase: AccessPhase,
    straightKilometers: nullable(Range),
    computedKilometers: nullable(Range),
    /** Computed minus published, as a part of the published. */
    relativeError: nullable(Type.Number()),
    /** Whether the published number lies between low and high. */
    isInside: nullable(Type.Boolean()),
    via: Type.Array(Via),
  },
  closed,
)
export type DistanceRow = Static<typeof DistanceRow>

/** `GET /analysis/distance-check`: published distances beside computed ones. */
export const DistanceCheck = Type.Object(
  {
    rows: Type.Array(DistanceRow),
    summary: Type.Object(
      {
        published: Type.Integer(),
        computed: Type.Integer(),
        counted: Type.Integer(),
        inside: Type.Integer(),
        /** Of the sizes of the relative errors of those that count; null: none counts. */
        medianError: nullable(Type.Number()),
        p90Error: nullable(Type.Number()),
        /** Middle one of the relative errors with their signs: above 0 the atlas says too much. */
        medianBias: nullable(Type.Number()),
        insideShare: nullable(Type.Number()),
        /** Half the width of our ranges as a part of the value, the middle one. */
        medianHalfWidth: nullable(Type.Number()),
      },
      closed,
    ),
    method: Sentence,
  },
  closed,
)
export type DistanceCheck = Static<typeof DistanceCheck>
