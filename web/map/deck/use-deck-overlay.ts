import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { layers } from '../../layers/index.ts'
import { isLayerVisible, type AtlasState } from '../../state/atlas-state.ts'
import type { DeckOverlay } from './overlay.ts'

/**
 * Keeps deck.gl's drawings (halos in metres, arcs, columns) in step with the state.
 *
 * deck.gl is fetched when the first of them is wanted, and added when the style has settled: an
 * interleaved overlay that comes earlier silently draws on top of everything.
 */
export function useDeckOverlay(map: MapLibreMap | null, state: AtlasState): void {
  const overlay = useRef<Promise<DeckOverlay> | null>(null)
  const wanted = layers
    .filter((layer) => layer.deck && isLayerVisible(state, layer))
    .map((layer) => layer.deck ?? 'halos')
  const key = JSON.stringify({ wanted, selection: state.selection, phase: state.phase, language: state.language })

  useEffect(() => {
    if (!map) return
    const {
      wanted: drawings,
      selection,
      language,
    } = JSON.parse(key) as { wanted: ('halos' | 'links' | 'columns')[] } & Pick<AtlasState, 'selection' | 'language'>
    if (drawings.length === 0 && !selection && !overlay.current) return
    overlay.current ??= Promise.all([import('./overlay.ts'), settled(map)]).then(([module]) => module.addOverlay(map))
    let current = true
    void overlay.current.then(async (added) => {
      if (current) await added.show({ drawings, selection, language })
    })
    return () => {
      current = false
    }
  }, [map, key])

  useEffect(() => () => void overlay.current?.then((added) => added.remove()), [])
}

function settled(map: MapLibreMap): Promise<void> {
  return map.isStyleLoaded() ? Promise.resolve() : new Promise((resolve) => void map.once('idle', () => resolve()))
}
