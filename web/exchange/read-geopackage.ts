import { systemOfCode, systemOfDefinition } from './declared-system.ts'
import { limits } from './limits.ts'
import { FileProblem } from './problem.ts'
import type { DeclaredSystem, RawFeature, RawLayer } from './raw-layer.ts'
import { readWkb } from './read-wkb.ts'
import { loadSqlite, type Database } from './sqlite.ts'
import { takeGeometry, type Tally } from './take-geometry.ts'
import { takeProperties } from './take-properties.ts'

/** Every table of features in a GeoPackage (OGC 12-128), a layer each. */
export async function readGeoPackage(bytes: Uint8Array, tally: Tally, wasmAddress?: string): Promise<RawLayer[]> {
  const sqlite = await loadSqlite(wasmAddress)
  const database = new sqlite.Database(bytes)
  try {
    const own = rowsOf(database, `SELECT name FROM sqlite_master WHERE name LIKE 'gpkg\\_%' ESCAPE '\\'`)
    const has = (table: string) => own.some(({ name }) => name === table)
    if (!has('gpkg_contents')) throw new FileProblem('other-content', { is: 'SQLite', format: 'GeoPackage' })
    if (!has('gpkg_geometry_columns')) throw new FileProblem('no-features', { format: 'GeoPackage' })
    const tables = rowsOf(
      database,
      `SELECT c.table_name AS name, c.identifier AS title, g.column_name AS shape, s.organization AS organization,
         s.organization_coordsys_id AS code, s.definition AS definition, s.srs_id AS srs
       FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
       LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE c.data_type = 'features'`,
    )
    return tables.map((table) => readTable(database, table, tally))
  } finally {
    database.close()
  }
}

type Row = Record<string, unknown>

function readTable(database: Database, table: Row, tally: Tally): RawLayer {
  const [name, shape] = [text(table['name']), text(table['shape'])]
  const features: RawFeature[] = []
  const statement = database.prepare(`SELECT * FROM ${quoted(name)}`)
  try {
    while (statement.step()) {
      if (++tally.features > limits.features) throw new FileProblem('too-many-features', { most: limits.features })
      const { [shape]: blob, ...values } = statement.getAsObject() as Row
      for (const [key, value] of Object.entries(values)) if (value instanceof Uint8Array) delete values[key]
      const geometry = blob instanceof Uint8Array ? takeGeometry(readBlob(blob), tally) : null
      if (!(blob instanceof Uint8Array)) tally.withoutShape++
      else if (!geometry) tally.droppedShapes++
      features.push({ geometry, properties: takeProperties(values) })
    }
  } finally {
    statement.free()
  }
  return { name: text(table['title']) || name, features, system: systemOf(table), notes: [] }
}

/** `GP`, version, flags, system, envelope: then well-known binary. */
function readBlob(blob: Uint8Array) {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) return null
  const flags = blob[3] ?? 0
  if ((flags & 0x10) !== 0) return null
  const envelope = [0, 32, 48, 48, 64][(flags >> 1) & 7] ?? 0
  return readWkb(blob.subarray(8 + envelope))
}

function systemOf({ organization, code, definition, srs }: Row): DeclaredSystem | null {
  if (typeof srs !== 'number' || srs <= 0) return null
  if (text(organization).toUpperCase() === 'EPSG' && typeof code === 'number') {
    const known = systemOfCode(code)
    if (known.kind !== 'unknown') return known
  }
  return systemOfDefinition(text(definition)) ?? { kind: 'unknown', name: `${text(organization)}:${String(code)}` }
}

function rowsOf(database: Database, query: string): Row[] {
  const statement = database.prepare(query)
  const rows: Row[] = []
  while (statement.step()) rows.push(statement.getAsObject())
  statement.free()
  return rows
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
