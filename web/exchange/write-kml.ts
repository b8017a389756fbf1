import { toKML } from '@placemarkio/tokml'
import type { Feature, Geometry } from 'geojson'
import type { ExportLayer, ExportWork } from './export-formats.ts'
import { nameField } from './name-field.ts'

/** KML 2.2, in WGS 84 as its standard wants it; sources in the description of the document. */
export function writeKml(
  { name, features }: ExportLayer,
  fields: readonly string[],
  { sources }: ExportWork,
): Uint8Array {
  const field = fields.includes('name_vi') ? 'name_vi' : nameField(fields)
  const named = features.map((feature): Feature<Geometry | null> => {
    const own = field === null ? null : (feature.properties[field] ?? null)
    return { ...feature, properties: { ...feature.properties, ...(own === null ? {} : { name: String(own) }) } }
  })
  const text = toKML({ type: 'FeatureCollection', features: named })
  const head = `<name>${escapeXml(name)}</name><description>${escapeXml(sources.join('\n'))}</description>`
  return new TextEncoder().encode(text.replace(/<Document\s*\/?>/, `<Document>${head}`))
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
