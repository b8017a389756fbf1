import type { Drawing } from '../../../server/domain/story.ts'
import type { Language } from '../../state/atlas-state.ts'
import type { Animation } from '../deck/drawing.ts'
import { drawArcs } from './draw-arcs.ts'
import { drawColumns } from './draw-columns.ts'
import { drawLines } from './draw-lines.ts'

/** All that draws itself in a scene, as one animation. `isStill`: the reader wants no motion. */
export async function drawScene(
  drawings: readonly Drawing[],
  language: Language,
  isStill: boolean,
): Promise<Animation> {
  const parts = await Promise.all(drawings.flatMap((drawing) => start(drawing, language, isStill) ?? []))
  const milliseconds = Math.max(0, ...parts.map((part) => part.milliseconds))
  return {
    milliseconds,
    at: (progress) =>
      parts.flatMap((part) =>
        part.at(part.milliseconds > 0 ? Math.min(1, (progress * milliseconds) / part.milliseconds) : 1),
      ),
  }
}

/** Null: MapLibre draws it, see `web/map/extras/reach.ts`. */
function start(drawing: Drawing, language: Language, isStill: boolean): Promise<Animation> | null {
  switch (drawing.draw) {
    case 'lines':
      return drawLines(drawing.collection, isStill)
    case 'arcs':
      return drawArcs(drawing.to, language, isStill)
    case 'columns':
      return drawColumns(isStill)
    case 'reach':
      return null
  }
}
