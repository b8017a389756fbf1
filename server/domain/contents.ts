import { Type, type Static } from 'typebox'
import { MeasureAnswer, Sentence } from './analysis.ts'
import { collectionIds, type CollectionId } from './collections.ts'
import {
  areaState,
  CommunesCoverage,
  DistrictCoverage,
  pointKind,
  pointState,
  Range,
  ReachedArea,
  ReachedGround,
} from './coverage.ts'
import { Slug } from './provenance.ts'

/**
 * What the atlas answers when it is asked what a drawn area holds.
 *
 * Every number is a measure: computed, unrounded, so that parts add up to wholes. `low` and `high` are the least
 * and the most if edges and places are off by all of their own uncertainty.
 */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const CollectionName = Type.Unsafe<CollectionId>({ type: 'string', enum: collectionIds })
const named = { featureId: Slug, name_vi: Type.String(), name_en: Type.String() }

/** How much of one zone, centre or park lies inside, sea and all. */
export const AreaContent = Type.Object(
  {
    ...areaState,
    inside: ReachedArea,
  },
  closed,
)
export type AreaContent = Static<typeof AreaContent>

/** All areas of one kind together; ground of two areas of one kind counts for each of them. */
export const AreaKindContent = Type.Object(
  { collection: CollectionName, inside: ReachedArea, features: Type.Array(AreaContent) },
  closed,
)
export type AreaKindContent = Static<typeof AreaKindContent>

export const PointContent = Type.Object(
  {
    ...pointState,
    /** How far beyond the drawn edge; 0 inside it. */
    outsideMeters: nullable(Range),
  },
  closed,
)
export type PointContent = Static<typeof PointContent>

export const PointKindContent = pointKind(PointContent)
export type PointKindContent = Static<typeof PointKindContent>

/** How much of one corridor, road or railway runs inside. */
export const LineContent = Type.Object(
  {
    ...named,
    uncertaintyMeters: Type.Number(),
    totalKilometers: Type.Number(),
    insideKilometers: Range,
  },
  closed,
)
export type LineContent = Static<typeof LineContent>

export const LineKindContent = Type.Object(
  { collection: CollectionName, insideKilometers: Range, features: Type.Array(LineContent) },
  closed,
)
export type LineKindContent = Static<typeof LineKindContent>

/** What a drawn area holds. */
export const AreaContents = Type.Object(
  {
    /** Of the drawn edge, as whoever drew it says. */
    uncertaintyMeters: Type.Number(),
    /** Of the drawn shape itself: ellipsoid, grid and perimeter. */
    measure: MeasureAnswer,
    /** The province's land inside. */
    whole: ReachedGround,
    /** What of the drawn area is sea or another province. */
    beyondHectares: Type.Number(),
    communes: CommunesCoverage,
    /** Their hectares and people add up to `whole`. */
    districts: Type.Array(DistrictCoverage),
    areas: Type.Array(AreaKindContent),
    points: Type.Array(PointKindContent),
    lines: Type.Array(LineKindContent),
    method: Sentence,
    howSure: Sentence,
  },
  closed,
)
export type AreaContents = Static<typeof AreaContents>
