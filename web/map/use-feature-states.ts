import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Selection } from '../state/atlas-state.ts'
import { atlasSource } from './build-style.ts'
import type { MapExtra } from './extras/extra.ts'
import { paintedAs } from './pick.ts'

/** Marks the selected feature and the one under the pointer, so that their paint can answer. */
export function useFeatureStates(
  map: MapLibreMap | null,
  extras: readonly MapExtra[],
  selected: Selection | null,
  pointed: Selection | null,
): void {
  useMark(map, extras, selected, 'selected')
  useMark(map, extras, pointed, 'hover')
}

function useMark(
  map: MapLibreMap | null,
  extras: readonly MapExtra[],
  selection: Selection | null,
  mark: 'selected' | 'hover',
): void {
  useEffect(() => {
    if (!map || !selection) return
    const ownSources = extras.flatMap((extra) =>
      extra.layers.some(({ picks }) => picks) ? Object.keys(extra.sources) : [],
    )
    const targets = [
      ...paintedAs(selection).map((target) => ({ source: atlasSource, ...target })),
      ...ownSources.map((source) => ({ source, id: selection.id })),
    ]
    const set = (value: boolean) => {
      for (const target of targets) if (map.getSource(target.source)) map.setFeatureState(target, { [mark]: value })
    }
    set(true)
    return () => set(false)
  }, [map, extras, selection, mark])
}
