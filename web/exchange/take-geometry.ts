/**
 * What of a shape from outside can be drawn: its finite positions, in two dimensions, rings closed.
 *
 * Positions that are no numbers are left out and counted; a line of one position or a ring of two is no
 * shape. Rings are never turned or mended: what a surveyor drew is shown as drawn. Throws a `FileProblem`
 * when the whole file holds more positions, or deeper collections, than the page takes on.
 */
import type { Geometry, Position } from 'geojson'
import { limits } from './limits.ts'
import { FileProblem } from './problem.ts'

export interface Tally {
  positions: number
  features: number
  droppedPositions: number
  droppedShapes: number
  withoutShape: number
}

export function newTally(): Tally {
  return { positions: 0, features: 0, droppedPositions: 0, droppedShapes: 0, withoutShape: 0 }
}

/** The drawable part of whatever claims to be a GeoJSON geometry; null when there is none. */
export function takeGeometry(value: unknown, tally: Tally, depth = 0): Geometry | null {
  if (depth > limits.depth) throw new FileProblem('too-deep')
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  const shape = value as { type: unknown; coordinates?: unknown; geometries?: unknown }
  switch (shape.type) {
    case 'Point': {
      const position = takePosition(shape.coordinates, tally)
      return position ? { type: 'Point', coordinates: position } : null
    }
    case 'MultiPoint':
      return several('MultiPoint', takeLine(shape.coordinates, tally, 1))
    case 'LineString': {
      const line = takeLine(shape.coordinates, tally, 2)
      return line ? { type: 'LineString', coordinates: line } : null
    }
    case 'MultiLineString':
      return several(
        'MultiLineString',
        takeParts(shape.coordinates, (part) => takeLine(part, tally, 2)),
      )
    case 'Polygon': {
      const rings = takeRings(shape.coordinates, tally)
      return rings ? { type: 'Polygon', coordinates: rings } : null
    }
    case 'MultiPolygon':
      return several(
        'MultiPolygon',
        takeParts(shape.coordinates, (part) => takeRings(part, tally)),
      )
    case 'GeometryCollection': {
      const geometries = takeParts(shape.geometries, (part) => takeGeometry(part, tally, depth + 1))
      return geometries ? { type: 'GeometryCollection', geometries } : null
    }
    default:
      return null
  }
}

function several<Type extends 'MultiPoint' | 'MultiLineString' | 'MultiPolygon'>(
  type: Type,
  coordinates: Extract<Geometry, { type: Type }>['coordinates'] | null,
) {
  return coordinates ? ({ type, coordinates } as Extract<Geometry, { type: Type }>) : null
}

function takeParts<Part>(value: unknown, take: (part: unknown) => Part | null): Part[] | null {
  if (!Array.isArray(value)) return null
  const parts: Part[] = []
  for (const one of value as unknown[]) {
    const part = take(one)
    if (part !== null) parts.push(part)
  }
  return parts.length > 0 ? parts : null
}

/** A polygon without a good outer ring is none; a bad hole is left out. */
function takeRings(value: unknown, tally: Tally): Position[][] | null {
  if (!Array.isArray(value)) return null
  const outer = takeRing(value[0], tally)
  if (!outer) return null
  const rings = [outer]
  for (const one of value.slice(1) as unknown[]) {
    const ring = takeRing(one, tally)
    if (ring) rings.push(ring)
  }
  return rings
}

function takeRing(value: unknown, tally: Tally): Position[] | null {
  const ring = takeLine(value, tally, 3)
  if (!ring) return null
  const [first] = ring
  const last = ring.at(-1)
  if (first && (first[0] !== last?.[0] || first[1] !== last?.[1])) ring.push([...first])
  return ring.length >= 4 ? ring : null
}

function takeLine(value: unknown, tally: Tally, least: number): Position[] | null {
  if (!Array.isArray(value)) return null
  const line: Position[] = []
  for (const one of value as unknown[]) {
    const position = takePosition(one, tally)
    if (position) line.push(position)
  }
  return line.length >= least ? line : null
}

function takePosition(value: unknown, tally: Tally): Position | null {
  const x: unknown = Array.isArray(value) ? value[0] : undefined
  const y: unknown = Array.isArray(value) ? value[1] : undefined
  if (!isCoordinate(x) || !isCoordinate(y)) {
    tally.droppedPositions++
    return null
  }
  if (++tally.positions > limits.positions) throw new FileProblem('too-many-positions', { most: limits.positions })
  return [x, y]
}

/** In millimetres, too, no grid of this earth has such numbers. */
const mostOfAnyGrid = 1e12

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < mostOfAnyGrid
}
