import type { MultiPolygon, Polygon } from 'geojson'
import { Type, type Static } from 'typebox'
import { Sentence } from './analysis.ts'
import { collectionIds, type CollectionId } from './collections.ts'
import { Range, ReachedArea, ReachedGround, Verdict } from './coverage.ts'
import { Slug } from './provenance.ts'

/**
 * What the atlas answers when it is asked what a scenario would change: other lines instead of the plan's.
 *
 * Every number is a measure: computed and unrounded. What the scenario reaches, less what the plan reaches, is
 * what is gained less what is lost.
 */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const CollectionName = Type.Unsafe<CollectionId>({ type: 'string', enum: collectionIds })
const named = { featureId: Slug, name_vi: Type.String(), name_en: Type.String() }
const Outline = nullable(Type.Unsafe<Polygon | MultiPolygon>({ type: 'object', required: ['type', 'coordinates'] }))

/** Land and people that come within reach, or fall out of it. */
export const ChangedGround = Type.Object({ areaHectares: Range, people: Range }, closed)
export type ChangedGround = Static<typeof ChangedGround>

export const DistrictChange = Type.Object({ ...named, gained: ChangedGround, lost: ChangedGround }, closed)
export type DistrictChange = Static<typeof DistrictChange>

/** How much of one zone, centre or park lies within reach of the plan and of the scenario. */
export const AreaChange = Type.Object({ ...named, plan: ReachedArea, scenario: ReachedArea }, closed)
export type AreaChange = Static<typeof AreaChange>

export const PointChange = Type.Object({ ...named, plan: Verdict, scenario: Verdict }, closed)
export type PointChange = Static<typeof PointChange>

export const WhatIf = Type.Object(
  {
    bufferMeters: Type.Number(),
    plan: ReachedGround,
    scenario: ReachedGround,
    gained: ChangedGround,
    lost: ChangedGround,
    /** Those where anything changes, the largest change of people first. */
    districts: Type.Array(DistrictChange),
    /** Those that change by a tenth of a hectare or more. */
    areas: Type.Array(Type.Object({ collection: CollectionName, features: Type.Array(AreaChange) }, closed)),
    /** Those whose verdict changes. */
    points: Type.Array(Type.Object({ collection: CollectionName, features: Type.Array(PointChange) }, closed)),
    /** On the province's land. */
    outlines: Type.Object({ gained: Outline, lost: Outline }, closed),
    method: Sentence,
    howSure: Sentence,
  },
  closed,
)
export type WhatIf = Static<typeof WhatIf>
