import { useCallback } from 'react'
import type { Story } from '../../server/domain/story.ts'
import { useEngine } from '../map/engine.ts'
import { flyToScene } from '../map/show/scene-flight.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { enterFullScreen } from './full-screen.ts'
import { toSceneState } from './scene-state.ts'
import { useShowMemory } from './show-store.ts'
import { prefersStill } from './use-scene-flight.ts'

/** Room for the panel while a scene is looked at beside it. */
const besidePanel = { top: 20, right: 20, bottom: 70, left: 412 }

/** Shows a scene: on the whole screen as a show, or on the map `beside` the panel, to work on it. */
export function useEnterScene(): (story: Story, index: number, where?: 'stage' | 'beside') => void {
  const { state, dispatch } = useAtlas()
  return useCallback(
    (story, index, where = 'stage') => {
      const scene = story.scenes[index]
      if (!scene) return
      const running = where === 'stage'
      const next = toSceneState(state, scene, story.id)
      dispatch({ type: 'restore', state: { ...next, show: { story: story.id, scene: scene.id, running } } })
      if (running) {
        void enterFullScreen()
        useShowMemory.setState({ startedAt: Date.now() })
        return
      }
      const { map } = useEngine.getState()
      if (map) flyToScene(map, scene.camera, besidePanel, prefersStill())
    },
    [state, dispatch],
  )
}
