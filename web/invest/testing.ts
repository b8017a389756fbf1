import type { CriterionId, Measured, Measurements } from './criteria.ts'
import { criterionIds } from './criteria.ts'

/** Measurements of a made-up park: numbers are exact, pairs are low and high round their middle, the rest is unknown. */
export function measurements(
  known: Partial<Record<CriterionId, number | readonly [number, number]>>,
  age: Measured['age'] = 'fresh',
): Measurements {
  const toMeasured = (value: number | readonly [number, number] | undefined): Measured | null => {
    if (value === undefined) return null
    const [low, high] = typeof value === 'number' ? [value, value] : value
    const provenance = { basis: 'computed', method: { text_vi: '', text_en: '' }, from: null } as const
    return { low, value: (low + high) / 2, high, age, provenance }
  }
  return Object.fromEntries(criterionIds.map((id) => [id, toMeasured(known[id])])) as Measurements
}
