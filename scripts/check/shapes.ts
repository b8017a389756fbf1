/**
 * Are the shapes themselves sound: closed, turned the right way, free of crossings, and about where they belong?
 */
import type { Position } from 'geojson'
import { positionsOf } from '../../server/analysis/positions-of.ts'
import type { CollectionId } from '../../server/domain/collections.ts'
import { eachFeature, type AnyFeature, type Atlas, type Rule } from './atlas.ts'
import { findCrossing } from '../../server/analysis/find-crossing.ts'

type Box = readonly [west: number, south: number, east: number, north: number]

/** The province with a good part of its neighbours and of the sea. */
const neighbourhood: Box = [103.6, 18.6, 106.9, 21.4]
/** Hà Nội, Quảng Ninh, Laos and both archipelagos. */
const wideNeighbourhood: Box = [101, 7, 115.5, 23.5]
const wideCollections: readonly CollectionId[] = ['links', 'corridors', 'roads', 'railways']
/** All the basemap shows. */
const basemapWindow: Box = [98.5, 14, 114, 25.5]
const basemapCollections: readonly CollectionId[] = ['land', 'coast', 'borders', 'neighbours', 'rivers']

const mostDecimals = 7

export const ringsAreClosed: Rule = (atlas) =>
  eachRing(atlas).flatMap(({ ring, where }) =>
    ring.length >= 4 && String(ring[0]) === String(ring.at(-1))
      ? []
      : [
          `${where} must be a ring of four or more positions that ends where it begins, got ${String(ring[0])} … ${String(ring.at(-1))} (${ring.length} positions)`,
        ],
  )

export const ringsFollowTheRightHandRule: Rule = (atlas) =>
  eachRing(atlas).flatMap(({ ring, isOuter, where }) => {
    const isCounterclockwise = turnOf(ring) > 0
    if (isCounterclockwise === isOuter) return []
    return [`${where} must run ${isOuter ? 'counterclockwise' : 'clockwise'} (right-hand rule), got the other way`]
  })

export const ringsDoNotCross: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ feature, where }) =>
    polygonsOf(feature.geometry).flatMap((rings, i) => {
      const crossing = findCrossing(rings)
      return crossing ? [`${where} polygon ${i} must not cross or touch itself, got it at ${String(crossing)}`] : []
    }),
  )

export const positionsLieInTheNeighbourhood: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ collection, feature, where }) => {
    const [west, south, east, north] = windowOf(collection)
    const stray = positionsOf(feature.geometry).find(
      ([longitude = Number.NaN, latitude = Number.NaN]) =>
        !(longitude >= west && longitude <= east && latitude >= south && latitude <= north),
    )
    return stray
      ? [`${where} must lie within ${west}…${east} E, ${south}…${north} N, longitude first, got ${String(stray)}`]
      : []
  })

export const positionsAreNotFinerThanACentimetre: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ feature, where }) => {
    const fine = positionsOf(feature.geometry).find(
      (position) =>
        position.length !== 2 || position.some((degrees) => Number(degrees.toFixed(mostDecimals)) !== degrees),
    )
    return fine
      ? [`${where} positions must be two numbers with at most ${mostDecimals} decimals, got ${String(fine)}`]
      : []
  })

export const linesHaveLength: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ feature, where }) => {
    const { geometry } = feature
    const lines =
      geometry?.type === 'LineString'
        ? [geometry.coordinates]
        : geometry?.type === 'MultiLineString'
          ? geometry.coordinates
          : []
    const stuck = lines.find(
      (line) => line.length < 2 || line.some((position, i) => i > 0 && String(position) === String(line[i - 1])),
    )
    return stuck
      ? [`${where} lines must have two or more positions and none twice in a row, got ${String(stuck[0])}`]
      : []
  })

function windowOf(collection: CollectionId): Box {
  if (basemapCollections.includes(collection)) return basemapWindow
  return wideCollections.includes(collection) ? wideNeighbourhood : neighbourhood
}

/** Twice the signed area relative to the first position, in square degrees; positive counterclockwise. */
function turnOf(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? []
    const [bx = 0, by = 0] = ring[i] ?? []
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

function eachRing(atlas: Atlas): { ring: Position[]; isOuter: boolean; where: string }[] {
  return eachFeature(atlas).flatMap(({ feature, where }) =>
    polygonsOf(feature.geometry).flatMap((rings, i) =>
      rings.map((ring, j) => ({ ring, isOuter: j === 0, where: `${where} polygon ${i} ring ${j}` })),
    ),
  )
}

export function polygonsOf(geometry: AnyFeature['geometry']): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates]
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : []
}
