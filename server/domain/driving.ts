import { Type, type Static } from 'typebox'
import { Slug } from './provenance.ts'

/**
 * What the atlas assumes about driving: the entries of `seeds/transport/driving.json`.
 *
 * Nobody has published speeds for the roads of the province, so these are our own, each with its reason; the
 * lengths are published ones, chosen here because they are of the very stretch that is drawn.
 */

const closed = { additionalProperties: false }

const LowValueHigh = (least: number) =>
  Type.Object(
    {
      low: Type.Number({ minimum: least }),
      value: Type.Number({ minimum: least }),
      high: Type.Number({ minimum: least }),
    },
    closed,
  )

const because = {
  originId: Slug,
  basis_vi: Type.String({ minLength: 1 }),
  basis_en: Type.String({ minLength: 1 }),
  basis_zh: Type.Optional(Type.String({ minLength: 1 })),
  basis_ja: Type.Optional(Type.String({ minLength: 1 })),
  basis_ko: Type.Optional(Type.String({ minLength: 1 })),
}

/** `local`: between a place and a road of the network. `beyond`: on the far side of the province's border. */
export const DrivenClass = Type.Enum(['expressway', 'national', 'provincial', 'urban', 'local', 'beyond'])
export type DrivenClass = Static<typeof DrivenClass>

export const Terrain = Type.Enum(['plain', 'hill'])
export type Terrain = Static<typeof Terrain>

/** How fast one drives, and how many times as long the road is as the line that is drawn of it. */
export const DrivingSpeed = Type.Object(
  {
    id: Slug,
    kind: Type.Literal('speed'),
    roadClass: DrivenClass,
    terrain: Type.Enum(['plain', 'hill', 'any']),
    kilometersPerHour: LowValueHigh(1),
    winding: LowValueHigh(0.9),
    ...because,
  },
  closed,
)
export type DrivingSpeed = Static<typeof DrivingSpeed>

/** Where roads are hill roads. */
const DrivingHills = Type.Object(
  { id: Slug, kind: Type.Literal('hills'), districtIds: Type.Array(Slug), ...because },
  closed,
)

/** How far a stretch may be off its share of a published length: parts of the length. */
const DrivingSpread = Type.Object(
  {
    id: Slug,
    kind: Type.Literal('spread'),
    kilometerPosts: Type.Number({ minimum: 0, maximum: 0.5 }),
    plain: Type.Number({ minimum: 0, maximum: 0.5 }),
    hill: Type.Number({ minimum: 0, maximum: 0.5 }),
    ...because,
  },
  closed,
)

/** The published length of a road from one end of its drawn line to the other. */
const DrivingLength = Type.Object(
  {
    id: Slug,
    kind: Type.Literal('length'),
    roadId: Slug,
    kilometers: Type.Number({ exclusiveMinimum: 0 }),
    originId: Slug,
  },
  closed,
)

/** An end of a road that goes on beyond the province. */
const DrivingExit = Type.Object(
  { id: Slug, kind: Type.Literal('exit'), roadId: Slug, end: Type.Enum(['first', 'last']) },
  closed,
)

export const DrivingEntry = Type.Union([DrivingSpeed, DrivingHills, DrivingSpread, DrivingLength, DrivingExit])
export type DrivingEntry = Static<typeof DrivingEntry>
