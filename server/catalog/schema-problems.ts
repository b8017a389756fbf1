/**
 * What of a value does not fit its schema, said so that a person finds the place.
 */
import type { Validator } from 'typebox/compile'

export interface SchemaProblem {
  /** `figures/0/value`; empty for the value itself. */
  path: string
  message: string
  got: unknown
}

type Checker = Pick<Validator, 'Check' | 'Errors'>

export function findSchemaProblems(checker: Checker, value: unknown): SchemaProblem[] {
  if (checker.Check(value)) return []
  const errors = checker.Errors(value).filter(({ keyword }) => keyword !== 'boolean')
  return errors
    .filter(({ keyword, instancePath }) => {
      const others = errors.filter((other) => other.instancePath === instancePath)
      // Of a value that may be null the other complaint says more than "must be null" and "must match anyOf".
      const saysLittle = keyword === 'anyOf' || others.some((other) => other.keyword === 'anyOf')
      if (!saysLittle) return true
      if (keyword === 'anyOf')
        return others.every((other) => other.keyword === 'anyOf' || other.message === 'must be null')
      return !others.some(
        (other) => other !== undefined && keyword === 'type' && other.keyword !== 'type' && other.keyword !== 'anyOf',
      )
    })
    .filter(({ keyword, message }) => !(keyword === 'type' && message === 'must be null'))
    .map(({ instancePath, message, params }) => {
      const path = instancePath.replace(/^\//, '')
      const allowed = 'allowedValues' in params ? `: ${JSON.stringify(params.allowedValues)}` : ''
      const extra = 'additionalProperties' in params ? `: ${JSON.stringify(params.additionalProperties)}` : ''
      return { path, message: `${message}${allowed}${extra}`, got: valueAt(value, path) }
    })
}

function valueAt(value: unknown, path: string): unknown {
  let found = value
  for (const key of path.split('/').filter(Boolean)) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}
