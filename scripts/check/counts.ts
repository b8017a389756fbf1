/**
 * Does the atlas hold as many of each thing as the programme names?
 */
import type { CollectionId } from '../../server/domain/collections.ts'
import type { Rule } from './atlas.ts'

const wanted: Partial<Record<CollectionId, number>> = {
  centres: 4,
  corridors: 6,
  zones: 2,
  parks: 11,
  province: 1,
  districts: 27,
  units: 166,
  communes: 637,
}

export const asManyAsTheProgrammeNames: Rule = ({ collections }) =>
  Object.entries(wanted).flatMap(([id, count]) => {
    const got = collections[id as CollectionId].length
    return got === count ? [] : [`${id}.geojson: must hold ${count} features, got ${got}`]
  })

export const fivePillars: Rule = ({ seeds }) => {
  const got = seeds['plan/pillars.json'].length
  return got === 5 ? [] : [`seeds/plan/pillars.json: must hold 5 pillars, got ${got}`]
}
