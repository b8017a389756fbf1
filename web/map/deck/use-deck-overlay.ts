import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useRef } from 'react'
import { layers } from '../../layers/index.ts'
import { isLayerVisible, type AtlasState } from '../../state/atlas-state.ts'
import type { DeckDrawing } from './drawing.ts'
import type { DeckOverlay, Wanted } from './overlay.ts'

/**
 * Keeps deck.gl's drawings (halos in metres, arcs, columns) in step with the state.
 *
 * deck.gl is fetched when the first of them is wanted, and added when the style has settled: an
 * interleaved overlay that comes earlier silently draws on top of everything.
 */
export function useDeckOverlay(
  map: MapLibreMap | null,
  state: AtlasState,
  extras: readonly DeckDrawing[],
  onProblem: (message: string) => void,
): void {
  const overlay = useRef<Promise<DeckOverlay> | null>(null)
  const wanted = useMemo(() => toWanted(state, extras), [state, extras])

  useEffect(() => {
    const nothing = wanted.drawings.length === 0 && wanted.extras.length === 0 && !wanted.selection
    if (!map || (nothing && !overlay.current)) return
    overlay.current ??= Promise.all([import('./overlay.ts'), settled(map)]).then(([module]) => module.addOverlay(map))
    let current = true
    overlay.current
      .then((added) => (current ? added.show(wanted) : undefined))
      .catch((error: unknown) => onProblem(error instanceof Error ? error.message : String(error)))
    return () => {
      current = false
    }
  }, [map, wanted, onProblem])

  useEffect(() => () => void overlay.current?.then((added) => added.remove()), [])
}

export function toWanted(state: AtlasState, extras: readonly DeckDrawing[]): Wanted {
  const visible = layers.filter((layer) => isLayerVisible(state, layer))
  return {
    drawings: visible.flatMap((layer) => layer.deck ?? []),
    extras,
    collections: visible.flatMap((layer) => (layer.deck ? [] : layer.collections)),
    selection: state.selection,
  }
}

function settled(map: MapLibreMap): Promise<void> {
  return map.isStyleLoaded() ? Promise.resolve() : new Promise((resolve) => void map.once('idle', () => resolve()))
}
