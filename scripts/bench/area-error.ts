/**
 * How far are areas from the ellipsoid: by our measure, and by the sphere that Turf measures on?
 *
 * The oracle is Karney's PolygonArea (geographiclib-geodesic), over all polygons of the districts. The sphere
 * is `@turf/area`'s: the mean radius of the earth, latitudes taken as they are.
 */
import { readFileSync } from 'node:fs'
import geographicLib from 'geographiclib-geodesic'
import { earthRadius } from '@turf/helpers'
import type { Position } from 'geojson'
import type { CollectionOf } from '../../server/domain/collections.ts'
import { ellipsoidAreaSquareMeters } from '../../server/analysis/measure.ts'
import { judge, type Answer } from './answer.ts'

export function measureAreaError(districtsFile: string): Answer[] {
  const { features } = JSON.parse(readFileSync(districtsFile, 'utf8')) as CollectionOf<'districts'>
  const sums = { oracle: 0, ours: 0, sphere: 0 }
  for (const { geometry } of features) {
    const polygons =
      geometry?.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry?.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
    sums.ours += ellipsoidAreaSquareMeters(geometry)
    for (const polygon of polygons) {
      sums.oracle += withHoles(polygon, areaByGeographicLib)
      sums.sphere += withHoles(polygon, areaOnSphere)
    }
  }
  const partsPerMillion = (area: number) => Math.abs(area / sums.oracle - 1) * 1e6
  const format = (value: number) => `${value < 10 ? value.toFixed(3) : Math.round(value)} ppm`
  return [
    judge('area of all districts, off the ellipsoid: ours', partsPerMillion(sums.ours), { atMost: 1 }, format),
    judge("  the same on Turf's sphere, which is shown nowhere", partsPerMillion(sums.sphere), null, format),
  ]
}

function withHoles(rings: readonly Position[][], areaOf: (ring: readonly Position[]) => number): number {
  return rings.reduce((area, ring, index) => (index === 0 ? areaOf(ring) : area - areaOf(ring)), 0)
}

function areaByGeographicLib(ring: readonly Position[]): number {
  const polygon = geographicLib.Geodesic.WGS84.Polygon(false)
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(Number(latitude), Number(longitude))
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN)
}

function areaOnSphere(ring: readonly Position[]): number {
  const radians = (degrees: number | undefined) => (Number(degrees) * Math.PI) / 180
  const corners = ring.slice(0, -1)
  const total = corners.reduce((sum, corner, index) => {
    const before = corners.at(index - 1)
    const after = corners[(index + 1) % corners.length]
    return sum + (radians(after?.[0]) - radians(before?.[0])) * Math.sin(radians(corner[1]))
  }, 0)
  return Math.abs((total * earthRadius ** 2) / 2)
}
