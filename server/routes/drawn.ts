/**
 * Shapes of a reader's own in a body.
 */
import { Type, type Static } from 'typebox'
import type { CoverageLine } from '../analysis/coverage-lines.ts'
import type { DrawnArea } from '../analysis/drawn-area.ts'

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** Geometries are looked at where they are worked with: their problems are told shape by shape. */
const drawn = {
  type: Type.Literal('Feature'),
  id: Type.Optional(Type.Union([Type.String(), Type.Number()])),
  properties: Type.Optional(
    nullable(
      Type.Object({
        uncertaintyMeters: Type.Optional(nullable(Type.Number({ minimum: 0 }))),
        /** By when it is to be there. */
        targetYear: Type.Optional(nullable(Type.Integer())),
      }),
    ),
  ),
}

export const DrawnLines = Type.Object(
  {
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object({
        ...drawn,
        geometry: Type.Unsafe<CoverageLine['geometry']>({ description: 'A LineString or a MultiLineString.' }),
      }),
    ),
  },
  { description: 'Lines of your own, in longitude and latitude (WGS 84); `uncertaintyMeters` is 0 if not given.' },
)
export type DrawnLines = Static<typeof DrawnLines>

export const DrawnPolygon = Type.Object(
  { ...drawn, geometry: Type.Unsafe<DrawnArea['geometry']>({ description: 'A Polygon or a MultiPolygon.' }) },
  { description: 'An area, in longitude and latitude (WGS 84); `uncertaintyMeters` of its edge is 0 if not given.' },
)
export type DrawnPolygon = Static<typeof DrawnPolygon>

export function toLines(
  lines: DrawnLines | undefined,
  isWanted: (line: DrawnLines['features'][number]) => boolean = () => true,
): CoverageLine[] {
  return (lines?.features ?? []).flatMap((line, index) => {
    const { id, geometry, properties } = line
    if (!isWanted(line)) return []
    return [{ id: String(id ?? `line-${index + 1}`), geometry, uncertaintyMeters: properties?.uncertaintyMeters ?? 0 }]
  })
}

export function toArea({ id, geometry, properties }: DrawnPolygon): DrawnArea {
  return { id: String(id ?? 'area'), geometry, uncertaintyMeters: properties?.uncertaintyMeters ?? 0 }
}
