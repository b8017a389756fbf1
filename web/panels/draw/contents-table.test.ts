import { describe, expect, it } from 'vitest'
import type { AreaContents } from '../../../server/domain/contents.ts'
import type { Range } from '../../../server/domain/coverage.ts'
import {
  contentsTable,
  differenceOf,
  formatCell,
  formatDifference,
  formatSure,
  toContentsCsv,
} from './contents-table.ts'

const range = (value: number, by = 0): Range => ({ low: value - by, value, high: value + by })
const ground = (ha: number, people: number) => ({
  totalHectares: 1000,
  areaHectares: range(ha, 1),
  areaShare: range(ha / 1000),
  totalPeople: 5000,
  people: range(people, 10),
  peopleShare: range(people / 5000),
})
const sentence = { text_vi: '', text_en: '' }
const contents = (ha: number, people: number, port: 'inside' | 'outside' | 'uncertain'): AreaContents => ({
  uncertaintyMeters: 0,
  measure: {
    ellipsoidArea: { areaHectares: ha + 5, method: sentence },
    gridArea: { areaHectares: ha + 4.9, crs: 'EPSG:5897', method: sentence },
    length: null,
    perimeter: { lengthKilometers: 12.345, method: sentence },
    vertexCount: 4,
    bbox: null,
  },
  whole: ground(ha, people),
  beyondHectares: 5,
  communes: { total: 3, full: range(1), part: 1, none: range(1), withoutPopulation: 0, features: [] },
  districts: [
    { featureId: 'a', name_vi: 'Huyện A', name_en: 'District A', reached: ground(ha, people) },
    { featureId: 'b', name_vi: 'Huyện B', name_en: 'District B', reached: { ...ground(0, 0), areaHectares: range(0) } },
  ],
  areas: [
    {
      collection: 'parks',
      inside: { totalHectares: 10, areaHectares: range(ha / 10), areaShare: range(0.5) },
      features: [
        {
          featureId: 'p',
          name_vi: 'KCN P',
          name_en: 'Park P',
          extent: 'part',
          isCertain: true,
          inside: { totalHectares: 10, areaHectares: range(ha / 10), areaShare: range(0.5) },
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
      unplaced: 0,
      features: [
        { featureId: 'q', name_vi: 'Cảng Q', name_en: 'Port, Q', verdict: port, isInside: true, outsideMeters: null },
      ],
    },
  ],
  lines: [],
  method: sentence,
  howSure: sentence,
})
const word = (key: string) => key
const rowsOf = (columns: AreaContents[]) => contentsTable(columns, word, 'en').flatMap(({ rows }) => rows)

describe('the table of what areas hold', () => {
  it('lists what there is and leaves out what there is not', () => {
    const ids = rowsOf([contents(100, 50, 'outside')]).map(({ id }) => id)
    expect(ids).toContain('parks/p')
    expect(ids).not.toContain('b')
    expect(ids).not.toContain('ports/q')
  })

  it('has a row for what only one of two areas holds', () => {
    const row = rowsOf([contents(100, 50, 'outside'), contents(40, 20, 'uncertain')]).find(({ id }) => id === 'ports/q')
    expect(row?.cells).toEqual(['outside', 'uncertain'])
    expect(row && differenceOf(row)).toBeNull()
  })

  it('takes the first from the second', () => {
    const land = rowsOf([contents(100, 50, 'inside'), contents(40, 20, 'inside')]).find(({ id }) => id === 'land')
    expect(land && differenceOf(land)).toBe(-60)
    expect(formatDifference(-60, 'ha', 'en')).toBe('-60')
    expect(formatDifference(0.0125, 'share', 'en')).toBe('+1.25 %')
  })

  it('says how sure a number is only where that is in question', () => {
    expect(formatSure(range(1000, 0), 'ha', 'en')).toBe('')
    expect(formatSure(range(1000, 100), 'ha', 'vi')).toBe('(900–1.100)')
    expect(formatCell(0.4567, 'share', 'vi')).toBe('45,67%')
  })
})

describe('the same table as CSV', () => {
  const columns = [contents(100, 50, 'inside'), contents(40, 20, 'uncertain')]
  const sections = contentsTable(columns, word, 'en')
  const lines = toContentsCsv(sections, ['One', 'Two']).split('\r\n')

  it('has a line for each row of the screen, in its order', () => {
    const rows = sections.flatMap(({ rows: own }) => own)
    expect(lines).toHaveLength(rows.length + 2)
    expect(lines[0]).toBe('\uFEFFsection,item,unit,One,One low,One high,Two,Two low,Two high,difference')
  })
  it('has machine numbers with low and high, and the difference with its sign', () => {
    expect(lines.find((line) => line.includes('draw.row.land,'))).toBe(
      'draw.section.land,draw.row.land,ha,100.0000,99.0000,101.0000,40.0000,39.0000,41.0000,-60.0000',
    )
  })
  it('quotes names with commas and writes verdicts as words', () => {
    expect(lines.find((line) => line.includes('Port'))).toBe(
      'draw.section.points,"Port, Q (kind.port)",,inside,,,uncertain,,,',
    )
  })
})
