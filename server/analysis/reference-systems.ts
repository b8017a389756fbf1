/**
 * Which reference systems the atlas answers in, and how a position, a shape or a box goes there and back.
 *
 * Axis order is that of the authority (EPSG): latitude before longitude in 4326 and 4756, east before north
 * in the projected ones. (Vietnamese surveyors write X for north and put it first; EPSG:5897 does not.)
 */
import type { Geometry, Position } from 'geojson'
import type { Box } from '../domain/box.ts'
import { fromVn2000, toVn2000, type Vn2000System } from './vn2000.ts'
import { radiansPerDegree, semiMajorAxisMeters } from './wgs84.ts'

export interface ReferenceSystem {
  uri: string
  code: string
  name: string
  /** Places after the point that keep a tenth of a millimetre, about a centimetre in degrees. */
  decimals: number
  isGeographic: boolean
  /** `[longitude, latitude]` on WGS 84 → the two numbers in the authority's order, unrounded. */
  from84: (position: Position) => [number, number]
  /** The two numbers in the authority's order → `[longitude, latitude]` on WGS 84. */
  to84: (numbers: readonly [number, number]) => [number, number]
}

export const crs84: ReferenceSystem = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  code: 'CRS84',
  name: 'WGS 84, longitude and latitude',
  decimals: 7,
  isGeographic: true,
  from84: lonLat,
  to84: ([longitude, latitude]) => [longitude, latitude],
}

const epsg4326: ReferenceSystem = {
  ...epsg(4326, 'WGS 84, latitude and longitude', true),
  from84: (position) => swap(lonLat(position)),
  to84: swap,
}

const epsg3857: ReferenceSystem = {
  ...epsg(3857, 'WGS 84 / Pseudo-Mercator', false),
  from84: toMercator,
  to84: fromMercator,
}

/** CRS84, in which everything is stored, comes first. */
export const referenceSystems: readonly ReferenceSystem[] = [
  crs84,
  epsg4326,
  epsg3857,
  vn2000(4756, 'VN-2000, latitude and longitude', true),
  vn2000(5897, 'VN-2000 / TM-3 105-00: the cadastral grid of Thanh Hóa', false),
  vn2000(3405, 'VN-2000 / UTM zone 48N', false),
  vn2000(3406, 'VN-2000 / UTM zone 49N', false),
]

export function findReferenceSystem(name: string): ReferenceSystem | undefined {
  return referenceSystems.find(({ uri, code }) => uri === name || code === name)
}

/** A copy of the geometry in the system, rounded to its decimals. */
export function geometryTo(system: ReferenceSystem, geometry: Geometry): Geometry {
  if (system === crs84) return geometry
  const to = (position: Position): Position => system.from84(position).map((number) => round(number, system.decimals))
  const line = (positions: Position[]) => positions.map(to)
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: to(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(line) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(line)) }
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => geometryTo(system, part)) }
  }
}

/**
 * The box of longitudes and latitudes that covers a box given in the system, or what was expected instead.
 *
 * The sides of a grid's box are curves on the globe, so each is cut into pieces first: with the four
 * corners alone a box as wide as the province would lose some hundred metres at its sides.
 */
export function boxToWgs84(
  [a, b, c, d]: readonly [number, number, number, number],
  system: ReferenceSystem,
): Box | string {
  if (system.isGeographic) {
    // The corners say which number is a longitude; west may lie above east, south never above north.
    const isLatitudeFirst = system.from84([1, 2])[0] > 1.5
    const [south, north] = isLatitudeFirst ? [a, c] : [b, d]
    if (south > north) return 'a box whose south is not above its north'
    if (Math.abs(south) > 90 || Math.abs(north) > 90) return 'a box with latitudes from -90 to 90'
    const [west, low] = system.to84([a, b])
    const [east, high] = system.to84([c, d])
    return [west, low, east, high]
  }
  if (a > c || b > d) return 'a box whose smaller numbers come first'
  const edge: [number, number][] = []
  const pieces = 32
  for (let i = 0; i <= pieces; i++) {
    const x = a + ((c - a) * i) / pieces
    const y = b + ((d - b) * i) / pieces
    edge.push([x, b], [x, d], [a, y], [c, y])
  }
  const positions = edge.map((numbers) => safely(() => system.to84(numbers)))
  const longitudes = positions.map(([longitude]) => longitude)
  const latitudes = positions.map(([, latitude]) => latitude)
  const box: Box = [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
  return box.every((number) => Number.isFinite(number)) ? box : `a box within the reach of ${system.code}`
}

function epsg(code: number, name: string, isGeographic: boolean) {
  const decimals = isGeographic ? 7 : 4
  return { uri: `http://www.opengis.net/def/crs/EPSG/0/${code}`, code: `EPSG:${code}`, name, decimals, isGeographic }
}

function vn2000(code: 4756 | 5897 | 3405 | 3406, name: string, isGeographic: boolean): ReferenceSystem {
  const system: Vn2000System = `EPSG:${code}`
  return {
    ...epsg(code, name, isGeographic),
    // Between two datums seven decimals would lose a centimetre of what the golden table promises.
    decimals: isGeographic ? 9 : 4,
    from84: (position) => (isGeographic ? swap(toVn2000(system, position)) : toVn2000(system, position)),
    to84: (numbers) => fromVn2000(system, isGeographic ? swap(numbers) : [...numbers]),
  }
}

function lonLat([longitude = Number.NaN, latitude = Number.NaN]: Position): [number, number] {
  return [longitude, latitude]
}

function swap([first, second]: readonly [number, number]): [number, number] {
  return [second, first]
}

function toMercator(position: Position): [number, number] {
  const [longitude, latitude] = lonLat(position)
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * radiansPerDegree) / 2))
  return [longitude * radiansPerDegree * semiMajorAxisMeters, y * semiMajorAxisMeters]
}

function fromMercator([x, y]: readonly [number, number]): [number, number] {
  const latitude = 2 * Math.atan(Math.exp(y / semiMajorAxisMeters)) - Math.PI / 2
  return [x / semiMajorAxisMeters / radiansPerDegree, latitude / radiansPerDegree]
}

function safely(transform: () => [number, number]): [number, number] {
  try {
    return transform()
  } catch {
    return [Number.NaN, Number.NaN]
  }
}

function round(number: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(number * factor) / factor
}
