import type { Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Language, Selection } from '../../state/atlas-state.ts'
import { buildColumns } from './columns.ts'
import { buildHalos } from './halos.ts'
import { buildLinks } from './links.ts'

/** One interleaved deck.gl overlay for all that MapLibre cannot draw. */
export interface DeckOverlay {
  show: (wanted: Wanted) => Promise<void>
  remove: () => void
}

export interface Wanted {
  drawings: readonly ('halos' | 'links' | 'columns')[]
  /** Its halo is drawn even when halos are off: the reader just asked about it. */
  selection: Selection | null
  language: Language
}

export function addOverlay(map: MapLibreMap): DeckOverlay {
  const problems: unknown[] = []
  Object.assign(window, { atlasDeckProblems: problems })
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [], onError: (error) => problems.push(error) })
  map.addControl(overlay)
  return {
    show: async ({ drawings, selection, language }) => {
      const parts: Promise<Layer[]>[] = [buildHalos(drawings.includes('halos'), selection)]
      if (drawings.includes('links')) parts.push(buildLinks(language))
      if (drawings.includes('columns')) parts.push(buildColumns())
      overlay.setProps({ layers: (await Promise.all(parts)).flat() })
      map.triggerRepaint()
    },
    remove: () => {
      map.removeControl(overlay)
    },
  }
}
