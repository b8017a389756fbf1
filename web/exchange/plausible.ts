/**
 * What pairs of numbers can be in this part of the world: degrees, metres of a Vietnamese grid, web Mercator.
 *
 * The ranges are those of Vietnam for degrees and of the neighbourhood of Thanh Hóa for metres. North and east
 * never overlap, so the numbers themselves tell which came first: surveyors write X for north.
 */
import type { SystemCode } from './raw-layer.ts'

export interface Family {
  name: 'degrees' | 'grid-48' | 'grid-49' | 'mercator'
  east: readonly [number, number]
  north: readonly [number, number]
  systems: readonly SystemCode[]
}

export const families: readonly Family[] = [
  { name: 'degrees', east: [101, 118], north: [7, 24], systems: ['EPSG:4756', 'EPSG:4326'] },
  { name: 'grid-48', east: [300_000, 780_000], north: [2_050_000, 2_380_000], systems: ['EPSG:5897', 'EPSG:3405'] },
  { name: 'grid-49', east: [-320_000, 60_000], north: [2_050_000, 2_400_000], systems: ['EPSG:3406'] },
  { name: 'mercator', east: [11_500_000, 11_950_000], north: [2_100_000, 2_460_000], systems: ['EPSG:3857'] },
]

const orders = ['east-north', 'north-east'] as const
export type Order = (typeof orders)[number]

export interface Reading {
  family: Family
  order: Order
  /** Share of the pairs that fit, 0 to 1. */
  share: number
}

const leastShare = 0.6

/** The family and order that most pairs fit; null when most fit none. */
export function readPairs(pairs: Iterable<readonly [number, number]>): Reading | null {
  const hits = families.flatMap((family) => [
    { family, order: orders[0], count: 0 },
    { family, order: orders[1], count: 0 },
  ])
  let total = 0
  for (const [first, second] of pairs) {
    total++
    for (const hit of hits) {
      const [east, north] = hit.order === 'east-north' ? [first, second] : [second, first]
      if (within(east, hit.family.east) && within(north, hit.family.north)) hit.count++
    }
  }
  const best = hits.toSorted((a, b) => b.count - a.count)[0]
  if (!best || total === 0 || best.count / total < leastShare) return null
  return { family: best.family, order: best.order, share: best.count / total }
}

function within(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to
}
