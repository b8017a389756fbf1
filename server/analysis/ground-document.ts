/**
 * The ground of coverage questions as one document: what a thread or a page needs to answer them by itself,
 * and no more. Shapes are those the atlas serves, to the last digit, so the answers are the same everywhere.
 */
import type { CollectionId, FeatureOf } from '../domain/collections.ts'
import {
  areaCollections,
  pointCollections,
  type AskedProperties,
  type CommuneProperties,
  type GroundCollections,
  type GroundFeature,
} from './coverage-ground.ts'
import { toCoverageLines, type CoverageLine } from './coverage-lines.ts'
import { lineCollections, type LineCollections } from './lines-inside.ts'

export type GroundDocument = GroundCollections & {
  /** The drawn corridors of the programme, as lines to ask about. */
  corridors: readonly CoverageLine[]
  /** What is measured inside a drawn area. */
  lines: LineCollections
}

export function groundDocument(
  featuresOf: <Id extends CollectionId>(id: Id) => readonly FeatureOf<Id>[],
): GroundDocument {
  const named = <Own>({ id, geometry, properties }: GroundFeature, own: Own): GroundFeature<Own> => ({
    id,
    geometry,
    properties: { name_vi: properties.name_vi, name_en: properties.name_en, ...own },
  })
  const asked = [...areaCollections, ...pointCollections].map((collection) => {
    const features: readonly GroundFeature<AskedProperties>[] = featuresOf(collection)
    return [
      collection,
      {
        features: features.map((feature) => {
          const { geometryBasis, uncertaintyMeters } = feature.properties
          return named(feature, { geometryBasis, uncertaintyMeters })
        }),
      },
    ] as const
  })
  return {
    province: { features: featuresOf('province').map((feature) => named(feature, {})) },
    districts: { features: featuresOf('districts').map((feature) => ({ ...named(feature, {}), geometry: null })) },
    communes: {
      features: featuresOf('communes').map((feature) => {
        const { districtId, population2019 }: CommuneProperties = feature.properties
        return named(feature, { districtId, population2019 })
      }),
    },
    ...Object.fromEntries(asked),
    corridors: toCoverageLines(featuresOf('corridors')),
    lines: Object.fromEntries(
      lineCollections.map((collection) => {
        const features: readonly GroundFeature<AskedProperties>[] = featuresOf(collection)
        const uncertainOf = ({ properties }: (typeof features)[number]) => properties.uncertaintyMeters
        return [
          collection,
          { features: features.map((feature) => named(feature, { uncertaintyMeters: uncertainOf(feature) })) },
        ]
      }),
    ),
  }
}
