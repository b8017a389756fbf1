import type { MultiPolygon, Polygon } from 'geojson'
import { Type, type Static, type TSchema } from 'typebox'
import { Sentence } from './analysis.ts'
import { collectionIds, type CollectionId } from './collections.ts'
import { Slug } from './provenance.ts'

/**
 * What the atlas answers when it is asked what some lines reach, what they miss, and how sure that is.
 *
 * Every number is a measure: computed, unrounded, so that parts add up to wholes. Shares go from 0 to 1.
 */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const CollectionName = Type.Unsafe<CollectionId>({ type: 'string', enum: collectionIds })
const Count = Type.Integer({ minimum: 0 })

/**
 * A number as drawn, and the least and most it can be when every line lies anywhere within its own
 * uncertainty. `low` ≤ `value` ≤ `high`.
 */
export const Range = Type.Object({ low: Type.Number(), value: Type.Number(), high: Type.Number() }, closed)
export type Range = Static<typeof Range>

const reachedArea = {
  totalHectares: Type.Number(),
  areaHectares: Range,
  areaShare: Range,
}

/** How much of an area lies within reach. */
export const ReachedArea = Type.Object(reachedArea, closed)
export type ReachedArea = Static<typeof ReachedArea>

/** How much ground and how many people lie within reach. People live evenly spread over their commune. */
export const ReachedGround = Type.Object(
  {
    ...reachedArea,
    totalPeople: Type.Number(),
    people: Range,
    /** Null: nobody is known to live there. */
    peopleShare: nullable(Range),
  },
  closed,
)
export type ReachedGround = Static<typeof ReachedGround>

/** Of one line among those asked about. */
export const LineCoverage = Type.Object(
  {
    lineId: Type.String(),
    uncertaintyMeters: Type.Number(),
    /** As if there were no other line. */
    alone: ReachedGround,
    /** Ground no other line reaches. At its lowest this line is at its worst and all others at their best. */
    only: ReachedGround,
  },
  closed,
)
export type LineCoverage = Static<typeof LineCoverage>

const named = { featureId: Slug, name_vi: Type.String(), name_en: Type.String() }

export const DistrictCoverage = Type.Object({ ...named, reached: ReachedGround }, closed)
export type DistrictCoverage = Static<typeof DistrictCoverage>

/** To a square metre: less than that left out is `full`, less than that inside is `none`. */
export const Extent = Type.Enum(['full', 'part', 'none'])
export type Extent = Static<typeof Extent>

export const CommuneCoverage = Type.Object(
  {
    ...named,
    districtId: Slug,
    /** By the lines as drawn. */
    extent: Extent,
    areaShare: Range,
    people: Range,
  },
  closed,
)
export type CommuneCoverage = Static<typeof CommuneCoverage>

export const CommunesCoverage = Type.Object(
  {
    total: Count,
    full: Range,
    part: Count,
    none: Range,
    /** Their people are not counted: nobody has published how many they are. */
    withoutPopulation: Count,
    features: Type.Array(CommuneCoverage),
  },
  closed,
)

const distance = {
  /** Null: it has no position. */
  nearestLineId: nullable(Type.String()),
  /** Along the ellipsoid to the nearest line; of an area, from its nearest edge, 0 where a line crosses it. */
  distanceMeters: nullable(Range),
  /** How far beyond the reach; 0 inside it. */
  outsideMeters: nullable(Range),
}

/** Of one zone, centre or park. */
export const areaState = {
  ...named,
  extent: Extent,
  /** Whether it is the same at the lowest and at the highest. */
  isCertain: Type.Boolean(),
}

/** How much of one zone, centre or park lies within reach, sea and all. */
export const AreaCoverage = Type.Object(
  {
    ...areaState,
    reached: ReachedArea,
    ...distance,
  },
  closed,
)
export type AreaCoverage = Static<typeof AreaCoverage>

/** All areas of one kind together; ground of two areas of one kind counts for each of them. */
export const AreaKindCoverage = Type.Object(
  { collection: CollectionName, reached: ReachedArea, features: Type.Array(AreaCoverage) },
  closed,
)
export type AreaKindCoverage = Static<typeof AreaKindCoverage>

/** `uncertain`: the line's uncertainty and its own decide. `unplaced`: nobody has published where it is. */
export const Verdict = Type.Enum(['inside', 'outside', 'uncertain', 'unplaced'])
export type Verdict = Static<typeof Verdict>

/** Of one port, gate, station … */
export const pointState = {
  ...named,
  verdict: Verdict,
  /** As drawn; null: it has no position. */
  isInside: nullable(Type.Boolean()),
}

/** Of one kind, and how many of them lie where. */
export function pointKind<Feature extends TSchema>(features: Feature) {
  return Type.Object(
    {
      collection: CollectionName,
      inside: Count,
      outside: Count,
      uncertain: Count,
      unplaced: Count,
      features: Type.Array(features),
    },
    closed,
  )
}

export const PointCoverage = Type.Object(
  {
    ...pointState,
    ...distance,
  },
  closed,
)
export type PointCoverage = Static<typeof PointCoverage>

export const PointKindCoverage = pointKind(PointCoverage)
export type PointKindCoverage = Static<typeof PointKindCoverage>

/** What some lines reach within a distance. */
export const Coverage = Type.Object(
  {
    bufferMeters: Type.Number(),
    /** The province's land; ground under two reaches counts once. */
    whole: ReachedGround,
    communes: CommunesCoverage,
    /** Their hectares and people add up to `whole`. */
    districts: Type.Array(DistrictCoverage),
    lines: Type.Array(LineCoverage),
    areas: Type.Array(AreaKindCoverage),
    points: Type.Array(PointKindCoverage),
    method: Sentence,
    howSure: Sentence,
  },
  closed,
)
export type Coverage = Static<typeof Coverage>

/** A connected stretch of land that no line reaches. */
export const CoverageGap = Type.Object(
  {
    /** 1 has the most people. */
    rank: Type.Integer({ minimum: 1 }),
    areaHectares: Type.Number(),
    people: Type.Number(),
    /** Of these, those out of reach even if every line lies as near as its uncertainty allows. */
    certainPeople: Type.Number(),
    /** A place in it, near the middle of its people. */
    position: Type.Tuple([Type.Number(), Type.Number()]),
    /** `[west, south, east, north]`. */
    bbox: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]),
    /** The line nearest to `position`, and how far it is along the ellipsoid. */
    nearestLineId: Type.String(),
    distanceMeters: Type.Number(),
    /** Communes on its ground, wholly or partly. */
    communeCount: Count,
    /** The five of them with most of its people. */
    communes: Type.Array(Type.Object({ ...named, people: Type.Number() }, closed)),
    /** Districts on its ground, most people first. */
    districts: Type.Array(Type.Object({ ...named, people: Type.Number() }, closed)),
  },
  closed,
)
export type CoverageGap = Static<typeof CoverageGap>

/** What no line reaches, largest number of people first. */
export const CoverageGaps = Type.Object(
  {
    bufferMeters: Type.Number(),
    /** All ground out of reach: the gaps listed and the rest. */
    total: Type.Object({ count: Count, areaHectares: Type.Number(), people: Type.Number() }, closed),
    gaps: Type.Array(CoverageGap),
    /** Gaps not listed. */
    rest: Type.Object({ count: Count, areaHectares: Type.Number(), people: Type.Number() }, closed),
    method: Sentence,
  },
  closed,
)
export type CoverageGaps = Static<typeof CoverageGaps>

const Outline = nullable(Type.Unsafe<Polygon | MultiPolygon>({ type: 'object', required: ['type', 'coordinates'] }))

/** The united reach on the province's land, and what it leaves; null: nothing. */
export const CoverageOutlines = Type.Object({ low: Outline, value: Outline, high: Outline, uncovered: Outline }, closed)
export type CoverageOutlines = Static<typeof CoverageOutlines>

/** How far each hexagon of the land is from the nearest line; worked out in the page. */
export interface DistanceMap {
  hexagons: {
    /** H3 index, resolution 7. */
    cell: string
    /** Its outline, closed. */
    ring: [longitude: number, latitude: number][]
    nearestLineId: string
    /** From its middle. */
    distanceMeters: Range
  }[]
}

/** Why a question about lines or areas has no answer. */
export const CoverageProblem = Type.Object(
  {
    code: Type.Enum([
      'bad-buffer',
      'no-line',
      'too-many-lines',
      'same-id',
      'bad-uncertainty',
      'bad-geometry',
      'bad-position',
      'far-away',
      'no-length',
      'no-area',
      'self-crossing',
      'too-many-vertices',
      'too-complex',
    ]),
    text_vi: Type.String(),
    text_en: Type.String(),
  },
  closed,
)
export type CoverageProblem = Static<typeof CoverageProblem>

/** `/analysis/coverage`: what some lines reach, what they miss, and the shapes of both. */
export const CoverageAnswer = Type.Object(
  { coverage: Coverage, gaps: CoverageGaps, outlines: CoverageOutlines },
  closed,
)
export type CoverageAnswer = Static<typeof CoverageAnswer>
