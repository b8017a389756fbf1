/**
 * The coverage question of the bench in PostGIS, beside our own answer: how long, and how far apart.
 *
 * Asked only where a database is given (`DATABASE_URL`, or `PGHOST` and its like). PostGIS unites the reaches, cuts
 * communes and areas with them at the least, as drawn and at the most, and measures points; we do that and each line
 * alone on top. One transaction, rolled back at the end.
 */
import { readFileSync } from 'node:fs'
import { corridorCoverage } from '../../server/analysis/corridor-coverage.ts'
import {
  areaCollections,
  pointCollections,
  prepareGround,
  type CoverageGround,
} from '../../server/analysis/coverage-ground.ts'
import { laeaDefinition } from '../../server/analysis/laea.ts'
import { fromPlanePolygons, loadOverlay } from '../../server/analysis/overlay.ts'
import { judge, median, type Answer } from './answer.ts'
import { readGround } from './read-ground.ts'

const distances = [5000, 12_000, 25_000]
const runs = 5

interface Row {
  sign: number
  hectares: number
  people: number
  area_hectares: number
  points_inside: number
}

export async function measurePostgisCoverage(folder: string): Promise<Answer[]> {
  const { DATABASE_URL: url, PGHOST: host } = process.env
  if (!url && !host) throw new Error('no database is given (DATABASE_URL or PGHOST)')
  const { Client } = (await import('pg')).default
  const client = new Client(url ? { connectionString: url } : {})
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('CREATE EXTENSION IF NOT EXISTS postgis')
    const version = await client.query<{ version: string }>('SELECT postgis_lib_version() AS version')
    const ground = readGround(folder)
    const prepared = prepareGround(ground, (await loadOverlay()).plane)
    const sql = readStatements()
    const features = (ids: readonly (keyof typeof ground)[], isWanted: (type: string) => boolean) =>
      ids.flatMap((collection) => {
        const listed = ground[collection]
        if (!listed || !('features' in listed)) return []
        return listed.features.flatMap(({ id, geometry }) =>
          geometry && isWanted(geometry.type) ? [{ id: `${collection}/${id}`, collection, geometry }] : [],
        )
      })
    const isArea = (type: string) => type.endsWith('Polygon')
    await client.query(sql('plane'), [laeaDefinition])
    await client.query(sql('tables'))
    await client.query(sql('lines'), [JSON.stringify(ground.corridors)])
    await client.query(sql('communes'), [JSON.stringify(landOf(prepared))])
    await client.query(sql('areas'), [JSON.stringify(features(areaCollections, isArea))])
    const asked = [...areaCollections, ...pointCollections]
    await client.query(sql('points'), [JSON.stringify(features(asked, (type) => type === 'Point'))])
    await client.query(sql('indexes'))

    const answers: Answer[] = []
    let worst = 0
    for (const bufferMeters of distances) {
      const times: number[] = []
      let rows: Row[] = []
      for (let run = 0; run < runs; run++) {
        const began = performance.now()
        rows = (await client.query<Row>(sql('question'), [bufferMeters + run * 100])).rows
        times.push(performance.now() - began)
        const own = corridorCoverage(prepared, ground.corridors, bufferMeters + run * 100)
        if ('problem' in own) throw new Error(own.problem.text_en)
        const { areaHectares, people } = own.whole
        for (const [sign, level] of [
          [-1, 'low'],
          [0, 'value'],
          [1, 'high'],
        ] as const) {
          const row = rows.find((one) => one.sign === sign)
          // At the least, a line that is vaguer than the distance reaches nothing at all.
          if (!row) continue
          worst = Math.max(worst, off(row.hectares, areaHectares[level]), off(row.people, people[level]))
        }
      }
      answers.push(
        judge(
          `  the same in PostGIS ${version.rows[0]?.version ?? ''}, at ${bufferMeters / 1000} km`,
          median(times),
          null,
          (value) => `${Math.round(value)} ms`,
        ),
      )
    }
    answers.push(
      judge(
        '  land and people by PostGIS and by us differ by at most',
        worst,
        { atMost: 1e-4 },
        (value) => `${(value * 1e6).toFixed(1)} ppm`,
      ),
    )
    return answers
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
    await client.end()
  }
}

function off(one: number, other: number): number {
  return other === 0 ? Math.abs(one) : Math.abs(one / other - 1)
}

/** The statements of the SQL file by the name above each. */
function readStatements(): (name: string) => string {
  const text = readFileSync(new URL('postgis-coverage.sql', import.meta.url), 'utf8')
  const statements = new Map(
    text
      .split(/^-- name: /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n')
        return [part.slice(0, end).trim(), part.slice(end)] as const
      }),
  )
  return (name) => {
    const statement = statements.get(name)
    if (statement === undefined) throw new Error(`postgis-coverage.sql has no statement "${name}"`)
    return statement
  }
}

/** Communes, and apart from them the far islands on which nobody is counted. */
function landOf({ communes, land }: CoverageGround) {
  return land.parts.map(({ commune, polygons, people }) => ({
    id: communes[commune]?.featureId,
    properties: { population2019: people },
    geometry: fromPlanePolygons(polygons),
  }))
}
