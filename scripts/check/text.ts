/**
 * Is every text in the one Unicode form that search and fonts expect?
 */
import { eachFeature, show, type Rule } from './atlas.ts'
import { seedFileNames } from '../../server/catalog/read-seeds.ts'

export const everyTextIsNfc: Rule = (atlas) => [
  ...eachFeature(atlas).flatMap(({ feature, where }) => findDenormalised(feature.properties, `${where} `)),
  ...seedFileNames.flatMap((file) => findDenormalised(atlas.seeds[file], `seeds/${file}: entries`)),
]

function findDenormalised(value: unknown, path: string): string[] {
  if (typeof value === 'string') {
    return value === value.normalize('NFC') ? [] : [`${path} must be in Unicode form NFC, got ${show(value)}`]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    findDenormalised(inner, path.endsWith(' ') ? `${path}${key}` : `${path}/${key}`),
  )
}
