import { csvCell } from './csv-cell.ts'
import type { ExportTable } from './export-formats.ts'

/** CSV with points in numbers and commas between; a byte-order mark lets spreadsheets see that it is UTF-8. */
export function writeCsv({ headings, rows }: ExportTable): Uint8Array {
  const lines = [headings, ...rows].map((cells) => cells.map(csvCell).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}
