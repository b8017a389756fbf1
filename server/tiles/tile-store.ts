/**
 * The bytes of a tile: cut and gzipped once, kept while there is room, shared by all who ask meanwhile.
 */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { CollectionId } from '../domain/collections.ts'
import type { TileSource } from './tile-source.ts'

const gzipAsync = promisify(gzip)

export interface Tile {
  /** Gzipped vector tile; null: nothing lies there. */
  gzipped: Buffer | null
}

export interface TileStore {
  /** Kept tiles come at once, others as a promise that identical requests share. */
  get: (collections: readonly CollectionId[], z: number, x: number, y: number) => Tile | Promise<Tile>
  /** How many tiles have been cut so far, and how many bytes are kept. */
  counts: () => { encoded: number; kept: number; keptBytes: number }
}

/** What an entry costs beside its bytes. */
const overheadBytes = 300

export function buildTileStore(sources: ReadonlyMap<CollectionId, TileSource>, mostBytes: number): TileStore {
  const kept = new LRUCache<string, Tile>({
    maxSize: mostBytes,
    sizeCalculation: ({ gzipped }) => (gzipped?.length ?? 0) + overheadBytes,
  })
  const underWay = new Map<string, Promise<Tile>>()
  let encoded = 0

  async function make(collections: readonly CollectionId[], z: number, x: number, y: number): Promise<Tile> {
    encoded++
    const layers = collections.map((id) => sources.get(id)?.encode(z, x, y)).filter((layer) => layer != null)
    return { gzipped: layers.length === 0 ? null : await gzipAsync(Buffer.concat(layers)) }
  }

  return {
    counts: () => ({ encoded, kept: kept.size, keptBytes: kept.calculatedSize }),
    get: (collections, z, x, y) => {
      const key = `${z}/${x}/${y}/${collections.length === sources.size ? '' : collections.join()}`
      const known = kept.get(key)
      if (known) return known
      const promised = underWay.get(key)
      if (promised) return promised
      const making = make(collections, z, x, y)
        .then((tile) => {
          kept.set(key, tile)
          return tile
        })
        .finally(() => underWay.delete(key))
      underWay.set(key, making)
      return making
    },
  }
}
