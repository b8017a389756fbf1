import { describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import { measurements } from './testing.ts'

const park = (known: Parameters<typeof measurements>[0]) => ({ measurements: measurements(known) })
const rowOf = (rows: ReturnType<typeof compare>, criterion: string) => rows.find((row) => row.criterion === criterion)

describe('a comparison', () => {
  it('puts what differs first, then what is equal, then what nobody knows', () => {
    const rows = compare([park({ area: 100, readiness: 2, port: 10 }), park({ area: 100, readiness: 3, port: 40 })])
    expect(rows.slice(0, 3).map(({ criterion, kind }) => `${criterion} ${kind}`)).toEqual([
      'readiness differs',
      'port differs',
      'area equal',
    ])
    expect(rows.slice(3).every(({ kind }) => kind === 'unknown')).toBe(true)
  })
  it('names the best by the direction of the criterion', () => {
    const rows = compare([park({ area: 100, port: 10 }), park({ area: 300, port: 40 })])
    expect(rowOf(rows, 'area')?.verdicts).toEqual(['none', 'best'])
    expect(rowOf(rows, 'port')?.verdicts).toEqual(['best', 'none'])
  })
  it('names no best where the ranges overlap', () => {
    const rows = compare([park({ port: [40, 60] }), park({ port: [55, 75] }), park({ port: [90, 99] })])
    expect(rowOf(rows, 'port')?.verdicts).toEqual(['close', 'close', 'none'])
  })
  it('names no best where only one is known, and calls that a difference', () => {
    const row = rowOf(compare([park({ rent: 30 }), park({})]), 'rent')
    expect(row).toMatchObject({ kind: 'differs', verdicts: ['none', 'none'] })
  })
})
