import type { Age } from './age.ts'
import { categoryIds, isCategory, type CategoryId, type Traits } from './categories.ts'
import { criterionIds, type CriterionId, type Measurements } from './criteria.ts'

/**
 * Which parks stay when limits are set, and for those that go: why, by how much, and what would bring them back.
 *
 * A value is known from `low` to `high`. All of it beyond a limit: the park is out. All of it within: in. The limit
 * between the two: `uncertain`, kept and said so. A value that nobody has published is treated as the reader chose.
 */
export type Limit = NumberLimit | Choice

export interface NumberLimit {
  criterion: CriterionId
  min: number | null
  max: number | null
}

/** Of a category: a park with any of these values may stay. */
export interface Choice {
  criterion: CategoryId
  values: readonly string[]
}

/** What parks are limited by. */
export type FieldId = Limit['criterion']

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
      /** Of the value that it is judged by. */
      age: Age
    }
  | { type: 'unlike'; criterion: CategoryId; has: readonly string[]; wanted: readonly string[]; age: Age }
  | { type: 'missing'; criterion: FieldId }

export type Standing = 'in' | 'uncertain' | 'apart' | 'out'

export interface Candidate {
  id: string
  measurements: Measurements
  traits: Traits
}

export interface Verdict {
  id: string
  standing: Standing
  /** Why it is out; all of them. */
  reasons: readonly Reason[]
  /** Limits that run through its range. */
  doubts: readonly CriterionId[]
  /** Limited values that nobody has published. */
  unknown: readonly FieldId[]
}

export interface NearMiss {
  id: string
  /** The limits as they would have to be; a removed one limits nothing. */
  relaxed: readonly Limit[]
}

export interface Funnel {
  verdicts: readonly Verdict[]
  /** How many are left after each limit, in order: 16, 9, 4. The first is the start. */
  counts: readonly number[]
  /** The limits that were applied, in order. */
  applied: readonly Limit[]
  /** Limits whose least is above their most; they cannot be met and are not applied. */
  reversed: readonly NumberLimit[]
  /** The park that is out for the fewest limits, and of those by the least; null: none is out. */
  nearMiss: NearMiss | null
}

export function runFunnel(candidates: readonly Candidate[], limits: readonly Limit[], missing: MissingPolicy): Funnel {
  const set = limits.filter(isLimiting)
  const inOrder = [...criterionIds, ...categoryIds].flatMap((id) => set.filter(({ criterion }) => criterion === id))
  const reversed = inOrder.flatMap((limit) => (isReversed(limit) ? [limit] : []))
  const applied = inOrder.filter((limit) => !isReversed(limit))
  const verdicts = candidates.map((candidate) => judge(candidate, applied, missing))
  const counts = [0, ...applied.map((_, index) => index + 1)].map((length) =>
    countLeft(candidates, applied.slice(0, length), missing),
  )
  return { verdicts, counts, applied, reversed, nearMiss: findNearMiss(verdicts, applied) }
}

/** False: the limit lets everything pass. */
export function isLimiting(limit: Limit): boolean {
  return 'values' in limit ? limit.values.length > 0 : limit.min !== null || limit.max !== null
}

function isReversed(limit: Limit): limit is NumberLimit {
  return !('values' in limit) && limit.min !== null && limit.max !== null && limit.min > limit.max
}

/** How many parks would be left if of this category only this value were asked for, and all else as it is. */
export function countWith(
  candidates: readonly Candidate[],
  limits: readonly Limit[],
  missing: MissingPolicy,
  choice: Choice,
): number {
  const others = limits.filter((limit) => limit.criterion !== choice.criterion && !isReversed(limit))
  return countLeft(candidates, [...others, choice], missing)
}

function countLeft(candidates: readonly Candidate[], limits: readonly Limit[], missing: MissingPolicy): number {
  return candidates.filter((candidate) => ['in', 'uncertain'].includes(judge(candidate, limits, missing).standing))
    .length
}

function judge(candidate: Candidate, limits: readonly Limit[], missing: MissingPolicy): Verdict {
  const reasons: Reason[] = []
  const doubts: CriterionId[] = []
  const unknown: FieldId[] = []
  for (const limit of limits) {
    const answer = 'values' in limit ? judgeChoice(limit, candidate.traits) : judgeNumber(limit, candidate.measurements)
    if (answer === 'unknown') unknown.push(limit.criterion)
    else if (answer === 'doubtful' && !isCategory(limit.criterion)) doubts.push(limit.criterion)
    else if (typeof answer === 'object') reasons.push(answer)
  }
  if (missing === 'drop') {
    reasons.push(...unknown.map((criterion): Reason => ({ type: 'missing', criterion })))
  }
  return { id: candidate.id, standing: standingOf(reasons, doubts, unknown, missing), reasons, doubts, unknown }
}

type Answer = 'passes' | 'doubtful' | 'unknown' | Reason

function judgeChoice({ criterion, values: wanted }: Choice, traits: Traits): Answer {
  const trait = traits[criterion]
  if (!trait) return 'unknown'
  if (trait.values.some((value) => wanted.includes(value))) return 'passes'
  return { type: 'unlike', criterion, has: trait.values, wanted, age: trait.age }
}

function judgeNumber({ criterion, min, max }: NumberLimit, measurements: Measurements): Answer {
  const known = measurements[criterion]
  if (!known) return 'unknown'
  const { low, value, high, age } = known
  const beyond = (side: 'min' | 'max', limit: number): Reason => ({
    type: 'beyond',
    criterion,
    side,
    limit,
    low,
    value,
    high,
    excess: Math.abs(value - limit) / Math.max(Math.abs(limit), 1),
    age,
  })
  if (max !== null && low > max) return beyond('max', max)
  if (min !== null && high < min) return beyond('min', min)
  return (max !== null && high > max) || (min !== null && low < min) ? 'doubtful' : 'passes'
}

function standingOf(
  reasons: readonly Reason[],
  doubts: readonly CriterionId[],
  unknown: readonly FieldId[],
  missing: MissingPolicy,
): Standing {
  if (reasons.length > 0) return 'out'
  if (unknown.length > 0 && missing === 'apart') return 'apart'
  return doubts.length > 0 || unknown.length > 0 ? 'uncertain' : 'in'
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
    if ('values' in limit) {
      // One more value is enough; the park's first is the one that is named first.
      return [{ ...limit, values: reason.type === 'unlike' ? [...limit.values, ...reason.has.slice(0, 1)] : [] }]
    }
    if (reason.type !== 'beyond') return [{ ...limit, min: null, max: null }]
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
