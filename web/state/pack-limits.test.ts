import { describe, expect, it } from 'vitest'
import { categoryIds, valuesOf } from '../invest/categories.ts'
import { criterionIds } from '../invest/criteria.ts'
import type { Limit } from '../invest/funnel.ts'
import { packLimits, unpackLimits } from './pack-limits.ts'

const all: Limit[] = [
  ...criterionIds.map((criterion) => ({ criterion, min: 10, max: 1500.5 })),
  ...categoryIds.map((criterion) => ({ criterion, values: [...valuesOf(criterion)] })),
]

describe('limits packed for a link', () => {
  it.each(all.map((limit) => [limit.criterion, limit] as const))('%s has a place', (_, limit) => {
    expect(unpackLimits(packLimits([limit]) ?? '')).toEqual([limit])
  })

  it('keep their order, their open ends and twelve digits with three decimals', () => {
    const limits: Limit[] = [
      { criterion: 'port', min: null, max: 60 },
      { criterion: 'area', min: 0, max: null },
      { criterion: 'people', min: 0.25, max: 999_999_999_999.999 },
      { criterion: 'sectors', values: ['electronics', 'energy'] },
    ]
    expect(unpackLimits(packLimits(limits) ?? '')).toEqual(limits)
  })

  it('keep a reversed range as it is, for the page to speak about', () => {
    const limits: Limit[] = [{ criterion: 'area', min: 500, max: 100 }]
    expect(unpackLimits(packLimits(limits) ?? '')).toEqual(limits)
  })

  it('of a link sent before are read as they were meant: no field and no value may change its place', () => {
    expect(unpackLimits('HDLgwEoYH2dg4qI_JCOEAnlZKkIDA')).toEqual([
      { criterion: 'port', min: null, max: 60 },
      { criterion: 'area', min: 100, max: null },
      { criterion: 'rent', min: 35.5, max: 60 },
      { criterion: 'sectors', values: ['electronics', 'energy'] },
      { criterion: 'developer', values: ['wha'] },
      { criterion: 'haNoiMinutes', min: null, max: 150 },
      { criterion: 'incentives', values: ['yes'] },
    ])
  })

  it('are refused with any one letter altered, left out or added', () => {
    const packed = packLimits(all) ?? ''
    for (let at = 0; at < packed.length; at += 1) {
      const other = packed[at] === 'A' ? 'B' : 'A'
      expect(unpackLimits(packed.slice(0, at) + other + packed.slice(at + 1))).toBeNull()
      expect(unpackLimits(packed.slice(0, at))).toBeNull()
    }
    expect(unpackLimits(`${packed}A`)).toBeNull()
  })

  it.each(['', 'A', 'AAA', '%%%', 'A'.repeat(10_000)])('%s is none', (text) => {
    expect(unpackLimits(text)).toBeNull()
  })

  it('does not carry what no link can', () => {
    expect(packLimits([{ criterion: 'area', min: -1, max: null }])).toBeNull()
    expect(packLimits([{ criterion: 'area', min: 1e21, max: null }])).toBeNull()
  })
})
