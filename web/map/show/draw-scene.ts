import type { Drawing } from '../../../server/domain/story.ts'
import type { Animation } from '../deck/drawing.ts'
import { drawArcs } from './draw-arcs.ts'
import { drawColumns } from './draw-columns.ts'
import { drawLines } from './draw-lines.ts'
import type { Drawn } from './drawn.ts'

/** All that draws itself in a scene, as one animation. */
export async function drawScene(drawings: readonly Drawing[], drawn: Drawn): Promise<Animation> {
  const parts = await Promise.all(drawings.flatMap((drawing) => start(drawing, drawn) ?? []))
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
function start(drawing: Drawing, drawn: Drawn): Promise<Animation> | null {
  switch (drawing.draw) {
    case 'lines':
      return drawLines(drawing.collection, drawn)
    case 'arcs':
      return drawArcs(drawing.to, drawn)
    case 'columns':
      return drawColumns(drawn)
    case 'reach':
      return null
  }
}
