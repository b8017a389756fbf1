/**
 * A table with coordinates: which columns hold them, in which order, and with which habits of writing numbers.
 *
 * Delimiter, decimal comma, grouped thousands, degrees with minutes, a column of well-known text: all are found
 * by looking at the values, the headings only help. Columns of coordinates are left out of the properties.
 */
import { wktToGeoJSON } from 'betterknown'
import type { Geometry } from 'geojson'
import Papa from 'papaparse'
import { decodeText } from './decode-text.ts'
import { systemOfCode, systemOfHeadings } from './declared-system.ts'
import { limits } from './limits.ts'
import { families, readPairs } from './plausible.ts'
import { FileProblem, type Note } from './problem.ts'
import type { Cell, DeclaredSystem, RawLayer } from './raw-layer.ts'
import { takeGeometry, type Tally } from './take-geometry.ts'
import { takeProperties } from './take-properties.ts'

export function readCsv(bytes: Uint8Array, name: string, tally: Tally): RawLayer[] {
  const { text, encoding, isCertain } = decodeText(bytes)
  const notes: Note[] = isCertain ? [] : [{ code: 'encoding-guessed', values: { encoding } }]
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: limits.features + 2 })
  const [first, ...others] = data
  if (!first) throw new FileProblem('empty')
  const hasHeading = !first.some((cell) => /^\s*[+-]?\d+([.,]\d+)*\s*$/.test(cell))
  const headings = hasHeading
    ? first.map((cell, at) => cell.trim() || `column ${at + 1}`)
    : first.map((_, at) => `column ${at + 1}`)
  const rows = hasHeading ? others : data
  if (rows.length === 0) throw new FileProblem('no-features', { format: 'CSV' })
  if (rows.length > limits.features) throw new FileProblem('too-many-features', { most: limits.features })
  const place = findWkt(rows) ?? findPair(headings, rows)
  if (!place) throw new FileProblem('no-coordinates', { columns: headings.slice(0, 12).join(', ').slice(0, 200) })
  tally.features += rows.length
  let system: DeclaredSystem | null = systemOfHeadings(headings)
  const features = rows.map((row) => {
    const cell = (at: number) => row[at]?.trim() ?? ''
    let shape: Geometry | null = null
    if ('wkt' in place) {
      const srid = /^SRID=(\d+);/i.exec(cell(place.wkt))?.[1]
      if (srid !== undefined) system = systemOfCode(Number(srid))
      shape = takeGeometry(parseWkt(cell(place.wkt)), tally)
    } else {
      const position = [place.parse(cell(place.east)), place.parse(cell(place.north))]
      if (cell(place.east) !== '' || cell(place.north) !== '') {
        shape = takeGeometry({ type: 'Point', coordinates: position }, tally)
      }
    }
    if (!shape) tally.withoutShape++
    const skipped = 'wkt' in place ? [place.wkt] : [place.east, place.north]
    const values = headings.flatMap((heading, at): [string, Cell][] =>
      skipped.includes(at) ? [] : [[heading, toCell(cell(at))]],
    )
    return { geometry: shape, properties: takeProperties(Object.fromEntries(values)) }
  })
  if (!('wkt' in place) && /^(x|toa do x)\b/.test(fold(headings[place.north] ?? ''))) {
    notes.push({ code: 'axes-swapped', values: {} })
  } else if (!('wkt' in place) && saysEast(headings[place.north] ?? '')) {
    notes.push({ code: 'headings-contradicted', values: { north: headings[place.north] ?? '' } })
  }
  return [{ name, features, system, notes }]
}

interface Pair {
  east: number
  north: number
  parse: (text: string) => number
}

const sampleRows = 400
/** Every pair of columns is looked at: beyond so many, only the first ones and those whose headings speak of places. */
const mostCandidates = 40

function findWkt(rows: readonly string[][]): { wkt: number } | null {
  for (const row of rows.slice(0, 20)) {
    const wkt = row.findIndex((cell) =>
      /^\s*(SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)[\sZM]*\(/i.test(cell),
    )
    if (wkt >= 0) return { wkt }
  }
  return null
}

function parseWkt(text: string): Geometry | null {
  try {
    return wktToGeoJSON(text.replace(/^SRID=\d+;/i, ''))
  } catch {
    return null
  }
}

/** The two columns whose values make sense together; headings decide between equals and where no pair makes sense. */
function findPair(headings: readonly string[], rows: readonly string[][]): Pair | null {
  const sample = rows.slice(0, sampleRows)
  const isNamed = headings.map(isCoordinateHeading)
  const numeric = headings
    .map((_, at) => at)
    .filter((at) => {
      const numbers = sample.filter((row) => !Number.isNaN(anyNumber(row[at] ?? ''))).length
      return numbers > sample.length / 2 || (isNamed[at] && numbers > 0)
    })
    .toSorted((one, other) => Number(isNamed[other]) - Number(isNamed[one]))
    .slice(0, mostCandidates)
    .toSorted((one, other) => one - other)
  let best: (Pair & { score: number }) | null = null
  for (const parse of numberStyles) {
    const columns = new Map(numeric.map((at) => [at, sample.map((row) => parse(row[at] ?? ''))]))
    for (const [one, ones] of columns)
      for (const [other, others] of columns)
        if (one < other) {
          const pairs = ones.map((value, row) => [value, others[row] ?? Number.NaN] as const)
          const reading = readPairs(pairs.filter(([a, b]) => !Number.isNaN(a) || !Number.isNaN(b)))
          if (!reading) continue
          const named = [one, other].filter((at) => isNamed[at]).length
          // Between equals the likelier family: a running number can pass for metres of a grid far away.
          const score = reading.share + named - families.indexOf(reading.family) / 100
          if (!best || score > best.score) {
            const [east, north] = reading.order === 'east-north' ? [one, other] : [other, one]
            best = { east, north, parse, score }
          }
        }
  }
  return best ?? byHeadings(headings, numeric)
}

function byHeadings(headings: readonly string[], numeric: readonly number[]): Pair | null {
  const find = (pattern: RegExp) => numeric.find((at) => pattern.test(fold(headings[at] ?? '')))
  for (const [east, north] of headingPairs) {
    const [x, y] = [find(east), find(north)]
    if (x !== undefined && y !== undefined && x !== y) return { east: x, north: y, parse: anyNumber }
  }
  return null
}

const headingPairs: readonly [RegExp, RegExp][] = [
  [/^(lon|lng|kinh do)/, /^(lat|vi do)/],
  [/^(e|east|easting|dong)\b/, /^(n|north|northing|bac)\b/],
  [/^(toa do )?x\b/, /^(toa do )?y\b/],
]

function saysEast(heading: string): boolean {
  return headingPairs.some(([east]) => east.test(fold(heading)))
}

function isCoordinateHeading(heading: string): boolean {
  return headingPairs.flat().some((pattern) => pattern.test(fold(heading)))
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[_.\-()[\]:]+/g, ' ')
    .trim()
}

/** `581102.24`, `581102,24`, `581.102,24`, `581,102.24`, `581 102,24`; degrees with minutes and seconds. */
const numberStyles = [
  style(/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i, (text) => text),
  style(/^[+-]?\d+(,\d+)?$/, (text) => text.replace(',', '.')),
  style(/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/, (text) => text.replaceAll('.', '').replace(',', '.')),
  style(/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/, (text) => text.replaceAll(',', '')),
  style(/^[+-]?\d{1,3}([\s\u00a0\u202f]\d{3})+([.,]\d+)?$/, (text) => text.replaceAll(/\s/g, '').replace(',', '.')),
  parseDegrees,
]

function style(pattern: RegExp, toPlain: (text: string) => string) {
  return (text: string): number => (pattern.test(text.trim()) ? Number(toPlain(text.trim())) : Number.NaN)
}

function parseDegrees(text: string): number {
  const parts =
    /^([NEBĐSW])?\s*(\d{1,3})\s*[°º˚]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″]|'')\s*)?([NEBĐSW])?$/iu.exec(
      text.trim(),
    )
  if (!parts) return Number.NaN
  const [degrees, minutes, seconds] = parts.slice(2, 5).map((part) => Number((part ?? '0').replace(',', '.')))
  const value = (degrees ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600
  return /[SW]/i.test(parts[1] ?? parts[5] ?? '') ? -value : value
}

function anyNumber(text: string): number {
  for (const parse of numberStyles) {
    const value = parse(text)
    if (!Number.isNaN(value)) return value
  }
  return Number.NaN
}

function toCell(text: string): Cell {
  if (text === '') return null
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text) ? Number(text) : text
}
