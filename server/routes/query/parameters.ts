/**
 * The query parameters that resources share: what each accepts and what it becomes.
 */
import { Type } from 'typebox'
import type { Box } from '../../domain/box.ts'
import {
  boxToWgs84,
  crs84,
  findReferenceSystem,
  referenceSystems,
  type ReferenceSystem,
} from '../../analysis/reference-systems.ts'
import { readInterval, type Interval } from '../../analysis/interval.ts'
import { badParameter, type Parameter } from './query.ts'

export const defaultLimit = 100
export const largestLimit = 1000

/** How many features a page holds. More than the largest is not an error: the largest is given. */
export const limitParameter: Parameter<number> = {
  document: Type.Integer({
    minimum: 1,
    maximum: largestLimit,
    default: defaultLimit,
    description: 'How many features a page holds. A larger number gives the largest page.',
  }),
  read: (text, name) => {
    if (text === undefined) return defaultLimit
    const value = readWholeNumber(text, 6)
    if (value === null || value < 1) throw badParameter(name, `a whole number from 1 to ${largestLimit}`, text)
    return Math.min(value, largestLimit)
  },
}

export const offsetParameter: Parameter<number> = {
  document: Type.Integer({ minimum: 0, default: 0, description: 'How many features to leave out before the first.' }),
  read: (text, name) => {
    if (text === undefined) return 0
    const value = readWholeNumber(text, 9)
    if (value === null) throw badParameter(name, 'a whole number from 0', text)
    return value
  },
}

/** The format, by name; it goes before the Accept header. `json` and `geojson` may mean the same. */
export function formatParameter<const Name extends string>(names: readonly Name[]): Parameter<Name | undefined> {
  return {
    document: Type.Unsafe<Name>({ type: 'string', enum: [...names], description: 'Format of the answer.' }),
    read: (text, name) => {
      if (text === undefined) return undefined
      const found = names.find((one) => one === text)
      if (found !== undefined) return found
      throw badParameter(name, `one of ${names.join(', ')}`, text)
    },
  }
}

/** Four or six numbers; what they mean depends on `bbox-crs`, see `toSearchBox`. */
export const bboxParameter: Parameter<BboxNumbers | undefined> = {
  document: Type.Unsafe({
    type: 'array',
    items: { type: 'number' },
    minItems: 4,
    maxItems: 6,
    description:
      'Only features that touch this box: west, south, east, north (or six numbers with heights, which are not looked at), in the axis order of bbox-crs. West greater than east crosses the 180th meridian. Features without a position are always given.',
  }),
  read: (text, name) => {
    if (text === undefined) return undefined
    const expected = 'four or six numbers: west,south,east,north'
    const parts = text.split(',').map((part) => part.trim())
    if (
      ![4, 6].includes(parts.length) ||
      parts.some((part) => !/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(part))
    ) {
      throw badParameter(name, expected, text)
    }
    const numbers = parts.map(Number)
    const [a, b, c, d] = numbers.length === 4 ? numbers : [numbers[0], numbers[1], numbers[3], numbers[4]]
    const isFinite = numbers.every((number) => Number.isFinite(number))
    if (!isFinite || a === undefined || b === undefined || c === undefined || d === undefined) {
      throw badParameter(name, expected, text)
    }
    return { corners: [a, b, c, d], text }
  },
}

export interface BboxNumbers {
  corners: readonly [number, number, number, number]
  text: string
}

export function toSearchBox({ corners, text }: BboxNumbers, system: ReferenceSystem): Box {
  const result = boxToWgs84(corners, system)
  if (typeof result === 'string') throw badParameter('bbox', result, text)
  return result
}

/** A reference system by its address or its short name. */
export const crsParameter: Parameter<ReferenceSystem> = {
  document: Type.Unsafe({
    type: 'string',
    format: 'uri',
    enum: referenceSystems.map(({ uri }) => uri),
    default: crs84.uri,
    description: 'Reference system of coordinates, in the axis order of its authority.',
  }),
  read: (text, name) => {
    if (text === undefined) return crs84
    const system = findReferenceSystem(text)
    if (system) return system
    throw badParameter(name, `one of ${referenceSystems.map(({ uri }) => uri).join(', ')}`, text)
  },
}

export const datetimeParameter: Parameter<Interval | undefined> = {
  document: Type.String({
    description:
      'Only features whose target year touches this moment or interval (2030-06-30, 2025-01-01T00:00:00+07:00, 2026-01-01/.., ../2030-12-31). Features without a target year are always given.',
  }),
  read: (text, name) => {
    if (text === undefined) return undefined
    const interval = readInterval(text)
    if (interval) return interval
    throw badParameter(name, 'a date, a date and time with offset, or an interval of two of them', text)
  },
}

/** Collections to take, by commas; undefined: all. */
export function collectionsParameter<Id extends string>(ids: readonly Id[]): Parameter<readonly Id[] | undefined> {
  return {
    document: Type.Unsafe({
      type: 'array',
      items: { type: 'string', enum: [...ids] },
      minItems: 1,
      description: 'Only these collections.',
    }),
    read: (text, name) => {
      if (text === undefined) return undefined
      const wanted = new Set(text.split(','))
      const found = ids.filter((id) => wanted.delete(id))
      const [unknown] = wanted
      if (unknown === undefined && found.length > 0) return found
      throw badParameter(name, `names of collections by commas (${ids.join(', ')})`, unknown ?? text)
    },
  }
}

function readWholeNumber(text: string, digits: number): number | null {
  return /^\d+$/.test(text) && text.length <= digits ? Number(text) : null
}
