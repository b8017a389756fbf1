import { useCallback } from 'react'
import { layers } from '../layers/index.ts'
import type { AtlasLayer } from '../layers/layer.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { isLayerVisible, type Selection } from '../state/atlas-state.ts'
import { collectionOfKind } from '../state/kinds.ts'

/** Selects a feature from a list or a search, and switches its layer on if it could not be seen otherwise. */
export function useSelect(): (selection: Selection) => void {
  const { state, dispatch } = useAtlas()
  return useCallback(
    (selection) => {
      dispatch({ type: 'select', selection })
      const layer = layerOf(selection)
      if (!layer || isLayerVisible(state, layer)) return
      dispatch({ type: 'toggle-layer', layerId: layer.id, visible: true, visibleByDefault: layer.visibleByDefault })
    },
    [state, dispatch],
  )
}

/** The layer that is about the feature's collection, or else one that draws it among others. */
function layerOf(selection: Selection): AtlasLayer | undefined {
  const collection = collectionOfKind(selection.kind)
  return (
    layers.find((layer) => layer.collections[0] === collection) ??
    layers.find((layer) => layer.collections.some((id) => id === collection))
  )
}
