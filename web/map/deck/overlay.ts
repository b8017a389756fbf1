import type { Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CollectionId } from '../../../server/domain/collections.ts'
import type { Language, Selection } from '../../state/atlas-state.ts'
import { buildColumns } from './columns.ts'
import type { DeckDrawing } from './drawing.ts'
import { buildHalos } from './halos.ts'
import { buildLinks } from './links.ts'

/** One interleaved deck.gl overlay for all that MapLibre cannot draw. */
export interface DeckOverlay {
  show: (wanted: Wanted) => Promise<void>
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
  language: Language
}

export function addOverlay(map: MapLibreMap): DeckOverlay {
  const problems: unknown[] = []
  Object.assign(window, { atlasDeckProblems: problems })
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [], onError: (error) => problems.push(error) })
  map.addControl(overlay)
  const placed = keepPlaced(map, (layers) => overlay.setProps({ layers }))
  let asked = 0
  return {
    show: async ({ drawings, extras, collections, selection, language }) => {
      const turn = ++asked
      const parts: Promise<Layer[]>[] = [buildHalos(drawings.includes('halos') ? collections : [], selection)]
      if (drawings.includes('links')) parts.push(buildLinks(language))
      if (drawings.includes('columns')) parts.push(buildColumns())
      parts.push(...extras.map((build) => build()))
      const layers = (await Promise.all(parts)).flat()
      // An answer that took longer than the question after it is no longer asked for.
      if (turn === asked) placed.place(layers)
    },
    remove: () => {
      placed.stop()
      map.removeControl(overlay)
    },
  }
}

/**
 * deck.gl gives its layers their places in the style only while that is loaded, and otherwise drops them without a
 * word: when a picture or a source is on its way as they come, or when a new style has thrown them out. So they are
 * handed over again as soon as the map has come to rest.
 */
function keepPlaced(map: MapLibreMap, hand: (layers: Layer[]) => void) {
  let wanted: Layer[] = []
  let isPlaced = true
  const place = (layers: Layer[]) => {
    wanted = layers
    isPlaced = map.isStyleLoaded() === true
    hand(wanted)
    map.triggerRepaint()
  }
  const noteChange = () => {
    if (map.isStyleLoaded() !== true) isPlaced = false
  }
  const placeAgain = () => {
    if (!isPlaced) place(wanted)
  }
  map.on('styledata', noteChange)
  map.on('idle', placeAgain)
  return {
    place,
    stop: () => {
      map.off('styledata', noteChange)
      map.off('idle', placeAgain)
    },
  }
}
