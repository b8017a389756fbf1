import type { FeatureOf } from '../../server/domain/collections.ts'
import type { Figure, Note } from '../../server/domain/provenance.ts'
import { categoryIds, type CategoryId, type Traits } from './categories.ts'
import type { CriterionId, Measured, Measurements } from './criteria.ts'
import { criterionIds } from './criteria.ts'

const provenance = { basis: 'computed', method: { text_vi: '', text_en: '' }, from: null } as const

/** Measurements of a made-up park: numbers are exact, pairs are low and high round their middle, the rest is unknown. */
export function measurements(
  known: Partial<Record<CriterionId, number | readonly [number, number]>>,
  age: Measured['age'] = 'fresh',
): Measurements {
  const toMeasured = (value: number | readonly [number, number] | undefined): Measured | null => {
    if (value === undefined) return null
    const [low, high] = typeof value === 'number' ? [value, value] : value
    return { low, value: (low + high) / 2, high, age, provenance }
  }
  return Object.fromEntries(criterionIds.map((id) => [id, toMeasured(known[id])])) as Measurements
}

/** Traits of a made-up park; what is not named is unknown. */
export function traits(known: Partial<Record<CategoryId, readonly string[]>>): Traits {
  return Object.fromEntries(
    categoryIds.map((id) => [id, known[id] ? { values: known[id], age: 'fresh', provenance } : null]),
  ) as Traits
}

/** Of a made-up statement, where a test says nothing else. */
export const statement = { originId: 'tbg', locator: null, date: null, confidence: 'high' } as const
export const figure = (
  key: Figure['key'],
  value: number,
  unit: Figure['unit'],
  more: Partial<Figure> = {},
): Figure => ({
  key,
  value,
  unit,
  ...statement,
  ...more,
})

/** A made-up park of the programme with these statements. */
export function parkWith(figures: Figure[], notes: Note[] = []): FeatureOf<'parks'> {
  return {
    type: 'Feature',
    id: 'made-up',
    geometry: { type: 'Point', coordinates: [105.8, 19.8] },
    properties: {
      id: 'made-up',
      name_vi: 'KCN Thử',
      name_en: 'Trial Industrial Park',
      kind: 'industrial-park',
      geometryBasis: 'symbol',
      uncertaintyMeters: 1500,
      originIds: ['tbg'],
      aliases: [],
      clauses: ['II.2.1'],
      pillarIds: [],
      status: 'existing',
      targetYear: 2030,
      figures,
      notes,
      statedAreaHectares: 200.11,
      statedAreaOriginId: 'tbg',
      drawnAreaHectares: 200.11,
      readiness: { level: 'operating', ...statement, date: '2025-01' },
    },
  }
}
