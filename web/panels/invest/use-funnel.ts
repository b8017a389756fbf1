import { useMemo } from 'react'
import { runFunnel, type Funnel, type Verdict } from '../../invest/funnel.ts'
import type { InvestState } from '../../state/invest-state.ts'
import type { KnownPark } from './use-profiles.ts'

export interface Sifted {
  /** Parks of the chosen groups: what the funnel starts from. */
  pool: readonly KnownPark[]
  /** Those that every limit lets pass, surely or perhaps. */
  left: readonly KnownPark[]
  funnel: Funnel
  verdictOf: (id: string) => Verdict | undefined
}

export function useFunnel(parks: readonly KnownPark[], invest: InvestState): Sifted {
  const { groups, limits, missing } = invest
  return useMemo(() => {
    const pool = parks.filter(({ profile }) => groups.includes(profile.group))
    const funnel = runFunnel(pool, limits, missing)
    const verdicts = new Map(funnel.verdicts.map((verdict) => [verdict.id, verdict]))
    const verdictOf = (id: string) => verdicts.get(id)
    const left = pool.filter(({ id }) => ['in', 'uncertain'].includes(verdictOf(id)?.standing ?? 'out'))
    return { pool, left, funnel, verdictOf }
  }, [parks, groups, limits, missing])
}
