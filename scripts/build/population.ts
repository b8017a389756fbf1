/**
 * How many people lived in each former commune on 1 April 2019.
 *
 * The census figures of districts and of the province are published; those of a few communes are not.
 * What a district has left over is spread over its unknown communes in proportion to their people of
 * 2009, in whole people (largest remainder), so communes always add up to their district. A commune
 * whose people of 2009 are not known either counts as an average one of its district.
 *
 * Where nothing is left over, the unknown commune had already joined a town whose published figure holds
 * its people: that figure is split by the 2009 census and both parts are estimates. The town is the
 * neighbour that grew beyond all others since 2009. Two cases: Minh Thọ within Nông Cống town, Đông Xuân
 * within Rừng Thông.
 */
import type { SeedEntryOf } from '../../server/domain/seeds.ts'

type Commune = SeedEntryOf<'gazetteer/communes.json'>
type District = SeedEntryOf<'gazetteer/districts.json'>

export interface Population {
  population2019: number
  populationBasis: 'census' | 'estimated'
}

/** The provincial total of the census of 1 April 2019: the sum of the published districts. */
export const censusTotal2019 = 3_640_128

/** @param areNeighbours whether two communes, by id, share an edge */
export function populationOfCommunes(
  districts: readonly District[],
  communes: readonly Commune[],
  areNeighbours: (a: string, b: string) => boolean,
): Map<string, Population> {
  const result = new Map<string, Population>()
  for (const district of districts) {
    const members = communes.filter(({ districtId }) => districtId === district.id)
    const known = members.filter(({ population2019 }) => population2019 !== null)
    const unknown = members.filter(({ population2019 }) => population2019 === null)
    for (const { id, population2019 } of known) {
      result.set(id, { population2019: population2019 ?? 0, populationBasis: 'census' })
    }
    const left = district.population2019 - known.reduce((sum, { population2019 }) => sum + (population2019 ?? 0), 0)
    const in2009 = members.flatMap(({ population2009 }) => population2009 || [])
    const average = in2009.reduce((sum, people) => sum + people, 0) / Math.max(1, in2009.length)
    const weightOf = ({ population2009 }: Commune) => population2009 || average
    if (unknown.length > 0 && left > 0) setShares(result, unknown, left, weightOf)
    else if (unknown.length > 0 && left === 0) {
      for (const commune of unknown) splitWithTown(result, commune, known, areNeighbours, weightOf)
    } else if (left !== 0) {
      // The published district total holds; its communes are scaled to it and no longer quoted as census.
      setShares(result, members, district.population2019, (commune) => commune.population2019 ?? weightOf(commune))
    }
  }
  return result
}

function splitWithTown(
  result: Map<string, Population>,
  commune: Commune,
  known: readonly Commune[],
  areNeighbours: (a: string, b: string) => boolean,
  weightOf: (commune: Commune) => number,
): void {
  const growth = ({ population2009, population2019 }: Commune) =>
    (population2019 ?? 0) / Math.max(1, population2009 ?? 0)
  const towns = known
    .filter(({ id, population2009 }) => (population2009 ?? 0) > 0 && areNeighbours(id, commune.id))
    .sort((a, b) => growth(b) - growth(a))
  const [town] = towns
  if (!town)
    throw new Error(`population of ${commune.id}: nothing is left of its district and no neighbour may hold its people`)
  setShares(result, [town, commune], town.population2019 ?? 0, weightOf)
}

function setShares(
  result: Map<string, Population>,
  communes: readonly Commune[],
  total: number,
  weightOf: (commune: Commune) => number,
): void {
  const shares = largestRemainder(total, communes.map(weightOf))
  communes.forEach(({ id }, i) => result.set(id, { population2019: shares[i] ?? 0, populationBasis: 'estimated' }))
}

/** Whole numbers in proportion to the weights that add up to the total; ties go to the earlier one. */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (sum === 0 ? total / weights.length : (total * weight) / sum))
  const whole = exact.map(Math.floor)
  const missing = total - whole.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of byRemainder.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1
  return whole
}
