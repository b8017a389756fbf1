/**
 * Layers or a table as one file to keep: sources and licences travel inside. Formats with no room for them come
 * in a zip with a text beside the data.
 */
import { strToU8, zipSync } from 'fflate'
import {
  fieldsOf,
  plainName,
  type ExportFormat,
  type ExportLayer,
  type ExportTable,
  type ExportWork,
  type WrittenFile,
} from './export-formats.ts'
import { mapPositions } from './map-positions.ts'
import type { Addresses } from './read-file.ts'
import { toTable } from './to-table.ts'
import { writeCsv } from './write-table.ts'

export async function writeLayer(
  format: ExportFormat,
  layer: ExportLayer,
  work: ExportWork,
  addresses: Addresses = {},
): Promise<WrittenFile> {
  const base = `${plainName(layer.name)}-${work.system.replace(':', '').toLowerCase()}`
  switch (format) {
    case 'geojson':
      return { name: `${base}.geojson`, bytes: strToU8(toGeoJson(layer, work)) }
    case 'gpkg': {
      const { writeGeoPackage } = await import('./write-geopackage.ts')
      return { name: `${base}.gpkg`, bytes: await writeGeoPackage([layer], work, addresses.sqlite) }
    }
    case 'kml': {
      const { writeKml } = await import('./write-kml.ts')
      return { name: `${plainName(layer.name)}.kml`, bytes: writeKml(layer, fieldsOf(layer), work) }
    }
    case 'dxf': {
      const { writeDxf } = await import('./write-dxf.ts')
      return withSources(`${base}.dxf`, writeDxf(layer, work), work)
    }
    case 'csv':
      return withSources(`${base}.csv`, writeCsv(toTable(layer, work)), work)
    case 'xlsx': {
      const { writeXlsx, longestXlsxCell } = await import('./write-xlsx.ts')
      return { name: `${base}.xlsx`, bytes: await writeXlsx([toTable(layer, work, longestXlsxCell)], work.sources) }
    }
  }
}

export async function writeTable(
  format: 'csv' | 'xlsx',
  table: ExportTable,
  sources: readonly string[],
): Promise<WrittenFile> {
  const base = plainName(table.name)
  if (format === 'csv') return withSources(`${base}.csv`, writeCsv(table), { sources })
  const { writeXlsx } = await import('./write-xlsx.ts')
  return { name: `${base}.xlsx`, bytes: await writeXlsx([table], sources) }
}

/** The member `crs` is of the old standard, but what reads VN-2000 from GeoJSON at all reads it there. */
function toGeoJson({ name, features }: ExportLayer, { system, project, sources }: ExportWork): string {
  const crs =
    system === 'EPSG:4326'
      ? {}
      : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:${system.replace(':', '::')}` } } }
  return JSON.stringify({
    type: 'FeatureCollection',
    name,
    ...crs,
    metadata: { sources },
    features: features.map(({ id, geometry, properties }) => ({
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      properties,
      geometry: geometry && mapPositions(geometry, project),
    })),
  })
}

function withSources(name: string, bytes: Uint8Array, { sources }: Pick<ExportWork, 'sources'>): WrittenFile {
  const text = strToU8(`\uFEFF${sources.join('\r\n')}\r\n`)
  return {
    name: name.replace(/\.[a-z]+$/, (ending) => `-${ending.slice(1)}.zip`),
    bytes: zipSync({ [name]: bytes, 'SOURCES.txt': text }),
  }
}
