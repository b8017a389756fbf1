/**
 * Adding up what a shape takes of the ground: at the least, as drawn and at the most, so that parts sum to
 * wholes and every answer of the atlas counts hectares and people in the same way.
 */
import type { CollectionId } from '../domain/collections.ts'
import type {
  CommuneCoverage,
  Coverage,
  Extent,
  Range,
  ReachedArea,
  ReachedGround,
  Verdict,
} from '../domain/coverage.ts'
import type { CoverageGround, Named } from './coverage-ground.ts'
import { squareMetersPerHectare } from './measure.ts'

/** Hectares or people at the lowest, as drawn, and at the highest. */
export type Counts = [low: number, value: number, high: number]

/** Of ground and of the people on it. */
export interface GroundCounts {
  squareMeters: Counts
  people: Counts
}

export function noGround(): GroundCounts {
  return { squareMeters: [0, 0, 0], people: [0, 0, 0] }
}

export function addGround(
  counts: GroundCounts | undefined,
  squareMeters: number,
  people: number,
  low: boolean,
  value: boolean,
  high: boolean,
): void {
  if (!counts) return
  addAt(counts.squareMeters, squareMeters, low, value, high)
  addAt(counts.people, people, low, value, high)
}

export function addAt(counts: Counts, amount: number, low: boolean, value: boolean, high: boolean): void {
  if (low) counts[0] += amount
  if (value) counts[1] += amount
  if (high) counts[2] += amount
}

/**
 * Communes, districts and the whole, from what is counted of each commune.
 *
 * @param covered by commune
 */
export function tallyLand(
  { communes, districts }: CoverageGround,
  covered: readonly GroundCounts[],
): Pick<Coverage, 'whole' | 'communes' | 'districts'> {
  const whole = groundSum()
  const byDistrict = districts.map(groundSum)
  const features: CommuneCoverage[] = []
  const full: Counts = [0, 0, 0]
  const none: Counts = [0, 0, 0]
  for (const [i, commune] of communes.entries()) {
    const { squareMeters, districtId, population } = commune
    const counted = covered[i] ?? noGround()
    const ground = eachOf(counted.squareMeters, (count) => snap(count, squareMeters))
    const share = eachOf(ground, (count) => shareOf(count, squareMeters))
    const people = eachOf(counted.people, (count) => snap(count, population ?? 0))
    whole.add(squareMeters, ground, population ?? 0, people)
    byDistrict[commune.district]?.add(squareMeters, ground, population ?? 0, people)
    for (const level of [0, 1, 2] as const) {
      const extent = extentOf(ground[level], squareMeters)
      if (extent === 'full') full[level]++
      if (extent === 'none') none[level]++
    }
    features.push({
      ...namesOf(commune),
      districtId,
      extent: extentOf(ground[1], squareMeters),
      areaShare: toRange(share),
      people: toRange(people),
    })
  }
  return {
    whole: whole.reached(),
    communes: {
      total: communes.length,
      full: toRange(full),
      part: communes.length - full[1] - none[1],
      none: { low: none[2], value: none[1], high: none[0] },
      withoutPopulation: communes.filter(({ population }) => population === null).length,
      features,
    },
    districts: districts.map((district, i) => ({
      ...namesOf(district),
      reached: (byDistrict[i] ?? groundSum()).reached(),
    })),
  }
}

function groundSum() {
  let total = 0
  let totalPeople = 0
  const covered: Counts = [0, 0, 0]
  const reachedPeople: Counts = [0, 0, 0]
  return {
    add(squareMeters: number, counts: Counts, population: number, people: Counts): void {
      total += squareMeters
      totalPeople += population
      for (const level of [0, 1, 2] as const) {
        covered[level] += counts[level]
        reachedPeople[level] += people[level]
      }
    },
    reached: () => toReachedGround(total, covered, totalPeople, reachedPeople),
  }
}

export function toReachedGround(total: number, covered: Counts, totalPeople: number, people: Counts): ReachedGround {
  return {
    ...toReachedArea(total, covered),
    totalPeople,
    people: toRange(people),
    peopleShare: totalPeople === 0 ? null : toRange(eachOf(people, (count) => shareOf(count, totalPeople))),
  }
}

export function toReachedArea(squareMeters: number, covered: Counts): ReachedArea {
  return {
    totalHectares: squareMeters / squareMetersPerHectare,
    areaHectares: toRange(eachOf(covered, (count) => count / squareMetersPerHectare)),
    areaShare: toRange(eachOf(covered, (count) => shareOf(count, squareMeters))),
  }
}

export function eachOf([low, value, high]: Counts, change: (count: number) => number): Counts {
  return [change(low), change(value), change(high)]
}

export function toRange([low, value, high]: Counts): Range {
  return { low, value, high }
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0
}

/** Pieces that make up the whole are the whole, without the last digits. */
export function snap(part: number, whole: number): number {
  return Math.abs(whole - part) <= whole * 1e-9 ? whole : part
}

export function extentOf(part: number, whole: number): Extent {
  if (whole - part < 1) return 'full'
  return part < 1 ? 'none' : 'part'
}

export function namesOf({ featureId, name_vi, name_en }: Named): Named {
  return { featureId, name_vi, name_en }
}

/** Features of one kind, and how many of them lie where. */
export function countVerdicts<Feature extends { verdict: Verdict }>(collection: CollectionId, features: Feature[]) {
  const count = (verdict: Verdict) => features.filter((feature) => feature.verdict === verdict).length
  return {
    collection,
    inside: count('inside'),
    outside: count('outside'),
    uncertain: count('uncertain'),
    unplaced: count('unplaced'),
    features,
  }
}
