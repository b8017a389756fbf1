import { describe, expect, it } from 'vitest'
import { runFunnel, relaxedFor, type Limit } from './funnel.ts'
import { measurements } from './testing.ts'

const parks = [
  { id: 'near', measurements: measurements({ area: 300, port: [18, 22], airport: 70 }) },
  { id: 'middle', measurements: measurements({ area: 120, port: [55, 65], airport: 30 }) },
  { id: 'far', measurements: measurements({ area: 524.9, port: [90, 100], airport: 60 }) },
  { id: 'small', measurements: measurements({ area: 90, port: [60.5, 61.5], airport: 20 }) },
  { id: 'vague', measurements: measurements({ port: [40, 50], airport: 44 }) },
]
const atMost = (criterion: Limit['criterion'], max: number): Limit => ({ criterion, min: null, max })
const atLeast = (criterion: Limit['criterion'], min: number): Limit => ({ criterion, min, max: null })
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
      { type: 'beyond', criterion: 'port', side: 'max', limit: 60, low: 90, value: 95, high: 100, excess: 35 / 60 },
      { type: 'beyond', criterion: 'airport', side: 'max', limit: 45, low: 60, value: 60, high: 60, excess: 15 / 45 },
    ])
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
