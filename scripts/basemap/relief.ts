/**
 * How the hills look in a light from north and north-west, as shadow and light to lay over any ground colour.
 *
 * The heights are a grey picture of one pixel per two arc-minutes (3.7 km), so this is a backdrop: peaks
 * are lost and no slope, profile or height may be read from it. Plain and sea are transparent, and towards
 * its frame the whole picture is.
 */
import { readHeights, surfaceAt, type HeightGrid } from './heights.ts'
import { indexedPng, type Rgba } from './indexed-png.ts'
import { landMask, mercatorY } from './land-mask.ts'
import type { LngLat } from './points.ts'
import type { Box } from './window.ts'

export interface Relief {
  png: Buffer
  placement: ReliefPlacement
}

export interface ReliefPlacement {
  originId: 'srtm30-marble'
  image: string
  widthPixels: number
  heightPixels: number
  projection: 'EPSG:3857'
  /** Outer corners of the picture, north-west first and clockwise, as a MapLibre image source wants. */
  coordinates: [LngLat, LngLat, LngLat, LngLat]
}

const exaggeration = 18
const fadeDegrees = 0.8
const sunAltitude = (45 * Math.PI) / 180
/**
 * Directions light comes from, clockwise from north, and their shares. The ranges here run north-west to
 * south-east, along the usual north-western light, which alone would leave them flat: so most comes from the
 * north.
 */
const suns: readonly [azimuthDegrees: number, share: number][] = [
  [345, 0.45],
  [310, 0.35],
  [25, 0.2],
]
const darkest = 150
const lightest = 120
const shadowColour = [38, 46, 58] as const
const lightColour = [255, 252, 244] as const

export async function extractRelief(
  elevationTilePath: string,
  landRings: readonly (readonly LngLat[])[],
  box: Box,
  widthPixels: number,
): Promise<Relief> {
  const [west, south, east, north] = box
  const mercatorNorth = mercatorY(north)
  const mercatorSouth = mercatorY(south)
  const spanX = ((east - west) * Math.PI) / 180
  const heightPixels = Math.round((widthPixels * (mercatorNorth - mercatorSouth)) / spanX)

  const heights = await readHeights(elevationTilePath, box)
  const landShare = await landMask(landRings, box, widthPixels, heightPixels)
  const pixels = new Uint8Array(widthPixels * heightPixels)
  for (let y = 0; y < heightPixels; y++) {
    const mercator = mercatorNorth - ((y + 0.5) / heightPixels) * (mercatorNorth - mercatorSouth)
    const lat = (Math.atan(Math.sinh(mercator)) * 180) / Math.PI
    for (let x = 0; x < widthPixels; x++) {
      const lng = west + ((x + 0.5) / widthPixels) * (east - west)
      const at = y * widthPixels + x
      const shade = shadeAt(heights, lng, lat) * ((landShare[at] ?? 0) / 255) * fade(lng, lat, box)
      pixels[at] = Math.round(128 + 127 * Math.max(-1, Math.min(1, shade)))
    }
  }
  return {
    png: indexedPng(pixels, widthPixels, heightPixels, palette()),
    placement: {
      originId: 'srtm30-marble',
      image: 'relief.png',
      widthPixels,
      heightPixels,
      projection: 'EPSG:3857',
      coordinates: [
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    },
  }
}

/** 1 within, falling to 0 at the frame, so that the picture ends nowhere. */
function fade(lng: number, lat: number, [west, south, east, north]: Box): number {
  const ramp = (degrees: number) => {
    const t = Math.min(1, Math.max(0, degrees / fadeDegrees))
    return t * t * (3 - 2 * t)
  }
  return ramp(lng - west) * ramp(east - lng) * ramp(lat - south) * ramp(north - lat)
}

/** −1 the deepest shadow, 0 clear as the plain is, 1 the brightest light. */
function shadeAt(heights: HeightGrid, lng: number, lat: number): number {
  const { height, east, north } = surfaceAt(heights, lng, lat)
  const slope = exaggeration * Math.hypot(east, north)
  const lit = suns.reduce((sum, [azimuthDegrees, share]) => {
    const azimuth = (azimuthDegrees * Math.PI) / 180
    const rise = exaggeration * (Math.sin(azimuth) * east + Math.cos(azimuth) * north)
    const cosine = Math.sin(sunAltitude) - Math.cos(sunAltitude) * rise
    return sum + share * Math.max(0, cosine / Math.hypot(1, slope))
  }, 0)
  const flat = Math.sin(sunAltitude)
  const brighter = lit < flat ? (lit - flat) / flat : (lit - flat) / (1 - flat)
  // The hills have a soft tone of their own, which the sun thins and the shade deepens: so lit slopes
  // stand out on a pale map too, and the plain stays clear.
  const tone = 0.19 * Math.min(1, Math.max(0, height - 8) / 450) ** 0.6
  const shadow = Math.tanh(1.15 * tone * Math.exp(-1.8 * brighter))
  const glow = 0.35 * Math.max(0, brighter - 0.3) ** 1.5
  return glow - shadow
}

/** Below 128 shadow, above it light; 128 itself is clear. */
function palette(): Rgba[] {
  return Array.from({ length: 256 }, (_, i): Rgba => {
    const share = Math.min(1, Math.abs(i - 128) / 127)
    return i < 128 ? [...shadowColour, Math.round(share * darkest)] : [...lightColour, Math.round(share * lightest)]
  })
}
