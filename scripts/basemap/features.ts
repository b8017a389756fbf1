/**
 * What a basemap feature looks like and how a file of them is written: one feature a line, so that a
 * change shows as the lines it touched.
 */
import { writeFileSync } from 'node:fs'
import type { Line } from './points.ts'

export type OriginId = 'osm-borders' | 'gshhg' | 'geonames' | 'natural-earth' | 'ourairports' | 'srtm30-marble'

export interface BasemapProperties {
  id: string
  originId: OriginId
  /** In Vietnamese, NFC; null where the position does not make the name certain. */
  name_vi: string | null
  name_en: string | null
}

export type BasemapGeometry =
  | { type: 'LineString'; coordinates: Line }
  | { type: 'Polygon'; coordinates: Line[] }
  | { type: 'MultiPolygon'; coordinates: Line[][] }

export interface BasemapFeature<P extends BasemapProperties = BasemapProperties> {
  type: 'Feature'
  id: string
  properties: P
  geometry: BasemapGeometry
}

export function basemapFeature<P extends BasemapProperties>(
  properties: P,
  geometry: BasemapGeometry,
): BasemapFeature<P> {
  return { type: 'Feature', id: properties.id, properties, geometry }
}

/** One area without holes a ring. */
export function areaOf(rings: readonly Line[]): BasemapGeometry {
  return rings.length === 1
    ? { type: 'Polygon', coordinates: [...rings] }
    : { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }
}

export function linesOf({ geometry }: BasemapFeature): Line[] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

export function writeFeatures(path: string, features: readonly BasemapFeature[]): void {
  const rows = features.map((feature) => JSON.stringify(feature)).join(',\n')
  writeFileSync(path, `{"type":"FeatureCollection","features":[\n${rows}\n]}\n`)
}

export function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}

/** “Hòn Mê” → `hon-me`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
