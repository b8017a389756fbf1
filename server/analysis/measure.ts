/**
 * How large an area is and how long a line, on the ellipsoid and on the cadastral grid.
 *
 * An edge between two positions is taken as the geodesic between them, as surveyors and other GIS do.
 * Nothing is rounded here: add up first, round once, where a person reads it.
 *
 * Area: spherical excess on the authalic sphere (latitude replaced by the one with
 * sin β = q(φ)/q(90°); excess formula of Bevis and Cambareri 1987), edges above 2 km cut into geodesic
 * pieces first; within 0.1 ppm of GeographicLib's PolygonArea for sides up to 100 km. Length: GeographicLib (Karney 2013), exact to
 * nanometres. Turf's sphere is 0.29 % too large here and is not used.
 */
import geographicLib from 'geographiclib-geodesic'
import type { Geometry, Position } from 'geojson'
import { authalicRadiusMeters, authalicSine, radiansPerDegree } from './wgs84.ts'
import { ringAreaInPlane } from './laea.ts'
import { toVn2000 } from './vn2000.ts'

const ellipsoid = geographicLib.Geodesic.WGS84
const longestPieceMeters = 2000
/** Below this many degrees an edge cannot be longer than a piece may be, so it need not be measured. */
const surelyShortDegrees = 0.012

export const squareMetersPerHectare = 10_000

/** Area of all polygons in a geometry on the WGS 84 ellipsoid, holes taken out, in square metres; 0 for points and lines. */
export function ellipsoidAreaSquareMeters(geometry: Geometry | null): number {
  return sumOverPolygons(geometry, ellipsoidRingArea)
}

/** The same in hectares. */
export function ellipsoidAreaHectares(geometry: Geometry | null): number {
  return ellipsoidAreaSquareMeters(geometry) / squareMetersPerHectare
}

/**
 * Area of the polygons as they lie in EPSG:5897 (VN-2000 / TM-3 105°), straight edges on the grid, in
 * square metres: the figure Vietnamese law goes by. The scale of the grid is left in: 0.2 ‰ small on the
 * central meridian, true some 90 km from it.
 */
export function gridAreaSquareMeters(geometry: Geometry | null): number {
  return sumOverPolygons(geometry, (ring) =>
    Math.abs(ringAreaInPlane(ring.map((position) => toVn2000('EPSG:5897', position)))),
  )
}

/** Length of all lines in a geometry, of all boundaries of its polygons, in metres; 0 for points. */
export function geodesicLengthMeters(geometry: Geometry | null): number {
  let meters = 0
  forEachLine(geometry, (line) => {
    for (let i = 1; i < line.length; i++) meters += geodesicDistanceMeters(at(line, i - 1), at(line, i))
  })
  return meters
}

/** Shortest distance between two positions on the ellipsoid, in metres. */
export function geodesicDistanceMeters(from: Position, to: Position): number {
  const { s12 } = ellipsoid.Inverse(Number(from[1]), Number(from[0]), Number(to[1]), Number(to[0]))
  return s12 ?? 0
}

/** The line with a position at least every so many metres, following geodesics. Existing positions stay. */
export function densifyLine(line: readonly Position[], everyMeters: number): Position[] {
  const dense: Position[] = line.slice(0, 1)
  for (let i = 1; i < line.length; i++) dense.push(...piecesOf(at(line, i - 1), at(line, i), everyMeters))
  return dense
}

function ellipsoidRingArea(ring: readonly Position[]): number {
  let belowRing = 0
  for (let i = 1; i < ring.length; i++) {
    let from = at(ring, i - 1)
    for (const to of piecesOf(from, at(ring, i), longestPieceMeters)) {
      belowRing += excessBelow(from, to)
      from = to
    }
  }
  return Math.abs(belowRing) * authalicRadiusMeters ** 2
}

/** Spherical excess of the quadrangle between the equator and a great circle of the authalic sphere. */
function excessBelow(from: Position, to: Position): number {
  const turn = (Number(to[0]) - Number(from[0])) * radiansPerDegree
  // The shorter way round, should a ring cross the 180th meridian.
  const wrapped = turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI))
  const a = tangentOfHalf(authalicSine(Number(from[1])))
  const b = tangentOfHalf(authalicSine(Number(to[1])))
  return 2 * Math.atan((Math.tan(wrapped / 2) * (a + b)) / (1 + a * b))
}

function tangentOfHalf(sine: number): number {
  return sine / (1 + Math.sqrt(Math.max(0, 1 - sine * sine)))
}

/** The positions after `from` up to and including `to`. */
function piecesOf(from: Position, to: Position, longestMeters: number): Position[] {
  const spanDegrees = Math.max(Math.abs(Number(to[0]) - Number(from[0])), Math.abs(Number(to[1]) - Number(from[1])))
  if (longestMeters >= longestPieceMeters && spanDegrees < surelyShortDegrees) return [to]
  const line = ellipsoid.InverseLine(Number(from[1]), Number(from[0]), Number(to[1]), Number(to[0]))
  const pieces = Math.ceil(line.s13 / longestMeters)
  const positions: Position[] = []
  for (let i = 1; i < pieces; i++) {
    const { lon2, lat2 } = line.Position((line.s13 * i) / pieces)
    if (lon2 !== undefined && lat2 !== undefined) positions.push([lon2, lat2])
  }
  positions.push(to)
  return positions
}

function sumOverPolygons(geometry: Geometry | null, areaOf: (ring: readonly Position[]) => number): number {
  if (!geometry) return 0
  if (geometry.type === 'GeometryCollection') {
    return geometry.geometries.reduce((sum, part) => sum + sumOverPolygons(part, areaOf), 0)
  }
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  return polygons.reduce(
    (sum, rings) => sum + rings.reduce((area, ring, i) => (i === 0 ? areaOf(ring) : area - areaOf(ring)), 0),
    0,
  )
}

function forEachLine(geometry: Geometry | null, visit: (line: readonly Position[]) => void): void {
  switch (geometry?.type) {
    case 'LineString':
      visit(geometry.coordinates)
      break
    case 'MultiLineString':
    case 'Polygon':
      geometry.coordinates.forEach(visit)
      break
    case 'MultiPolygon':
      geometry.coordinates.flat().forEach(visit)
      break
    case 'GeometryCollection':
      for (const part of geometry.geometries) forEachLine(part, visit)
      break
    default:
  }
}

function at(line: readonly Position[], index: number): Position {
  const position = line[index]
  if (!position) throw new RangeError(`no position at index ${index} of ${line.length}`)
  return position
}
