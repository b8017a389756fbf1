/**
 * Does everything that names something else name something that exists?
 */
import { collectionIds, collections as definitions, type CollectionId } from '../../server/domain/collections.ts'
import { developerTerms, placeTerms, sectorTerms } from '../../server/domain/park-terms.ts'
import type { Note } from '../../server/domain/provenance.ts'
import type { Extent } from '../../server/domain/seeds.ts'
import { eachFeature, listOf, show, textOf, type Atlas, type Rule } from './atlas.ts'

export const everyPillarExists: Rule = (atlas) => {
  const known = new Set(atlas.seeds['plan/pillars.json'].map(({ id }) => id))
  return eachFeature(atlas).flatMap(({ feature, where }) =>
    missing(listOf(feature.properties['pillarIds']), known, `${where} pillarIds`, 'seeds/plan/pillars.json'),
  )
}

/** What parks can be chosen by is one of the words agreed on, or else nobody could choose it. */
export const everyTermOfAParkIsKnown: Rule = ({ collections, seeds }) => {
  const file = 'server/domain/park-terms.ts'
  const vocabularies: Partial<Record<Note['key'], ReadonlySet<unknown>>> = {
    sectors: new Set(sectorTerms),
    developer: new Set(developerTerms),
    location: new Set(placeTerms),
    extent: new Set(placeTerms),
  }
  const parks = (['parks.json', 'later-parks.json'] as const).flatMap((park) =>
    seeds[park].flatMap(({ id, notes }) =>
      notes.flatMap(({ key, terms = [] }) => {
        const where = `seeds/${park}: ${id} ${key} terms`
        const vocabulary = vocabularies[key]
        if (vocabulary) return missing(terms, vocabulary, where, file)
        return terms.length > 0 ? [`${where} say nothing a park can be chosen by`] : []
      }),
    ),
  )
  return [...parks, ...missing(placeTerms, idsOf(collections.districts), `${file}: placeTerms`, 'districts.geojson')]
}

export const everyRoadOfACorridorExists: Rule = ({ collections }) =>
  collections.corridors.flatMap(({ id, properties }) =>
    missing(
      listOf(properties['roadIds']),
      idsOf(collections.roads),
      `corridors.geojson: ${String(id)} roadIds`,
      'roads.geojson',
    ),
  )

export const everyCommuneOfAUnitExists: Rule = ({ collections }) =>
  collections.units.flatMap(({ id, properties }) =>
    missing(
      listOf(properties['communeIds']),
      idsOf(collections.communes),
      `units.geojson: ${String(id)} communeIds`,
      'communes.geojson',
    ),
  )

export const everyExtentNamesKnownUnits: Rule = ({ collections, seeds }) => {
  const files = [
    'centres.json',
    'zones.json',
    'zone-sea.json',
    'parks.json',
    'later-parks.json',
    'projects.json',
    'heritage.json',
  ] as const
  const communes = idsOf(collections.communes)
  return files.flatMap((file) =>
    seeds[file].flatMap(({ id, extent }) => {
      if (!extent) return []
      const where = (key: keyof Extent) => `seeds/${file}: ${id} extent/${key}`
      return [
        ...missing(extent.communeIds, communes, where('communeIds'), 'communes.geojson'),
        ...missing(extent.exceptCommuneIds, communes, where('exceptCommuneIds'), 'communes.geojson'),
        ...missing(extent.districtIds, idsOf(collections.districts), where('districtIds'), 'districts.geojson'),
        ...missing(extent.unitIds, idsOf(collections.units), where('unitIds'), 'units.geojson'),
      ]
    }),
  )
}

export const everyLabelPointNamesAFeature: Rule = ({ collections }) =>
  collections['label-points'].flatMap(({ id, properties }) => {
    const of = textOf(properties['of'])
    // A sea is named on the map and is a feature of no collection.
    if (of === 'sea') return []
    if (!isCollectionId(of)) return [`label-points.geojson: ${String(id)} of must be a collection, got ${show(of)}`]
    return missing(
      [properties['featureId']],
      idsOf(collections[of]),
      `label-points.geojson: ${String(id)} featureId`,
      `${of}.geojson`,
    )
  })

export const everyDisagreementIsAboutAFeature: Rule = ({ collections, seeds }) => {
  const known = new Set(
    collectionIds.flatMap((id) =>
      collections[id].map((feature) => `${definitions[id].singular}:${String(feature.id)}`),
    ),
  )
  return seeds['plan/disagreements.json'].flatMap(({ id, about }) =>
    missing(about, known, `seeds/plan/disagreements.json: ${id} about`, 'the collections, as singular:id'),
  )
}

function missing(wanted: readonly unknown[], known: ReadonlySet<unknown>, where: string, place: string): string[] {
  return wanted.filter((id) => !known.has(id)).map((id) => `${where} must be in ${place}, got ${show(id)}`)
}

function idsOf(features: Atlas['collections'][CollectionId]): Set<unknown> {
  return new Set(features.map(({ id }) => id))
}

function isCollectionId(id: string): id is CollectionId {
  return (collectionIds as string[]).includes(id)
}
