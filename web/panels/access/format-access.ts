import type { Range } from '../../../server/domain/coverage.ts'
import { formatNumber } from '../../format/numbers.ts'
import type { Language } from '../../state/atlas-state.ts'

/** A measure with its least and most, to whole kilometres above ten: `104 (95–113)`. */
export function formatRange(range: Range, language: Language): string {
  const { value, span } = formatParts(range, language)
  return `${value} (${span})`
}

/** The same for two lines: `104`, `95–113`. */
export function formatParts(range: Range, language: Language): { value: string; span: string } {
  const digits = range.value < 10 ? 1 : 0
  const format = (one: number) => formatNumber(one, language, digits)
  return { value: format(range.value), span: `${format(range.low)}–${format(range.high)}` }
}

/** Three digits are more than a count of people within a vague area is worth. */
export function formatPeople(people: number, language: Language): string {
  return formatNumber(Number(people.toPrecision(3)), language, 0)
}
