import type { Coverage, ReachedGround } from '../../../server/domain/coverage.ts'
import type { Language } from '../../state/atlas-state.ts'

/**
 * The district table as CSV: machine numbers with a point, units in the header, the whole in the last row.
 * A byte-order mark lets spreadsheets see that it is UTF-8.
 */
export function toCoverageCsv(coverage: Coverage, language: Language): string {
  const header = [
    'district',
    'land_ha',
    'reached_ha',
    'reached_ha_low',
    'reached_ha_high',
    'people_2019',
    'reached_people',
    'reached_people_low',
    'reached_people_high',
  ]
  const row = (name: string, { totalHectares, areaHectares, totalPeople, people }: ReachedGround) => [
    quote(name),
    ...[totalHectares, areaHectares.value, areaHectares.low, areaHectares.high].map((number) => number.toFixed(2)),
    ...[totalPeople, people.value, people.low, people.high].map((number) => number.toFixed(0)),
  ]
  const rows = coverage.districts.map((district) =>
    row(language === 'vi' ? district.name_vi : district.name_en, district.reached),
  )
  return `\uFEFF${[header, ...rows, row(`total, buffer ${coverage.bufferMeters} m`, coverage.whole)].map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

export function downloadCsv(coverage: Coverage, language: Language): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([toCoverageCsv(coverage, language)], { type: 'text/csv;charset=utf-8' }))
  link.download = `thanh-hoa-coverage-${coverage.bufferMeters}m.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Quoted when it must be; and never read as a formula by a spreadsheet. */
function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
