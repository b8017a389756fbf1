/**
 * How large is the largest vector tile of the whole tileset, gzipped?
 *
 * Every tile that is not empty is fetched once, zoom 0 to 14: a tile without features has no children with
 * features, so the walk goes down only where something was found. Beyond zoom 9 it stays within a margin of the
 * province: the land around it goes on for thousands of kilometres, and is one flat fill there.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { ask, askJson } from './ask.ts'
import { formatKilobytes, judge, type Answer } from './answer.ts'

type Box = [west: number, south: number, east: number, north: number]

interface Tile {
  z: number
  x: number
  y: number
}

/** More would be a fault of the walk: the province has about 10,000. */
const mostTiles = 60_000
const lastZoomOfAll = 9
const marginDegrees = 0.1
const deepestZoom = 14
/** Above it features may appear only further down, so every tile is opened. */
const alwaysOpenedZoom = 4

export interface SentTile {
  zoom: number
  name: string
  address: string
  bytes: number
}

export interface TileWalk {
  answers: Answer[]
  /** The tile that costs most to send, and the middle one of the province at zoom 10 to 12. */
  largest: SentTile
  typical: SentTile
}

export async function walkTiles(url: string): Promise<TileWalk> {
  const { tiles } = await askJson<{ tiles: string[] }>(`${url}/tiles.json`)
  const { extent } = await askJson<{ extent: { spatial: { bbox: [Box] } } }>(`${url}/collections/province`)
  const [west, south, east, north] = extent.spatial.bbox[0]
  const province: Box = [west - marginDegrees, south - marginDegrees, east + marginDegrees, north + marginDegrees]
  const template = tiles[0]
  if (template === undefined) throw new Error('/tiles.json names no tiles')
  const toAddress = ({ z, x, y }: Tile) =>
    new URL(template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`), url).href

  let asked = 0
  const sent: SentTile[] = []
  let largestDecoded = 0
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
        const raw = answer.encoding === 'gzip' ? gunzipSync(answer.body) : answer.body
        const bytes = answer.encoding === 'gzip' ? answer.bytes : gzipSync(raw).length
        sent.push({ zoom: tile.z, name: `${tile.z}/${tile.x}/${tile.y}`, address: toAddress(tile), bytes })
        largestDecoded = Math.max(largestDecoded, raw.length)
      }
      if (tile.z < deepestZoom && (isFilled || tile.z < alwaysOpenedZoom))
        next.push(...childrenOf(tile).filter((child) => child.z <= lastZoomOfAll || touches(child, province)))
    })
    level = next
  }
  const seconds = (performance.now() - started) / 1000
  const bySize = sent.sort((one, other) => one.bytes - other.bytes)
  const largest = bySize.at(-1)
  const everyday = bySize.filter(({ zoom }) => zoom > lastZoomOfAll && zoom <= 12)
  const typical = everyday[Math.floor(everyday.length / 2)]
  if (!largest || !typical) throw new Error('every tile was empty')
  const cut = asked > mostTiles ? ' (walk cut short)' : ''
  return {
    largest,
    typical,
    answers: [
      judge(`largest tile (${largest.name}), gzipped`, largest.bytes, { atMost: 200_000 }, formatKilobytes),
      judge('  largest decoded', largestDecoded, null, formatKilobytes),
      judge(`  typical tile (${typical.name}), gzipped`, typical.bytes, null, formatKilobytes),
      judge(`tiles that are not empty, z0 to z${deepestZoom}${cut}`, sent.length, null, String),
      judge('  all of them, made and sent once', seconds, null, (value) => `${value.toFixed(1)} s`),
    ],
  }
}

function childrenOf({ z, x, y }: Tile): Tile[] {
  return [0, 1].flatMap((right) => [0, 1].map((down) => ({ z: z + 1, x: x * 2 + right, y: y * 2 + down })))
}

function touches({ z, x, y }: Tile, [west, south, east, north]: Box): boolean {
  const toLongitude = (column: number) => (column / 2 ** z) * 360 - 180
  const toLatitude = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI
  return toLongitude(x) <= east && toLongitude(x + 1) >= west && toLatitude(y + 1) <= north && toLatitude(y) >= south
}

async function inTurns<T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = items[next++]; item !== undefined; item = items[next++]) await act(item)
    }),
  )
}
