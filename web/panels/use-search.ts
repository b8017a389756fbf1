import { useEffect, useMemo, useState } from 'react'
import { usePlan, useSearchIndex } from '../api/queries.ts'
import type { CoordinateReading } from '../search/coordinates.ts'
import type { DescribedPlace } from '../search/describe-place.ts'
import type { SearchHit } from '../search/search.ts'
import { localeOf } from '../format/numbers.ts'
import type { Language } from '../state/atlas-state.ts'

type Searching = typeof import('../search/search.ts') &
  typeof import('../search/coordinates.ts') &
  typeof import('../search/describe-place.ts')
type Projection = typeof import('../compute/vn2000.ts')

/** A place by its numbers, as it is told in the list. */
export type FoundPlace = CoordinateReading & DescribedPlace

export interface SearchAnswer {
  hits: SearchHit[]
  places: FoundPlace[]
  ready: boolean
  error: Error | null
  /** Asks for the index once more. */
  retry: () => void
}

const most = 12

/** What the typed text may mean. The searching itself is fetched when the reader first turns to the box. */
export function useSearch(text: string, wanted: boolean, language: Language): SearchAnswer {
  const { data: entries, error, mutate } = useSearchIndex(wanted)
  const { data: plan } = usePlan()
  const [searching, setSearching] = useState<Searching | null>(null)
  useEffect(() => {
    if (!wanted) return
    // What is found will be opened: its card should not have to wait while the map flies there.
    void import('./card/FeatureCard.tsx')
    void Promise.all([
      import('../search/search.ts'),
      import('../search/coordinates.ts'),
      import('../search/describe-place.ts'),
    ]).then(([names, numbers, places]) => setSearching({ ...names, ...numbers, ...places }))
  }, [wanted])

  const index = useMemo(
    () => (searching && entries ? searching.buildSearchIndex(entries, plan ?? null) : null),
    [searching, entries, plan],
  )
  const hits = useMemo(
    () => (searching && index && text ? searching.search(index, text, most) : []),
    [searching, index, text],
  )
  const projection = useProjection(/\d.*[\s,;/].*\d/.test(text))
  const places = useMemo(
    () =>
      searching && projection
        ? searching
            .readCoordinates(text, projection.toWgs84)
            .map((place) => ({ ...place, ...searching.describePlace(place, projection.toGrid, localeOf(language)) }))
        : [],
    [searching, projection, text, language],
  )
  return { hits, places, ready: index !== null, error: error ?? null, retry: () => void mutate() }
}

/** The projection is fetched when a text first looks like a pair of numbers. */
function useProjection(wanted: boolean): Projection | null {
  const [project, setProject] = useState<Projection | null>(null)
  useEffect(() => {
    if (wanted && !project) void import('../compute/vn2000.ts').then((module) => setProject({ ...module }))
  }, [wanted, project])
  return wanted ? project : null
}
