import { describe, expect, it } from 'vitest'
import { ageOf, oldest, yearsSince } from './age.ts'

const today = new Date('2026-11-25T00:00:00Z')

describe('the age of a statement', () => {
  it.each([
    ['2025-05-22', 'fresh'],
    ['2024-11-25', 'fresh'],
    ['2024-11-24', 'ageing'],
    ['2024-11', 'ageing'],
    ['2022-11-24', 'stale'],
    ['2022', 'stale'],
    ['2014-10-07', 'stale'],
    ['n.d., about 2024-2026', 'ageing'],
    ['first nine months of 2022', 'stale'],
    ['about 2019-2020', 'stale'],
    ['n.d.', 'undated'],
    [null, 'undated'],
  ] as const)('%s is %s on 25 November 2026', (date, age) => {
    expect(ageOf(date, today)).toBe(age)
  })

  it('counts a year from its first day', () => {
    // 1 January 2026 to 25 November 2026: 328 days.
    expect(yearsSince('2026', today)).toBeCloseTo(328 / 365.25, 6)
  })

  it('is not negative for a date to come', () => {
    expect(yearsSince('2030-01-01', today)).toBe(0)
  })
})

describe('the age of a value that rests on several statements', () => {
  it('is that of the oldest', () => {
    expect(oldest(['fresh', 'stale', 'ageing'])).toBe('stale')
    expect(oldest(['fresh', 'ageing'])).toBe('ageing')
    expect(oldest(['fresh', 'undated'])).toBe('undated')
    expect(oldest([])).toBe('fresh')
  })
})
