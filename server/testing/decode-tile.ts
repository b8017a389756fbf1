/** A vector tile as its layers by name, each with its features: geometry in tile units and properties. */
import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export interface DecodedLayer {
  version: number
  extent: number
  features: { type: number; properties: Record<string, unknown>; lines: { x: number; y: number }[][] }[]
}

export function decodeTile(bytes: Uint8Array): Map<string, DecodedLayer> {
  const { layers } = new VectorTile(new PbfReader(bytes))
  return new Map(Object.entries(layers).map(([name, layer]) => [name, decodeLayer(layer)]))
}

function decodeLayer(layer: VectorTileLayer): DecodedLayer {
  const features = Array.from({ length: layer.length }, (_, index) => {
    const feature = layer.feature(index)
    return { type: feature.type, properties: feature.properties, lines: feature.loadGeometry() }
  })
  return { version: layer.version, extent: layer.extent, features }
}
