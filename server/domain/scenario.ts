import { Type, type Static } from 'typebox'
import type { LineString, MultiLineString } from 'geojson'

/**
 * A scenario as a file: one GeoJSON FeatureCollection in longitude and latitude (WGS 84), which any GIS opens.
 *
 * Its features are the lines that a planner moved, drew anew or added; a corridor that is neither among them nor
 * in `removed` stays as the plan has it. What GeoJSON has no room for stands in the member `scenario`.
 */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }

export const ScenarioFeature = Type.Object(
  {
    type: Type.Literal('Feature'),
    id: Type.String({ minLength: 1 }),
    properties: Type.Object(
      {
        /** The corridor of the plan whose place it takes; null: a new line. */
        corridorId: nullable(Type.String()),
        /** Null: the corridor's own. */
        name: nullable(Type.String()),
        /** Radius around the true line. */
        uncertaintyMeters: Type.Number({ minimum: 0 }),
      },
      closed,
    ),
    geometry: Type.Unsafe<LineString | MultiLineString>({ type: 'object', required: ['type', 'coordinates'] }),
  },
  closed,
)

export const ScenarioFile = Type.Object(
  {
    type: Type.Literal('FeatureCollection'),
    scenario: Type.Object(
      {
        /** Of this schema. */
        version: Type.Literal(1),
        name: Type.String(),
        /** How far a line reaches. */
        bufferMeters: Type.Number(),
        /** Corridors of the plan that the scenario does without, by id. */
        removed: Type.Array(Type.String()),
      },
      closed,
    ),
    features: Type.Array(ScenarioFeature),
  },
  closed,
)
export type ScenarioFile = Static<typeof ScenarioFile>

/** A line of a scenario. */
export interface ScenarioLine {
  id: string
  corridorId: string | null
  name: string | null
  geometry: LineString | MultiLineString
  uncertaintyMeters: number
}

/** Other lines in the plan's place. */
export interface Scenario {
  id: string
  name: string
  bufferMeters: number
  /** Moved, drawn anew or added; corridors that are neither here nor removed stay as the plan has them. */
  lines: readonly ScenarioLine[]
  /** Corridors it does without. */
  removed: readonly string[]
}
