import type { Map as MapLibreMap } from 'maplibre-gl'
import { create } from 'zustand'

/** The one map of the page, for the modules of `web/map` that draw on it, listen to it or copy its look. */
export const useEngine = create<{ map: MapLibreMap | null }>(() => ({ map: null }))
