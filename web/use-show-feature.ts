import { useCallback, useRef } from 'react'
import { boundsOf } from './format/bounds.ts'
import type { MapHandle } from './map/map-handle.ts'
import { useAtlas } from './state/atlas-context.tsx'
import { useWorkbench } from './state/workbench.ts'

/**
 * Brings a feature whose card opens into sight, as soon as there is a map: a link that names a feature but no place
 * to look at flies to it, otherwise the map moves only if the feature could not be seen.
 */
export function useShowFeature(): (geometry: GeoJSON.Geometry) => void {
  const { state, initialCamera } = useAtlas()
  const isToBeFramed = useRef(initialCamera === null && state.selection !== null && state.show === null)
  return useCallback((geometry) => {
    const bounds = boundsOf(geometry)
    withMap((map) => {
      if (isToBeFramed.current) map.flyTo({ bounds })
      else map.ensureVisible(bounds)
      isToBeFramed.current = false
    })
  }, [])
}

function withMap(act: (map: MapHandle) => void): void {
  const { map } = useWorkbench.getState()
  if (map) return act(map)
  const stop = useWorkbench.subscribe(({ map: made }) => {
    if (!made) return
    stop()
    act(made)
  })
}
