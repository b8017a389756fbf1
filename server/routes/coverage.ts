/**
 * `/analysis/coverage`: what lines reach within a distance, what they miss, and the shapes of both.
 *
 * `/analysis/coverage/ground`: what the page needs to answer that by itself while a slider is dragged.
 *
 * GET asks about corridors of the programme, POST about these, about lines of one's own, or about both.
 */
import { Type } from 'typebox'
import { leastBufferMeters, mostBufferMeters, toCoverageLines, type CoverageLine } from '../analysis/coverage-lines.ts'
import { groundDocument, type GroundDocument } from '../analysis/ground-document.ts'
import { CoverageAnswer } from '../domain/coverage.ts'
import { PhaseYear, phaseYears } from '../domain/phases.ts'
import { mostBodyBytes } from '../plugins/bodies.ts'
import { Problem } from '../plugins/errors.ts'
import type { Routes } from './context.ts'
import { DrawnLines, toLines } from './drawn.ts'
import { acceptJson, jsonQuery } from './json-only.ts'
import { mediaTypes } from './links.ts'
import { formatParameter } from './query/parameters.ts'
import { badParameter, querySchema, type Parameter } from './query/query.ts'
import { answerAndTag, sendAnswer } from './send-answer.ts'

const usualBufferMeters = 5000

const bufferParameter: Parameter<number> = {
  document: Type.Number({
    minimum: leastBufferMeters,
    maximum: mostBufferMeters,
    default: usualBufferMeters,
    description: 'How far a line reaches, in metres.',
  }),
  read: (text, name) => {
    if (text === undefined) return usualBufferMeters
    const meters = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
    if (meters >= leastBufferMeters && meters <= mostBufferMeters) return meters
    throw badParameter(name, `a number of metres from ${leastBufferMeters} to ${mostBufferMeters}`, text)
  },
}

/** By commas; undefined: all. */
const corridorsParameter: Parameter<readonly string[] | undefined> = {
  document: Type.Unsafe({
    type: 'array',
    items: { type: 'string' },
    minItems: 1,
    description: 'Only these corridors, by id. Without it, all.',
  }),
  read: (text, name) => {
    if (text === '') throw badParameter(name, 'ids of corridors by commas', text)
    return text?.split(',')
  },
}

const phaseNote =
  'Leaves out what has a later year. The programme gives its corridors none: a line without a year always counts.'

/** Undefined: whatever its year. */
const phaseParameter: Parameter<PhaseYear | undefined> = {
  document: Type.Unsafe({ ...PhaseYear, description: phaseNote }),
  read: (text, name) => {
    const phase = phaseYears.find((year) => String(year) === text)
    if (text !== undefined && phase === undefined) throw badParameter(name, `one of ${phaseYears.join(', ')}`, text)
    return phase
  },
}

const query = querySchema({
  corridors: corridorsParameter,
  phase: phaseParameter,
  bufferMeters: bufferParameter,
  f: formatParameter(['json']),
})

const Question = Type.Object(
  {
    bufferMeters: Type.Number({
      description: `How far a line reaches: ${leastBufferMeters} to ${mostBufferMeters} m.`,
    }),
    corridorIds: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Corridors of the programme. Without it: all, or none beside `lines`.',
      }),
    ),
    phase: Type.Optional(Type.Unsafe<PhaseYear>({ ...PhaseYear, description: phaseNote })),
    lines: Type.Optional(DrawnLines),
  },
  { additionalProperties: false },
)

export const coverage: Routes = async (app, { catalog, analysis, version }) => {
  const corridors = toCoverageLines(catalog.featuresOf('corridors'))
  const yearOf = new Map(
    catalog.featuresOf('corridors').map(({ id, properties }) => [
      id,
      // What stands has no year to wait for.
      properties.status === 'existing' ? null : earliest(properties.targetYear, properties.openedYear),
    ]),
  )
  const known = new Set(corridors.map(({ id }) => id))

  /** Each once and in our order, so that the same question is the same however it is put. */
  function corridorsNamed(ids: readonly string[]): CoverageLine[] {
    const wanted = new Set(ids.map((id) => id.normalize('NFC')))
    const unknown = [...wanted].find((id) => !known.has(id))
    if (unknown !== undefined) {
      const detail = `There is no corridor "${unknown.slice(0, 100)}"; there are ${[...known].join(', ')}.`
      throw new Problem('unknown-feature', detail)
    }
    return corridors.filter(({ id }) => wanted.has(id))
  }

  let ground: Uint8Array | undefined
  app.get(
    '/analysis/coverage/ground',
    {
      schema: {
        operationId: 'getCoverageGround',
        summary: 'What coverage is worked out from, for a page that works it out itself',
        description:
          'Communes with their people, districts, the areas and points that may lie within reach, and the drawn corridors.',
        tags: ['analysis'],
        querystring: jsonQuery,
        response: { 200: Type.Unsafe<GroundDocument>({ type: 'object' }) },
      },
    },
    async (request, reply) => {
      acceptJson(request)
      ground ??= new TextEncoder().encode(JSON.stringify(groundDocument(catalog.featuresOf)))
      return sendAnswer(reply, ground)
    },
  )

  app.get(
    '/analysis/coverage',
    {
      schema: {
        operationId: 'getCoverage',
        summary: 'What corridors reach within a distance, and what they miss',
        tags: ['analysis'],
        querystring: query,
        response: { 200: CoverageAnswer },
      },
      config: { rateLimit: { max: 300, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      acceptJson(request)
      const { bufferMeters, corridors: ids, phase } = request.query
      const lines = (ids ? corridorsNamed(ids) : corridors).filter(({ id }) => isThereBy(phase, yearOf.get(id)))
      return answerAndTag(request, reply, { analysis, version }, { about: 'coverage', lines, bufferMeters })
    },
  )

  app.post(
    '/analysis/coverage',
    {
      bodyLimit: mostBodyBytes,
      schema: {
        operationId: 'askCoverage',
        summary: 'What lines of your own reach within a distance, and what they miss',
        description: 'Alone or together with corridors of the programme.',
        tags: ['analysis'],
        consumes: [mediaTypes.json],
        querystring: jsonQuery,
        body: Question,
        response: { 200: CoverageAnswer },
      },
      config: { rateLimit: { max: 240, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      acceptJson(request)
      const { bufferMeters, corridorIds, lines: drawn, phase } = request.body
      const stored = corridorIds ? corridorsNamed(corridorIds) : drawn ? [] : corridors
      const lines = [
        ...stored.filter(({ id }) => isThereBy(phase, yearOf.get(id))),
        ...toLines(drawn, ({ properties }) => isThereBy(phase, properties?.targetYear)),
      ]
      return sendAnswer(reply, await analysis.answer({ about: 'coverage', lines, bufferMeters }))
    },
  )
}

function earliest(...years: readonly (number | null | undefined)[]): number | null {
  const given = years.filter((year) => typeof year === 'number')
  return given.length === 0 ? null : Math.min(...given)
}

function isThereBy(phase: PhaseYear | undefined, year: number | null | undefined): boolean {
  return phase === undefined || year === null || year === undefined || year <= phase
}
