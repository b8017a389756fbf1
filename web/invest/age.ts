/**
 * How old a statement is: fresh up to two years, ageing beyond, stale beyond four.
 *
 * Origins date themselves as they can: `2024-06-25`, `2022`, `n.d., about 2024-2026`, `n.d.`. A month or a year
 * counts from its first day, so that nothing looks fresher than it is; no year at all is `undated`, which is not old
 * but not known either.
 */
export type Age = 'fresh' | 'ageing' | 'stale' | 'undated'

export const ageLimits = { ageingYears: 2, staleYears: 4 } as const

/** Of several statements, that of the oldest; an undated one is older than a fresh one and no older than an ageing one. */
export function oldest(ages: readonly Age[]): Age {
  return (['stale', 'ageing', 'undated'] as const).find((age) => ages.includes(age)) ?? 'fresh'
}

const millisecondsPerYear = 365.25 * 24 * 3600 * 1000

/** Years from the statement to `today`; null where the text names no year. Never negative. */
export function yearsSince(date: string | null, today: Date): number | null {
  const match = /((?:19|20)\d{2})(?:-(\d{2})(?!\d)(?:-(\d{2})(?!\d))?)?/.exec(date ?? '')
  if (!match) return null
  const month = Number(match[2] ?? 1)
  // `2022-2023` is a span of years, not a month.
  const then = Date.UTC(Number(match[1]), month >= 1 && month <= 12 ? month - 1 : 0, Number(match[3] ?? 1))
  return Math.max(0, (today.getTime() - then) / millisecondsPerYear)
}

export function ageOf(date: string | null, today: Date): Age {
  const years = yearsSince(date, today)
  if (years === null) return 'undated'
  if (years > ageLimits.staleYears) return 'stale'
  return years > ageLimits.ageingYears ? 'ageing' : 'fresh'
}
