import type { Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CollectionId } from '../../../server/domain/collections.ts'
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
  return {
    show: async ({ drawings, collections, selection, language }) => {
      const parts: Promise<Layer[]>[] = [buildHalos(drawings.includes('halos') ? collections : [], selection)]
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
