/**
 * How the package of first-level divisions is read, and who has which stretch of their outlines.
 *
 * Two neighbours share the vertices of their common line, so an edge that occurs twice is a boundary. The
 * divisions are those of before 1 July 2025.
 */
import { readFileSync } from 'node:fs'
import { counterclockwise } from './lines.ts'
import { at, segmentsOf, type Line, type LngLat } from './points.ts'
import type { Box } from './window.ts'

export const ownCode = 'VN.TH'

export interface Province {
  /** HASC code: `VN.NA`. */
  code: string
  country: string
  name_vi: string
  rings: Line[]
}

interface World {
  features: {
    properties: { adm1_code: string; code_hasc: string; iso_a2: string; name_vi: string }
    geometry: { type: 'Polygon'; coordinates: Line[] } | { type: 'MultiPolygon'; coordinates: Line[][] }
  }[]
}

/** The package gives the prefecture around the Lao capital the code of the province beside it. */
const mendedCodes: Record<string, string | undefined> = { 'LAO-3283': 'LA.VT' }

/** @param countries ISO codes of the countries to read */
export function readProvinces(
  path: string,
  countries: ReadonlySet<string>,
  [west, south, east, north]: Box,
): Province[] {
  const world = JSON.parse(readFileSync(path, 'utf8')) as World
  return world.features
    .filter(({ properties }) => countries.has(properties.iso_a2))
    .map(({ properties, geometry }) => ({
      code: mendedCodes[properties.adm1_code] ?? properties.code_hasc,
      country: properties.iso_a2,
      name_vi: properties.name_vi,
      // The first ring of each part is all that is read: a hole is another division's outer ring.
      rings: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(([outer = []]) =>
        counterclockwise(outer),
      ),
    }))
    .filter(({ rings }) =>
      rings.flat().some(([lng, lat]) => lng > west - 0.5 && lng < east + 0.5 && lat > south - 0.5 && lat < north + 0.5),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** Who has each edge: `VN.NA` alone (a coast, a far country) or `VN.NA+VN.TH` together. */
export function ownersOfEdges(provinces: readonly Province[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const { code, rings } of provinces) {
    for (const ring of rings) {
      for (const [a, b] of segmentsOf(ring)) {
        const edge = edgeKey(a, b)
        const before = owners.get(edge)
        owners.set(edge, before === undefined ? code : `${before}+${code}`)
      }
    }
  }
  return owners
}

/** The ring cut where its neighbour changes, so that both neighbours simplify the same line alike. */
export function runsByOwners(ring: readonly LngLat[], owners: ReadonlyMap<string, string>) {
  const open = ring.slice(0, -1)
  const vertex = (i: number) => at(open, i % open.length)
  const ownersAfter = (i: number) => owners.get(edgeKey(vertex(i), vertex(i + 1))) ?? ''
  const start = open.findIndex((_, i) => ownersAfter(i) !== ownersAfter(i + open.length - 1))
  if (start < 0) return [{ owners: ownersAfter(0), line: [...ring] }]
  const runs: { owners: string; line: Line }[] = []
  for (let i = start; i < start + open.length; i++) {
    const last = runs.at(-1)
    if (last?.owners === ownersAfter(i)) last.line.push(vertex(i + 1))
    else runs.push({ owners: ownersAfter(i), line: [vertex(i), vertex(i + 1)] })
  }
  return runs
}

function edgeKey(a: LngLat, b: LngLat): string {
  const [first, second] = [String(a), String(b)].toSorted()
  return `${first} ${second}`
}
