import type { AreaCoverage, Coverage, PointCoverage, Range, ReachedGround } from '../../../server/domain/coverage.ts'
import type { ExportTable } from '../../exchange/export-formats.ts'
import type { Cell } from '../../exchange/raw-layer.ts'
import type { Language } from '../../state/atlas-state.ts'

/**
 * The tables of the panel as one to take along: plain numbers, units in the headings, and in the first column what a
 * row is about: the whole, a district, a line alone or what only it reaches, a zone, park, centre, port, gate ….
 */
export function toCoverageTable(
  coverage: Coverage,
  nameOfLine: (id: string) => string,
  language: Language,
): ExportTable {
  const nameOf = (named: { name_vi: string; name_en: string }) => (language === 'vi' ? named.name_vi : named.name_en)
  const ground = ({ totalHectares, areaHectares, totalPeople, people }: ReachedGround) => [
    ...[totalHectares, ...spread(areaHectares)].map((hectares) => round(hectares, 2)),
    ...[totalPeople, ...spread(people)].map((count) => round(count, 0)),
  ]
  const away = ({ nearestLineId, distanceMeters, outsideMeters }: AreaCoverage | PointCoverage) => [
    nearestLineId === null ? null : nameOfLine(nearestLineId),
    ...(distanceMeters ? spread(distanceMeters).map((meters) => round(meters, 0)) : [null, null, null]),
    outsideMeters ? round(outsideMeters.value, 0) : null,
  ]
  const rows: Cell[][] = [
    ['whole', 'thanh-hoa', 'Thanh Hóa', null, ...ground(coverage.whole)],
    ...coverage.districts.map((district) => [
      'districts',
      district.featureId,
      nameOf(district),
      null,
      ...ground(district.reached),
    ]),
    ...(['alone', 'only'] as const).flatMap((which) =>
      coverage.lines.map((line) => [
        `lines, ${which}`,
        line.lineId,
        nameOfLine(line.lineId),
        null,
        ...ground(line[which]),
      ]),
    ),
    ...coverage.areas.flatMap(({ collection, features }) =>
      features.map((area) => [
        collection,
        area.featureId,
        nameOf(area),
        area.extent,
        ...[area.reached.totalHectares, ...spread(area.reached.areaHectares)].map((hectares) => round(hectares, 2)),
        null,
        null,
        null,
        null,
        ...away(area),
      ]),
    ),
    ...coverage.points.flatMap(({ collection, features }) =>
      features.map((point) => [
        collection,
        point.featureId,
        nameOf(point),
        point.verdict,
        ...Array.from({ length: 8 }, () => null),
        ...away(point),
      ]),
    ),
  ]
  return {
    name: `thanh-hoa-coverage-${coverage.bufferMeters}m`,
    headings,
    rows: rows.map((row) => headings.map((_, column) => row[column] ?? null)),
  }
}

const headings = [
  'about',
  'id',
  'name',
  'state',
  'total_ha',
  'reached_ha',
  'reached_ha_low',
  'reached_ha_high',
  'people_2019',
  'reached_people',
  'reached_people_low',
  'reached_people_high',
  'nearest_line',
  'distance_m',
  'distance_m_low',
  'distance_m_high',
  'outside_m',
] as const

function spread({ value, low, high }: Range): number[] {
  return [value, low, high]
}

function round(number: number, decimals: number): number {
  return Number(number.toFixed(decimals))
}
