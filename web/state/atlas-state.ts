import type { ShowPlace } from './show-state.ts'
import { usualLook, type Look } from './look-state.ts'
import { usualKiosk, type VenueState } from './venue-state.ts'

/**
 * What a shared link brings back, and every way it can change.
 *
 * The camera is not here: it belongs to the map. Visible layers are kept as differences from the
 * registry's defaults, so that a link made before a layer existed still shows that layer.
 */
export type Mode = 'plan' | 'invest' | 'show'
export type Language = 'vi' | 'en' | 'zh' | 'ja' | 'ko'
export type Phase = 2021 | 2025 | 2030
export type PanelTab = 'layers' | 'coverage' | 'draw' | 'data' | 'figures' | 'ledger' | 'unplaced' | 'about'

export const modes: readonly Mode[] = ['plan', 'invest', 'show']
export const languages: readonly Language[] = ['vi', 'en', 'zh', 'ja', 'ko']
export const phases: readonly Phase[] = [2021, 2025, 2030]
export const panelTabs: readonly PanelTab[] = [
  'layers',
  'coverage',
  'draw',
  'data',
  'figures',
  'ledger',
  'unplaced',
  'about',
]

/** One feature, as links name it: `park:bim-son` is `{ kind: 'park', id: 'bim-son' }`. */
export interface Selection {
  kind: string
  id: string
}

/** How far from a corridor still counts, in metres; the programme gives none, 5 km is our default. */
export const bufferLimits = { least: 500, usual: 5000, most: 30_000 } as const

export interface AtlasState extends VenueState {
  mode: Mode
  language: Language
  phase: Phase
  tab: PanelTab
  selection: Selection | null
  shownLayers: readonly string[]
  hiddenLayers: readonly string[]
  bufferMeters: number
  /** Corridors whose coverage is asked for; none named means all of them. */
  coverageCorridors: readonly string[]
  /** The investor's mode as links write it; `invest-state.ts` reads it once that mode opens. */
  invest: string
  /** Where a reader is in a story; null: in none. */
  show: ShowPlace | null
  look: Look
  /** A scenario as a link carries it, see `scenario-link.ts`. */
  sharedScenario: string | null
}

export type AtlasAction =
  | { type: 'show-mode'; mode: Mode }
  | { type: 'speak'; language: Language }
  | { type: 'set-phase'; phase: Phase }
  | { type: 'open-tab'; tab: PanelTab }
  | { type: 'select'; selection: Selection | null }
  | { type: 'toggle-layer'; layerId: string; visible: boolean; visibleByDefault: boolean }
  | { type: 'reset-layers' }
  | { type: 'set-buffer'; bufferMeters: number }
  | { type: 'cover'; corridors: readonly string[] }
  | { type: 'invest'; change: (invest: string) => string }
  | { type: 'show'; place: ShowPlace | null }
  | { type: 'look'; look: Partial<Look> }
  | { type: 'share-scenario'; text: string | null }
  /** A function gets the state as it is then, changed by whatever was asked for in the same breath. */
  | { type: 'restore'; state: AtlasState | ((now: AtlasState) => AtlasState) }

export function initialState(language: Language): AtlasState {
  return {
    mode: 'plan',
    venue: 'desk',
    kiosk: usualKiosk,
    language,
    phase: 2021,
    tab: 'layers',
    selection: null,
    shownLayers: [],
    hiddenLayers: [],
    bufferMeters: bufferLimits.usual,
    coverageCorridors: [],
    invest: '',
    show: null,
    look: usualLook,
    sharedScenario: null,
  }
}

export function reduce(state: AtlasState, action: AtlasAction): AtlasState {
  switch (action.type) {
    case 'show-mode':
      return { ...state, mode: action.mode }
    case 'speak':
      return { ...state, language: action.language }
    case 'set-phase':
      return { ...state, phase: action.phase }
    case 'open-tab':
      return { ...state, tab: action.tab }
    case 'select':
      return { ...state, selection: action.selection }
    case 'toggle-layer': {
      const { layerId, visible, visibleByDefault } = action
      const without = (ids: readonly string[]) => ids.filter((id) => id !== layerId)
      return {
        ...state,
        shownLayers:
          visible && !visibleByDefault ? [...without(state.shownLayers), layerId] : without(state.shownLayers),
        hiddenLayers:
          !visible && visibleByDefault ? [...without(state.hiddenLayers), layerId] : without(state.hiddenLayers),
      }
    }
    case 'set-buffer':
      return { ...state, bufferMeters: action.bufferMeters }
    case 'cover':
      return { ...state, coverageCorridors: action.corridors }
    case 'show':
      return { ...state, show: action.place }
    case 'share-scenario':
      return { ...state, sharedScenario: action.text }
    case 'reset-layers':
      return { ...state, shownLayers: [], hiddenLayers: [] }
    case 'invest':
      return { ...state, invest: action.change(state.invest) }
    case 'look':
      return { ...state, look: { ...state.look, ...action.look } }
    case 'restore':
      return typeof action.state === 'function' ? action.state(state) : action.state
  }
}

export function isLayerVisible(
  state: Pick<AtlasState, 'shownLayers' | 'hiddenLayers'>,
  layer: { id: string; visibleByDefault: boolean },
): boolean {
  return layer.visibleByDefault ? !state.hiddenLayers.includes(layer.id) : state.shownLayers.includes(layer.id)
}
