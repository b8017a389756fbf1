import { limits } from './limits.ts'
import type { Cell, Properties } from './raw-layer.ts'

/** The values of a feature as a table can show them: what is nested becomes its JSON, what is endless is cut. */
export function takeProperties(value: unknown): Properties {
  const properties: Properties = {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return properties
  let count = 0
  for (const [name, cell] of Object.entries(value as Record<string, unknown>)) {
    if (++count > limits.fields) break
    // A column of this name would change what the object is, not what it holds.
    if (name !== '__proto__') properties[name.normalize('NFC').slice(0, 120)] = takeCell(cell)
  }
  return properties
}

function takeCell(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
      return value.normalize('NFC').slice(0, limits.textLength)
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'boolean':
      return value
    case 'bigint':
      return Number(value)
    case 'object':
      if (value === null) return null
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
      return JSON.stringify(value).slice(0, limits.textLength)
    default:
      return null
  }
}
