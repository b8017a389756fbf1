import { decodeText } from './decode-text.ts'
import { systemOfName } from './declared-system.ts'
import { limits } from './limits.ts'
import { FileProblem } from './problem.ts'
import type { DeclaredSystem, RawFeature, RawLayer } from './raw-layer.ts'
import { takeGeometry, type Tally } from './take-geometry.ts'
import { takeProperties } from './take-properties.ts'

/** GeoJSON of any kind: a collection, one feature, a bare geometry, or a list of features. */
export function readGeoJson(bytes: Uint8Array, name: string, tally: Tally): RawLayer[] {
  const { text } = decodeText(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new FileProblem('broken', {
      format: 'GeoJSON',
      detail: error instanceof Error ? error.message.slice(0, 160) : '',
    })
  }
  const features: RawFeature[] = []
  const take = (one: unknown) => {
    if (++tally.features > limits.features) throw new FileProblem('too-many-features', { most: limits.features })
    const isFeature = isRecord(one) && one['type'] === 'Feature'
    const geometry = isFeature ? one['geometry'] : one
    const shape = takeGeometry(geometry, tally)
    if (geometry === null) tally.withoutShape++
    else if (!shape) tally.droppedShapes++
    const id = isFeature && (typeof one['id'] === 'string' || typeof one['id'] === 'number') ? { id: one['id'] } : {}
    features.push({
      geometry: shape,
      properties: takeProperties({ ...id, ...(isFeature ? toRecord(one['properties']) : {}) }),
    })
  }
  if (Array.isArray(value)) for (const one of value as unknown[]) take(one)
  else if (isRecord(value) && value['type'] === 'FeatureCollection') {
    if (!Array.isArray(value['features'])) throw new FileProblem('broken', { format: 'GeoJSON', detail: 'features' })
    for (const one of value['features'] as unknown[]) take(one)
  } else if (isRecord(value) && typeof value['type'] === 'string') take(value)
  else throw new FileProblem('other-content', { is: 'JSON', format: 'GeoJSON' })
  return [{ name, features, system: systemOf(value), notes: [] }]
}

/** RFC 7946 knows WGS 84 only; its predecessor had a member `crs`, which programs still write. */
function systemOf(value: unknown): DeclaredSystem | null {
  const crs = isRecord(value) ? value['crs'] : undefined
  const properties = isRecord(crs) ? crs['properties'] : undefined
  const name = isRecord(properties) ? properties['name'] : undefined
  return typeof name === 'string' ? systemOfName(name) : null
}

function toRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
