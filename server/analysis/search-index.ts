/**
 * Everything in the atlas that can be found by a name, as one list for the page to search in.
 *
 * The list holds names as they are; folding accents and ranking is the page's business. A former commune
 * or district also says which units of today lie on its ground, so that an old name leads on.
 */
import type { Geometry, Position } from 'geojson'
import type { SearchEntry } from '../domain/analysis.ts'
import type { Box } from '../domain/box.ts'
import type { CollectionId } from '../domain/collections.ts'

export interface FindableFeature {
  id: string
  geometry: Geometry | null
  properties: { name_vi: string | null; name_en: string | null; kind: string; [name: string]: unknown }
}

export interface FindableCollection {
  id: CollectionId
  features: readonly FindableFeature[]
  boxes: readonly (Box | null)[]
}

/** How much a find in a collection weighs. What is not here has no names of its own. */
const weights: Partial<Record<CollectionId, number>> = {
  zones: 100,
  corridors: 96,
  centres: 94,
  parks: 92,
  ports: 88,
  airports: 88,
  province: 86,
  districts: 84,
  'later-parks': 80,
  projects: 78,
  'border-gates': 76,
  roads: 74,
  railways: 74,
  units: 72,
  heritage: 70,
  'zone-sea': 66,
  'fishing-ports': 64,
  waterworks: 62,
  interchanges: 60,
  stations: 58,
  links: 56,
  runways: 50,
  rivers: 48,
  communes: 40,
  places: 36,
  neighbours: 20,
}

/** What several of a kind are called together, where readers would type that: not another name of any one of them. */
const namesTogether: Readonly<Record<string, readonly string[]>> = {
  'growth-quadrilateral': ['Tứ giác phát triển phía Bắc', 'Northern growth quadrilateral'],
}

export function searchIndex(collections: Iterable<FindableCollection>): SearchEntry[] {
  const all = [...collections]
  const labels = labelPositions(all.find(({ id }) => id === 'label-points'))
  const unitsOfDistrict = unitsByDistrict(all.find(({ id }) => id === 'communes'))
  return all.flatMap((collection) => {
    const weight = weights[collection.id]
    if (weight === undefined) return []
    return collection.features.flatMap((feature, index): SearchEntry[] => {
      const { name_vi, name_en, kind, aliases, districtId, unitId } = feature.properties
      if (name_vi === null) return []
      const box = collection.boxes[index] ?? null
      const isPoint = feature.geometry?.type === 'Point'
      const unitIds =
        collection.id === 'districts'
          ? unitsOfDistrict.get(feature.id)
          : typeof unitId === 'string'
            ? [unitId]
            : undefined
      return [
        {
          collection: collection.id,
          id: feature.id,
          name_vi,
          name_en: name_en ?? name_vi,
          aliases: [...(isTextList(aliases) ? aliases : []), ...(namesTogether[kind] ?? [])],
          kind,
          weight: weightOf(weight, feature),
          position: labels.get(`${collection.id}:${feature.id}`) ?? middleOf(feature.geometry, box),
          bbox: box && !isPoint ? (box.map(roundDegrees) as [number, number, number, number]) : null,
          ...(typeof districtId === 'string' ? { districtId } : {}),
          ...(unitIds ? { unitIds } : {}),
        },
      ]
    })
  })
}

/** Among places the larger come first. */
function weightOf(weight: number, { properties: { rank } }: FindableFeature): number {
  return typeof rank === 'number' ? Math.max(1, weight + 6 - 4 * rank) : weight
}

function labelPositions(collection: FindableCollection | undefined): Map<string, [number, number]> {
  const positions = new Map<string, [number, number]>()
  for (const { geometry, properties } of collection?.features ?? []) {
    if (geometry?.type !== 'Point') continue
    positions.set(`${String(properties['of'])}:${String(properties['featureId'])}`, toPair(geometry.coordinates))
  }
  return positions
}

function unitsByDistrict(communes: FindableCollection | undefined): Map<string, string[]> {
  const units = new Map<string, Set<string>>()
  for (const { properties } of communes?.features ?? []) {
    const { districtId, unitId } = properties
    if (typeof districtId !== 'string' || typeof unitId !== 'string') continue
    units.set(districtId, (units.get(districtId) ?? new Set()).add(unitId))
  }
  return new Map([...units].map(([id, ids]) => [id, [...ids].sort()]))
}

/** A point itself, the middle position of the longest piece of a line, the middle of a polygon's box. */
function middleOf(geometry: Geometry | null, box: Box | null): [number, number] | null {
  if (!geometry || !box) return null
  if (geometry.type === 'Point') return toPair(geometry.coordinates)
  if (geometry.type === 'LineString') return middleOfLine(geometry.coordinates)
  if (geometry.type === 'MultiLineString') {
    return middleOfLine(geometry.coordinates.toSorted((a, b) => b.length - a.length)[0] ?? [])
  }
  return toPair([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
}

function middleOfLine(line: readonly Position[]): [number, number] | null {
  const middle = line[Math.floor(line.length / 2)]
  return middle ? toPair(middle) : null
}

function toPair([x = Number.NaN, y = Number.NaN]: Position): [number, number] {
  return [roundDegrees(x), roundDegrees(y)]
}

/** A metre is enough to find a thing. */
function roundDegrees(degrees: number): number {
  return Number(degrees.toFixed(5))
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
