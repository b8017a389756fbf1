import type { AreaContents } from '../../../server/domain/contents.ts'
import type { Range, Verdict } from '../../../server/domain/coverage.ts'
import { csvCell } from '../../exchange/csv-cell.ts'
import { formatNumber, formatPercent, formatSigned } from '../../format/numbers.ts'
import { kindOfCollection } from '../../state/kinds.ts'
import type { Language } from '../../state/atlas-state.ts'

/**
 * What drawn areas hold, as one table for the screen and for CSV: a row a thing, a column an area. The screen and
 * the file are made of the same rows, so they cannot disagree.
 */
export interface ContentsSection {
  id: string
  title: string
  rows: readonly ContentsRow[]
}

export interface ContentsRow {
  id: string
  label: string
  unit: Unit
  /** One a column; null: the question does not arise there. */
  cells: readonly (Range | Verdict | null)[]
}

export type Unit = 'ha' | 'km' | 'people' | 'share' | 'count' | 'verdict'

type Word = (key: string) => string

interface Entry {
  section: string
  id: string
  label: string
  unit: Unit
  cell: Range | Verdict
}

const sectionIds = ['shape', 'land', 'districts', 'people', 'areas', 'points', 'lines'] as const

export function contentsTable(columns: readonly AreaContents[], word: Word, language: Language): ContentsSection[] {
  const entries = columns.map((contents) => entriesOf(contents, word, language))
  return sectionIds.flatMap((id) => {
    const rows = new Map<string, Entry>()
    for (const entry of entries.flat()) if (entry.section === id && !rows.has(entry.id)) rows.set(entry.id, entry)
    if (rows.size === 0) return []
    return [
      {
        id,
        title: word(`draw.section.${id}`),
        rows: [...rows.values()].map((row) => ({
          id: row.id,
          label: row.label,
          unit: row.unit,
          cells: entries.map((column) => {
            const entry = column.find((one) => one.section === id && one.id === row.id)
            return entry?.cell ?? (row.unit === 'verdict' ? 'outside' : nothing)
          }),
        })),
      },
    ]
  })
}

const nothing: Range = { low: 0, value: 0, high: 0 }

function entriesOf(contents: AreaContents, word: Word, language: Language): Entry[] {
  const { measure, whole, beyondHectares, communes } = contents
  const name = (one: { name_vi: string; name_en: string }) => (language === 'vi' ? one.name_vi : one.name_en)
  const kind = (collection: string) => word(`kind.${kindOfCollection(collection) ?? collection}`)
  const entries: Entry[] = []
  const add = (section: (typeof sectionIds)[number], id: string, label: string, unit: Unit, cell: Range | Verdict) =>
    entries.push({ section, id, label, unit, cell })

  if (measure.ellipsoidArea)
    add('shape', 'ellipsoid', word('draw.row.ellipsoid'), 'ha', exactly(measure.ellipsoidArea.areaHectares))
  if (measure.gridArea) add('shape', 'grid', word('draw.row.grid'), 'ha', exactly(measure.gridArea.areaHectares))
  if (measure.perimeter)
    add('shape', 'perimeter', word('draw.row.perimeter'), 'km', exactly(measure.perimeter.lengthKilometers))

  add('land', 'land', word('draw.row.land'), 'ha', whole.areaHectares)
  add('land', 'landShare', word('draw.row.landShare'), 'share', whole.areaShare)
  add('land', 'people', word('draw.row.people'), 'people', whole.people)
  if (whole.peopleShare) add('land', 'peopleShare', word('draw.row.peopleShare'), 'share', whole.peopleShare)
  add('land', 'beyond', word('draw.row.beyond'), 'ha', exactly(beyondHectares))
  add('land', 'communesFull', word('draw.row.communesFull'), 'count', communes.full)
  add('land', 'communesPart', word('draw.row.communesPart'), 'count', exactly(communes.part))

  for (const { featureId, reached, ...names } of contents.districts) {
    if (reached.areaHectares.high < 0.05) continue
    add('districts', featureId, name(names), 'ha', reached.areaHectares)
    add('people', featureId, name(names), 'people', reached.people)
  }
  for (const { collection, features } of contents.areas) {
    for (const { featureId, inside, ...names } of features) {
      if (inside.areaHectares.high < 0.05) continue
      add('areas', `${collection}/${featureId}`, `${name(names)} (${kind(collection)})`, 'ha', inside.areaHectares)
    }
  }
  for (const { collection, features } of contents.points) {
    for (const { featureId, verdict, ...names } of features) {
      if (verdict !== 'inside' && verdict !== 'uncertain') continue
      add('points', `${collection}/${featureId}`, `${name(names)} (${kind(collection)})`, 'verdict', verdict)
    }
  }
  for (const { collection, features } of contents.lines) {
    for (const { featureId, insideKilometers, ...names } of features) {
      if (insideKilometers.high < 0.05) continue
      add('lines', `${collection}/${featureId}`, `${name(names)} (${kind(collection)})`, 'km', insideKilometers)
    }
  }
  return entries
}

function exactly(value: number): Range {
  return { low: value, value, high: value }
}

/** The value of a cell as people read it; its unit stands beside the label. */
export function formatCell(value: number, unit: Unit, language: Language): string {
  return unit === 'share' ? formatPercent(value, language, 2) : formatNumber(value, language, decimals(value, unit))
}

/** `(21–64)`: how sure; empty where there is nothing to be unsure of. */
export function formatSure({ low, value, high }: Range, unit: Unit, language: Language): string {
  const [least, most] = [low, high].map((one) => formatCell(one, unit, language))
  const same = formatCell(value, unit, language)
  if (least === same && most === same) return ''
  return `(${least?.replace(/\s?%$/u, '')}–${most})`
}

/** The second less the first, with its sign. */
export function formatDifference(difference: number, unit: Unit, language: Language): string {
  if (unit === 'share') return `${formatSigned(difference * 100, language, 2)} %`
  return formatSigned(difference, language, decimals(Math.abs(difference), unit))
}

function decimals(value: number, unit: Unit): number {
  if (unit === 'ha') return value < 10 ? 2 : value < 1000 ? 1 : 0
  return unit === 'km' ? (value < 100 ? 2 : 1) : 0
}

/** Of two columns with numbers; null otherwise. */
export function differenceOf({ cells }: ContentsRow): number | null {
  const [first, second] = cells
  return typeof first === 'object' && typeof second === 'object' && first && second ? second.value - first.value : null
}

const csvUnits: Record<Unit, string> = {
  ha: 'ha',
  km: 'km',
  people: 'people',
  share: '1',
  count: 'count',
  verdict: '',
}
const csvDecimals: Record<Unit, number> = { ha: 4, km: 6, people: 2, share: 6, count: 0, verdict: 0 }

/** The same rows with machine numbers: value, low and high of each column, and the difference of two. */
export function toContentsCsv(sections: readonly ContentsSection[], names: readonly string[]): string {
  const header = ['section', 'item', 'unit', ...names.flatMap((name) => [name, `${name} low`, `${name} high`])]
  if (names.length === 2) header.push('difference')
  const rows = sections.flatMap(({ title, rows: own }) =>
    own.map((row) => {
      const digits = csvDecimals[row.unit]
      const cells = row.cells.flatMap((cell) =>
        cell === null
          ? ['', '', '']
          : typeof cell === 'string'
            ? [cell, '', '']
            : [cell.value, cell.low, cell.high].map((number) => number.toFixed(digits)),
      )
      const difference = differenceOf(row)
      return [
        title,
        row.label,
        csvUnits[row.unit],
        ...cells,
        ...(names.length === 2 ? [difference === null ? '' : difference.toFixed(digits)] : []),
      ]
    }),
  )
  // The mark at the beginning lets spreadsheets see that it is UTF-8.
  return `\uFEFF${[header, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}
