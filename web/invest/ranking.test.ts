import { describe, expect, it } from 'vitest'
import { rank } from './ranking.ts'
import { measurements } from './testing.ts'

const choices = { unknown: 'none', withStale: false } as const

describe('a ranking', () => {
  it('adds points by weight', () => {
    // area: 350 of 0–700 ha is 50 points; port: 70 km on 130–10 is 50 points, 40 km is 75.
    const [first, second] = rank(
      [
        { id: 'a', measurements: measurements({ area: 350, port: 70 }) },
        { id: 'b', measurements: measurements({ area: 350, port: 40 }) },
      ],
      { ...choices, weights: { area: 50, port: 50 } },
    )
    expect(first).toMatchObject({ id: 'b', points: { value: 62.5 } })
    expect(second).toMatchObject({ id: 'a', points: { value: 50 } })
  })

  it('weighs shares, so that 40 and 30 of 70 count like 4 and 3', () => {
    const parks = [{ id: 'a', measurements: measurements({ area: 140, port: 100 }) }]
    const points = (area: number, port: number) => rank(parks, { ...choices, weights: { area, port } })[0]?.points.value
    expect(points(40, 30)).toBeCloseTo(points(4, 3) ?? 0, 9)
  })

  it('carries the range of the values into the range of the points', () => {
    // 40 to 70 km is 75 to 50 points; half the weight of a sure 100.
    const [score] = rank([{ id: 'a', measurements: measurements({ area: 700, port: [40, 70] }) }], {
      ...choices,
      weights: { area: 50, port: 50 },
    })
    expect(score?.points).toEqual({ low: 75, value: 81.25, high: 87.5 })
  })

  it('counts access as the mean of port, airport and interchange', () => {
    // port 10 km: 100; airport 90 km: 0; interchange 30.5 km on 60–1: 50. Mean 50.
    const [score] = rank([{ id: 'a', measurements: measurements({ port: 10, airport: 90, interchange: 30.5 }) }], {
      ...choices,
      weights: { access: 100 },
    })
    expect(score?.points.value).toBeCloseTo(50, 9)
  })

  it.each([
    ['none', 50],
    ['half', 75],
    ['skip', 100],
  ] as const)('counts what is not known as %s', (unknown, points) => {
    const [score] = rank([{ id: 'a', measurements: measurements({ area: 700 }) }], {
      unknown,
      withStale: false,
      weights: { area: 50, rent: 50 },
    })
    expect(score?.points.value).toBe(points)
    expect(score?.knownShare).toBe(0.5)
    expect(score?.parts.find(({ weight }) => weight === 'rent')?.why).toBe('missing')
  })

  it('leaves stale values out unless they are asked for', () => {
    const parks = [{ id: 'a', measurements: measurements({ area: 700 }, 'stale') }]
    expect(rank(parks, { ...choices, weights: { area: 50 } })[0]).toMatchObject({
      points: { value: 0 },
      parts: [{ why: 'stale' }],
    })
    expect(rank(parks, { ...choices, withStale: true, weights: { area: 50 } })[0]).toMatchObject({
      points: { value: 100 },
      parts: [{ why: 'known', age: 'stale' }],
    })
  })

  it('puts equal parks in the order of their ids', () => {
    const same = measurements({ area: 100 })
    const ids = (...names: string[]) =>
      rank(
        names.map((id) => ({ id, measurements: same })),
        { ...choices, weights: { area: 10 } },
      ).map(({ id }) => id)
    expect(ids('b', 'a', 'c')).toEqual(['a', 'b', 'c'])
  })
})
