/**
 * The API description, gathered from the routes' own schemas.
 *
 * OpenAPI 3.0 knows less than JSON Schema: no `null` type, no tuples, no constants. `toOpenApi` says the
 * same in its words. What a list in a query looks like (`a,b,c`, not `a&a`) is set on the parameters, where
 * the standard wants it: the generator would put it into the schema.
 */
import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import type { ProblemDocument } from './errors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of the good answer, when it is not plain JSON. */
    produces?: readonly string[]
  }
}

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.0.3',
      info: {
        title: 'Bản đồ quy hoạch Thanh Hóa / Thanh Hóa planning atlas',
        description:
          'OGC API Features (Parts 1 and 2), OGC API Tiles and TileJSON over the 2021 action programme of Thanh Hóa province, with analysis of our own. Failures are application/problem+json (RFC 9457).',
        version: '1.0.0',
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      tags: [
        { name: 'discovery', description: 'Where everything is' },
        { name: 'features', description: 'Collections and their features' },
        { name: 'tiles', description: 'Vector tiles' },
        { name: 'analysis', description: 'Answers of the atlas itself' },
        { name: 'operation', description: 'For those who run the server' },
      ],
      components: { schemas: { Problem: problemSchema } },
    },
    transform: ({ schema, url, route }) => ({
      schema: toOpenApiRoute(schema, route.config?.produces),
      url,
    }),
    transformObject: (document) => {
      const { openapiObject } = document as { openapiObject: { paths?: Record<string, unknown> } }
      for (const operation of operationsOf(openapiObject.paths)) {
        for (const parameter of operation.parameters ?? []) {
          if (parameter.schema?.type !== 'array') continue
          parameter.style = 'form'
          parameter.explode = false
        }
      }
      return openapiObject as never
    },
  })
}

const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail'] satisfies (keyof ProblemDocument)[],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const },
  },
}

interface Operation {
  parameters?: { schema?: { type?: string }; style?: string; explode?: boolean }[]
}

function operationsOf(paths: Record<string, unknown> | undefined): Operation[] {
  return Object.values(paths ?? {}).flatMap((path) => Object.values(path as Record<string, Operation>))
}

const problemResponse = {
  description: 'A problem: what was expected and what came',
  content: {
    'application/problem+json': {
      schema: { type: 'object', properties: problemSchema.properties, required: problemSchema.required },
    },
  },
}

function toOpenApiRoute(schema: FastifySchema | undefined, produces: readonly string[] | undefined): FastifySchema {
  if (!schema) return { hide: true }
  const response = isRecord(schema.response) ? schema.response['200'] : undefined
  const answer = response === undefined ? {} : toOpenApi(response)
  const types = produces ?? ['application/json']
  const content = Object.fromEntries(
    types.map((type) => [
      type,
      { schema: isJson(type) ? answer : { type: 'string', ...(type.startsWith('text') ? {} : { format: 'binary' }) } },
    ]),
  )
  const converted: Record<string, unknown> = {}
  for (const part of ['params', 'querystring', 'body'] as const) {
    if (schema[part] !== undefined) converted[part] = toOpenApi(schema[part])
  }
  return {
    ...schema,
    ...converted,
    response: { 200: { description: 'The answer', content }, '4xx': problemResponse, '5xx': problemResponse },
  }
}

function isJson(type: string): boolean {
  return type.includes('json')
}

/** The same schema in the words of OpenAPI 3.0. */
export function toOpenApi(schema: unknown): Record<string, unknown> {
  if (!isRecord(schema)) return {}
  const { anyOf, const: constant, items, additionalItems: _, exclusiveMinimum, exclusiveMaximum, ...rest } = schema
  const converted: Record<string, unknown> = { ...rest }
  if (Array.isArray(anyOf)) {
    const choices = anyOf.filter((choice) => !(isRecord(choice) && choice['type'] === 'null')).map(toOpenApi)
    const isNullable = choices.length < anyOf.length
    const [only] = choices
    return {
      ...converted,
      ...(choices.length === 1 ? only : { anyOf: choices }),
      ...(isNullable ? { nullable: true } : {}),
    }
  }
  if (constant !== undefined) {
    converted['type'] = typeof constant
    converted['enum'] = [constant]
  }
  if (Array.isArray(schema['enum']) && converted['type'] === undefined) converted['type'] = typeof schema['enum'][0]
  if (Array.isArray(items)) {
    converted['items'] = toOpenApi(items[0])
    converted['minItems'] = items.length
    converted['maxItems'] = items.length
  } else if (items !== undefined) converted['items'] = toOpenApi(items)
  if (typeof exclusiveMinimum === 'number')
    Object.assign(converted, { minimum: exclusiveMinimum, exclusiveMinimum: true })
  if (typeof exclusiveMaximum === 'number')
    Object.assign(converted, { maximum: exclusiveMaximum, exclusiveMaximum: true })
  if (isRecord(schema['properties'])) {
    converted['properties'] = Object.fromEntries(
      Object.entries(schema['properties']).map(([name, property]) => [name, toOpenApi(property)]),
    )
  }
  if (isRecord(schema['patternProperties'])) {
    delete converted['patternProperties']
    converted['additionalProperties'] = toOpenApi(Object.values(schema['patternProperties'])[0])
  } else if (isRecord(schema['additionalProperties'])) {
    converted['additionalProperties'] = toOpenApi(schema['additionalProperties'])
  }
  return converted
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
