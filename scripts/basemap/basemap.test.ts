/**
 * Does the committed basemap fill a wide screen without a seam?
 */
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { multiPolygon } from '@turf/helpers'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { BoundaryProperties } from './boundaries.ts'
import { linesOf, type BasemapFeature, type BasemapProperties } from './features.ts'
import { metersFromLine } from './lines.ts'
import { endOf, segmentsOf, startOf, type LngLat } from './points.ts'
import type { ReliefPlacement } from './relief.ts'
import type { CoastProperties } from './shore.ts'
import { basemapWindow, reliefWindow, runsAlongFrame, wideWindow, type Box } from './window.ts'

const fileOf = (name: string) => fileURLToPath(new URL(`../../data/basemap/${name}`, import.meta.url))

function featuresOf<P extends BasemapProperties>(name: string): BasemapFeature<P>[] {
  const text = readFileSync(fileOf(`${name}.geojson`), 'utf8')
  return (JSON.parse(text) as { features: BasemapFeature<P>[] }).features
}

function metersAlong(lines: readonly (readonly LngLat[])[], box: Box): number {
  const lengths = lines.flatMap(segmentsOf).map(([a, b]) => (runsAlongFrame(a, b, box) ? metersFromLine(a, [b, b]) : 0))
  return Math.max(...lengths)
}

const land = featuresOf('land')
const coast = featuresOf<CoastProperties>('coast')
const boundaries = featuresOf<BoundaryProperties>('neighbour-boundaries')

describe('land and coast', () => {
  const ground = multiPolygon(land.flatMap(linesOf).map((ring) => [ring]))
  const places: [name: string, position: LngLat, isLand: boolean][] = [
    ['Thanh Hóa', [105.776, 19.807], true],
    ['Luang Prabang', [102.14, 19.89], true],
    ['Yunnan', [102.7, 24.5], true],
    ['the middle of Hainan', [109.7, 19.1], true],
    ['Huế', [107.58, 16.46], true],
    ['the corner of the wide window', [98.51, 15.01], true],
    ['the Gulf of Tonkin', [107.5, 19], false],
    ['the sea off Đà Nẵng', [110, 16], false],
  ]

  it.each(places)('%s', (_, position, isLand) => {
    expect(booleanPointInPolygon(position, ground)).toBe(isLand)
  })

  it('the land has no edge along the frame of the fine window but small steps where a shore crosses it', () => {
    expect(metersAlong(land.flatMap(linesOf), basemapWindow)).toBeLessThan(500)
  })

  it('no coast runs along the outer frame', () => {
    expect(metersAlong(coast.flatMap(linesOf), wideWindow)).toBe(0)
  })

  it.each([
    ['Bạch Long Vĩ', [107.725, 20.132]],
    ['Cồn Cỏ', [107.338, 17.16]],
    ['Hoàng Sa', [112.335, 16.834]],
  ] as [string, LngLat][])('small islands alone in the sea stay: %s', (_, position) => {
    const meters = Math.min(...land.flatMap(linesOf).map((ring) => metersFromLine(position, ring)))
    expect(meters).toBeLessThan(3000)
  })
})

describe('boundaries', () => {
  it('the border with Laos goes on from both ends of the better line', () => {
    const better = featuresOf('border-laos').flatMap(linesOf)
    const further = boundaries.filter(({ id }) => id.startsWith('boundary-la-vn-')).flatMap(linesOf)
    expect(further).toHaveLength(2)
    for (const end of better.flatMap((line) => [startOf(line), endOf(line)])) {
      const gaps = further
        .flatMap((line) => [startOf(line), endOf(line)])
        .map((other) => metersFromLine(end, [other, other]))
      expect(Math.min(...gaps)).toBeLessThan(20)
    }
  })

  it('each is of a known kind, and both kinds occur', () => {
    expect(new Set(boundaries.map(({ properties }) => properties.kind))).toEqual(new Set(['country', 'province']))
  })
})

describe('relief', () => {
  const placement = JSON.parse(readFileSync(fileOf('relief.json'), 'utf8')) as ReliefPlacement

  it('lies where it was made for', () => {
    const [west, south, east, north] = reliefWindow
    expect(placement.coordinates).toEqual([
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ])
  })

  it('is clear along its frame, so that it ends nowhere', async () => {
    const { data, info } = await sharp(fileOf('relief.png')).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([placement.widthPixels, placement.heightPixels])
    let strongest = 0
    for (let y = 0; y < info.height; y++) {
      for (let x = 0; x < info.width; x++) {
        const onFrame = Math.min(x, y, info.width - 1 - x, info.height - 1 - y) === 0
        if (onFrame) strongest = Math.max(strongest, data[(y * info.width + x) * info.channels + 3] ?? 0)
      }
    }
    expect(strongest).toBeLessThan(3)
  })
})

it.each([
  ['land.geojson', 250_000],
  ['coast.geojson', 250_000],
  ['neighbour-boundaries.geojson', 60_000],
  ['relief.png', 450_000],
])('%s stays small', (name, bytes) => {
  expect(statSync(fileOf(name)).size).toBeLessThan(bytes)
})
