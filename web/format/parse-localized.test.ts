import { describe, expect, it } from 'vitest'
import { languages } from '../state/atlas-state.ts'
import { formatNumber } from './numbers.ts'
import { parseLocalized } from './parse-localized.ts'

describe('a number shown in a language', () => {
  it.each(
    languages.flatMap((language) =>
      [0, 7, 60, 0.5, 87.61, 1000, 524.9, 161225, 66497.57, 1234567.25].map((value) => ({ language, value })),
    ),
  )('$value comes back from $language as it was', ({ language, value }) => {
    expect(parseLocalized(formatNumber(value, language), language)).toBe(value)
  })
  it('means what the language means by it', () => {
    expect(parseLocalized('1,000', 'en')).toBe(1000)
    expect(parseLocalized('1,5', 'vi')).toBe(1.5)
    expect(parseLocalized('1.500', 'vi')).toBe(1500)
    expect(parseLocalized('1.500', 'en')).toBe(1.5)
  })
  it('of another habit is read as it stands', () => {
    expect(parseLocalized('12,5', 'en')).toBe(12.5)
    expect(parseLocalized('về', 'vi')).toBeNull()
  })
})
