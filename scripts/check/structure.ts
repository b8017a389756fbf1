/**
 * Is every feature GeoJSON, and its properties what the collection promises?
 */
import { isFeature } from 'geojson-validation'
import { Compile } from 'typebox/compile'
import { collectionIds, collections as definitions } from '../../server/domain/collections.ts'
import { findSchemaProblems } from '../../server/catalog/schema-problems.ts'
import { eachFeature, show, type Rule } from './atlas.ts'

export const everyFeatureIsGeoJson: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ feature, where }) =>
    isFeature(feature, true).map((problem) => `${where} must be a GeoJSON feature: ${problem}`),
  )

export const everyGeometryIsOfItsCollection: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ collection, feature, where }) => {
    const allowed: readonly string[] = definitions[collection].geometryTypes
    if (!feature.geometry || allowed.includes(feature.geometry.type)) return []
    return [`${where} geometry must be ${allowed.join(' or ')} or null, got ${feature.geometry.type}`]
  })

export const everyPropertyFitsItsSchema: Rule = ({ collections }) =>
  collectionIds.flatMap((id) => {
    const checker = Compile(definitions[id].properties)
    return collections[id].flatMap((feature, i) =>
      findSchemaProblems(checker, feature.properties).map(
        ({ path, message, got }) => `${id}.geojson: features/${i} ${path || 'properties'} ${message}, got ${show(got)}`,
      ),
    )
  })
