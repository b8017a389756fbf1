/**
 * Which properties of a collection are a single value, and which values they may have.
 *
 * Read from the collection's own schema: filters by name, columns of a table and fields of a vector
 * tile all come from here, so none of them can name a property that does not exist.
 */
import type { CollectionDefinition } from './collections.ts'

export interface ScalarProperty {
  type: 'string' | 'number' | 'boolean'
  /** The only values it may have, where the schema lists them. */
  values?: readonly string[]
}

export function scalarProperties({ properties }: CollectionDefinition): Map<string, ScalarProperty> {
  const scalars = new Map<string, ScalarProperty>()
  for (const [name, schema] of Object.entries(properties.properties)) {
    const scalar = toScalar(schema)
    if (scalar) scalars.set(name, scalar)
  }
  return scalars
}

interface SchemaShape {
  type?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly SchemaShape[]
}

function toScalar(schema: SchemaShape): ScalarProperty | null {
  const choices = schema.anyOf?.filter((choice) => choice.type !== 'null')
  if (choices) return choices.length === 1 && choices[0] ? toScalar(choices[0]) : null
  if (schema.enum) {
    const values = schema.enum.filter((value) => typeof value === 'string')
    return { type: 'string', values }
  }
  if (schema.type === 'string' || schema.type === 'boolean') return { type: schema.type }
  return schema.type === 'number' || schema.type === 'integer' ? { type: 'number' } : null
}
