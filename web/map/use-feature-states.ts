import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Selection } from '../state/atlas-state.ts'
import { atlasSource } from './build-style.ts'
import { paintedAs } from './pick.ts'

/** Marks the selected feature and the one under the pointer, so that their paint can answer. */
export function useFeatureStates(map: MapLibreMap | null, selected: Selection | null, hovered: Selection | null): void {
  useMark(map, selected, 'selected')
  useMark(map, hovered, 'hover')
}

function useMark(map: MapLibreMap | null, selection: Selection | null, mark: 'selected' | 'hover'): void {
  useEffect(() => {
    if (!map || !selection) return
    const targets = paintedAs(selection)
    const set = (value: boolean) => {
      if (!map.getSource(atlasSource)) return
      for (const target of targets) map.setFeatureState({ source: atlasSource, ...target }, { [mark]: value })
    }
    set(true)
    return () => set(false)
  }, [map, selection, mark])
}
