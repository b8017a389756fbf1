import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoryIds, valuesOf } from '../invest/categories.ts'
import { criterionIds } from '../invest/criteria.ts'
import { missingPolicies, type Limit } from '../invest/funnel.ts'
import { parkCodes } from '../invest/park-codes.ts'
import { parkGroups } from '../invest/park-group.ts'
import { unknownPolicies, weightIds } from '../invest/ranking.ts'
import { initialInvest, investViews, readInvest, reduceInvest, writeInvest, type InvestState } from './invest-state.ts'

const number = fc.integer({ min: 0, max: 999_999 })
const ids = Object.keys(parkCodes)
const anyLimit: fc.Arbitrary<Limit> = fc.record({
  criterion: fc.constantFrom(...criterionIds),
  min: fc.option(number, { nil: null }),
  max: number,
})
const anyChoice: fc.Arbitrary<Limit> = fc
  .constantFrom(...categoryIds)
  .chain((criterion) =>
    fc.record({ criterion: fc.constant(criterion), values: fc.subarray([...valuesOf(criterion)], { minLength: 1 }) }),
  )
const anyState: fc.Arbitrary<InvestState> = fc.record({
  view: fc.constantFrom(...investViews),
  groups: fc.constantFrom(['programme'], ['zone', 'later'], ['programme', 'zone', 'later'], initialInvest.groups),
  limits: fc.uniqueArray(fc.oneof(anyLimit, anyChoice), { selector: ({ criterion }) => criterion }),
  missing: fc.constantFrom(...missingPolicies),
  ranking: fc.record({
    weights: fc.dictionary(fc.constantFrom(...weightIds), fc.integer({ min: 1, max: 100 }), { noNullPrototype: true }),
    unknown: fc.constantFrom(...unknownPolicies),
    withStale: fc.boolean(),
  }),
  compared: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 5 }),
  received: fc.option(
    fc.record({
      parks: fc.uniqueArray(fc.constantFrom(...Object.values(parkCodes)), { minLength: 1, maxLength: 6 }),
      messageCode: fc.option(fc.constant('R-G6t_')),
    }),
  ),
  damaged: fc.constant(false),
})

describe('the investor’s part of a link', () => {
  it('brings back every state it was made from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(readInvest(writeInvest(state))).toEqual(state)
      }),
    )
  })

  it('reads every limit at once, with five parks compared', () => {
    const compared = ids.slice(0, 5)
    const limits: Limit[] = [
      ...criterionIds.map((criterion) => ({ criterion, min: 10, max: 1500.5 })),
      ...categoryIds.map((criterion) => ({ criterion, values: [...valuesOf(criterion)] })),
    ]
    const state = { ...initialInvest, view: 'limits', limits, missing: 'drop', compared } as const
    expect(readInvest(writeInvest(state))).toEqual(state)
  })

  it('is empty for a first visit', () => {
    expect(writeInvest(initialInvest)).toBe('')
    expect(readInvest('')).toEqual(initialInvest)
  })

  it('never fails, whatever was made of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('iv', 'ig', 'il', 'im', 'iw', 'iu', 'ic', 'is', 'in'),
        (text, name) => {
          expect(investViews).toContain(readInvest(`${name}=${text}`).view)
        },
      ),
    )
  })

  it.each(['iv=casino', 'il=zz60', 'iw=A400', 'iw=Q5', 'im=maybe', 'ic=atlantis', 'ig=x'])(
    '%s is left out and said to be damaged; the rest holds',
    (wrong) => {
      const state = readInvest(`io=1&${wrong}`)
      expect(state.damaged).toBe(true)
      expect(state.ranking.withStale).toBe(true)
    },
  )

  it.each(['iw=A-40', 'iw=ANaN', 'iw=A1e+9', 'iw=A40a', 'iw=A40A30', `iw=${'A40Q'.repeat(2500)}`])(
    '%s leaves the weights as they were and is said to be damaged',
    (wrong) => {
      const state = readInvest(wrong)
      expect(state.damaged).toBe(true)
      expect(state.ranking.weights).toEqual(initialInvest.ranking.weights)
    },
  )

  it.each(['il=a-5-', 'il=aNaN-', 'il=a1e9-', 'il=a-', `il=${'9'.repeat(10_000)}`])(
    '%s is no limit and is said to be damaged',
    (wrong) => {
      const state = readInvest(wrong)
      expect(state.damaged).toBe(true)
      expect(state.limits).toEqual([])
    },
  )

  it('takes a switch that is neither on nor off for damaged', () => {
    expect(readInvest('io=1')).toMatchObject({ damaged: false, ranking: { withStale: true } })
    expect(readInvest('io=banana')).toMatchObject({ damaged: true, ranking: { withStale: false } })
  })

  it('reads a shortlist no longer than all parks there could be, and says so', () => {
    const sent = Array.from({ length: 5000 }, (_, index) => `park-${index}`)
    const state = readInvest(`is=${sent.join('.')}`)
    expect(state.received?.parks).toEqual(sent.slice(0, 40))
    expect(state.damaged).toBe(true)
    expect(readInvest(`is=${sent.slice(0, 40).join('.')}`).damaged).toBe(false)
  })

  it('limits each criterion once, and says so where a link limits it again', () => {
    const state = readInvest(`il=p-60_${'a100-_'.repeat(1500)}a20-`)
    expect(state.limits).toEqual([
      { criterion: 'port', min: null, max: 60 },
      { criterion: 'area', min: 100, max: null },
    ])
    expect(state.damaged).toBe(true)
  })

  it.each(['il=S-zz', 'il=S-', 'il=Z-el', 'il=S-el.zz', 'il=S-el.el', 'il=s-el', `il=S-${'el.'.repeat(500)}`])(
    '%s is no choice and is said to be damaged',
    (wrong) => {
      const state = readInvest(wrong)
      expect(state.damaged).toBe(true)
      expect(state.limits).toEqual([])
    },
  )

  it('reads choices among numbers, values in the order in which they are offered', () => {
    const state = readInvest('il=a100-_S-au.el_fm-45_P-y')
    expect(state.limits).toEqual([
      { criterion: 'area', min: 100, max: null },
      { criterion: 'sectors', values: ['electronics', 'automotive'] },
      { criterion: 'airportMinutes', min: null, max: 45 },
      { criterion: 'power', values: ['yes'] },
    ])
    expect(state.damaged).toBe(false)
    expect(writeInvest(state)).toBe('il=a100-_S-el.au_fm-45_P-y')
  })

  const everyLimit = criterionIds.map((criterion): Limit => ({
    criterion,
    min: null,
    max: criterion === 'people' ? 800_000 : 150,
  }))
  const everyChoice = categoryIds.map((criterion): Limit => ({ criterion, values: valuesOf(criterion) }))
  it.each([
    [
      'every field limited, every weight set, five parks compared',
      [...everyLimit, ...everyChoice],
      Object.fromEntries(weightIds.map((id) => [id, 35])),
    ],
    [
      'every field limited from both sides, five parks compared',
      [...everyLimit.map((limit) => ({ ...limit, min: 20 })), ...everyChoice],
      initialInvest.ranking.weights,
    ],
  ] as const)('stays below 300 letters with %s', (_, limits, weights) => {
    const state = {
      ...initialInvest,
      view: 'limits',
      groups: parkGroups,
      missing: 'drop',
      limits,
      ranking: { ...initialInvest.ranking, weights },
      compared: ids.slice(0, 5),
    } as const
    const place = 'https://atlas.thanhhoa.example/#v=1&m=11.2/19.80712/105.77612&sel=park:nghi-son-kcn-21'
    expect(`${place}&lang=en&ui=invest&${writeInvest(state)}`.length).toBeLessThan(300)
    expect(readInvest(writeInvest(state))).toEqual(state)
  })

  it('still reads what older links name one by one, however many', () => {
    const state = readInvest('iv=limits&il=a100-_r10-_o-80_e-60_p-60_f-45_x-20_s-30_S-el.au')
    expect(state).toMatchObject({ damaged: false, limits: { length: 9 } })
    expect(readInvest(writeInvest(state))).toEqual(state)
  })

  it('reads no packed limit of a link that was altered, and says so', () => {
    const packed = writeInvest({ ...initialInvest, limits: everyLimit })
    expect(packed).toMatch(/^ik=/)
    const state = readInvest(`io=1&${packed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}`)
    expect(state).toMatchObject({ damaged: true, limits: [], ranking: { withStale: true } })
  })

  it('reads three limits and three weights', () => {
    const state = readInvest('iv=limits&il=a100-_p-60_f-45&iw=A40a30d30')
    expect(state.limits).toEqual([
      { criterion: 'area', min: 100, max: null },
      { criterion: 'port', min: null, max: 60 },
      { criterion: 'airport', min: null, max: 45 },
    ])
    expect(state.ranking.weights).toEqual({ access: 40, area: 30, readiness: 30 })
    expect(state.damaged).toBe(false)
  })
})

describe('choices', () => {
  it('never leave no list at all to choose from', () => {
    const one = reduceInvest(initialInvest, { type: 'toggle-group', group: 'programme' })
    expect(one.groups).toEqual(['zone'])
    expect(reduceInvest(one, { type: 'toggle-group', group: 'zone' }).groups).toEqual(['zone'])
  })
  it('of a comparison end at five', () => {
    const full = ids.reduce((state, id) => reduceInvest(state, { type: 'compare', id, on: true }), initialInvest)
    expect(full.compared).toEqual(ids.slice(0, 5))
  })
  it('of a category without values take its limit away', () => {
    const limited = reduceInvest(initialInvest, { type: 'limit', limit: { criterion: 'sectors', values: ['food'] } })
    expect(limited.limits).toEqual([{ criterion: 'sectors', values: ['food'] }])
    expect(reduceInvest(limited, { type: 'limit', limit: { criterion: 'sectors', values: [] } }).limits).toEqual([])
  })
  it('of a limit without ends take it away', () => {
    const limited = reduceInvest(initialInvest, { type: 'limit', limit: { criterion: 'area', min: 1, max: null } })
    expect(limited.limits).toHaveLength(1)
    expect(reduceInvest(limited, { type: 'limit', limit: { criterion: 'area', min: null, max: null } }).limits).toEqual(
      [],
    )
  })
})
