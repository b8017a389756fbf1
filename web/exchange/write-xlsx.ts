import writeXlsxFile, { type Cell as XlsxCell, type Sheet } from 'write-excel-file/universal'
import type { ExportTable } from './export-formats.ts'
import type { Cell } from './raw-layer.ts'

/** What a cell of a spreadsheet can hold. */
export const longestXlsxCell = 32_000

/** A workbook: a sheet a table, and one that says where it all comes from. Text stays text: no cell is a formula. */
export async function writeXlsx(tables: readonly ExportTable[], sources: readonly string[]): Promise<Uint8Array> {
  const taken = new Set<string>()
  const sheets = tables.map(({ name, headings, rows }): Sheet<Blob> => ({
    sheet: sheetName(name, taken),
    data: [
      headings.map((heading) => ({ value: heading, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(toCell)),
    ],
    columns: headings.map((heading) => ({ width: Math.min(40, Math.max(10, heading.length + 2)) })),
    stickyRowsCount: 1,
  }))
  const sourceSheet: Sheet<Blob> = {
    sheet: sheetName('Sources', taken),
    data: sources.map((line) => [{ value: line, type: String }]),
    columns: [{ width: 120 }],
  }
  const file = await writeXlsxFile([...sheets, sourceSheet]).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

function toCell(cell: Cell): XlsxCell {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String }
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: Boolean }
}

/** At most 31 letters, none of them special, each name once. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 27) || 'Sheet'
  let name = plain
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain} ${number}`
  taken.add(name.toLowerCase())
  return name
}
