import type { i18n } from 'i18next'
import { isPresence, type CategoryId } from '../../invest/categories.ts'
import { readinessLevels, statusLevels, unitOf, type CriterionId, type Measured } from '../../invest/criteria.ts'
import {
  formatHectares,
  formatKilometers,
  formatNumber,
  formatPercent,
  formatRadius,
  formatStated,
} from '../../format/numbers.ts'
import type { Language } from '../../state/atlas-state.ts'

type Translate = i18n['t']

/** One value of a criterion with its unit, rounded to what it is worth. */
export function formatCriterion(id: CriterionId, value: number, language: Language, t: Translate): string {
  switch (unitOf(id)) {
    case 'ha':
      return formatHectares(value, language)
    case 'percent':
      return formatPercent(value / 100, language, 0)
    case 'km':
      return formatKilometers(value, language)
    case 'minutes':
      return t('invest.amount.minutes', { value: formatNumber(value, language, 0) })
    case 'people':
      return t('unit.people', { value: formatNumber(toThousands(value), language, 0) })
    case 'usd':
      return t('unit.usdPerSquareMeter50Years', { value: formatNumber(value, language, 0) })
    case 'billionVnd':
    case 'cubicMetersPerDay':
      return t(`unit.${unitOf(id)}`, { value: formatStated(value, unitOf(id), language) })
    case 'year':
      return String(Math.round(value))
    case 'level':
      return t(`invest.readiness.${readinessLevels[Math.round(value)] ?? 'planned'}`)
    case 'status':
      return t(`status.${statusLevels[Math.round(value)] ?? 'planned'}`)
    case 'years':
      return t('invest.years', { value: formatNumber(value, language, 1) })
    case 'meters':
      return formatRadius(value, language)
  }
}

/** A value with the least and the most it can be, where those differ: `64 km (55–78)`. */
export function formatMeasured(id: CriterionId, measured: Measured, language: Language, t: Translate): string {
  const value = formatCriterion(id, measured.value, language, t)
  const range = formatRange(id, measured, language)
  return range ? `${value} (${range})` : value
}

/** `55–78`; empty where a value is exact. */
export function formatRange(id: CriterionId, { low, high }: Measured, language: Language): string {
  if (low === high) return ''
  const digits = id === 'people' ? toThousands : (number: number) => number
  const write = (end: number) =>
    unitOf(id) === 'billionVnd'
      ? formatStated(end, 'billionVnd', language)
      : formatNumber(digits(end), language, end < 10 ? 1 : 0)
  return [low, high].map(write).join('–')
}

function toThousands(people: number): number {
  return Math.round(people / 1000) * 1000
}

/** A value of a category in words. Places and builders keep their own names. */
export function valueText(id: CategoryId, value: string, t: Translate): string {
  return t(isPresence(id) ? `invest.value.presence.${value}` : `invest.value.${id}.${value}`)
}

/** `Electronics, telecommunications / cars`. */
export function valuesText(id: CategoryId, values: readonly string[], t: Translate): string {
  return values.map((value) => valueText(id, value, t)).join(' / ')
}
