/**
 * Which format some bytes are in, by what they hold: the ending of a name is a hint that may lie.
 */
export type FileFormat = 'GeoJSON' | 'Shapefile' | 'GeoPackage' | 'KML' | 'KMZ' | 'GPX' | 'CSV' | 'DXF'
export type Container = FileFormat | 'zip'

const endings: Readonly<Record<string, Container>> = {
  geojson: 'GeoJSON',
  json: 'GeoJSON',
  zip: 'zip',
  shp: 'Shapefile',
  gpkg: 'GeoPackage',
  kml: 'KML',
  kmz: 'KMZ',
  gpx: 'GPX',
  csv: 'CSV',
  tsv: 'CSV',
  txt: 'CSV',
  dxf: 'DXF',
}

export function formatOfName(name: string): Container | null {
  return endings[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null
}

/** By the first bytes; null when they could be anything, as those of a table can. */
export function formatOfBytes(bytes: Uint8Array): Container | null {
  const magic = ascii(bytes, 0, 16)
  if (magic.startsWith('PK\u0003\u0004') || magic.startsWith('PK\u0005\u0006')) return 'zip'
  if (magic.startsWith('SQLite format 3')) return 'GeoPackage'
  if (bytes.length >= 100 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a)
    return 'Shapefile'
  const head = ascii(bytes, 0, 4096)
    .replaceAll('\0', '')
    .replace(/^[^\x20-\x7e\s]+/, '')
    .trimStart()
  if (/^[[{]/.test(head)) return 'GeoJSON'
  if (head.startsWith('<'))
    return /<gpx[\s>]/i.test(head) ? 'GPX' : /<(\w+:)?kml[\s>]|<Placemark/i.test(head) ? 'KML' : null
  if (/^(999\r?\n[^\n]*\n\s*)*0\r?\n\s*SECTION/i.test(head)) return 'DXF'
  return null
}

/** Formats we know by sight and cannot take: the reader is told which they are. */
export function foreignFormat(bytes: Uint8Array): string | null {
  const magic = ascii(bytes, 0, 24)
  if (/^AC10\d\d/.test(magic)) return 'DWG'
  if (magic.startsWith('%PDF')) return 'PDF'
  if (magic.startsWith('AutoCAD Binary DXF')) return 'binary DXF'
  if (magic.startsWith('Rar!')) return 'RAR'
  if (magic.startsWith('7z\u00bc\u00af')) return '7z'
  if (magic.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'XLS / DOC / DGN'
  if (magic.startsWith('II*\0') || magic.startsWith('MM\0*')) return 'TIFF'
  if (magic.startsWith('\u0089PNG') || magic.startsWith('\u00ff\u00d8\u00ff')) return 'PNG / JPEG'
  if (magic.startsWith('\u001f\u008b')) return 'gzip'
  return null
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
