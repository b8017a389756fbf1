import { addProtocol } from 'maplibre-gl'

/** Hands out one tile of an imported layer; an empty one where there is nothing. */
export type TileOf = (layerId: string, z: number, x: number, y: number) => Promise<ArrayBuffer>

export const importedProtocol = 'imported'

/** From now on the map can draw sources whose tiles are `imported://<layer>/<z>/<x>/<y>`. */
export function serveImportedTiles(tileOf: TileOf): void {
  addProtocol(importedProtocol, async ({ url }) => {
    const [layerId = '', z, x, y] = url.slice(`${importedProtocol}://`.length).split('/')
    return { data: await tileOf(layerId, Number(z), Number(x), Number(y)) }
  })
}
