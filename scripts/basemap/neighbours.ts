/**
 * Which provinces lie around Thanh Hóa, in Vietnam and in Laos, and where two of them meet.
 *
 * The outlines are those of before 1 July 2025, one to two kilometres off, and only a faint background.
 * The inner lines leave out the coast, the Laos border and Thanh Hóa's own outline, for which the
 * atlas has better.
 */
import { readFileSync } from 'node:fs'
import {
  areaOf,
  basemapFeature,
  slugOf,
  withoutDiacritics,
  type BasemapFeature,
  type BasemapProperties,
} from './features.ts'
import { counterclockwise, joinAtPlainNodes, roundLine, simplifyLine } from './lines.ts'
import { at, isClosed, segmentsOf, type Line, type LngLat } from './points.ts'
import { clipLine, clipRing, closeAlongFrame, type Box } from './window.ts'

const toleranceMeters = 60
const decimals = 4
const ownCode = 'VN.TH'
const bordering = new Set(['VN.SL', 'VN.HO', 'VN.NB', 'VN.NA', 'LA.HO'])

/** Where the package's own name is missing, mistaken or not what Vietnamese readers use. */
const names: Record<string, { name_vi: string; name_en: string } | undefined> = {
  'VN.HY': { name_vi: 'Hưng Yên', name_en: 'Hung Yen' },
  'LA.HO': { name_vi: 'Hủa Phăn', name_en: 'Houaphanh' },
  'LA.XI': { name_vi: 'Xiêng Khoảng', name_en: 'Xiangkhouang' },
  'LA.BL': { name_vi: 'Bolikhamxay', name_en: 'Bolikhamsai' },
  'LA.VI': { name_vi: 'Viêng Chăn', name_en: 'Vientiane' },
}

export interface NeighbourProperties extends BasemapProperties {
  country: 'VN' | 'LA'
  bordersThanhHoa: boolean
}

interface ProvinceRow {
  code_hasc: string
  iso_a2: string
  name_vi: string
}

interface World {
  features: {
    properties: ProvinceRow
    geometry: { type: 'Polygon'; coordinates: Line[] } | { type: 'MultiPolygon'; coordinates: Line[][] }
  }[]
}

interface Province extends ProvinceRow {
  rings: Line[]
}

export interface Neighbours {
  provinces: BasemapFeature<NeighbourProperties>[]
  boundaries: BasemapFeature[]
}

export function extractNeighbours(provincesPath: string, box: Box): Neighbours {
  const provinces = readProvinces(provincesPath, box)
  const owners = ownersOfEdges(provinces)
  const provinceFeatures: BasemapFeature<NeighbourProperties>[] = []
  const innerLines = new Map<string, Line[]>()

  for (const province of provinces) {
    const inside: Line[] = []
    const onFrame: Line[] = []
    for (const ring of province.rings) {
      const runs = runsByOwners(ring, owners).map((run) => ({
        owners: run.owners,
        line: simplifyLine(run.line, toleranceMeters),
      }))
      for (const run of runs) {
        if (isInnerLine(run.owners, province.code_hasc)) {
          innerLines.set(run.owners, [...(innerLines.get(run.owners) ?? []), run.line])
        }
      }
      const simple = runs.flatMap((run, i) => (i === 0 ? run.line : run.line.slice(1)))
      for (const piece of clipRing(simple, box)) {
        if (isClosed(piece)) inside.push(piece)
        else onFrame.push(piece)
      }
    }
    const outlines = [...inside, ...closeAlongFrame(onFrame, box)]
      .map((ring) => roundLine(ring, decimals))
      .filter((ring) => ring.length > 3)
    if (province.code_hasc === ownCode || outlines.length === 0) continue
    provinceFeatures.push(toFeature(province, outlines))
  }
  return {
    provinces: provinceFeatures.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    boundaries: [...innerLines]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([pair, lines]) =>
        joinAtPlainNodes(lines)
          .flatMap((line) => clipLine(line, box))
          .map((line, i) =>
            basemapFeature(
              {
                id: `boundary-${slugOf(pair)}-${i + 1}`,
                originId: 'natural-earth',
                name_vi: null,
                name_en: null,
              },
              { type: 'LineString', coordinates: roundLine(line, decimals) },
            ),
          ),
      ),
  }
}

function readProvinces(path: string, [west, south, east, north]: Box): Province[] {
  const world = JSON.parse(readFileSync(path, 'utf8')) as World
  return world.features
    .filter(({ properties }) => properties.iso_a2 === 'VN' || properties.iso_a2 === 'LA')
    .map(({ properties, geometry }) => ({
      ...properties,
      // No province of the two countries has a hole, so the first ring of each part is all of it.
      rings: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(([outer = []]) =>
        counterclockwise(outer),
      ),
    }))
    .filter(({ rings }) =>
      rings.flat().some(([lng, lat]) => lng > west - 0.5 && lng < east + 0.5 && lat > south - 0.5 && lat < north + 0.5),
    )
    .toSorted((a, b) => (a.code_hasc < b.code_hasc ? -1 : 1))
}

/** Who has each edge: `VN.NA` alone (a coast, a far country) or `VN.NA+VN.TH` together. */
function ownersOfEdges(provinces: readonly Province[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const { code_hasc, rings } of provinces) {
    for (const ring of rings) {
      for (const [a, b] of segmentsOf(ring)) {
        const edge = edgeKey(a, b)
        const before = owners.get(edge)
        owners.set(edge, before === undefined ? code_hasc : `${before}+${code_hasc}`)
      }
    }
  }
  return owners
}

/** The ring cut where its neighbour changes, so that both neighbours simplify the same line alike. */
function runsByOwners(ring: readonly LngLat[], owners: ReadonlyMap<string, string>) {
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

/** Between two provinces of one country, neither of them Thanh Hóa; taken from the first of the two. */
function isInnerLine(owners: string, code: string): boolean {
  const [first, second] = owners.split('+')
  return (
    first === code &&
    second !== undefined &&
    first.slice(0, 2) === second.slice(0, 2) &&
    first !== ownCode &&
    second !== ownCode
  )
}

function toFeature(province: Province, outlines: Line[]): BasemapFeature<NeighbourProperties> {
  const name_vi = province.name_vi.normalize('NFC')
  const known = names[province.code_hasc] ?? { name_vi, name_en: englishName(name_vi) }
  return basemapFeature(
    {
      id: `province-${slugOf(known.name_vi)}`,
      originId: 'natural-earth',
      ...known,
      country: province.iso_a2 === 'LA' ? 'LA' : 'VN',
      bordersThanhHoa: bordering.has(province.code_hasc),
    },
    areaOf(outlines),
  )
}

function englishName(name_vi: string): string {
  return name_vi === 'Hà Nội' ? 'Hanoi' : withoutDiacritics(name_vi)
}

function edgeKey(a: LngLat, b: LngLat): string {
  const [first, second] = [String(a), String(b)].toSorted()
  return `${first} ${second}`
}
