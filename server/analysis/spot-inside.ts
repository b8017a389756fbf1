/**
 * A place in an area that stands for it: its centre of gravity, or where that lies outside, the middle of
 * the widest run through it from west to east at the same height.
 */
import { isInArea } from './distance-to-lines.ts'
import type { PlanePoint } from './laea.ts'
import type { PlanePolygons } from './overlay.ts'

export function spotInside(polygons: PlanePolygons): PlanePoint {
  const rings = polygons.flat()
  const centre = centreOf(rings)
  return isInArea(centre, rings) ? centre : (middleOfWidestRun(rings, centre[1]) ?? rings[0]?.[0] ?? centre)
}

function centreOf(rings: readonly (readonly PlanePoint[])[]): PlanePoint {
  // Relative to one corner, or else digits are lost far from the origin.
  const [x0, y0] = rings[0]?.[0] ?? [0, 0]
  let [area, x, y] = [0, 0, 0]
  for (const ring of rings) {
    let before = ring.at(-1)
    for (const here of ring) {
      if (before) {
        const cross = (before[0] - x0) * (here[1] - y0) - (here[0] - x0) * (before[1] - y0)
        area += cross
        x += cross * (before[0] + here[0] - 2 * x0)
        y += cross * (before[1] + here[1] - 2 * y0)
      }
      before = here
    }
  }
  return area === 0 ? [x0, y0] : [x0 + x / (3 * area), y0 + y / (3 * area)]
}

function middleOfWidestRun(rings: readonly (readonly PlanePoint[])[], height: number): PlanePoint | null {
  const crossings: number[] = []
  for (const ring of rings) {
    let before = ring.at(-1)
    for (const here of ring) {
      if (before && before[1] > height !== here[1] > height) {
        crossings.push(before[0] + ((height - before[1]) / (here[1] - before[1])) * (here[0] - before[0]))
      }
      before = here
    }
  }
  crossings.sort((a, b) => a - b)
  let [middle, widest]: [number | null, number] = [null, 0]
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [west = 0, east = 0] = [crossings[i], crossings[i + 1]]
    if (east - west > widest) [middle, widest] = [(west + east) / 2, east - west]
  }
  return middle === null ? null : [middle, height]
}
