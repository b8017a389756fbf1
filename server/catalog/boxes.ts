/**
 * Which rectangle holds a shape, or many.
 *
 * Nothing of ours crosses the 180th meridian, so west is always below east here.
 */
import { bbox } from '@turf/bbox'
import type { Geometry } from 'geojson'
import type { Box } from '../domain/box.ts'

export function boxOf(geometry: Geometry | null): Box | null {
  if (!geometry) return null
  const [west, south, east, north] = bbox(geometry)
  return Number.isFinite(west) ? [west, south, east, north] : null
}

export function uniteBoxes(boxes: readonly (Box | null)[]): Box | null {
  let united: Box | null = null
  for (const box of boxes) {
    if (!box) continue
    united = united
      ? [
          Math.min(united[0], box[0]),
          Math.min(united[1], box[1]),
          Math.max(united[2], box[2]),
          Math.max(united[3], box[3]),
        ]
      : box
  }
  return united
}

/** The same box with fewer decimals, never smaller. */
export function roundOutwards([west, south, east, north]: Box, decimals: number): Box {
  const factor = 10 ** decimals
  const down = (value: number) => Math.floor(value * factor) / factor
  const up = (value: number) => Math.ceil(value * factor) / factor
  return [down(west), down(south), up(east), up(north)]
}
