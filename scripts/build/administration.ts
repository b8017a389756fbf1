/**
 * Province, districts, units and communes: all dissolved from one mesh of former communes.
 */
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { CollectionOf, FeatureOf } from '../../server/domain/collections.ts'
import type { SeedEntryOf } from '../../server/domain/seeds.ts'
import { ellipsoidAreaHectares } from '../../server/analysis/measure.ts'
import type { Seeds } from '../../server/catalog/read-seeds.ts'
import { collectionOf, featureOf, roundTo, unique } from './features.ts'
import { buildMesh, type Site } from './mesh.ts'
import { populationOfCommunes } from './population.ts'
import { outerRings, type Basemap } from './read-basemap.ts'
import { smoothWalls } from './smooth-walls.ts'
import { outside, polygonOf, type Edge } from './topology.ts'

/**
 * How far a boundary of the mesh may be off, metres: against reference outlines half of it lies within 600 m,
 * nine tenths within 2 km.
 */
export const meshUncertaintyMeters = 1000

/**
 * Total natural area of the province, hectares: 11,114.71 km². Stated beside the list of units of 2025,
 * whose own areas add up to 11,114.78 km².
 */
const provinceStatedHectares = 1_111_471

type Commune = SeedEntryOf<'gazetteer/communes.json'>

export interface Administration {
  province: CollectionOf<'province'>
  districts: CollectionOf<'districts'>
  units: CollectionOf<'units'>
  communes: CollectionOf<'communes'>
  ground: CommuneGround
}

/** Unions of former communes, by their ids. */
export interface CommuneGround {
  edges: readonly Edge[]
  unionOf: (communeIds: readonly string[]) => { geometry: Polygon | MultiPolygon; originIds: string[] } | null
  /** The longest stretch of mainland coast of the union, sea on its right. */
  coastOf: (communeIds: readonly string[]) => Position[]
}

export function buildAdministration(seeds: Seeds, basemap: Basemap): Administration {
  const communes = seeds['gazetteer/communes.json']
  const districts = seeds['gazetteer/districts.json']
  const units = seeds['gazetteer/units.json']
  const ground = groundOf(communes, seeds, basemap)
  const touching = neighboursOf(ground.edges)
  const cellOf = new Map(communes.map(({ id }, cell) => [id, cell]))
  const population = populationOfCommunes(districts, communes, (a, b) =>
    touching.has(`${cellOf.get(a)} ${cellOf.get(b)}`),
  )
  const unitOf = new Map(units.flatMap(({ id, communeIds }) => communeIds.map((communeId) => [communeId, id] as const)))

  const communeFeatures = communes.map((entry) => {
    const shape = ground.unionOf([entry.id])
    if (!shape)
      throw new Error(
        `communes.json: ${entry.id} gets no ground; its position ${String(entry.position)} may be another commune's`,
      )
    return featureOf<'communes'>(
      {
        id: entry.id,
        name_vi: entry.name_vi,
        name_en: entry.name_en,
        kind: entry.kind,
        ...derived(shape.originIds, entry.originIds),
        code: entry.code,
        statedAreaHectares: entry.areaHectares,
        ...(entry.areaHectares === null ? {} : { statedAreaOriginId: 'communes-2009' }),
        drawnAreaHectares: hectares(shape.geometry),
        ...(population.get(entry.id) ?? { population2019: null, populationBasis: null }),
        districtId: entry.districtId,
        unitId: unitOf.get(entry.id) ?? null,
      },
      shape.geometry,
    )
  })

  const districtFeatures = districts.map((entry) => {
    const shape = ground.unionOf(communes.filter(({ districtId }) => districtId === entry.id).map(({ id }) => id))
    return featureOf<'districts'>(
      {
        id: entry.id,
        name_vi: entry.name_vi,
        name_en: entry.name_en,
        kind: entry.kind,
        ...derivedOrNone(shape, [entry.areaOriginId, entry.populationOriginId, entry.seatOriginId]),
        code: entry.code,
        statedAreaHectares: entry.areaHectares,
        statedAreaOriginId: entry.areaOriginId,
        drawnAreaHectares: shape && hectares(shape.geometry),
        population2019: entry.population2019,
        populationBasis: 'census',
        seat: entry.seat,
        communeCount: entry.communeCount,
      },
      shape?.geometry ?? null,
    )
  })

  const unitFeatures = units.map((entry) => {
    const shape = ground.unionOf(entry.communeIds)
    return featureOf<'units'>(
      {
        id: entry.id,
        name_vi: entry.name_vi,
        name_en: entry.name_en,
        kind: entry.kind,
        ...derivedOrNone(shape, entry.originIds),
        code: entry.code,
        statedAreaHectares: entry.areaHectares,
        statedAreaOriginId: 'units-2025',
        drawnAreaHectares: shape && hectares(shape.geometry),
        formedFrom: entry.formedFrom,
        communeIds: entry.communeIds,
      },
      shape?.geometry ?? null,
    )
  })

  return {
    ground,
    communes: collectionOf(communeFeatures),
    districts: collectionOf(districtFeatures),
    units: collectionOf(unitFeatures),
    province: collectionOf([provinceFeature(seeds, ground)]),
  }
}

function provinceFeature(seeds: Seeds, ground: CommuneGround): FeatureOf<'province'> {
  const shape = ground.unionOf(seeds['gazetteer/communes.json'].map(({ id }) => id))
  const districts = seeds['gazetteer/districts.json']
  return featureOf<'province'>(
    {
      id: 'thanh-hoa',
      name_vi: 'Tỉnh Thanh Hóa',
      name_en: 'Thanh Hóa province',
      kind: 'province',
      ...derivedOrNone(
        shape,
        unique([
          ...districts.map(({ populationOriginId }) => populationOriginId),
          ...seeds['gazetteer/units.json'].flatMap(({ originIds }) => originIds),
        ]),
      ),
      code: '38',
      statedAreaHectares: provinceStatedHectares,
      statedAreaOriginId: 'res1686',
      drawnAreaHectares: shape && hectares(shape.geometry),
      population2019: districts.reduce((sum, { population2019 }) => sum + population2019, 0),
      populationBasis: 'census',
    },
    shape?.geometry ?? null,
  )
}

function groundOf(communes: readonly Commune[], seeds: Seeds, basemap: Basemap): CommuneGround {
  const sites: Site[] = [
    ...communes.flatMap(({ position, mainland }, cell) =>
      [position, ...(mainland ? [mainland.position] : [])].map((at) => ({ position: at, cell })),
    ),
    ...seeds['gazetteer/neighbour-communes.json'].map(({ position }) => ({ position, cell: outside })),
  ]
  const border = basemap.border[0]?.geometry.coordinates
  if (!border) throw new Error('border-laos.geojson: must hold the border, got no feature')
  const unitOf = new Map(
    seeds['gazetteer/units.json'].flatMap(({ id, communeIds }) => communeIds.map((communeId) => [communeId, id])),
  )
  const edges = smoothWalls(
    buildMesh(sites, { mainland: outerRings(basemap.land), islands: outerRings(basemap.islands), border }),
    [(cell) => communes[cell]?.districtId ?? '', (cell) => unitOf.get(communes[cell]?.id ?? '') ?? ''],
  )
  const cellOf = new Map(communes.map(({ id }, cell) => [id, cell]))
  const cellsOf = (communeIds: readonly string[]) =>
    new Set(
      communeIds.map((id) => {
        const cell = cellOf.get(id)
        if (cell === undefined) throw new Error(`communes.json: must hold ${id}, which another seed names`)
        return cell
      }),
    )
  return {
    edges,
    unionOf: (communeIds) => {
      const cells = cellsOf(communeIds)
      const geometry = polygonOf(edges, (cell) => cells.has(cell))
      return geometry && { geometry, originIds: originsOf(edges, cells) }
    },
    coastOf: (communeIds) => longestCoast(edges, cellsOf(communeIds)),
  }
}

const originOfKind = { wall: 'communes-2009', coast: 'gshhg', island: 'gshhg', border: 'osm-borders' } as const

function originsOf(edges: readonly Edge[], cells: ReadonlySet<number>): string[] {
  const around = edges.filter(({ left, right }) => cells.has(left) !== cells.has(right))
  const used = new Set(around.map(({ kind }) => originOfKind[kind]))
  return unique(Object.values(originOfKind)).filter((id) => used.has(id))
}

function longestCoast(edges: readonly Edge[], cells: ReadonlySet<number>): Position[] {
  const next = new Map<string, Edge>()
  const coast = edges.filter(({ kind, left }) => kind === 'coast' && cells.has(left))
  for (const edge of coast) next.set(String(edge.line[0]), edge)
  const ends = new Set(coast.map(({ line }) => String(line.at(-1))))
  const runs = coast
    .filter(({ line }) => !ends.has(String(line[0])))
    .map((start) => {
      const run: Position[] = [...start.line]
      for (let edge = next.get(String(run.at(-1))); edge; edge = next.get(String(run.at(-1))))
        run.push(...edge.line.slice(1))
      return run
    })
  return runs.sort((a, b) => b.length - a.length)[0] ?? []
}

function neighboursOf(edges: readonly Edge[]): Set<string> {
  return new Set(edges.flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]))
}

function derived(
  shapeOriginIds: readonly string[],
  originIds: readonly string[],
  uncertaintyMeters = meshUncertaintyMeters,
) {
  return { geometryBasis: 'derived' as const, uncertaintyMeters, originIds: unique([...originIds, ...shapeOriginIds]) }
}

function derivedOrNone(
  shape: { originIds: string[] } | null,
  originIds: readonly string[],
  uncertaintyMeters?: number,
) {
  if (!shape) return { geometryBasis: null, uncertaintyMeters: null, originIds: unique(originIds) }
  return derived(shape.originIds, originIds, uncertaintyMeters)
}

export function hectares(geometry: Geometry): number {
  return roundTo(ellipsoidAreaHectares(geometry), 2)
}
