/**
 * Rows of an attribute table as they are shown: those that contain what was typed, in the order asked for.
 */
import type { Feature, Geometry } from 'geojson'
import type { Cell, Properties } from '../exchange/raw-layer.ts'

export interface TableView {
  /** Part of any value, accents and case aside; empty shows all. */
  filter: string
  sort: { field: string; descending: boolean } | null
}

export interface TableRow {
  featureId: number
  properties: Properties
}

type LayerFeature = Feature<Geometry, Properties>

export function rowsOf(features: readonly LayerFeature[], { filter, sort }: TableView): TableRow[] {
  const wanted = fold(filter)
  const rows = features.flatMap(({ id, properties }): TableRow[] =>
    wanted === '' || Object.values(properties).some((cell) => cell !== null && fold(String(cell)).includes(wanted))
      ? [{ featureId: Number(id), properties }]
      : [],
  )
  if (!sort) return rows
  const { field, descending } = sort
  const sign = descending ? -1 : 1
  return rows.toSorted((a, b) => compare(a.properties[field] ?? null, b.properties[field] ?? null, sign))
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Numbers by size, words by the Vietnamese alphabet; what is empty comes last either way. */
function compare(a: Cell, b: Cell, sign: number): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1
  if (b === null || b === '') return -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * collator.compare(String(a), String(b))
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().trim()
}
