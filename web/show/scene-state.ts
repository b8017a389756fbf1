import type { Scene } from '../../server/domain/story.ts'
import { initialState, type AtlasState } from '../state/atlas-state.ts'
import { fromHash, toHash } from '../state/url.ts'

/**
 * What the atlas shows in a scene: all that a link remembers, except what belongs to the reader (the language, the
 * open tab) and to the show (its place).
 */
export function toSceneState(state: AtlasState, scene: Scene, story: string): AtlasState {
  // What the panels have chosen is the reader's own, unless the scene says otherwise.
  const filtered =
    scene.filter === undefined ? state : fromHash(`#v=1&${scene.filter}`, initialState(state.language)).state
  const [kind, id] = (scene.selection ?? '').split(':')
  return {
    ...filtered,
    mode: 'show',
    language: state.language,
    tab: state.tab,
    phase: scene.phase,
    selection: kind && id ? { kind, id } : null,
    shownLayers: scene.layers.shown,
    hiddenLayers: scene.layers.hidden,
    show: { story, scene: scene.id, running: state.show?.running ?? false },
  }
}

/** What a scene made of this state remembers. */
export function toScenePart(state: AtlasState): Pick<Scene, 'layers' | 'phase' | 'selection' | 'language' | 'filter'> {
  const rest = { ...initialState(state.language), ...state, mode: 'plan' as const, tab: 'layers' as const }
  const link = toHash({ ...rest, phase: 2021, selection: null, shownLayers: [], hiddenLayers: [], show: null }, null)
  const filter = link
    .slice(1)
    .split('&')
    .filter((field) => !/^(v|lang)=/.test(field))
    .join('&')
  return {
    layers: { shown: [...state.shownLayers], hidden: [...state.hiddenLayers] },
    phase: state.phase,
    selection: state.selection ? `${state.selection.kind}:${state.selection.id}` : null,
    language: state.language,
    ...(filter === '' ? {} : { filter }),
  }
}
