import { useEffect, useMemo, useState } from 'react'
import type { Scene } from '../../server/domain/story.ts'
import { presentationStyle, type Presentation } from '../layers/presentation.ts'
import type { DeckDrawing } from '../map/deck/drawing.ts'
import { useCollection } from '../api/queries.ts'
import { arcNamesExtra } from '../map/extras/arc-names.ts'
import { reachExtra } from '../map/extras/reach.ts'
import { arcPlaces } from '../map/show/arc-places.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { useDeckDrawing, useMapExtra, useWorkbench } from '../state/workbench.ts'
import { useParkTimes } from './use-park-times.ts'
import { useReach } from './use-reach.ts'
import { prefersStill } from './use-scene-flight.ts'

/**
 * Has the map draw what belongs to a scene and to no layer, and everything as large as a room needs it; true when all
 * that draws itself has been drawn.
 */
export function useSceneDrawings(scene: Scene | null, next: Scene | null, presentation: Presentation): boolean {
  const { language } = useAtlas().state
  const drawings = scene?.drawings
  const { scale } = presentation

  const [drawn, setDrawn] = useState<unknown>(null)
  const own = useMemo(() => drawings?.filter(({ draw }) => draw !== 'reach') ?? [], [drawings])
  const deck = useMemo((): DeckDrawing | null => {
    if (own.length === 0) return null
    return async () => {
      const drawing = import('../map/show/draw-scene.ts').then(({ drawScene }) =>
        drawScene(own, { isStill: prefersStill(), scale }),
      )
      // What cannot be drawn must not hold the show: the scene has its map and its words.
      drawing.catch(() => setDrawn(own))
      const { milliseconds, at } = await drawing
      return {
        milliseconds,
        at: (progress) => {
          if (progress >= 1) setDrawn(own)
          return at(progress)
        },
      }
    }
  }, [own, scale])
  useDeckDrawing('show', deck)

  const { data: links } = useCollection('links')
  const names = useMemo(() => {
    const arcs = drawings?.find((drawing) => drawing.draw === 'arcs')
    return arcs && links ? arcNamesExtra(arcPlaces(links.features, arcs.to), language) : null
  }, [drawings, links, language])
  useMapExtra(names)

  const buffer = drawings?.find((drawing) => drawing.draw === 'reach')?.bufferMeters
  const reach = useReach(buffer ?? null)
  // The next scene's questions are asked while this one is being talked about.
  useParkTimes(next?.callouts?.some((one) => 'measure' in one && one.measure === 'access') ? next.phase : null)
  useReach(next?.drawings?.find((drawing) => drawing.draw === 'reach')?.bufferMeters ?? null)
  const veil = useMemo(
    () => (buffer !== undefined && reach.data ? reachExtra(reach.data.outlines) : null),
    [buffer, reach.data],
  )
  useMapExtra(veil)

  useEffect(() => {
    useWorkbench.setState({ restyle: (style) => presentationStyle(style, presentation) })
    return () => useWorkbench.setState({ restyle: null })
  }, [presentation])
  return own.length === 0 || drawn === own
}
