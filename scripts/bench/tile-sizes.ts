/**
 * How large is the largest vector tile of the whole tileset, gzipped?
 *
 * Every tile that is not empty, zoom 0 to 14, is fetched once: a tile without features has no children with
 * features, so the walk goes down only where something was found.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { ask } from './ask.ts'
import { formatKilobytes, judge, type Answer } from './answer.ts'

interface Tile {
  z: number
  x: number
  y: number
}

/** More would be a fault of the walk: the province and its neighbourhood have far fewer. */
const mostTiles = 60_000
const deepestZoom = 14
/** Above it features may appear only further down, so every tile is opened. */
const alwaysOpenedZoom = 4

export interface TileWalk {
  answers: Answer[]
  /** The tile that costs most to send. */
  largest: string
}

export async function walkTiles(url: string): Promise<TileWalk> {
  const { tiles } = JSON.parse((await ask(`${url}/tiles.json`)).body.toString('utf8')) as { tiles: string[] }
  const template = tiles[0]
  if (template === undefined) throw new Error('/tiles.json names no tiles')
  const toAddress = ({ z, x, y }: Tile) =>
    new URL(template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`), url).href

  let asked = 0
  let filled = 0
  let largest = { tile: '', address: '', bytes: 0, raw: 0 }
  const started = performance.now()
  let level: Tile[] = [{ z: 0, x: 0, y: 0 }]
  while (level.length > 0) {
    const next: Tile[] = []
    await inTurns(level, 8, async (tile) => {
      if (++asked > mostTiles) return
      const answer = await ask(toAddress(tile))
      const isFilled = answer.status === 200 && answer.bytes > 0
      if (!isFilled && answer.status !== 204 && answer.status !== 404 && answer.status !== 200)
        throw new Error(`${toAddress(tile)} answered ${answer.status}`)
      if (isFilled) {
        filled += 1
        const raw = answer.encoding === 'gzip' ? gunzipSync(answer.body) : answer.body
        const bytes = answer.encoding === 'gzip' ? answer.bytes : gzipSync(raw).length
        if (bytes > largest.bytes)
          largest = { tile: `${tile.z}/${tile.x}/${tile.y}`, address: toAddress(tile), bytes, raw: raw.length }
      }
      if (tile.z < deepestZoom && (isFilled || tile.z < alwaysOpenedZoom)) next.push(...childrenOf(tile))
    })
    level = next
  }
  const seconds = (performance.now() - started) / 1000
  return {
    largest: largest.address,
    answers: [
      judge(`largest tile (${largest.tile}), gzipped`, largest.bytes, { atMost: 200_000 }, formatKilobytes),
      judge('  of it: decoded', largest.raw, null, formatKilobytes),
      judge(
        `tiles that are not empty, z0 to z${deepestZoom}${asked > mostTiles ? ' (walk cut short)' : ''}`,
        filled,
        null,
        String,
      ),
      judge('  all of them, made and sent once', seconds, null, (value) => `${value.toFixed(1)} s`),
    ],
  }
}

function childrenOf({ z, x, y }: Tile): Tile[] {
  return [0, 1].flatMap((right) => [0, 1].map((down) => ({ z: z + 1, x: x * 2 + right, y: y * 2 + down })))
}

async function inTurns<T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = items[next++]; item !== undefined; item = items[next++]) await act(item)
    }),
  )
}
