import type { TFunction } from 'i18next'
import { formatNumber, formatStated } from '../format/numbers.ts'
import type { Language } from '../state/atlas-state.ts'
import { placeholder, splitTemplate, toShownScale } from './show-number.ts'

interface StatedNumber {
  value: number
  valueMax?: number | undefined
  qualifier?: string | undefined
  unit: string
}

export interface NumberParts {
  before: string
  number: string
  after: string
}

/** The parts of a stated number in a language: `over`, `50`, `%`. */
export function numberParts(
  { value, valueMax, qualifier = 'exactly', unit }: StatedNumber,
  language: Language,
  t: TFunction,
): NumberParts {
  const known = t(`showUnit.${unit}`, { value: placeholder })
  const [unitBefore, unitAfter] = splitTemplate(known.includes(placeholder) ? known : `${placeholder} ${unit}`)
  const [before, after] = splitTemplate(t(`showQualifier.${qualifier}`, { value: placeholder }))
  const write = (one: number) =>
    unit === 'year' ? formatStated(one, unit, language) : formatNumber(toShownScale(one, unit, language), language)
  return {
    before: [before, unitBefore].filter(Boolean).join(' '),
    number: valueMax === undefined ? write(value) : `${write(value)}–${write(valueMax)}`,
    after: [unitAfter, after].filter(Boolean).join(' '),
  }
}
