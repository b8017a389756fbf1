/**
 * What of some shapes lies in the zones, parks, districts and other areas of the plan, and which of its points
 * lie in them.
 *
 * Areas are united first, so ground under two of them counts once. Every number comes with the least and the
 * most it can be: the plan's own outlines are shrunk and grown by their uncertainty, the shapes are taken as
 * given. Measured in the equal-area plane of `laea.ts`, so hectares are those of the ellipsoid.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { toPlane, type PlanePoint } from './laea.ts'
import { countInside, lengthInside, pointInside } from './inside-area.ts'
import { densifyLine, squareMetersPerHectare } from './measure.ts'
import { planeArea, toPlanePolygons, type Overlay, type PlanePolygons } from './overlay.ts'

export interface OverlapRange {
  value: number
  low: number
  high: number
}

export interface OverlapRow {
  collection: string
  featureId: string
  name_vi: string
  name_en: string
  /** Of the plan's area: hectares of the shapes in it; null where the shapes hold no area. */
  areaHectares: OverlapRange | null
  /** The part of all the shapes' ground that this is, 0 to 1. */
  areaShare: OverlapRange | null
  lengthKilometers: OverlapRange | null
  points: OverlapRange | null
  /** A point of the plan that lies in the shapes: nothing to measure. */
  isPoint: boolean
}

export interface PlanOverlap {
  /** Ground under any of the shapes; null when they hold no area. */
  areaHectares: number | null
  lengthKilometers: number | null
  pointCount: number
  rows: OverlapRow[]
}

/** The plan's features, collection by collection, as the API has them. */
export type PlanGround = Readonly<Record<string, FeatureCollection<Geometry | null, PlanProperties>>>

interface PlanProperties {
  id: string
  name_vi: string | null
  name_en: string | null
  uncertaintyMeters?: number | null
}

export function planOverlap(shapes: readonly Geometry[], ground: PlanGround, { plane }: Overlay): PlanOverlap {
  const areas = plane.union(shapes.flatMap((shape) => toPlanePolygons(withGeodesicEdges(shape))))
  const lines = shapes.flatMap(linesOf)
  const points = shapes.flatMap(pointsOf)
  const mine: Mine = {
    areas,
    box: boxOf([...areas.flat(2), ...lines.flat(), ...points]),
    total: planeArea(areas),
    lines,
    points,
  }
  const rows = Object.entries(ground).flatMap(([collection, { features }]) =>
    features.flatMap((feature) => overlapWith(feature, collection, mine, plane)),
  )
  return {
    areaHectares: areas.length > 0 ? mine.total / squareMetersPerHectare : null,
    lengthKilometers: lines.length > 0 ? lines.reduce((sum, line) => sum + lengthOf(line), 0) / 1000 : null,
    pointCount: points.length,
    rows: rows.toSorted((a, b) => weightOf(b) - weightOf(a)),
  }
}

type Box = readonly [west: number, south: number, east: number, north: number]

interface Mine {
  areas: PlanePolygons
  box: Box
  total: number
  lines: PlanePoint[][]
  points: PlanePoint[]
}

type Plane = Overlay['plane']

function overlapWith(
  { geometry, properties }: Feature<Geometry | null, PlanProperties>,
  collection: string,
  mine: Mine,
  plane: Plane,
): OverlapRow[] {
  if (!geometry) return []
  const name_vi = properties.name_vi ?? properties.name_en ?? properties.id
  const row = { collection, featureId: properties.id, name_vi, name_en: properties.name_en ?? name_vi }
  const uncertainty = properties.uncertaintyMeters ?? 0
  if (geometry.type === 'Point') {
    if (!pointInside(toPlane(geometry.coordinates), mine.areas)) return []
    return [{ ...row, areaHectares: null, areaShare: null, lengthKilometers: null, points: null, isPoint: true }]
  }
  const value = toPlanePolygons(geometry)
  if (value.length === 0 || !meets(grow(boxOf(value.flat(2)), uncertainty), mine.box)) return []
  const high = uncertainty > 0 ? plane.bufferAreas(value, uncertainty) : value
  const low = uncertainty > 0 ? plane.bufferAreas(value, -uncertainty) : value
  const range = (measure: (area: PlanePolygons) => number): OverlapRange => ({
    value: measure(value),
    low: measure(low),
    high: measure(high),
  })
  const squareMeters = mine.areas.length > 0 ? range((area) => planeArea(plane.intersect(mine.areas, area))) : null
  const meters = mine.lines.length > 0 ? range((area) => lengthInside(mine.lines, area)) : null
  const points = mine.points.length > 0 ? range((area) => countInside(mine.points, area)) : null
  // What only the uncertainty could bring together is not reported as an overlap.
  if ((squareMeters?.value ?? 0) < 1 && (meters?.value ?? 0) < 1 && (points?.value ?? 0) === 0) return []
  return [
    {
      ...row,
      areaHectares: squareMeters ? scale(squareMeters, 1 / squareMetersPerHectare) : null,
      areaShare: squareMeters ? scale(squareMeters, 1 / mine.total) : null,
      lengthKilometers: meters ? scale(meters, 1 / 1000) : null,
      points,
      isPoint: false,
    },
  ]
}

function scale({ value, low, high }: OverlapRange, by: number): OverlapRange {
  return { value: value * by, low: low * by, high: high * by }
}

function weightOf({ areaHectares, lengthKilometers, points }: OverlapRow): number {
  return areaHectares?.value ?? lengthKilometers?.value ?? points?.value ?? 0
}

/** Long edges get positions along the geodesic: straight in the plane they would cut some hectares off. */
function withGeodesicEdges(geometry: Geometry): Geometry {
  const dense = (ring: Position[]) => densifyLine(ring, longestEdgeMeters)
  switch (geometry.type) {
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(dense) }
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(dense)) }
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map(withGeodesicEdges) }
    default:
      return geometry
  }
}

const longestEdgeMeters = 2000

function linesOf(geometry: Geometry): PlanePoint[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates.map(toPlane)]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => line.map(toPlane))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf)
    default:
      return []
  }
}

function pointsOf(geometry: Geometry): PlanePoint[] {
  switch (geometry.type) {
    case 'Point':
      return [toPlane(geometry.coordinates)]
    case 'MultiPoint':
      return geometry.coordinates.map(toPlane)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pointsOf)
    default:
      return []
  }
}

/** Straight in the plane: within 0.1 ‰ of the geodesic in the province. */
function lengthOf(line: readonly PlanePoint[]): number {
  let meters = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    if (a && b) meters += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return meters
}

function boxOf(points: readonly PlanePoint[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

function grow([west, south, east, north]: Box, by: number): Box {
  return [west - by, south - by, east + by, north + by]
}

function meets(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
