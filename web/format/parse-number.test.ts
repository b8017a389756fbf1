import { describe, expect, it } from 'vitest'
import { parseNumber } from './parse-number.ts'

describe('a typed number', () => {
  it.each([
    ['12', 12],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['2 191 076.7', 2191076.7],
    ['-3,25', -3.25],
  ])('%s is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })
  it.each(['', 'abc', '12km', '..', 'NaN', '1e5'])('%s is none', (text) => {
    expect(parseNumber(text)).toBeNull()
  })
})
