/**
 * Vector tiles of an imported layer, cut in the worker that holds it: the map then asks for what it shows and never
 * for the whole. Each feature carries its number and, where a column looks like one, its name.
 */
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Geometry } from 'geojson'
import { nameField } from '../exchange/name-field.ts'
import type { Properties } from '../exchange/raw-layer.ts'

const tileLayer = 'imported'
/** At zoom 14 a unit of the tile is 60 cm here; closer in the same tile is drawn larger. */
const largestTileZoom = 14

export type CutTile = (z: number, x: number, y: number) => ArrayBuffer

export function cutTiles(features: readonly Feature<Geometry, Properties>[]): CutTile {
  const fields = new Set(features.slice(0, 50).flatMap(({ properties }) => Object.keys(properties)))
  const field = nameField([...fields])
  const slim = features.map(({ id, geometry, properties }): Feature => {
    const name = field === null ? null : (properties[field] ?? null)
    return {
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      geometry,
      properties: name === null ? {} : { name: String(name) },
    }
  })
  const index = new GeoJSONVT(
    { type: 'FeatureCollection', features: slim },
    { maxZoom: largestTileZoom, extent: 4096, buffer: 64, tolerance: 3, indexMaxZoom: 5, indexMaxPoints: 100_000 },
  )
  return (z, x, y) => {
    const tile = index.getTile(z, x, y)
    if (!tile || tile.features.length === 0) return new ArrayBuffer(0)
    const bytes = fromGeojsonVt({ [tileLayer]: tile }, { version: 2, extent: 4096 })
    return bytes.slice().buffer
  }
}
