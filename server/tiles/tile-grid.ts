/**
 * Where a tile of the WebMercatorQuad grid lies.
 */
import type { Box } from '../domain/box.ts'

/** The tile's longitudes and latitudes, wider by a share of its own size. */
export function boxOfTile(z: number, x: number, y: number, margin = 0): Box {
  const size = 2 ** z
  return [
    longitudeAt((x - margin) / size),
    latitudeAt((y + 1 + margin) / size),
    longitudeAt((x + 1 + margin) / size),
    latitudeAt((y - margin) / size),
  ]
}

/** The tiles of a zoom that touch a box, as `{ minX, minY, maxX, maxY }`. */
export function tileRange(z: number, [west, south, east, north]: Box) {
  const size = 2 ** z
  const clamp = (value: number) => Math.min(Math.max(Math.floor(value * size), 0), size - 1)
  return {
    minX: clamp((west + 180) / 360),
    maxX: clamp((east + 180) / 360),
    minY: clamp(mercatorY(north)),
    maxY: clamp(mercatorY(south)),
  }
}

export function isInGrid(z: number, x: number, y: number): boolean {
  const size = 2 ** z
  return x >= 0 && y >= 0 && x < size && y < size
}

function longitudeAt(unit: number): number {
  return unit * 360 - 180
}

function latitudeAt(unit: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * unit))) * 180) / Math.PI
}

function mercatorY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}
