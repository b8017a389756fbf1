import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundToSum } from './round-to-sum.ts'

describe('a column of rounded numbers', () => {
  it('adds up: thirds of a hundred are 34, 33 and 33', () => {
    expect(roundToSum([100 / 3, 100 / 3, 100 / 3])).toEqual([34, 33, 33])
    expect(roundToSum([0.5, 0.5, 1])).toEqual([1, 0, 1])
    expect(roundToSum([18.84, 31.43, 49.73], 1)).toEqual([18.9, 31.4, 49.7])
    expect(roundToSum([])).toEqual([])
  })

  it('is off by less than one each, and its sum is the rounded sum, whatever the numbers', () => {
    const number = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(number, { maxLength: 40 }), (values) => {
        const rounded = roundToSum(values)
        const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
        expect(sum(rounded)).toBe(Math.round(sum(values)))
        for (const [i, one] of rounded.entries()) expect(Math.abs(one - (values[i] ?? 0))).toBeLessThan(1)
      }),
    )
  })
})
