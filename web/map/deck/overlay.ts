import type { DeckProps, Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CollectionId } from '../../../server/domain/collections.ts'
import type { Selection } from '../../state/atlas-state.ts'
import { useReplacements } from '../../state/replacements.ts'
import { buildColumns } from './columns.ts'
import type { Animation, DeckDrawing } from './drawing.ts'
import { buildHalos } from './halos.ts'
import { buildLinks } from './links.ts'

/** luma.gl's, which is not a dependency of ours. */
type Device = Parameters<NonNullable<DeckProps['onDeviceInitialized']>>[0]

/** One interleaved deck.gl overlay for all that MapLibre cannot draw. */
export interface DeckOverlay {
  show: (wanted: Wanted) => Promise<void>
  /** Resolves when deck.gl can draw: it starts later than the map. */
  ready: Promise<void>
  /** Needed whenever the map's pixel ratio was changed: deck.gl looks at the size of the page's element only. */
  fit: () => void
  remove: () => void
}

export interface Wanted {
  drawings: readonly ('halos' | 'links' | 'columns')[]
  /** What the open panel or scene adds, see `drawing.ts`. */
  extras: readonly DeckDrawing[]
  /** What the map shows: halos of anything else would hang in the air. */
  collections: readonly CollectionId[]
  /** Its halo is drawn even when halos are off: the reader just asked about it. */
  selection: Selection | null
}

export function addOverlay(map: MapLibreMap): DeckOverlay {
  const problems: unknown[] = []
  Object.assign(window, { atlasDeckProblems: problems })
  let begin: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    begin = resolve
  })
  let device: Device | undefined
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    onDeviceInitialized: (one) => (device = one),
    onLoad: () => begin(),
    onError: (error) => problems.push(error),
  })
  map.addControl(overlay)
  const placed = keepPlaced(map, (layers) => overlay.setProps({ layers }))
  const player = animate(placed)
  let asked = 0
  let last: Wanted | null = null
  const show = async (wanted: Wanted) => {
    last = wanted
    const { drawings, extras, collections, selection } = wanted
    const turn = ++asked
    const parts: Promise<Layer[]>[] = [buildHalos(drawings.includes('halos') ? collections : [], selection)]
    if (drawings.includes('links')) parts.push(buildLinks())
    if (drawings.includes('columns')) parts.push(buildColumns())
    const [layers, added] = await Promise.all([
      Promise.all(parts),
      Promise.all(extras.map(async (drawing) => ({ drawing, drawn: await drawing() }))),
    ])
    // An answer that took longer than the question after it is no longer asked for.
    if (turn === asked) player.play(layers.flat(), added)
  }
  // A shape of the reader's own takes the halo with it, and gives it back.
  const stopWatching = useReplacements.subscribe((now, before) => {
    if (last && now.replacements !== before.replacements) show(last).catch((error: unknown) => problems.push(error))
  })
  return {
    show,
    ready,
    fit: () => {
      const { width, height } = map.getCanvas()
      device?.getDefaultCanvasContext().setDrawingBufferSize(width, height)
    },
    remove: () => {
      stopWatching()
      player.stop()
      placed.stop()
      map.removeControl(overlay)
    },
  }
}

interface Added {
  drawing: DeckDrawing
  drawn: Layer[] | Animation
}

/**
 * Plays the drawings that draw themselves. The clock of each starts when its layers have their place in the style,
 * and runs once for every drawing, whatever else is asked for meanwhile.
 */
function animate(placed: ReturnType<typeof keepPlaced>) {
  const begun = new WeakMap<DeckDrawing, number>()
  let frame = 0
  const stop = () => cancelAnimationFrame(frame)
  const play = (still: readonly Layer[], added: readonly Added[]) => {
    stop()
    const show = (now: number) => {
      let isMoving = false
      const drawn = added.flatMap(({ drawing, drawn: one }) => {
        if (Array.isArray(one)) return one
        const from = begun.get(drawing) ?? now
        if (!placed.isPlaced()) begun.delete(drawing)
        else if (!begun.has(drawing)) begun.set(drawing, from)
        const progress = one.milliseconds > 0 ? Math.min(1, (now - from) / one.milliseconds) : 1
        if (progress < 1) isMoving = true
        return one.at(progress)
      })
      placed.place([...still, ...drawn])
      if (isMoving) frame = requestAnimationFrame(show)
    }
    show(performance.now())
  }
  return { play, stop }
}

/**
 * deck.gl gives its layers their places in the style only while that is loaded, and otherwise drops them without a
 * word: when a picture or a source is on its way as they come, or when a new style has thrown them out. So they are
 * handed over again as soon as the style is loaded, which on a flight is long before the map has come to rest.
 */
function keepPlaced(map: MapLibreMap, hand: (layers: Layer[]) => void) {
  let wanted: Layer[] = []
  let wasLoaded = true
  const isPlaced = () => wanted.every((layer) => map.getLayer(placeOf(layer)) !== undefined)
  const place = (layers: Layer[]) => {
    wanted = layers
    wasLoaded = map.isStyleLoaded() === true
    hand(wanted)
    map.triggerRepaint()
  }
  const noteChange = () => {
    if (map.isStyleLoaded() !== true) wasLoaded = false
  }
  const placeAgain = () => {
    if (!isPlaced() && map.isStyleLoaded() === true) place(wanted)
  }
  // What had its place may have lost its order, or left layers behind.
  const tidy = () => {
    if (!wasLoaded) place(wanted)
  }
  map.on('styledata', noteChange)
  map.on('render', placeAgain)
  map.on('idle', tidy)
  return {
    place,
    isPlaced,
    stop: () => {
      map.off('styledata', noteChange)
      map.off('render', placeAgain)
      map.off('idle', tidy)
    },
  }
}

/** deck.gl's name in the style for all layers that go below the same one. */
function placeOf(layer: Layer): string {
  const { beforeId } = layer.props as { beforeId?: string }
  return beforeId === undefined ? 'deck-maplibre-layer-group-last' : `deck-maplibre-layer-group-before:${beforeId}`
}
