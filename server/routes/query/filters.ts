/**
 * Filters by the name of a property: `?status=planned&kind=seaport`.
 *
 * Every property with a single value can be a filter; its values are read as its schema says.
 */
import type { TSchema } from 'typebox'
import { Type } from 'typebox'
import type { AnyFeature, CatalogCollection } from '../../catalog/catalog.ts'
import { scalarProperties, type ScalarProperty } from '../../domain/scalar-properties.ts'
import { badParameter, unknownParameter } from './query.ts'

export type FeatureTest = (feature: AnyFeature) => boolean

export function readFilters(
  collection: CatalogCollection,
  others: ReadonlyMap<string, string>,
  knownParameters: readonly string[],
): FeatureTest[] {
  const properties = scalarProperties(collection.definition)
  return [...others].map(([name, text]) => {
    const property = properties.get(name)
    if (!property) throw unknownParameter(name, [...knownParameters, ...properties.keys()])
    const wanted = readValue(name, property, text)
    return ({ properties: has }) => has[name] === wanted
  })
}

/** The filters of all collections together, for the API description. */
export function documentFilters(collections: Iterable<CatalogCollection>): Record<string, TSchema> {
  const users = new Map<string, { property: ScalarProperty; ids: string[] }>()
  let count = 0
  for (const { id, definition } of collections) {
    count++
    for (const [name, property] of scalarProperties(definition)) {
      const known = users.get(name)
      if (known) known.ids.push(id)
      else users.set(name, { property, ids: [id] })
    }
  }
  return Object.fromEntries(
    [...users].map(([name, { property, ids }]) => {
      const where = ids.length === count ? 'all collections' : ids.join(', ')
      const values = property.values ? { enum: [...property.values] } : {}
      const description = `Only features with exactly this value. In ${where}.`
      return [name, Type.Unsafe({ type: property.type, ...values, description })]
    }),
  )
}

function readValue(name: string, { type, values }: ScalarProperty, text: string): string | number | boolean {
  switch (type) {
    case 'number': {
      const number = /^-?\d{1,15}(\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN
      if (Number.isNaN(number)) throw badParameter(name, 'a number', text)
      return number
    }
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw badParameter(name, 'true or false', text)
      return text === 'true'
    case 'string':
      if (values && !values.includes(text)) throw badParameter(name, `one of ${values.join(', ')}`, text)
      return text.normalize('NFC')
  }
}
