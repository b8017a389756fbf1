/**
 * The communes' ground with the people on it: which commune a piece of ground belongs to and how many live there.
 *
 * People are spread evenly over their commune: half a commune inside gives half its people. Islands far out
 * count nobody where their commune has other ground: nobody has published how many live on them, and spreading
 * people over rocks would take them from the shore.
 */
import type { PlanePoint } from './laea.ts'
import type { PlanePolygons } from './overlay.ts'
import { indexAreas, splitAreas, type AreaIndex, type Region } from './split-areas.ts'

export interface PeopledLand {
  /** Of the parts. */
  index: AreaIndex
  /** Every commune has one part with all its people, in order; far islands of some come after. */
  parts: readonly LandPart[]
}

export interface LandPart {
  /** Position in the list of communes. */
  commune: number
  polygons: PlanePolygons
  people: number
}

/** An island further than this from every other commune lies far out, metres. */
const farOutMeters = 3000

/** @param communes with 0 people where nobody has published them */
export function layPeople(communes: readonly { polygons: PlanePolygons; people: number }[]): PeopledLand {
  const islands: LandPart[] = []
  const parts = communes.map(({ polygons, people }, commune): LandPart => {
    const near = polygons.length < 2 ? polygons : polygons.filter((part) => !isFarOut(part, commune, communes))
    if (near.length === 0 || near.length === polygons.length) return { commune, polygons, people }
    islands.push({ commune, polygons: polygons.filter((part) => !near.includes(part)), people: 0 })
    return { commune, polygons: near, people }
  })
  const all = [...parts, ...islands]
  return { index: indexAreas(all.map(({ polygons }) => polygons)), parts: all }
}

/** As `splitAreas`: a commune's pieces add up to it, those with the same marks at most two. */
export function splitLand(
  { index, parts }: PeopledLand,
  regions: readonly Region[],
  visit: (commune: number, squareMeters: number, people: number, a: number, b: number, c: number) => void,
): void {
  splitAreas(index, regions, (i, squareMeters, a, b, c) => {
    const part = parts[i]
    const whole = index.areas[i]?.squareMeters ?? 0
    if (part && whole > 0) visit(part.commune, squareMeters, part.people * (squareMeters / whole), a, b, c)
  })
}

function isFarOut(part: PlanePolygons[number], own: number, communes: readonly { polygons: PlanePolygons }[]): boolean {
  const corners = part.flat()
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, right] = [Math.min(...xs) - farOutMeters, Math.max(...xs) + farOutMeters]
  const [bottom, top] = [Math.min(...ys) - farOutMeters, Math.max(...ys) + farOutMeters]
  // From corner to corner: edges of the coast are short beside the distance asked for.
  const isNear = ([x, y]: PlanePoint) =>
    x > left &&
    x < right &&
    y > bottom &&
    y < top &&
    corners.some((corner) => Math.hypot(corner[0] - x, corner[1] - y) <= farOutMeters)
  return !communes.some(({ polygons }, commune) => commune !== own && polygons.flat().some((ring) => ring.some(isNear)))
}
