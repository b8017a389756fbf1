import { Type, type Static } from 'typebox'
import { collectionIds, type CollectionId } from './collections.ts'
import { Range } from './coverage.ts'
import { Slug } from './provenance.ts'

/** What lies nearest to a drawn point or line. Every distance is a measure. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const CollectionName = Type.Unsafe<CollectionId>({ type: 'string', enum: collectionIds })
const named = { featureId: Slug, name_vi: Type.String(), name_en: Type.String() }

export const NearFeature = Type.Object({ ...named, distanceMeters: Range }, closed)
export type NearFeature = Static<typeof NearFeature>

export const NearestFeatures = Type.Object(
  {
    /** Of a point; null: a line, or outside the province. */
    commune: nullable(Type.Object(named, closed)),
    district: nullable(Type.Object(named, closed)),
    /** The nearest feature of each kind. */
    kinds: Type.Array(Type.Object({ collection: CollectionName, ...named, distanceMeters: Range }, closed)),
  },
  closed,
)
export type NearestFeatures = Static<typeof NearestFeatures>
