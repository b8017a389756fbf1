import { describe, expect, it } from 'vitest'
import { randomStream } from './random.ts'
import { draws, stability } from './stability.ts'

describe('the stream of random numbers', () => {
  it('is mulberry32: the numbers of its published reference for the seed 1', () => {
    const random = randomStream(1)
    expect([random(), random(), random()].map((number) => Math.round(number * 2 ** 32))).toEqual([
      2693262067, 11749833, 2265367787,
    ])
  })
  it('stays within 0 and 1 and is spread evenly', () => {
    const random = randomStream(58)
    const numbers = Array.from({ length: 10_000 }, () => random())
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1)
  })
})

describe('the stability of a winner', () => {
  const shares = [0.5, 0.5]
  it('is whole where one park is better in everything', () => {
    const answer = stability({
      parks: [
        { id: 'a', points: [80, 90] },
        { id: 'b', points: [70, 80] },
      ],
      shares,
      unknown: 'none',
    })
    expect(answer).toMatchObject({ winner: 'a', draws, wins: draws, share: { value: 1, high: 1 }, others: [] })
    // Wilson, 1,000 of 1,000: 1000 / (1000 + 1.96²) = 0.99617.
    expect(answer?.share.low).toBeCloseTo(0.99617, 4)
  })

  it('is about half where two parks mirror each other', () => {
    // a wins whenever the first weight draws the larger factor: half of all draws.
    const answer = stability({
      parks: [
        { id: 'a', points: [100, 0] },
        { id: 'b', points: [0, 100] },
      ],
      shares,
      unknown: 'none',
    })
    expect(answer?.winner).toBe('a')
    expect(answer?.share.value).toBeGreaterThan(0.45)
    expect(answer?.share.value).toBeLessThan(0.55)
    expect(answer?.share.low).toBeLessThan(answer?.share.value ?? 0)
    expect((answer?.wins ?? 0) + (answer?.others[0]?.wins ?? 0)).toBe(draws)
  })

  it('cannot be shaken where a fifth more and less is not enough', () => {
    // The worst for a is 0.4 and 0.6: 100 × 0.4 + 20 × 0.6 = 52 points, while b has 20 × 0.4 + 60 × 0.6 = 44.
    const answer = stability({
      parks: [
        { id: 'a', points: [100, 20] },
        { id: 'b', points: [20, 60] },
      ],
      shares,
      unknown: 'none',
    })
    expect(answer?.wins).toBe(draws)
  })

  it('is the same every time', () => {
    const question = {
      parks: [
        { id: 'a', points: [71, 40, null] },
        { id: 'b', points: [40, 70, 1] },
      ],
      shares: [0.3, 0.3, 0.4],
      unknown: 'half' as const,
    }
    expect(stability(question)).toEqual(stability(structuredClone(question)))
  })

  it('has no answer without parks', () => {
    expect(stability({ parks: [], shares, unknown: 'none' })).toBeNull()
  })
})
