/**
 * A GeoPackage (OGC 12-128r15) of some layers, with sources and licences in its own metadata tables.
 */
import type { Geometry, Position } from 'geojson'
import { fieldsOf, plainName, type ExportLayer, type ExportSystem, type ExportWork } from './export-formats.ts'
import { mapPositions } from './map-positions.ts'
import type { Cell } from './raw-layer.ts'
import { loadSqlite, type Database } from './sqlite.ts'
import { definitions } from './system-definitions.ts'
import { writeWkb } from './write-wkb.ts'

export async function writeGeoPackage(
  layers: readonly ExportLayer[],
  work: ExportWork,
  wasmAddress?: string,
): Promise<Uint8Array> {
  const sqlite = await loadSqlite(wasmAddress)
  const database = new sqlite.Database()
  try {
    database.run(tables)
    for (const code of new Set<ExportSystem>(['EPSG:4326', work.system])) addSystem(database, code)
    const taken = new Set<string>()
    for (const layer of layers)
      addLayer(database, layer, work, freeName(plainName(layer.name).replaceAll('-', '_'), taken))
    addMetadata(database, work.sources)
    return database.export()
  } finally {
    database.close()
  }
}

const tables = `
  PRAGMA application_id = 1196444487;
  PRAGMA user_version = 10300;
  CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
  INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL);
  CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
  CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
  CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
    scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
  CREATE TABLE gpkg_metadata (id INTEGER PRIMARY KEY, md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
    mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
  CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,
    row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id));
  INSERT INTO gpkg_extensions VALUES
    ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'),
    ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');
`

function addSystem(database: Database, code: ExportSystem): void {
  const { name, wkt } = definitions[code]
  const number = numberOf(code)
  database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)', [name, number, 'EPSG', number, wkt])
}

function addLayer(database: Database, layer: ExportLayer, { system, project }: ExportWork, table: string): void {
  const fields = fieldsOf(layer)
  const columns = nameColumns(fields)
  const types = fields.map((field) => typeOf(layer.features.map(({ properties }) => properties[field] ?? null)))
  const declared = columns.map((column, at) => `, "${column}" ${types[at] ?? 'TEXT'}`).join('')
  database.run(`CREATE TABLE "${table}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY${declared})`)
  const marks = ['?', ...columns.map(() => '?')].join(', ')
  const named = ['geom', ...columns].map((column) => `"${column}"`).join(', ')
  const statement = database.prepare(`INSERT INTO "${table}" (${named}) VALUES (${marks})`)
  const box = emptyBox()
  database.run('BEGIN')
  for (const { geometry, properties } of layer.features) {
    const shape = geometry && mapPositions(geometry, project)
    if (shape) stretch(box, shape)
    const cells = fields.map((field) => toSql(properties[field] ?? null))
    statement.run([shape && toBlob(shape, numberOf(system)), ...cells])
  }
  database.run('COMMIT')
  statement.free()
  const [west, south, east, north] = box[0] === Infinity ? [null, null, null, null] : box
  database.run(
    `INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
     VALUES (?, 'features', ?, ?, ?, ?, ?, ?)`,
    [table, layer.name === '' ? table : layer.name, west, south, east, north, numberOf(system)],
  )
  database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [
    table,
    'geom',
    'GEOMETRY',
    numberOf(system),
  ])
}

function addMetadata(database: Database, sources: readonly string[]): void {
  database.run(
    "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'https://www.w3.org/TR/vocab-dcat-3/', 'text/plain', ?)",
    [sources.join('\n')],
  )
  database.run("INSERT INTO gpkg_metadata_reference (reference_scope, md_file_id) VALUES ('geopackage', 1)")
}

/** `GP`, version 0, little-endian with an envelope of two dimensions, system, envelope, shape. */
function toBlob(shape: Geometry, system: number): Uint8Array {
  const [west, south, east, north] = stretch(emptyBox(), shape)
  const wkb = writeWkb(shape)
  const blob = new Uint8Array(40 + wkb.length)
  const view = new DataView(blob.buffer)
  blob.set([0x47, 0x50, 0, 0x03])
  view.setInt32(4, system, true)
  for (const [at, side] of [west, east, south, north].entries()) view.setFloat64(8 + 8 * at, side, true)
  blob.set(wkb, 40)
  return blob
}

type Box = [west: number, south: number, east: number, north: number]

function emptyBox(): Box {
  return [Infinity, Infinity, -Infinity, -Infinity]
}

function stretch(box: Box, geometry: Geometry): Box {
  const see = (value: unknown): void => {
    if (!Array.isArray(value)) return
    if (typeof value[0] !== 'number') return value.forEach(see)
    const [x = 0, y = 0] = value as Position
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) stretch(box, part)
  else see(geometry.coordinates)
  return box
}

function typeOf(cells: readonly Cell[]): 'INTEGER' | 'REAL' | 'BOOLEAN' | 'TEXT' {
  const present = cells.filter((cell) => cell !== null)
  if (present.length === 0) return 'TEXT'
  if (present.every((cell) => typeof cell === 'boolean')) return 'BOOLEAN'
  if (!present.every((cell) => typeof cell === 'number')) return 'TEXT'
  return present.every((cell) => Number.isSafeInteger(cell)) ? 'INTEGER' : 'REAL'
}

function toSql(cell: Cell): string | number | null {
  return typeof cell === 'boolean' ? Number(cell) : cell
}

/** SQLite takes upper and lower case for the same, and two columns are ours. */
function nameColumns(fields: readonly string[]): string[] {
  const taken = new Set(['fid', 'geom'])
  return fields.map((field) => freeName(field.replaceAll('"', "'"), taken))
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}_${number}`
  taken.add(name.toLowerCase())
  return name
}

function numberOf(code: ExportSystem): number {
  return Number(code.slice('EPSG:'.length))
}
