import { randomStream } from './random.ts'
import type { Score, UnknownPolicy } from './ranking.ts'

/**
 * How often the first stays first when every weight is off by up to a fifth.
 *
 * 1,000 times each weight is multiplied by its own random factor between 0.8 and 1.2 and the parks are ranked anew;
 * the seed is fixed, so that a link gives the same answer everywhere. `low` and `high` are the 95 % Wilson interval
 * of the share (E. B. Wilson, 1927), since a thousand draws are not all draws.
 */
export interface StabilityQuestion {
  parks: readonly { id: string; points: readonly (number | null)[] }[]
  /** Shares of the weights, in the order of the points; they add up to 1. */
  shares: readonly number[]
  unknown: UnknownPolicy
}

export interface Stability {
  winner: string
  draws: number
  wins: number
  share: { low: number; value: number; high: number }
  /** Whoever else came first, most often first. */
  others: readonly { id: string; wins: number }[]
}

export const draws = 1000
const spread = 0.2
const seed = 58

export function stability({ parks, shares, unknown }: StabilityQuestion): Stability | null {
  const winner = first(parks, shares, unknown)
  if (winner === null) return null
  const random = randomStream(seed)
  const wins = new Map<string, number>()
  for (let draw = 0; draw < draws; draw += 1) {
    const shaken = shares.map((share) => share * (1 - spread + 2 * spread * random()))
    const best = first(parks, shaken, unknown)
    if (best !== null) wins.set(best, (wins.get(best) ?? 0) + 1)
  }
  const won = wins.get(winner) ?? 0
  const others = [...wins]
    .filter(([id]) => id !== winner)
    .map(([id, count]) => ({ id, wins: count }))
    .toSorted((one, other) => other.wins - one.wins || (one.id < other.id ? -1 : 1))
  return { winner, draws, wins: won, share: wilson(won, draws), others }
}

/** What the worker needs of a ranking: nothing but points and shares. */
export function stabilityQuestion(scores: readonly Score[], unknown: UnknownPolicy): StabilityQuestion {
  return {
    parks: scores.map(({ id, parts }) => ({ id, points: parts.map(({ points }) => points?.value ?? null) })),
    shares: scores[0]?.parts.map(({ share }) => share) ?? [],
    unknown,
  }
}

function first(parks: StabilityQuestion['parks'], weights: readonly number[], unknown: UnknownPolicy): string | null {
  let best: { id: string; points: number } | null = null
  for (const { id, points } of parks) {
    let sum = 0
    let weight = 0
    for (const [index, share] of weights.entries()) {
      const known = points[index] ?? null
      if (known === null && unknown === 'skip') continue
      sum += share * (known ?? (unknown === 'half' ? 50 : 0))
      weight += share
    }
    const mean = weight === 0 ? 0 : sum / weight
    if (best === null || mean > best.points || (mean === best.points && id < best.id)) best = { id, points: mean }
  }
  return best?.id ?? null
}

function wilson(wins: number, trials: number): Stability['share'] {
  const z = 1.959_963_984_540_054
  const share = wins / trials
  const middle = (share + (z * z) / (2 * trials)) / (1 + (z * z) / trials)
  const half =
    (z / (1 + (z * z) / trials)) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  return { low: Math.max(0, middle - half), value: share, high: Math.min(1, middle + half) }
}
