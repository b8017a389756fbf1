/**
 * Where a position lies in the atlas's planar working space, and back.
 *
 * Lambert azimuthal equal-area on the WGS 84 ellipsoid, centred on the province:
 * `+proj=laea +lat_0=20 +lon_0=105.25 +x_0=0 +y_0=0 +ellps=WGS84`. Metres, x east, y north. Areas are
 * exact everywhere; within 150 km of the centre lengths and angles are off by less than 0.1 ‰.
 *
 * Written out rather than left to proj4, whose inverse comes back 2 mm off here: results of an overlay
 * must not creep. Formulas: Snyder, Map Projections (USGS 1395), 24-2 to 24-29; the test holds the
 * forward direction against proj4.
 */
import type { Position } from 'geojson'
import {
  authalicQ,
  authalicQAtPole,
  authalicRadiusMeters,
  latitudeOfQ,
  primeVerticalFactor,
  radiansPerDegree,
  semiMajorAxisMeters,
} from './wgs84.ts'

export const laeaDefinition = '+proj=laea +lat_0=20 +lon_0=105.25 +x_0=0 +y_0=0 +ellps=WGS84 +units=m +no_defs'

const centreLongitude = 105.25
const centreSine = Math.sin(20 * radiansPerDegree)
const centreCosine = Math.cos(20 * radiansPerDegree)

const centreAuthalicSine = authalicQ(centreSine) / authalicQAtPole
const centreAuthalicCosine = Math.sqrt(1 - centreAuthalicSine * centreAuthalicSine)
const stretch =
  (semiMajorAxisMeters * centreCosine * primeVerticalFactor(centreSine)) / (authalicRadiusMeters * centreAuthalicCosine)

export type PlanePoint = [x: number, y: number]

/** `[longitude, latitude]` in degrees → `[x, y]` in metres. */
export function toPlane(position: Position): PlanePoint {
  const longitude = (Number(position[0]) - centreLongitude) * radiansPerDegree
  const sine = authalicQ(Math.sin(Number(position[1]) * radiansPerDegree)) / authalicQAtPole
  const cosine = Math.sqrt(Math.max(0, 1 - sine * sine))
  const alongMeridian = cosine * Math.cos(longitude)
  const scale =
    authalicRadiusMeters * Math.sqrt(2 / (1 + centreAuthalicSine * sine + centreAuthalicCosine * alongMeridian))
  return [
    scale * stretch * cosine * Math.sin(longitude),
    (scale / stretch) * (centreAuthalicCosine * sine - centreAuthalicSine * alongMeridian),
  ]
}

/** `[x, y]` in metres → `[longitude, latitude]` in degrees. */
export function fromPlane(point: readonly number[]): PlanePoint {
  const x = Number(point[0]) / stretch
  const y = Number(point[1]) * stretch
  const distance = Math.hypot(x, y)
  if (distance === 0) return [centreLongitude, 20]
  const angle = 2 * Math.asin(distance / (2 * authalicRadiusMeters))
  const sine = Math.sin(angle)
  const cosine = Math.cos(angle)
  const q = authalicQAtPole * (cosine * centreAuthalicSine + (y * sine * centreAuthalicCosine) / distance)
  const longitude = Math.atan2(x * sine, distance * centreAuthalicCosine * cosine - y * centreAuthalicSine * sine)
  return [centreLongitude + longitude / radiansPerDegree, latitudeOfQ(q) / radiansPerDegree]
}

/** Twice-summed cross products, halved: the signed area of a ring in square metres, positive counterclockwise. */
export function ringAreaInPlane(ring: readonly (readonly number[])[]): number {
  // Relative to the first point, or else digits are lost far from the origin.
  const [x0, y0] = [Number(ring[0]?.[0]), Number(ring[0]?.[1])]
  let doubled = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]
    const b = ring[(i + 1) % ring.length]
    if (!a || !b) continue
    doubled += (Number(a[0]) - x0) * (Number(b[1]) - y0) - (Number(b[0]) - x0) * (Number(a[1]) - y0)
  }
  return doubled / 2
}
