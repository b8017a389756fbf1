/**
 * `/analysis/access`: how far a place is by road from ports, airport, expressway and towns; `/parks` for all parks
 * at once.
 */
import { Type } from 'typebox'
import { accessFrom, parkAccess, prepareAccess, accessCollections, type AccessFeatures } from '../analysis/access.ts'
import { placeAt, toAccessPlace, type AccessPlace } from '../analysis/access-place.ts'
import type { Phase } from '../analysis/network.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { Access, ParkAccessTable } from '../domain/access.ts'
import type { FeatureOf } from '../domain/collections.ts'
import { Problem } from '../plugins/errors.ts'
import type { Routes } from './context.ts'
import { acceptJson } from './json-only.ts'
import { formatParameter } from './query/parameters.ts'
import { badParameter, querySchema, type Parameter } from './query/query.ts'

const phases = [2021, 2025, 2030] as const
const usualPhase = 2025

export const phaseParameter: Parameter<Phase> = {
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

const accessQuery = querySchema({
  from: fromParameter,
  feature: featureParameter,
  phase: phaseParameter,
  f: formatParameter(['json']),
})
const parksQuery = querySchema({ phase: phaseParameter, f: formatParameter(['json']) })

export const access: Routes = async (app, { catalog }) => {
  const ground = prepareAccess(accessFeaturesOf(catalog), catalog.plan.driving)
  const tables = new Map<Phase, ParkAccessTable>()

  app.get(
    '/analysis/access',
    {
      schema: {
        operationId: 'getAccess',
        summary: 'How far ports, airport, expressway, station and towns are by road',
        description: 'Kilometres and minutes with the least and the most they can be, each beside the straight line.',
        tags: ['analysis'],
        querystring: accessQuery,
        response: { 200: Access },
      },
    },
    async (request) => {
      acceptJson(request)
      const { from, feature, phase } = request.query
      return accessFrom(ground, placeAsked(catalog, from, feature), phase)
    },
  )

  app.get(
    '/analysis/access/parks',
    {
      schema: {
        operationId: 'getParkAccess',
        summary: 'The same for every industrial park at once',
        tags: ['analysis'],
        querystring: parksQuery,
        response: { 200: ParkAccessTable },
      },
    },
    async (request) => {
      acceptJson(request)
      const { phase } = request.query
      const known = tables.get(phase)
      if (known) return known
      const table = parkAccess(ground, phase, () => null)
      tables.set(phase, table)
      return table
    },
  )
}

export function placeAsked(
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

export function featurePlace({ collections }: Catalog, key: string): AccessPlace {
  const [kind = '', id = ''] = key.normalize('NFC').split(':')
  const collection = [...collections.values()].find(({ definition }) => definition.singular === kind)
  const feature = collection?.byId.get(id)
  if (!feature) throw new Problem('unknown-feature', `There is no feature "${key.slice(0, 100)}".`)
  const place = toAccessPlace(kind, feature as unknown as FeatureOf<'parks'>)
  if (!place) throw new Problem('bad-parameter', `Nobody has published where ${key.slice(0, 100)} is.`)
  return place
}

function accessFeaturesOf(catalog: Catalog): AccessFeatures {
  return Object.fromEntries(accessCollections.map((id) => [id, catalog.featuresOf(id)])) as unknown as AccessFeatures
}
