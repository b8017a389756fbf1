/**
 * What the extracted basemap holds: border, coast, land, islands, rivers and neighbours.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Polygon, Position } from 'geojson'

export interface BasemapProperties {
  id: string
  originId: string
  name_vi: string | null
  name_en: string | null
  /** Of rivers: how GSHHG ranks them. */
  class?: string
  /** Of coasts: full detail around the province, thinned by up to 250 m further out. */
  detail?: 'fine' | 'coarse'
  /** Of neighbours. */
  country?: string
  /** Of boundaries beyond the province. */
  kind?: 'country' | 'province'
}

export type BasemapFeature<G extends Geometry = Geometry> = Feature<G, BasemapProperties>

export interface Basemap {
  border: BasemapFeature<LineString>[]
  coast: BasemapFeature<LineString>[]
  land: BasemapFeature<Polygon | MultiPolygon>[]
  islands: BasemapFeature<Polygon>[]
  rivers: BasemapFeature<LineString>[]
  neighbours: BasemapFeature<Polygon | MultiPolygon>[]
  neighbourBoundaries: BasemapFeature<LineString>[]
}

export function readBasemap(folder: string): Basemap {
  const read = <G extends Geometry>(name: string) =>
    (JSON.parse(readFileSync(join(folder, `${name}.geojson`), 'utf8')) as FeatureCollection<G, BasemapProperties>)
      .features
  return {
    border: read('border-laos'),
    coast: read('coast'),
    land: read('land'),
    islands: read('islands'),
    rivers: read('rivers'),
    neighbours: read('neighbours'),
    neighbourBoundaries: read('neighbour-boundaries'),
  }
}

/** Outer rings of areas. */
export function outerRings(features: readonly BasemapFeature<Polygon | MultiPolygon>[]): Position[][] {
  return features.flatMap(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(([outer]) =>
      outer ? [outer] : [],
    ),
  )
}
