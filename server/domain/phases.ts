import { Type, type Static } from 'typebox'
import { collectionIds, Status, type CollectionId } from './collections.ts'
import { Slug } from './provenance.ts'

/**
 * What the programme and later documents have standing, under way and still planned in each of its years.
 */
export const phaseYears = [2021, 2025, 2030] as const
export const PhaseYear = Type.Enum([2021, 2025, 2030])
export type PhaseYear = Static<typeof PhaseYear>

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }

export const PhaseFeature = Type.Object(
  {
    featureId: Slug,
    name_vi: Type.String(),
    name_en: Type.String(),
    /** What it is by then. */
    status: Status,
    /** What the programme found in 2021. */
    statusIn2021: Status,
    /** Why it exists by then though it did not in 2021; null: it did, or it does not. */
    appears: nullable(
      Type.Object(
        {
          year: Type.Integer(),
          /** `target`: the programme wants it by that year. `opened`: a later document has it in use. */
          by: Type.Enum(['target', 'opened']),
        },
        closed,
      ),
    ),
    hasPosition: Type.Boolean(),
  },
  closed,
)
export type PhaseFeature = Static<typeof PhaseFeature>

export const PhaseCollection = Type.Object(
  {
    collection: Type.Unsafe<CollectionId>({ type: 'string', enum: collectionIds }),
    /** How many of its features have each status by then. */
    counts: Type.Object(
      {
        existing: Type.Integer(),
        'under-way': Type.Integer(),
        planned: Type.Integer(),
        study: Type.Integer(),
      },
      closed,
    ),
    features: Type.Array(PhaseFeature),
  },
  closed,
)
export type PhaseCollection = Static<typeof PhaseCollection>

/** The plan as it stands by one year. */
export const PhaseState = Type.Object({ phase: PhaseYear, collections: Type.Array(PhaseCollection) }, closed)
export type PhaseState = Static<typeof PhaseState>
