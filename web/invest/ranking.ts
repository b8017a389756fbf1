import { oldest, type Age } from './age.ts'
import { criterionOf, rankedCriteria, type Measured, type Measurements, type RankedId } from './criteria.ts'

/**
 * Parks in order of a weighted sum of points, 0 to 100, each with the least and the most it can be.
 *
 * A criterion's points run in a straight line from its `worst` (0) to its `best` (100) and stop there. `access` stands
 * for three of them at once, by road to Nghi Sơn port, the airport and the nearest interchange, a third each. What is
 * not known counts as the reader chose: no points, half the points, or left out, so that the rest weighs more. Stale
 * values count as not known unless they are asked for.
 */
export type WeightId = 'access' | RankedId
export const accessParts: readonly RankedId[] = ['port', 'airport', 'interchange']

/** Whole numbers from 0 to 100; what is not named weighs nothing. */
export type Weights = Readonly<Partial<Record<WeightId, number>>>

export const unknownPolicies = ['none', 'half', 'skip'] as const
export type UnknownPolicy = (typeof unknownPolicies)[number]

export interface RankingChoices {
  weights: Weights
  unknown: UnknownPolicy
  withStale: boolean
}

export const weightIds: readonly WeightId[] = ['access', ...rankedCriteria.map(({ id }) => id)]

export const presets = {
  export: { access: 20, port: 30, area: 20, readiness: 20, people: 10 },
  logistics: { port: 30, interchange: 30, station: 10, area: 20, readiness: 10 },
  highTech: { airport: 30, city: 20, people: 20, readiness: 20, interchange: 10 },
  agro: { area: 25, people: 15, interchange: 20, port: 20, readiness: 20 },
} as const satisfies Record<string, Weights>
export type PresetId = keyof typeof presets
export const presetIds = Object.keys(presets) as PresetId[]

/** Points of one criterion; null: not known. */
export interface Points {
  low: number
  value: number
  high: number
}

export interface ScorePart {
  weight: WeightId
  /** Share of all weights, 0 to 1. */
  share: number
  /** Null: not known, see `why`. */
  points: Points | null
  why: 'known' | 'missing' | 'stale'
  /** Of the oldest value that the points rest on, or would rest on; fresh where nothing is known. */
  age: Age
}

export interface Score {
  id: string
  points: Points
  parts: readonly ScorePart[]
  /** Share of the weights whose value is known. */
  knownShare: number
}

interface Ranked {
  id: string
  measurements: Measurements
}

export function rank(parks: readonly Ranked[], choices: RankingChoices): Score[] {
  return parks.map((park) => score(park, choices)).toSorted(byPoints)
}

/** Higher first; equal ones by id, so that the order is the same everywhere. */
function byPoints(one: Score, other: Score): number {
  return other.points.value - one.points.value || (one.id < other.id ? -1 : 1)
}

function score({ id, measurements }: Ranked, { weights, unknown, withStale }: RankingChoices): Score {
  const used = weightIds.filter((weight) => (weights[weight] ?? 0) > 0)
  const sum = used.reduce((total, weight) => total + (weights[weight] ?? 0), 0)
  const parts = used.map((weight): ScorePart => {
    const share = (weights[weight] ?? 0) / sum
    return { weight, share, ...pointsOf(measurements, weight, withStale) }
  })
  const knownShare = parts.reduce((total, { points, share }) => total + (points ? share : 0), 0)
  return { id, parts, knownShare, points: totalOf(parts, unknown, knownShare) }
}

function totalOf(parts: readonly ScorePart[], unknown: UnknownPolicy, knownShare: number): Points {
  const instead = unknown === 'half' ? 50 : 0
  const divisor = unknown === 'skip' ? knownShare : 1
  if (divisor === 0 || parts.length === 0) return { low: 0, value: 0, high: 0 }
  const add = (end: keyof Points) =>
    parts.reduce((sum, { points, share }) => {
      if (points) return sum + points[end] * share
      return unknown === 'skip' ? sum : sum + instead * share
    }, 0) / divisor
  return { low: add('low'), value: add('value'), high: add('high') }
}

/** The matrix that the stability test shakes: points by park and weight, unknown ones null. */
export function pointsOf(
  measurements: Measurements,
  weight: WeightId,
  withStale: boolean,
): Pick<ScorePart, 'points' | 'why' | 'age'> {
  const ids = weight === 'access' ? accessParts : [weight]
  const known = ids.map((id) => measurements[id])
  const age = oldest(known.flatMap((measured) => measured?.age ?? []))
  if (known.some((measured) => measured === null)) return { points: null, why: 'missing', age: 'fresh' }
  if (!withStale && age === 'stale') return { points: null, why: 'stale', age }
  const all = ids.flatMap((id, index) => {
    const measured = known[index]
    return measured ? [toPoints(id, measured)] : []
  })
  const mean = (end: keyof Points) => all.reduce((sum, points) => sum + points[end], 0) / all.length
  return { points: { low: mean('low'), value: mean('value'), high: mean('high') }, why: 'known', age }
}

function toPoints(id: RankedId, measured: Measured): Points {
  const { worst, best } = criterionOf(id)
  const at = (value: number) => 100 * Math.min(1, Math.max(0, (value - worst) / (best - worst)))
  const ends = [at(measured.low), at(measured.high)]
  return { low: Math.min(...ends), value: at(measured.value), high: Math.max(...ends) }
}
