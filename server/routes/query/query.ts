/**
 * How a resource says which query parameters it has, and reads them.
 *
 * A parameter is declared once: its reader gives the value the route works with, its document goes into
 * the API description. Everything else in the query is refused by name, so a misspelt `limti=5` can never
 * be taken for "no limit".
 */
import { Type, type TSchema, type TUnsafe } from 'typebox'
import { Problem } from '../../plugins/errors.ts'
import { malformed, type RawQuery } from '../../plugins/query-string.ts'

export interface Parameter<Value> {
  /** OpenAPI's view of it. */
  document: TSchema
  /** The value for the text that came, or for none. Throws a `Problem`. */
  read: (text: string | undefined, name: string) => Value
}

export type Parameters = Record<string, Parameter<unknown>>
export type ValuesOf<P extends Parameters> = {
  [Name in keyof P]: P[Name] extends Parameter<infer Value> ? Value : never
}

type QueryReader = (raw: RawQuery) => Record<string, unknown>
const readers = new WeakMap<object, QueryReader>()

/** The `querystring` schema of a route with exactly these parameters. */
export function querySchema<P extends Parameters>(parameters: P): TUnsafe<ValuesOf<P>> {
  return schemaWithReader<ValuesOf<P>>(parameters, (raw) => {
    const unknown = namesOf(raw).find((name) => !Object.hasOwn(parameters, name))
    if (unknown !== undefined) throw unknownParameter(unknown, Object.keys(parameters))
    return readKnown(parameters, raw)
  })
}

/**
 * The same for a resource whose further parameters depend on what it is about: they arrive as text in
 * `others`, and the route has to refuse those it does not know.
 */
export function openQuerySchema<P extends Parameters>(
  parameters: P,
  documented: Record<string, TSchema>,
): TUnsafe<ValuesOf<P> & { others: ReadonlyMap<string, string> }> {
  const document = { ...parameters, ...toDocumented(documented) }
  return schemaWithReader(document, (raw) => {
    const others = namesOf(raw).filter((name) => !Object.hasOwn(parameters, name))
    const values = new Map(others.map((name) => [name, readSingle(raw, name) ?? '']))
    return { ...readKnown(parameters, raw), others: values }
  })
}

export function unknownParameter(name: string, known: readonly string[]): Problem {
  const shown = name.slice(0, 100)
  const hint = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`
  return new Problem('unknown-parameter', `This resource has no parameter "${shown}"; ${hint}.`)
}

export function badParameter(name: string, expected: string, got: string): Problem {
  return new Problem('bad-parameter', `${name} must be ${expected}, got "${got.slice(0, 200)}".`)
}

/** Fastify's validator for a `querystring` schema; undefined: the schema was not made here. */
export function queryReaderOf(schema: object): QueryReader | undefined {
  return readers.get(schema)
}

function schemaWithReader<Values>(parameters: Parameters, reader: QueryReader): TUnsafe<Values> {
  const properties = Object.fromEntries(
    Object.entries(parameters).map(([name, { document }]) => [name, Type.Optional(document)]),
  )
  const schema = Type.Unsafe<Values>(Type.Object(properties, { additionalProperties: false }))
  readers.set(schema, reader)
  return schema
}

function readKnown(parameters: Parameters, raw: RawQuery): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.read(readSingle(raw, name), name)]),
  )
}

function readSingle(raw: RawQuery, name: string): string | undefined {
  const value = raw[name]
  if (!Array.isArray(value)) return value
  throw new Problem('bad-parameter', `${name.slice(0, 100)} must be given once, got it ${value.length} times.`)
}

function namesOf(raw: RawQuery): string[] {
  const wrong = raw[malformed]
  if (wrong === undefined) return Object.keys(raw)
  throw new Problem(
    'bad-parameter',
    `"${wrong.slice(0, 100)}" holds a percent sign that starts no character; write % itself as %25.`,
  )
}

function toDocumented(documents: Record<string, TSchema>): Parameters {
  const read = (text: string | undefined): unknown => text
  return Object.fromEntries(Object.entries(documents).map(([name, document]) => [name, { document, read }]))
}
