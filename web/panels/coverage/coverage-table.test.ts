import { describe, expect, it } from 'vitest'
import type { Coverage, ReachedGround } from '../../../server/domain/coverage.ts'
import { toCoverageTable } from './coverage-table.ts'

const reached = (area: number, people: number): ReachedGround => ({
  totalHectares: 100,
  areaHectares: { low: area - 1, value: area, high: area + 1 },
  areaShare: { low: 0.1, value: 0.2, high: 0.3 },
  totalPeople: 1000,
  people: { low: people - 10, value: people, high: people + 10 },
  peopleShare: null,
})
const coverage: Pick<Coverage, 'bufferMeters' | 'whole' | 'districts'> = {
  bufferMeters: 5000,
  whole: reached(30.5, 300),
  districts: [
    { featureId: 'a', name_vi: 'Huyện A, phần "bắc"', name_en: 'A', reached: reached(10.25, 100) },
    { featureId: 'b', name_vi: '=2+3', name_en: 'B', reached: reached(20.25, 200) },
  ],
}

describe('the coverage table to take along', () => {
  const { headings, rows } = toCoverageTable(coverage as Coverage, 'vi')

  it('has units in its headings and numbers that machines read', () => {
    expect(headings).toContain('reached_ha')
    expect(rows[0]).toEqual(['Huyện A, phần "bắc"', 100, 10.25, 9.25, 11.25, 1000, 100, 90, 110])
  })
  it('ends with the whole', () => {
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['total, buffer 5000 m', 100, 30.5])
  })
})
