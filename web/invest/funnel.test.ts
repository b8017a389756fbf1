import { describe, expect, it } from 'vitest'
import type { CriterionId } from './criteria.ts'
import { countWith, runFunnel, relaxedFor, type Limit, type NumberLimit } from './funnel.ts'
import { measurements, traits } from './testing.ts'

const none = traits({})
const parks = [
  { id: 'near', measurements: measurements({ area: 300, port: [18, 22], airport: 70 }), traits: none },
  { id: 'middle', measurements: measurements({ area: 120, port: [55, 65], airport: 30 }), traits: none },
  { id: 'far', measurements: measurements({ area: 524.9, port: [90, 100], airport: 60 }), traits: none },
  { id: 'small', measurements: measurements({ area: 90, port: [60.5, 61.5], airport: 20 }), traits: none },
  { id: 'vague', measurements: measurements({ port: [40, 50], airport: 44 }), traits: none },
]
const atMost = (criterion: CriterionId, max: number): NumberLimit => ({ criterion, min: null, max })
const atLeast = (criterion: CriterionId, min: number): NumberLimit => ({ criterion, min, max: null })
const standings = (funnel: ReturnType<typeof runFunnel>) =>
  Object.fromEntries(funnel.verdicts.map(({ id, standing }) => [id, standing]))

describe('a funnel', () => {
  it('keeps everybody without limits', () => {
    const funnel = runFunnel(parks, [], 'apart')
    expect(funnel.counts).toEqual([5])
    expect(funnel.nearMiss).toBeNull()
  })

  it('tells surely in, uncertain and out by the whole range of a value', () => {
    expect(standings(runFunnel(parks, [atMost('port', 60)], 'apart'))).toEqual({
      near: 'in',
      middle: 'uncertain',
      far: 'out',
      small: 'out',
      vague: 'in',
    })
  })

  it('counts what each limit leaves, in the order of the criteria', () => {
    // 5 parks; area ≥ 100 leaves near, middle, far (vague is apart); port ≤ 60 takes far; airport ≤ 45 takes near.
    const funnel = runFunnel(parks, [atMost('airport', 45), atMost('port', 60), atLeast('area', 100)], 'apart')
    expect(funnel.applied.map(({ criterion }) => criterion)).toEqual(['area', 'port', 'airport'])
    expect(funnel.counts).toEqual([5, 3, 2, 1])
  })

  it('names all reasons of a park, with what it has, the limit and by how much', () => {
    const funnel = runFunnel(parks, [atMost('port', 60), atMost('airport', 45)], 'apart')
    const far = funnel.verdicts.find(({ id }) => id === 'far')
    expect(far?.reasons).toEqual([
      {
        type: 'beyond',
        criterion: 'port',
        side: 'max',
        limit: 60,
        low: 90,
        value: 95,
        high: 100,
        excess: 35 / 60,
        age: 'fresh',
      },
      {
        type: 'beyond',
        criterion: 'airport',
        side: 'max',
        limit: 45,
        low: 60,
        value: 60,
        high: 60,
        excess: 15 / 45,
        age: 'fresh',
      },
    ])
  })

  it('says how old the value is that a park is out for', () => {
    const old = { id: 'old', measurements: measurements({ area: 50 }, 'stale'), traits: none }
    expect(runFunnel([old], [atLeast('area', 100)], 'apart').verdicts[0]?.reasons).toMatchObject([{ age: 'stale' }])
  })

  it('treats what nobody has published as the reader chose', () => {
    const limits = [atLeast('area', 100)]
    const vague = (missing: 'apart' | 'keep' | 'drop') =>
      runFunnel(parks, limits, missing).verdicts.find(({ id }) => id === 'vague')
    expect(vague('apart')).toMatchObject({ standing: 'apart', unknown: ['area'] })
    expect(vague('keep')).toMatchObject({ standing: 'uncertain', unknown: ['area'] })
    expect(vague('drop')).toMatchObject({ standing: 'out', reasons: [{ type: 'missing', criterion: 'area' }] })
  })

  it('finds the park that fails the fewest limits by the least, and what would bring it back', () => {
    // small is 1 km beyond, far 35 km: both fail one limit.
    const limits = [atMost('port', 60)]
    const { nearMiss } = runFunnel(parks, limits, 'apart')
    expect(nearMiss).toEqual({ id: 'small', relaxed: [atMost('port', 61)] })
    const relaxed = runFunnel(parks, nearMiss?.relaxed ?? [], 'apart')
    expect(standings(relaxed)['small']).toBe('uncertain')
  })

  it('relaxes only what keeps the park out, to a number one would type', () => {
    const limits = [atMost('port', 60), atLeast('area', 100), atMost('airport', 45)]
    const small = runFunnel(parks, limits, 'apart').verdicts.find(({ id }) => id === 'small')
    expect(small && relaxedFor(small, limits)).toEqual([atMost('port', 61), atLeast('area', 90)])
  })

  it('relaxed as it says, no park stays out', () => {
    const limits = [atMost('port', 21), atLeast('area', 400), atMost('airport', 19)]
    for (const verdict of runFunnel(parks, limits, 'drop').verdicts) {
      const relaxed = relaxedFor(verdict, limits)
      const next = limits.map((limit) => relaxed.find(({ criterion }) => criterion === limit.criterion) ?? limit)
      expect(standings(runFunnel(parks, next, 'drop'))[verdict.id]).not.toBe('out')
    }
  })

  it('does not apply a limit whose least is above its most, and names it', () => {
    const reversed = { criterion: 'area', min: 200, max: 100 } as const
    const funnel = runFunnel(parks, [reversed], 'apart')
    expect(funnel.reversed).toEqual([reversed])
    expect(funnel.counts).toEqual([5])
  })
})

describe('a funnel by categories', () => {
  // Electronics: north, west. Cars: north, south. Nobody says what east makes.
  const places = [
    {
      id: 'north',
      measurements: measurements({ area: 500 }),
      traits: traits({ sectors: ['electronics', 'automotive'], kind: ['industrial'], power: ['yes'] }),
    },
    {
      id: 'south',
      measurements: measurements({ area: 200 }),
      traits: traits({ sectors: ['automotive'], kind: ['in-zone'], power: ['no'] }),
    },
    { id: 'east', measurements: measurements({ area: 300 }), traits: traits({ kind: ['industrial'] }) },
    {
      id: 'west',
      measurements: measurements({ area: 50 }),
      traits: traits({ sectors: ['electronics'], kind: ['urban-service'], power: ['yes'] }),
    },
  ]
  const electronics: Limit = { criterion: 'sectors', values: ['electronics'] }
  const industrial: Limit = { criterion: 'kind', values: ['industrial'] }

  it('keeps a park with any of the values asked for, and sets the unknown apart', () => {
    expect(standings(runFunnel(places, [electronics], 'apart'))).toEqual({
      north: 'in',
      south: 'out',
      east: 'apart',
      west: 'in',
    })
    const either: Limit = { criterion: 'sectors', values: ['electronics', 'automotive'] }
    expect(runFunnel(places, [either], 'apart').counts).toEqual([4, 3])
  })

  it('treats what nobody has published by the same choice as numbers', () => {
    const east = (missing: 'keep' | 'drop') =>
      runFunnel(places, [electronics], missing).verdicts.find(({ id }) => id === 'east')
    expect(east('keep')).toMatchObject({ standing: 'uncertain', unknown: ['sectors'] })
    expect(east('drop')).toMatchObject({ standing: 'out', reasons: [{ type: 'missing', criterion: 'sectors' }] })
  })

  it('says what the park has and what was asked for', () => {
    const south = runFunnel(places, [industrial, electronics], 'apart').verdicts.find(({ id }) => id === 'south')
    expect(south?.reasons).toEqual([
      { type: 'unlike', criterion: 'sectors', has: ['automotive'], wanted: ['electronics'], age: 'fresh' },
      { type: 'unlike', criterion: 'kind', has: ['in-zone'], wanted: ['industrial'], age: 'fresh' },
    ])
  })

  it('tells a stated no from no data', () => {
    const funnel = runFunnel(places, [{ criterion: 'power', values: ['yes'] }], 'apart')
    expect(standings(funnel)).toEqual({ north: 'in', south: 'out', east: 'apart', west: 'in' })
  })

  it('numbers come before categories, whichever was set first', () => {
    const funnel = runFunnel(places, [electronics, industrial, atLeast('area', 100)], 'apart')
    expect(funnel.applied.map(({ criterion }) => criterion)).toEqual(['area', 'sectors', 'kind'])
    // 4 parks; area ≥ 100 takes west; electronics takes south and sets east apart; north is industrial.
    expect(funnel.counts).toEqual([4, 3, 1, 1])
  })

  it('counts what each value would leave with all other limits as they are, its own category aside', () => {
    const count = (value: string, limits: readonly Limit[], missing: 'apart' | 'keep' = 'apart') =>
      countWith(places, limits, missing, { criterion: 'sectors', values: [value] })
    expect([count('electronics', []), count('automotive', []), count('food', [])]).toEqual([2, 2, 0])
    expect([count('electronics', [industrial]), count('automotive', [industrial])]).toEqual([1, 1])
    expect(count('automotive', [electronics])).toBe(2)
    expect(count('automotive', [{ criterion: 'area', min: 900, max: 100 }])).toBe(2)
    expect(count('automotive', [], 'keep')).toBe(3)
  })

  it('brings the nearest miss back by one more value', () => {
    const limits = [electronics, atLeast('area', 100)]
    // west fails by half of the area asked for, south by a whole category.
    const funnel = runFunnel(places, limits, 'apart')
    expect(funnel.nearMiss).toEqual({ id: 'west', relaxed: [atLeast('area', 50)] })
    const south = funnel.verdicts.find(({ id }) => id === 'south')
    const relaxed = south ? relaxedFor(south, limits) : []
    expect(relaxed).toEqual([{ criterion: 'sectors', values: ['electronics', 'automotive'] }])
    expect(standings(runFunnel(places, [...relaxed, atLeast('area', 100)], 'apart'))['south']).toBe('in')
  })

  it('brings back what is dropped for want of data by lifting the limit', () => {
    const east = runFunnel(places, [electronics], 'drop').verdicts.find(({ id }) => id === 'east')
    expect(east && relaxedFor(east, [electronics])).toEqual([{ criterion: 'sectors', values: [] }])
  })
})
