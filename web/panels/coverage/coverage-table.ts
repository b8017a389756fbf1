import type { Coverage, ReachedGround } from '../../../server/domain/coverage.ts'
import type { ExportTable } from '../../exchange/export-formats.ts'
import type { Language } from '../../state/atlas-state.ts'

/** The district table to take along: plain numbers, units in the headings, the whole in the last row. */
export function toCoverageTable(coverage: Coverage, language: Language): ExportTable {
  const row = (name: string, { totalHectares, areaHectares, totalPeople, people }: ReachedGround) => [
    name,
    ...[totalHectares, areaHectares.value, areaHectares.low, areaHectares.high].map((hectares) => round(hectares, 2)),
    ...[totalPeople, people.value, people.low, people.high].map((count) => round(count, 0)),
  ]
  const rows = coverage.districts.map((district) =>
    row(language === 'vi' ? district.name_vi : district.name_en, district.reached),
  )
  return {
    name: `thanh-hoa-coverage-${coverage.bufferMeters}m`,
    headings: [
      'district',
      'land_ha',
      'reached_ha',
      'reached_ha_low',
      'reached_ha_high',
      'people_2019',
      'reached_people',
      'reached_people_low',
      'reached_people_high',
    ],
    rows: [...rows, row(`total, buffer ${coverage.bufferMeters} m`, coverage.whole)],
  }
}

function round(number: number, decimals: number): number {
  return Number(number.toFixed(decimals))
}
