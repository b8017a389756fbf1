import { useMemo, useState } from 'react'
import { useCollection, useParkAccess, usePlan } from '../../api/queries.ts'
import { traitsOf, type Traits } from '../../invest/categories.ts'
import { measure, type Measurements } from '../../invest/criteria.ts'
import { buildProfile, type ParkProfile } from '../../invest/profile.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { PanelAnswer } from '../PanelQuery.tsx'

/** A park with its fields and what it is limited, ranked and compared by. */
export interface KnownPark {
  id: string
  profile: ParkProfile
  measurements: Measurements
  traits: Traits
}

/**
 * Every park as fields; the list does not wait for the road distances, which come when they are computed.
 *
 * Roads are those of 2025, the nearest phase to today, unless the reader looks at 2030.
 */
export function useProfiles(): PanelAnswer<readonly KnownPark[]> & {
  /** `pending`: whatever rests on roads is not known yet, which is not the same as not published. */
  accessState: 'pending' | 'failed' | 'there'
  accessPhase: 2025 | 2030
} {
  const { state } = useAtlas()
  const [today] = useState(() => new Date())
  const accessPhase = state.phase === 2030 ? 2030 : 2025
  const parks = useCollection('parks')
  const later = useCollection('later-parks')
  const { data: plan } = usePlan()
  const access = useParkAccess(accessPhase)
  const known = useMemo(() => {
    if (!parks.data || !later.data) return undefined
    return [...parks.data.features, ...later.data.features].map((park): KnownPark => {
      const row = access.data?.parks.find(({ feature }) => feature.endsWith(`:${park.properties.id}`))
      const profile = buildProfile(park, {
        origins: plan?.origins ?? [],
        access:
          row && access.data ? { park: row, method: access.data.method, peopleMethod: access.data.peopleMethod } : null,
        today,
      })
      return { id: park.properties.id, profile, measurements: measure(profile, today), traits: traitsOf(profile) }
    })
  }, [parks.data, later.data, plan, access.data, today])
  return {
    data: known,
    error: parks.error ?? later.error,
    mutate: () => void Promise.all([parks.mutate(), later.mutate()]),
    accessState: access.data ? 'there' : access.error ? 'failed' : 'pending',
    accessPhase,
  }
}
