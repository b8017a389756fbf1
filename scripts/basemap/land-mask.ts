/**
 * Which pixels of a Web Mercator picture are land, and which lie so near the shore that a shade must fade.
 */
import sharp from 'sharp'
import type { LngLat } from './points.ts'
import type { Box } from './window.ts'

/** How much of each pixel is land, 0 to 255, fading in over the first pixels behind the shore. */
export async function landMask(
  rings: readonly (readonly LngLat[])[],
  [west, south, east, north]: Box,
  width: number,
  height: number,
): Promise<Buffer> {
  const top = mercatorY(north)
  const bottom = mercatorY(south)
  const paths = rings.map((ring) => {
    const points = ring.map(([lng, lat]) => {
      const x = ((lng - west) / (east - west)) * width
      const y = ((top - mercatorY(lat)) / (top - bottom)) * height
      return `${x.toFixed(2)},${y.toFixed(2)}`
    })
    return `M${points.join('L')}Z`
  })
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="#000"/><path d="${paths.join('')}" fill="#fff"/></svg>`
  const crisp = await sharp(Buffer.from(svg)).toColourspace('b-w').raw().toBuffer()
  const soft = await sharp(crisp, { raw: { width, height, channels: 1 } })
    .blur(3)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  // Twice the blur less one half keeps the fade on the land side of the shore.
  return Buffer.from(soft.map((value, i) => Math.min(crisp[i] ?? 0, Math.max(0, 2 * value - 255))))
}

/** Northing on a globe of radius 1. */
export function mercatorY(lat: number): number {
  return Math.asinh(Math.tan((lat * Math.PI) / 180))
}
