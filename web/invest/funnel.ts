import { criterionIds, type CriterionId, type Measurements } from './criteria.ts'

/**
 * Which parks stay when limits are set, and for those that go: why, by how much, and what would bring them back.
 *
 * A value is known from `low` to `high`. All of it beyond a limit: the park is out. All of it within: in. The limit
 * between the two: `uncertain`, kept and said so. A value that nobody has published is treated as the reader chose.
 */
export interface Limit {
  criterion: CriterionId
  min: number | null
  max: number | null
}

/** What to do with a park of which the limited value is not known. */
export const missingPolicies = ['apart', 'keep', 'drop'] as const
export type MissingPolicy = (typeof missingPolicies)[number]

export type Reason =
  | {
      type: 'beyond'
      criterion: CriterionId
      side: 'min' | 'max'
      limit: number
      low: number
      value: number
      high: number
      /** How far beyond the limit, as a part of the limit. */
      excess: number
    }
  | { type: 'missing'; criterion: CriterionId }

export type Standing = 'in' | 'uncertain' | 'apart' | 'out'

export interface Candidate {
  id: string
  measurements: Measurements
}

export interface Verdict {
  id: string
  standing: Standing
  /** Why it is out; all of them. */
  reasons: readonly Reason[]
  /** Limits that run through its range. */
  doubts: readonly CriterionId[]
  /** Limited values that nobody has published. */
  unknown: readonly CriterionId[]
}

export interface NearMiss {
  id: string
  /** The limits as they would have to be; a removed one has neither end. */
  relaxed: readonly Limit[]
}

export interface Funnel {
  verdicts: readonly Verdict[]
  /** How many are left after each limit, in order: 16, 9, 4. The first is the start. */
  counts: readonly number[]
  /** The limits that were applied, in order. */
  applied: readonly Limit[]
  /** Limits whose least is above their most; they cannot be met and are not applied. */
  reversed: readonly Limit[]
  /** The park that is out for the fewest limits, and of those by the least; null: none is out. */
  nearMiss: NearMiss | null
}

export function runFunnel(candidates: readonly Candidate[], limits: readonly Limit[], missing: MissingPolicy): Funnel {
  const set = limits.filter(({ min, max }) => min !== null || max !== null)
  const inOrder = criterionIds.flatMap((id) => set.filter(({ criterion }) => criterion === id))
  const reversed = inOrder.filter(({ min, max }) => min !== null && max !== null && min > max)
  const applied = inOrder.filter((limit) => !reversed.includes(limit))
  const verdicts = candidates.map((candidate) => judge(candidate, applied, missing))
  const counts = [0, ...applied.map((_, index) => index + 1)].map(
    (length) =>
      candidates.filter((candidate) => {
        const { standing } = judge(candidate, applied.slice(0, length), missing)
        return standing === 'in' || standing === 'uncertain'
      }).length,
  )
  return { verdicts, counts, applied, reversed, nearMiss: findNearMiss(verdicts, applied) }
}

function judge({ id, measurements }: Candidate, limits: readonly Limit[], missing: MissingPolicy): Verdict {
  const reasons: Reason[] = []
  const doubts: CriterionId[] = []
  const unknown: CriterionId[] = []
  for (const limit of limits) {
    const { criterion, min, max } = limit
    const known = measurements[criterion]
    if (!known) {
      unknown.push(criterion)
      if (missing === 'drop') reasons.push({ type: 'missing', criterion })
      continue
    }
    const { low, value, high } = known
    if (max !== null && low > max) {
      reasons.push({
        type: 'beyond',
        criterion,
        side: 'max',
        limit: max,
        low,
        value,
        high,
        excess: part(value - max, max),
      })
    } else if (min !== null && high < min) {
      reasons.push({
        type: 'beyond',
        criterion,
        side: 'min',
        limit: min,
        low,
        value,
        high,
        excess: part(min - value, min),
      })
    } else if ((max !== null && high > max) || (min !== null && low < min)) {
      doubts.push(criterion)
    }
  }
  return { id, standing: standingOf(reasons, doubts, unknown, missing), reasons, doubts, unknown }
}

function standingOf(
  reasons: readonly Reason[],
  doubts: readonly CriterionId[],
  unknown: readonly CriterionId[],
  missing: MissingPolicy,
): Standing {
  if (reasons.length > 0) return 'out'
  if (unknown.length > 0 && missing === 'apart') return 'apart'
  return doubts.length > 0 || unknown.length > 0 ? 'uncertain' : 'in'
}

function part(excess: number, limit: number): number {
  return excess / Math.max(Math.abs(limit), 1)
}

function findNearMiss(verdicts: readonly Verdict[], limits: readonly Limit[]): NearMiss | null {
  const cost = ({ reasons }: Verdict) =>
    reasons.reduce((sum, reason) => sum + (reason.type === 'beyond' ? reason.excess : 1), 0)
  const [nearest] = verdicts
    .filter(({ standing }) => standing === 'out')
    .toSorted(
      (one, other) =>
        one.reasons.length - other.reasons.length || cost(one) - cost(other) || (one.id < other.id ? -1 : 1),
    )
  return nearest ? { id: nearest.id, relaxed: relaxedFor(nearest, limits) } : null
}

/** The limits that keep this park out, moved just so far that its value as computed or stated passes. */
export function relaxedFor(verdict: Verdict, limits: readonly Limit[]): Limit[] {
  return limits.flatMap((limit): Limit[] => {
    const reason = verdict.reasons.find(({ criterion }) => criterion === limit.criterion)
    if (!reason) return []
    if (reason.type === 'missing') return [{ ...limit, min: null, max: null }]
    return reason.side === 'max'
      ? [{ ...limit, max: roundOut(reason.value, 'up') }]
      : [{ ...limit, min: roundOut(reason.value, 'down') }]
  })
}

/** To two or three figures, away from the park, so that the new limit is a number one would type. */
function roundOut(value: number, way: 'up' | 'down'): number {
  const size = Math.abs(value)
  const step = size >= 100_000 ? 10_000 : size >= 10 ? 1 : 0.1
  const steps = way === 'up' ? Math.ceil(value / step - 1e-9) : Math.floor(value / step + 1e-9)
  return Number((steps * step).toFixed(1))
}
