/**
 * `/analysis/access`: how far a place is by road from ports, airport, expressway and towns; `/parks` for all parks
 * at once. `/analysis/travel-time`: what can be reached from a feature within some minutes.
 * `/analysis/distance-check`: published distances beside computed ones.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { placeAt, toAccessPlace, type AccessPlace } from '../analysis/access-place.ts'
import type { Phase } from '../analysis/network.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { Access, DistanceCheck, ParkAccessTable, TravelTime } from '../domain/access.ts'
import type { FeatureOf } from '../domain/collections.ts'
import type { AccessQuestion } from '../plugins/analysis-questions.ts'
import { Problem } from '../plugins/errors.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'
import { formatParameter } from './query/parameters.ts'
import { badParameter, querySchema, type Parameter } from './query/query.ts'
import { answerAndTag } from './send-answer.ts'

const phases = [2021, 2025, 2030] as const
const usualPhase = 2025

const phaseParameter: Parameter<Phase> = {
  document: Type.Unsafe({
    type: 'integer',
    enum: [...phases],
    default: usualPhase,
    description: 'Only roads and interchanges that exist by then are driven on.',
  }),
  read: (text, name) => {
    if (text === undefined) return usualPhase
    const phase = phases.find((one) => String(one) === text)
    if (phase !== undefined) return phase
    throw badParameter(name, `one of ${phases.join(', ')}`, text)
  },
}

/** Wide enough for every place that the roads of the province can lead to. */
const [west, south, east, north] = [103, 18, 108, 22]

const fromParameter: Parameter<readonly [number, number] | undefined> = {
  document: Type.Unsafe({
    type: 'array',
    items: { type: 'number' },
    minItems: 2,
    maxItems: 2,
    description: `Longitude and latitude (WGS 84), from ${west},${south} to ${east},${north}. Either this or feature.`,
  }),
  read: (text, name) => {
    if (text === undefined) return undefined
    const numbers = text.split(',').map((part) => (/^\d{1,3}(\.\d{1,15})?$/.test(part) ? Number(part) : Number.NaN))
    const [longitude = Number.NaN, latitude = Number.NaN] = numbers
    const isThere = longitude >= west && longitude <= east && latitude >= south && latitude <= north
    if (numbers.length === 2 && isThere) return [longitude, latitude]
    throw badParameter(name, `longitude,latitude between ${west},${south} and ${east},${north}`, text)
  },
}

const featureParameter: Parameter<string | undefined> = {
  document: Type.String({ description: 'A feature as links name it: `park:bim-son`. Either this or from.' }),
  read: (text, name) => {
    if (text === undefined || /^[a-z-]{1,40}:[^:]{1,200}$/.test(text)) return text
    throw badParameter(name, 'a kind and an id, as in park:bim-son', text)
  },
}

/** The first question starts a thread that joins the roads; on a busy machine that takes seconds. */
const firstAnswerMilliseconds = 30_000

const accessQuery = querySchema({
  from: fromParameter,
  feature: featureParameter,
  phase: phaseParameter,
  f: formatParameter(['json']),
})
const [leastMinutes, mostMinutes, mostAreas] = [5, 120, 3]

const minutesParameter: Parameter<readonly number[]> = {
  document: Type.Unsafe({
    type: 'array',
    items: { type: 'integer', minimum: leastMinutes, maximum: mostMinutes },
    minItems: 1,
    maxItems: mostAreas,
    default: [30, 60, 90],
    description: `Up to ${mostAreas} whole numbers of minutes.`,
  }),
  read: (text, name) => {
    if (text === undefined) return [30, 60, 90]
    const minutes = text.split(',').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN))
    const areGood = minutes.every((one) => one >= leastMinutes && one <= mostMinutes)
    const sorted = [...new Set(minutes)].toSorted((a, b) => a - b)
    if (areGood && sorted.length <= mostAreas) return sorted
    throw badParameter(name, `up to ${mostAreas} whole numbers from ${leastMinutes} to ${mostMinutes}`, text)
  },
}

const knownFeatureParameter: Parameter<string> = {
  document: Type.String({ description: 'A feature as links name it: `park:bim-son`, `port:nghi-son`.' }),
  read: (text, name) => {
    const feature = featureParameter.read(text, name)
    if (feature !== undefined) return feature
    throw new Problem('bad-parameter', 'feature must be given: a kind and an id, as in park:bim-son.')
  },
}

const travelTimeQuery = querySchema({
  feature: knownFeatureParameter,
  minutes: minutesParameter,
  phase: phaseParameter,
  f: formatParameter(['json']),
})
const parksQuery = querySchema({ phase: phaseParameter, f: formatParameter(['json']) })

export const access: Routes = async (app, { catalog, analysis, version }) => {
  const answer = (request: FastifyRequest, reply: FastifyReply, question: AccessQuestion) =>
    answerAndTag(request, reply, { analysis, version }, question)

  app.get(
    '/analysis/access',
    {
      handlerTimeout: firstAnswerMilliseconds,
      schema: {
        operationId: 'getAccess',
        summary: 'How far ports, airport, expressway, station and towns are by road',
        description: 'Kilometres and minutes with the least and the most they can be, each beside the straight line.',
        tags: ['analysis'],
        querystring: accessQuery,
        response: { 200: Access },
      },
    },
    async (request, reply) => {
      acceptJson(request)
      const { from, feature, phase } = request.query
      return answer(request, reply, { about: 'access', phase, from: placeAsked(catalog, from, feature) })
    },
  )

  app.get(
    '/analysis/access/parks',
    {
      handlerTimeout: firstAnswerMilliseconds,
      schema: {
        operationId: 'getParkAccess',
        summary: 'The same for every industrial park at once',
        tags: ['analysis'],
        querystring: parksQuery,
        response: { 200: ParkAccessTable },
      },
    },
    async (request, reply) => {
      acceptJson(request)
      return answer(request, reply, { about: 'parks', phase: request.query.phase })
    },
  )

  app.get(
    '/analysis/travel-time',
    {
      handlerTimeout: firstAnswerMilliseconds,
      schema: {
        operationId: 'getTravelTime',
        summary: 'What ground and how many people can be reached from a feature within some minutes',
        description: 'Outlines and people as assumed, at the least and at the most.',
        tags: ['analysis'],
        querystring: travelTimeQuery,
        response: { 200: TravelTime },
      },
    },
    async (request, reply) => {
      acceptJson(request)
      const { feature, minutes, phase } = request.query
      const from = featurePlace(catalog, feature)
      return answer(request, reply, { about: 'travel-time', phase, from, minutes })
    },
  )

  app.get(
    '/analysis/distance-check',
    {
      handlerTimeout: firstAnswerMilliseconds,
      schema: {
        operationId: 'getDistanceCheck',
        summary: 'Published distances beside computed ones',
        tags: ['analysis'],
        querystring: jsonQuery,
        response: { 200: DistanceCheck },
      },
    },
    async (request, reply) => {
      acceptJson(request)
      const keys = catalog.plan.distancePlaces.flatMap(({ feature }) => feature ?? [])
      const places = Object.fromEntries(keys.map((key) => [key, findPlace(catalog, key) ?? null]))
      return answer(request, reply, { about: 'distances', places })
    },
  )
}

function placeAsked(
  catalog: Catalog,
  from: readonly [number, number] | undefined,
  feature: string | undefined,
): AccessPlace {
  if ((from === undefined) === (feature === undefined)) {
    throw new Problem(
      'bad-parameter',
      'Say either from (longitude,latitude) or feature (as in park:bim-son), not both.',
    )
  }
  return from ? placeAt([...from]) : featurePlace(catalog, feature ?? '')
}

function featurePlace(catalog: Catalog, key: string): AccessPlace {
  const place = findPlace(catalog, key.normalize('NFC'))
  if (place) return place
  if (place === null) throw new Problem('bad-parameter', `Nobody has published where ${key.slice(0, 100)} is.`)
  throw new Problem('unknown-feature', `There is no feature "${key.slice(0, 100)}".`)
}

/** Null: it has no position; undefined: there is no such feature. */
function findPlace({ collections }: Catalog, key: string): AccessPlace | null | undefined {
  const [kind = '', id = ''] = key.split(':')
  const collection = [...collections.values()].find(({ definition }) => definition.singular === kind)
  const feature = collection?.byId.get(id)
  return feature && toAccessPlace(kind, feature as unknown as FeatureOf<'parks'>)
}
