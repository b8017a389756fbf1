/**
 * Tiles the map asked for and did not get, so that they can be asked for again.
 *
 * MapLibre leaves a tile that failed alone, and its reload of a whole source waits for such tiles for ever: only
 * tiles that are named are fetched anew.
 */
interface Tile {
  z: number
  x: number
  y: number
}

/** What MapLibre adds to the error of a tile. */
interface TileError {
  error: Error
  sourceId?: string
  tile?: { tileID: { canonical: Tile } }
}

interface Refreshable {
  getSource(id: string): unknown
  refreshTiles(sourceId: string, tiles: Tile[]): void
}

export function createRefusedTiles() {
  let refused: { sourceId: string; tile: Tile }[] = []
  return {
    note({ sourceId, tile }: TileError) {
      if (sourceId && tile) refused.push({ sourceId, tile: tile.tileID.canonical })
    },
    askAgain(map: Refreshable) {
      const wanted = refused
      refused = []
      for (const { sourceId, tile } of wanted) if (map.getSource(sourceId)) map.refreshTiles(sourceId, [tile])
    },
  }
}
