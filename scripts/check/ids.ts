/**
 * Can every feature be found by one permanent name?
 */
import { collectionIds } from '../../server/domain/collections.ts'
import { eachFeature, show, type Rule } from './atlas.ts'

export const idsAreTheSameInBothPlaces: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ feature, where }) =>
    feature.id === feature.properties['id']
      ? []
      : [
          `${where} id must be the same as properties/id, got ${show(feature.id)} and ${show(feature.properties['id'])}`,
        ],
  )

export const idsAreUnique: Rule = ({ collections }) =>
  collectionIds.flatMap((id) => {
    const seen = new Map<unknown, number>()
    return collections[id].flatMap((feature, i) => {
      const before = seen.get(feature.id)
      seen.set(feature.id, i)
      return before === undefined
        ? []
        : [`${id}.geojson: features/${i} id must be unique, got ${show(feature.id)} as in features/${before}`]
    })
  })
