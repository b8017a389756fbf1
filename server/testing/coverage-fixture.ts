/**
 * A province that fits on squared paper: 40 × 40 km about the middle of the plane, sixteen communes of
 * 10 × 10 km in two districts. West is x < 0. Commune `r-c` lies in row r from the south, column c from the
 * west, and has 1,000 people; the four in the north-east corner have 3,000 more each.
 */
import type { Geometry, LineString, MultiLineString, Polygon } from 'geojson'
import type { CoverageLine } from '../analysis/coverage-lines.ts'
import { fromPlane } from '../analysis/laea.ts'
import type { CollectionId, CollectionOf, FeatureOf, PropertiesOf } from '../domain/collections.ts'

export type Kilometers = readonly [x: number, y: number]

export function rectangle(west: number, south: number, east: number, north: number): Polygon {
  return polygon([west, south], [east, south], [east, north], [west, north])
}

export function polygon(...corners: Kilometers[]): Polygon {
  return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)].map(toPosition)] }
}

export function point(x: number, y: number): Geometry {
  return { type: 'Point', coordinates: toPosition([x, y]) }
}

/** Straight on the squared paper: corners at most 10 km apart leave no geodesic to bend. */
export function lineString(...corners: Kilometers[]): LineString {
  const dense = corners.flatMap(([x, y], i): Kilometers[] => {
    const [fromX, fromY] = corners[i - 1] ?? [x, y]
    const pieces = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / 10))
    return Array.from({ length: pieces }, (_, k) => {
      const share = (k + 1) / pieces
      return [fromX + share * (x - fromX), fromY + share * (y - fromY)]
    })
  })
  return { type: 'LineString', coordinates: dense.map(toPosition) }
}

export function line(id: string, corners: readonly Kilometers[], uncertaintyKilometers = 0): CoverageLine {
  return { id, geometry: lineString(...corners), uncertaintyMeters: uncertaintyKilometers * 1000 }
}

export function branched(id: string, ...parts: readonly (readonly Kilometers[])[]): CoverageLine {
  const coordinates = parts.map((part) => lineString(...part).coordinates)
  const geometry: MultiLineString = { type: 'MultiLineString', coordinates }
  return { id, geometry, uncertaintyMeters: 0 }
}

export function toPosition([x, y]: Kilometers): [number, number] {
  return fromPlane([x * 1000, y * 1000])
}

export function squareProvince(): { [Id in 'province' | 'districts' | 'communes']: CollectionOf<Id> } {
  const communes = [0, 1, 2, 3].flatMap((row) =>
    [0, 1, 2, 3].map((column) => {
      const [west, south] = [-20 + 10 * column, -20 + 10 * row]
      return featureOf<'communes'>(`${row}-${column}`, rectangle(west, south, west + 10, south + 10), {
        code: '',
        statedAreaHectares: null,
        drawnAreaHectares: null,
        population2019: row > 1 && column > 1 ? 4000 : 1000,
        populationBasis: 'census',
        districtId: column < 2 ? 'west' : 'east',
        unitId: null,
      })
    }),
  )
  const unit = {
    code: '',
    statedAreaHectares: null,
    drawnAreaHectares: null,
    population2019: null,
    populationBasis: null,
  }
  return {
    communes: collectionOf(communes),
    districts: collectionOf(
      [rectangle(-20, -20, 0, 20), rectangle(0, -20, 20, 20)].map((geometry, i) =>
        featureOf<'districts'>(i === 0 ? 'west' : 'east', geometry, { ...unit, seat: null, communeCount: 8 }),
      ),
    ),
    province: collectionOf([featureOf<'province'>('square', rectangle(-20, -20, 20, 20), unit)]),
  }
}

export const squarePeople = 16 * 1000 + 4 * 3000

type Plan = 'centres' | 'zones' | 'parks' | 'ports'

/** Something of the plan with its shape; its uncertainty in kilometres. */
export function planFeature<Id extends Plan>(
  id: string,
  geometry: Geometry | null,
  uncertaintyKilometers = 0,
  geometryBasis: PropertiesOf<Id>['geometryBasis'] = 'derived',
): FeatureOf<Id> {
  const stated: Omit<PropertiesOf<'ports'>, keyof Common> = {
    aliases: [],
    clauses: [],
    pillarIds: [],
    status: 'planned',
    targetYear: null,
    figures: [],
    notes: [],
  }
  return {
    ...featureOf<'ports'>(id, geometry, stated),
    properties: { ...commonOf(id), ...stated, geometryBasis, uncertaintyMeters: uncertaintyKilometers * 1000 },
  } as FeatureOf<Id>
}

export function collectionOf<Id extends CollectionId>(features: FeatureOf<Id>[]): CollectionOf<Id> {
  return { type: 'FeatureCollection', features }
}

type Common = ReturnType<typeof commonOf>

function commonOf(id: string) {
  return {
    id,
    name_vi: `Nơi ${id}`,
    name_en: `Place ${id}`,
    kind: 'test',
    geometryBasis: 'derived' as const,
    uncertaintyMeters: 1000,
    originIds: ['general-knowledge'],
  }
}

function featureOf<Id extends CollectionId>(
  id: string,
  geometry: Geometry | null,
  properties: Omit<PropertiesOf<Id>, keyof Common>,
): FeatureOf<Id> {
  return {
    type: 'Feature',
    id,
    geometry,
    properties: { ...commonOf(id), ...properties } as unknown as PropertiesOf<Id>,
  }
}
