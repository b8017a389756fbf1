/**
 * The ground that coverage questions are asked about: laid into the plane and indexed once, asked often.
 *
 * The province's land is its communes taken together. Areas (centres, zones, parks) are taken as they are
 * drawn; of their collections, what is only a point counts among the points.
 */
import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { CollectionId, GeometryBasis } from '../domain/collections.ts'
import { toOutline, type Nearest, type Outline } from './distance-to-lines.ts'
import { toPlane, type PlanePoint } from './laea.ts'
import { planeArea, toPlanePolygons, type PlaneOverlay, type PlanePolygons } from './overlay.ts'
import { layPeople, type PeopledLand } from './peopled-land.ts'
import type { ReachMemory } from './reach.ts'
import { spotInside } from './spot-inside.ts'
import { indexAreas, type AreaIndex } from './split-areas.ts'

/** Collections whose areas are measured against the reach. */
export const areaCollections = ['centres', 'zones', 'parks', 'later-parks'] as const
/** Collections whose points lie inside or outside. */
export const pointCollections = [
  'ports',
  'fishing-ports',
  'airports',
  'border-gates',
  'stations',
  'interchanges',
  'waterworks',
  'heritage',
] as const

type AskedCollection = (typeof areaCollections)[number] | (typeof pointCollections)[number]

/** What the questions need of a feature; those the atlas serves have it, and more. */
export interface GroundFeature<Own = unknown> {
  id: string
  geometry: Geometry | null
  properties: { name_vi: string; name_en: string } & Own
}
interface GroundCollection<Own = unknown> {
  features: readonly GroundFeature<Own>[]
}
export type CommuneProperties = { districtId: string; population2019: number | null }
export type AskedProperties = { geometryBasis: GeometryBasis | null; uncertaintyMeters: number | null }
type AskedFeature = GroundFeature<AskedProperties>

/** What is measured against the reach: areas, and points inside or outside. */
export type AskedCollections = { [Id in AskedCollection]?: GroundCollection<AskedProperties> }

export type GroundCollections = {
  province: GroundCollection
  /** Their shapes are not looked at. */
  districts: GroundCollection
  communes: GroundCollection<CommuneProperties>
} & AskedCollections

/** An outline of a reader's own that counts in the place of a drawn shape. */
export interface OwnShape {
  collection: string
  id: string
  geometry: Polygon | MultiPolygon
}

export interface Named {
  featureId: string
  name_vi: string
  name_en: string
}

export interface GroundCommune extends Named {
  squareMeters: number
  /** A place in it, where its people live. */
  spot: PlanePoint
  /** Position in the list of districts. */
  district: number
  districtId: string
  /** Null: nobody has published it. */
  population: number | null
}

export interface GroundArea extends Named {
  squareMeters: number
  /** Above 0 for a footprint of the right size about an uncertain place; of other areas only the edge is vague. */
  placeUncertaintyMeters: number
  outline: Outline
  index: AreaIndex
}

export interface GroundPoint extends Named {
  /** Null: nobody has published where it is. */
  point: PlanePoint | null
  uncertaintyMeters: number
}

export interface CoverageGround {
  plane: PlaneOverlay
  province: PlanePolygons
  communes: readonly GroundCommune[]
  /** The communes' ground and the people on it. */
  land: PeopledLand
  districts: readonly Named[]
  areas: readonly { collection: CollectionId; features: readonly GroundArea[]; index: AreaIndex }[]
  points: readonly { collection: CollectionId; features: readonly GroundPoint[] }[]
  memory: ReachMemory
  lately: Lately
}

/** What was worked out last and does not change with every step of a slider. */
export interface Lately {
  /** How far everything is from some lines, whatever their reach. */
  nearest: { linesKey: string; of: Map<GroundArea | GroundPoint, Nearest> }
  /** The land out of reach, which both the gaps and the outlines are made of. */
  outOfReach: { key: string; polygons: PlanePolygons }
}

/**
 * @param plane of `loadOverlay`; nothing of it is kept but the functions, so the ground needs no giving back
 */
export function prepareGround(collections: GroundCollections, plane: PlaneOverlay): CoverageGround {
  const districts = collections.districts.features.map(nameOf)
  const districtOf = new Map(districts.map(({ featureId }, i) => [featureId, i]))
  const communePolygons = collections.communes.features.map(polygonsOf)
  const land = layPeople(
    collections.communes.features.map(({ properties }, i) => ({
      polygons: communePolygons[i] ?? [],
      people: properties.population2019 ?? 0,
    })),
  )
  const communes = collections.communes.features.map((feature, i): GroundCommune => {
    const { districtId, population2019 } = feature.properties
    const district = districtOf.get(districtId)
    if (district === undefined) {
      throw new Error(`communes.geojson: ${feature.id} districtId must be a district, got "${districtId}"`)
    }
    return {
      ...nameOf(feature),
      squareMeters: planeArea(communePolygons[i] ?? []),
      spot: spotInside(land.parts[i]?.polygons ?? []),
      district,
      districtId,
      population: population2019,
    }
  })
  return {
    plane,
    province: plane.union(collections.province.features.flatMap(polygonsOf)),
    communes,
    land,
    districts,
    ...layAsked(collections, []),
    memory: new Map(),
    lately: { nearest: { linesKey: '', of: new Map() }, outOfReach: { key: '', polygons: [] } },
  }
}

/**
 * The same ground with outlines of a reader's own in the place of drawn shapes. Each is taken as it is: how far it
 * may be off, nobody has said.
 *
 * @param collections those of which the ground was prepared
 */
export function withOwnShapes(
  ground: CoverageGround,
  collections: AskedCollections,
  shapes: readonly OwnShape[],
): CoverageGround {
  return { ...ground, ...layAsked(collections, shapes) }
}

function layAsked(
  collections: AskedCollections,
  shapes: readonly OwnShape[],
): Pick<CoverageGround, 'areas' | 'points'> {
  const asked = [...areaCollections, ...pointCollections].flatMap((collection) => {
    const own = shapes.filter((shape) => shape.collection === collection)
    const features = collections[collection]?.features.map((feature): AskedFeature => {
      const shape = own.find(({ id }) => id === feature.id)
      return shape
        ? {
            ...feature,
            geometry: shape.geometry,
            properties: { ...feature.properties, geometryBasis: 'surveyed', uncertaintyMeters: null },
          }
        : feature
    })
    return features ? [{ collection, features }] : []
  })
  return {
    areas: asked
      .map(({ collection, features }) => ({ collection, ...toAreas(features.filter(isArea)) }))
      .filter(({ features }) => features.length > 0),
    points: asked
      .map(({ collection, features }) => ({
        collection,
        features: features.filter((feature) => !isArea(feature)).map(toPoint),
      }))
      .filter(({ features }) => features.length > 0),
  }
}

function toAreas(features: readonly AskedFeature[]): { features: GroundArea[]; index: AreaIndex } {
  const polygons = features.map(polygonsOf)
  const index = indexAreas(polygons)
  return {
    index,
    features: features.map((feature, i) => {
      const { geometryBasis, uncertaintyMeters } = feature.properties
      const own = polygons[i] ?? []
      return {
        ...nameOf(feature),
        squareMeters: index.areas[i]?.squareMeters ?? 0,
        placeUncertaintyMeters: geometryBasis === 'symbol' ? (uncertaintyMeters ?? 0) : 0,
        outline: toOutline(own),
        index: indexAreas([own]),
      }
    }),
  }
}

function toPoint(feature: AskedFeature): GroundPoint {
  return {
    ...nameOf(feature),
    point: feature.geometry?.type === 'Point' ? toPlane(feature.geometry.coordinates) : null,
    uncertaintyMeters: feature.properties.uncertaintyMeters ?? 0,
  }
}

function isArea({ geometry }: AskedFeature): boolean {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
}

function polygonsOf({ geometry }: Pick<GroundFeature, 'geometry'>): PlanePolygons {
  return geometry ? toPlanePolygons(geometry) : []
}

function nameOf({ id, properties }: GroundFeature): Named {
  return { featureId: id, name_vi: properties.name_vi, name_en: properties.name_en }
}
