import type { Scene } from '../../../server/domain/story.ts'
import { useEngine } from '../../map/engine.ts'
import { captureStill } from '../../map/show/capture-still.ts'
import type { AtlasState } from '../../state/atlas-state.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { toScenePart } from '../scene-state.ts'

/** How much of the map the panel covers, in pixels, on a screen wide enough for a presenter. */
const panelWidth = 392

/** All that the view has now, as a scene; null: there is no map to take it from. */
export async function sceneFromView(
  state: AtlasState,
): Promise<Pick<Scene, 'camera' | 'layers' | 'phase' | 'selection' | 'language' | 'filter' | 'still'> | null> {
  const { map } = useEngine.getState()
  const camera = useWorkbench.getState().map?.camera()
  if (!map || !camera) return null
  const still = await captureStill(map, window.innerWidth > 720 ? panelWidth : 0)
  return { camera, ...toScenePart(state), ...(still ? { still } : {}) }
}
