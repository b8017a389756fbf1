/**
 * The features of one collection, cut into tiles and encoded as one vector-tile layer.
 *
 * The layer is named as the collection. Features without a position are not in any tile. A layer is a
 * complete piece of a vector tile: several of them one after the other are a tile with several layers.
 */
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Geometry } from 'geojson'
import type { Box } from '../domain/box.ts'
import type { CollectionDefinition, CollectionId } from '../domain/collections.ts'
import { smallestZoom } from './smallest-zoom.ts'
import { tileFields } from './tile-fields.ts'
import { boxOfTile } from './tile-grid.ts'

export const largestZoom = 14
export const tileExtent = 4096
/** Wide enough for a line of 16 px at the edge, and for labels of points just outside. */
export const tileBuffer = 128

/** After so many tiles the index is made anew: it keeps each tile it ever cut. */
const mostTilesKept = 600

export interface TileSource {
  /** The encoded layer; null: nothing of the collection is in that tile. */
  encode: (z: number, x: number, y: number) => Uint8Array | null
}

export interface TileFeature {
  geometry: Geometry | null
  properties: object
}

/** @param boxes the envelope of each feature, in the same order. */
export function buildTileSource(
  id: CollectionId,
  definition: CollectionDefinition,
  features: readonly TileFeature[],
  boxes: readonly (Box | null)[],
): TileSource {
  const tiers = buildTiers(id, definition, features, boxes)
  return {
    encode: (z, x, y) => {
      const box = boxOfTile(z, x, y, tileBuffer / tileExtent)
      const found = tiers.flatMap((tier) => (tier.fromZoom <= z ? (tier.cut(z, x, y, box) ?? []) : []))
      const [first] = found
      if (!first) return null
      const merged = { ...first, features: found.flatMap((tile) => tile.features) } as GeoJSONVTTile
      return fromGeojsonVt({ [id]: merged }, { version: 2, extent: tileExtent })
    },
  }
}

/** Features that are in the tiles from the same zoom on, cut together. */
interface Tier {
  fromZoom: number
  cut: (z: number, x: number, y: number, box: Box) => GeoJSONVTTile | null
}

function buildTiers(
  id: CollectionId,
  definition: CollectionDefinition,
  features: readonly TileFeature[],
  boxes: readonly (Box | null)[],
): Tier[] {
  const groups = new Map<number, { slim: Feature[]; boxes: Box[] }>()
  for (const [index, feature] of features.entries()) {
    const box = boxes[index]
    if (!feature.geometry || !box) continue
    const slim = toSlim(feature.geometry, feature.properties, definition)
    const zoom = smallestZoom(id, slim.properties ?? {})
    const group = groups.get(zoom) ?? { slim: [], boxes: [] }
    group.slim.push(slim)
    group.boxes.push(box)
    groups.set(zoom, group)
  }
  return [...groups].map(([fromZoom, group]) => ({ fromZoom, cut: cutterOf(group.slim, group.boxes) }))
}

function cutterOf(features: Feature[], boxes: readonly Box[]): Tier['cut'] {
  let index: GeoJSONVT | null = null
  let tilesKept = 0
  return (z, x, y, tileBox) => {
    // Most collections have nothing in most tiles: cutting would make heaps of empty ones to find that out.
    if (!boxes.some((box) => touches(box, tileBox))) return null
    if (!index || tilesKept > mostTilesKept) {
      index = buildIndex(features)
      tilesKept = 0
    }
    // A tile cut for the first time brings its ancestors and their siblings along.
    tilesKept += 4
    const tile = index.getTile(z, x, y)
    return tile && tile.features.length > 0 ? tile : null
  }
}

function buildIndex(features: Feature[]): GeoJSONVT {
  return new GeoJSONVT(
    { type: 'FeatureCollection', features },
    {
      maxZoom: largestZoom,
      extent: tileExtent,
      buffer: tileBuffer,
      tolerance: 3,
      indexMaxZoom: 4,
      indexMaxPoints: 20_000,
    },
  )
}

/** No `id` member: a vector tile has room for integers only. The slug is a property, as `promoteId` wants it. */
function toSlim(geometry: Geometry, properties: object, definition: CollectionDefinition): Feature {
  const all = properties as Record<string, unknown>
  const kept: Record<string, unknown> = {}
  for (const name of tileFields(definition).keys()) if (all[name] != null) kept[name] = all[name]
  return { type: 'Feature', geometry, properties: kept }
}

function touches([west, south, east, north]: Box, [west2, south2, east2, north2]: Box): boolean {
  return west <= east2 && west2 <= east && south <= north2 && south2 <= north
}
