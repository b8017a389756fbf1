import { useEffect, useMemo, useState } from 'react'
import { usePlan, useSearchIndex } from '../api/queries.ts'
import type { CoordinateReading, ToWgs84 } from '../search/coordinates.ts'
import type { SearchHit } from '../search/search.ts'

type Searching = typeof import('../search/search.ts') & typeof import('../search/coordinates.ts')

export interface SearchAnswer {
  hits: SearchHit[]
  places: CoordinateReading[]
  ready: boolean
  error: Error | null
}

const most = 12

/** What the typed text may mean. The searching itself is fetched when the reader first turns to the box. */
export function useSearch(text: string, wanted: boolean): SearchAnswer {
  const { data: entries, error } = useSearchIndex(wanted)
  const { data: plan } = usePlan()
  const [searching, setSearching] = useState<Searching | null>(null)
  useEffect(() => {
    if (!wanted) return
    void Promise.all([import('../search/search.ts'), import('../search/coordinates.ts')]).then(([names, numbers]) =>
      setSearching({ ...names, ...numbers }),
    )
  }, [wanted])

  const index = useMemo(
    () => (searching && entries ? searching.buildSearchIndex(entries, plan ?? null) : null),
    [searching, entries, plan],
  )
  const hits = useMemo(
    () => (searching && index && text ? searching.search(index, text, most) : []),
    [searching, index, text],
  )
  const toWgs84 = useProjection(/\d.*[\s,;/].*\d/.test(text))
  const places = useMemo(
    () => (searching && toWgs84 ? searching.readCoordinates(text, toWgs84) : []),
    [searching, toWgs84, text],
  )
  return { hits, places, ready: index !== null, error: error ?? null }
}

/** The projection is fetched when a text first looks like a pair of numbers. */
function useProjection(wanted: boolean): ToWgs84 | null {
  const [project, setProject] = useState<ToWgs84 | null>(null)
  useEffect(() => {
    if (wanted && !project) void import('../compute/vn2000.ts').then((module) => setProject(() => module.toWgs84))
  }, [wanted, project])
  return wanted ? project : null
}
