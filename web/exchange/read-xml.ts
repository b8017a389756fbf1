import { gpx, kml } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import { decodeText } from './decode-text.ts'
import { limits } from './limits.ts'
import { FileProblem } from './problem.ts'
import type { RawFeature, RawLayer } from './raw-layer.ts'
import { takeGeometry, type Tally } from './take-geometry.ts'
import { takeProperties } from './take-properties.ts'

/** KML and GPX: both are WGS 84 by their standards. */
export function readXml(bytes: Uint8Array, format: 'KML' | 'GPX', name: string, tally: Tally): RawLayer[] {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200))
  const { text } = decodeText(bytes, /<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1])
  // No map needs entities of its own; files that blow up do.
  if (/<!ENTITY/i.test(text)) throw new FileProblem('entities', { format })
  let fault = ''
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') fault ||= message
    },
  })
  let document
  try {
    document = parser.parseFromString(text, 'text/xml')
  } catch (error) {
    // What the parser throws wraps its own message once more.
    throw fault === '' ? error : new FileProblem('broken', { format, detail: fault.slice(0, 160) })
  }
  const { features } = format === 'KML' ? kml(document) : gpx(document)
  if (features.length === 0 && fault !== '') throw new FileProblem('broken', { format, detail: fault.slice(0, 160) })
  tally.features += features.length
  if (tally.features > limits.features) throw new FileProblem('too-many-features', { most: limits.features })
  const raw = features.map(({ geometry, properties }): RawFeature => {
    const shape = takeGeometry(geometry, tally)
    if (!geometry) tally.withoutShape++
    else if (!shape) tally.droppedShapes++
    return { geometry: shape, properties: takeProperties(withoutLooks(properties)) }
  })
  return [{ name, features: raw, system: { kind: 'code', code: 'EPSG:4326' }, notes: [] }]
}

const looks = /^(style(Url|Hash|MapHash)|stroke|fill|icon|label|marker)(-|$)|^(visibility|coordinateProperties)$|^style/

/** Values only: how something was drawn elsewhere is no property of it. */
function withoutLooks(properties: Record<string, unknown> | null): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties ?? {}).filter(([key]) => !looks.test(key)))
}
