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
const away = (meters: number) => ({ low: meters - 50, value: meters, high: meters + 50 })
const coverage: Pick<Coverage, 'bufferMeters' | 'whole' | 'districts' | 'lines' | 'areas' | 'points'> = {
  bufferMeters: 5000,
  whole: reached(30.5, 300),
  districts: [
    { featureId: 'a', name_vi: 'Huyện A, phần "bắc"', name_en: 'A', reached: reached(10.25, 100) },
    { featureId: 'b', name_vi: '=2+3', name_en: 'B', reached: reached(20.25, 200) },
  ],
  lines: [{ lineId: 'ven-bien', uncertaintyMeters: 500, alone: reached(30.5, 300), only: reached(12, 120) }],
  areas: [
    {
      collection: 'parks',
      reached: reached(10, 0),
      features: [
        {
          featureId: 'bim-son',
          name_vi: 'KCN Bỉm Sơn',
          name_en: 'Bỉm Sơn Industrial Park',
          extent: 'part',
          isCertain: false,
          reached: reached(10, 0),
          nearestLineId: 'ven-bien',
          distanceMeters: away(4000),
          outsideMeters: { low: 0, value: 0, high: 50 },
        },
      ],
    },
  ],
  points: [
    {
      collection: 'ports',
      inside: 0,
      outside: 0,
      uncertain: 0,
      unplaced: 1,
      features: [
        {
          featureId: 'nga-bach',
          name_vi: 'Cảng Nga Bạch',
          name_en: 'Nga Bạch port',
          verdict: 'unplaced',
          isInside: null,
          nearestLineId: null,
          distanceMeters: null,
          outsideMeters: null,
        },
      ],
    },
  ],
}

describe('the coverage table to take along', () => {
  const { headings, rows } = toCoverageTable(coverage as Coverage, (id) => `Hành lang ${id}`, 'vi')
  const rowOf = (about: string, id: string) => {
    const row = rows.find((one) => one[0] === about && one[1] === id) ?? []
    return Object.fromEntries(headings.map((heading, column) => [heading, row[column]]))
  }

  it('has units in its headings and numbers that machines read', () => {
    expect(rowOf('districts', 'a')).toMatchObject({
      name: 'Huyện A, phần "bắc"',
      total_ha: 100,
      reached_ha: 10.25,
      reached_ha_low: 9.25,
      reached_ha_high: 11.25,
      people_2019: 1000,
      reached_people: 100,
      reached_people_low: 90,
      reached_people_high: 110,
    })
  })
  it('has the whole, and each line alone and for itself', () => {
    expect(rowOf('whole', 'thanh-hoa')).toMatchObject({ total_ha: 100, reached_ha: 30.5 })
    expect(rowOf('lines, alone', 'ven-bien')).toMatchObject({ name: 'Hành lang ven-bien', reached_ha: 30.5 })
    expect(rowOf('lines, only', 'ven-bien')).toMatchObject({ reached_ha: 12 })
  })
  it('has zones, parks and ports with their distance; what is not known stays empty', () => {
    expect(rowOf('parks', 'bim-son')).toMatchObject({
      state: 'part',
      people_2019: null,
      nearest_line: 'Hành lang ven-bien',
      distance_m: 4000,
      distance_m_low: 3950,
      outside_m: 0,
    })
    expect(rowOf('ports', 'nga-bach')).toMatchObject({
      state: 'unplaced',
      nearest_line: null,
      distance_m: null,
      outside_m: null,
    })
  })
  it('has a cell for every heading', () => {
    for (const row of rows) expect(row).toHaveLength(headings.length)
  })
})
