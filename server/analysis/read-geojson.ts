/**
 * The shapes in a GeoJSON of any kind, or the sentence that says what is wrong with it.
 *
 * For GeoJSON that comes from outside: every position is looked at, and more of them than anybody can
 * have drawn are refused. Properties are not read.
 */
import type { Geometry, Position } from 'geojson'

export const mostVertices = 50_000

/** A shape with no collections inside it. */
export type SimpleGeometry = Exclude<Geometry, { type: 'GeometryCollection' }>

export type ReadGeoJson = { geometries: SimpleGeometry[]; vertexCount: number } | { problem: string }

export function readGeoJson(value: unknown): ReadGeoJson {
  const reading: Reading = { geometries: [], vertexCount: 0 }
  const problem = readObject(value, '', reading)
  return problem ? { problem } : reading
}

interface Reading {
  geometries: SimpleGeometry[]
  vertexCount: number
}

function readObject(value: unknown, path: string, reading: Reading): string | null {
  const name = path === '' ? 'the body' : path
  if (!isRecord(value)) return `${name} must be a GeoJSON object, got ${show(value)}.`
  const inside = (member: string) => (path === '' ? member : `${path}/${member}`)
  switch (value['type']) {
    case 'Feature':
      return value['geometry'] === null ? null : readObject(value['geometry'], inside('geometry'), reading)
    case 'FeatureCollection':
      return readList(value['features'], inside('features'), reading)
    case 'GeometryCollection':
      return readList(value['geometries'], inside('geometries'), reading)
    case 'Point':
    case 'MultiPoint':
    case 'LineString':
    case 'MultiLineString':
    case 'Polygon':
    case 'MultiPolygon': {
      const problem = readCoordinates(value['type'], value['coordinates'], inside('coordinates'), reading)
      if (problem === null)
        reading.geometries.push({ type: value['type'], coordinates: value['coordinates'] } as SimpleGeometry)
      return problem
    }
    default:
      return `${inside('type')} must be a kind of GeoJSON (Feature, FeatureCollection, Polygon, LineString, …), got ${show(value['type'])}.`
  }
}

function readList(list: unknown, path: string, reading: Reading): string | null {
  if (!Array.isArray(list)) return `${path} must be a list, got ${show(list)}.`
  for (const [index, part] of list.entries()) {
    const problem = readObject(part, `${path}/${index}`, reading)
    if (problem) return problem
  }
  return null
}

function readCoordinates(type: SimpleGeometry['type'], value: unknown, path: string, reading: Reading): string | null {
  const line = (least: number, isRing: boolean) => (part: unknown, partPath: string) =>
    readPositions(part, partPath, least, isRing, reading)
  switch (type) {
    case 'Point':
      return readPosition(value, path, reading)
    case 'MultiPoint':
      return line(1, false)(value, path)
    case 'LineString':
      return line(2, false)(value, path)
    case 'MultiLineString':
      return readParts(value, path, line(2, false))
    case 'Polygon':
      return readParts(value, path, line(4, true))
    case 'MultiPolygon':
      return readParts(value, path, (part, partPath) => readParts(part, partPath, line(4, true)))
  }
}

function readParts(value: unknown, path: string, read: (part: unknown, path: string) => string | null): string | null {
  if (!Array.isArray(value)) return `${path} must be a list, got ${show(value)}.`
  for (const [index, part] of value.entries()) {
    const problem = read(part, `${path}/${index}`)
    if (problem) return problem
  }
  return null
}

function readPositions(value: unknown, path: string, least: number, isRing: boolean, reading: Reading): string | null {
  if (!Array.isArray(value)) return `${path} must be a list of positions, got ${show(value)}.`
  if (value.length < least) return `${path} must have at least ${least} positions, got ${value.length}.`
  for (const [index, position] of value.entries()) {
    const problem = readPosition(position, `${path}/${index}`, reading)
    if (problem) return problem
  }
  if (!isRing) return null
  const [first] = value as Position[]
  const last = (value as Position[]).at(-1)
  if (first?.[0] === last?.[0] && first?.[1] === last?.[1]) return null
  return `${path} must end where it begins, at ${show(first)}, got ${show(last)}.`
}

function readPosition(value: unknown, path: string, reading: Reading): string | null {
  reading.vertexCount++
  if (reading.vertexCount > mostVertices) return `The body may hold ${mostVertices} positions, and holds more.`
  const [longitude, latitude]: unknown[] = Array.isArray(value) ? value : []
  const isOnEarth =
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  return isOnEarth ? null : `${path} must be [longitude, latitude] in degrees, got ${show(value)}.`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** At most a few words of it: what came may be large or deep. */
function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) {
    const parts = value
      .slice(0, 3)
      .map((part: unknown) => (typeof part === 'object' ? '…' : String(JSON.stringify(part)).slice(0, 40)))
    return `[${parts.join(', ')}${value.length > 3 ? ', …' : ''}]`
  }
  return typeof value === 'object' && value !== null ? 'an object' : String(JSON.stringify(value)).slice(0, 60)
}
