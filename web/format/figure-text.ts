import type { i18n } from 'i18next'
import type { Figure } from '../../server/domain/provenance.ts'
import type { Range } from '../../server/domain/coverage.ts'
import type { Language } from '../state/atlas-state.ts'
import { formatNumber, formatStated } from './numbers.ts'

/** A figure with its qualifier and unit: `about 50 ha`, `87.61–90 ha`. */
export function figureText(figure: Figure, language: Language, t: i18n['t']): string {
  const number = (value: number) => formatStated(value, figure.unit, language)
  const value =
    figure.valueMax === undefined ? number(figure.value) : `${number(figure.value)}–${number(figure.valueMax)}`
  const qualifier = figure.qualifier ? `${t(`qualifier.${figure.qualifier}`)} ` : ''
  const suffix = figure.qualifier === 'at-least' ? t('qualifier.at-leastSuffix') : ''
  return `${qualifier}${t(`unit.${figure.unit}`, { value })} ${suffix}`.trim()
}

/** A measure with the least and the most it can be: people to the thousand, hectares to a tenth. */
export function measureText(range: Range, unit: 'ha' | 'people', language: Language, t: i18n['t']): string {
  const round = (value: number) => (unit === 'people' ? Math.round(value / 1000) * 1000 : value)
  const [low, value, high] = [range.low, range.value, range.high].map((one) => formatNumber(round(one), language, 1))
  const text = t(`unit.${unit}`, { value })
  return range.low === range.high ? text : `${text} (${low}–${high})`
}

/** Kilometres or minutes by road with their range: `64 (55–78)`; tenths below ten kilometres only. */
export function amountText(range: Range, unit: 'km' | 'minutes', language: Language): string {
  const number = (one: number) => formatNumber(one, language, one < 10 && unit === 'km' ? 1 : 0)
  return `${number(range.value)} (${number(range.low)}–${number(range.high)})`
}
