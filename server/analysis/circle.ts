/**
 * Circles as polygons: a centre, a radius along geodesics, and back.
 *
 * A circle that was drawn with the pencil is round on a sphere, up to 0.3 % off the ellipsoid: its radius is the
 * mean of its corners' distances.
 */
import geographicLib from 'geographiclib-geodesic'
import type { Polygon, Position } from 'geojson'
import { geodesicDistanceMeters } from './measure.ts'

export interface Circle {
  center: Position
  radiusMeters: number
}

const ellipsoid = geographicLib.Geodesic.WGS84
/** As many as the pencil makes. */
const cornerCount = 64
/** A centimetre. */
const perDegree = 1e7

export function toCirclePolygon({ center: [longitude = 0, latitude = 0], radiusMeters }: Circle): Polygon {
  const ring = Array.from({ length: cornerCount }, (_, i): Position => {
    const { lon2 = longitude, lat2 = latitude } = ellipsoid.Direct(
      latitude,
      longitude,
      90 - (360 * i) / cornerCount,
      radiusMeters,
    )
    return [round(lon2), round(lat2)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }
}

export function circleOf({ coordinates: [ring = []] }: Polygon): Circle {
  const corners = ring.slice(0, -1)
  // Opposite corners lie on a geodesic through the centre.
  const half = Math.floor(corners.length / 2)
  const middles = corners.slice(0, half).map((corner, i) => middleOf(corner, corners[i + half] ?? corner))
  const center = [0, 1].map((axis) => round(meanOf(middles.map((middle) => middle[axis] ?? 0))))
  return { center, radiusMeters: meanOf(corners.map((corner) => geodesicDistanceMeters(center, corner))) }
}

function middleOf([fromX = 0, fromY = 0]: Position, [toX = 0, toY = 0]: Position): Position {
  const { azi1 = 0, s12 = 0 } = ellipsoid.Inverse(fromY, fromX, toY, toX)
  const { lon2 = fromX, lat2 = fromY } = ellipsoid.Direct(fromY, fromX, azi1, s12 / 2)
  return [lon2, lat2]
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function round(degrees: number): number {
  return Math.round(degrees * perDegree) / perDegree
}
