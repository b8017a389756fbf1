import { useMemo } from 'react'
import type { ParkMark } from '../../map/extras/parks-in-play.ts'
import { rank } from '../../invest/ranking.ts'
import { kindOf } from '../../invest/park-group.ts'
import type { InvestState } from '../../state/invest-state.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { centreOf } from './centre-of.ts'
import type { Sifted } from './use-funnel.ts'
import type { KnownPark } from './use-profiles.ts'

/** Letters of the compared parks, in the order of choice. */
export const compareLetters = ['A', 'B', 'C', 'D', 'E'] as const

/** The same as `--letter-0` to `--letter-4` of the style sheet. */
const compareColors = ['#882255', '#1f6f78', '#b5580a', '#332288', '#55701c'] as const

/** What the map shows of each park while the investor looks for one. */
export function useParkMarks(parks: readonly KnownPark[], sifted: Sifted, invest: InvestState): readonly ParkMark[] {
  const kept = useShortlist((list) => list.entries)
  return useMemo(() => {
    const order = invest.view === 'rank' ? rank(sifted.left, invest.ranking).map(({ id }) => id) : []
    return parks.flatMap(({ id, profile }): ParkMark[] => {
      const { geometry } = profile.park
      if (!geometry) return []
      const { properties } = profile.park
      const isKept = kept.some((entry) => entry.id === id)
      // Of lists that were not chosen only what the reader has chosen otherwise.
      if (!invest.groups.includes(profile.group) && !isKept && !invest.compared.includes(id)) return []
      const standing = sifted.verdictOf(id)?.standing ?? 'out'
      return [
        {
          id,
          kind: kindOf(profile.park),
          name_vi: properties.name_vi,
          name_en: properties.name_en,
          position: centreOf(geometry),
          isDimmed:
            invest.view === 'compare' && invest.compared.length > 1
              ? !invest.compared.includes(id)
              : standing === 'out' || standing === 'apart',
          isUncertain: standing === 'uncertain',
          isKept,
          label: labelOf(id, order, invest),
          color: invest.view === 'compare' ? (compareColors[invest.compared.indexOf(id)] ?? null) : null,
        },
      ]
    })
  }, [parks, sifted, invest, kept])
}

function labelOf(id: string, order: readonly string[], { view, compared }: InvestState): string {
  if (view === 'rank') return order.includes(id) ? String(order.indexOf(id) + 1) : ''
  if (view === 'compare') return compareLetters[compared.indexOf(id)] ?? ''
  return ''
}
