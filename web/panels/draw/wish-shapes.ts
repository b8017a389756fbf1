import type { Feature } from 'geojson'
import type { CollectionOf } from '../../../server/domain/collections.ts'
import type { Scenario, ScenarioLine } from '../../../server/domain/scenario.ts'
import { measureGeoJson } from '../../compute/measure.ts'
import type { Language } from '../../state/atlas-state.ts'
import type { Drawing } from '../../state/drawing-document.ts'
import { wishExport } from '../../state/export-wish.ts'
import { lineName, standingLines } from './scenario-lines.ts'

/** What the file says of itself: its name, and a paragraph on what the shapes are. */
interface Words {
  name: string
  about: string
}

/** Opens the export of drawings, visible or not, in the order of the list. */
export function wishDrawings(drawings: readonly Drawing[], words: Words): void {
  wishExport({ kind: 'shapes', ...words, features: drawings.map(toFeature) })
}

/**
 * Opens the export of all lines of a scenario that stand. What each is to the plan is written beside it, and with
 * lines of the plan whom to credit for them.
 */
export function wishLines(
  scenario: Scenario,
  corridors: CollectionOf<'corridors'>,
  { language, ...words }: Words & { language: Language },
): void {
  const originsOf = (id: string | null) => corridors.features.find((one) => one.id === id)?.properties.originIds
  const features = standingLines(scenario, corridors)
    .filter(({ state }) => state !== 'removed')
    .map((line): Feature => ({
      type: 'Feature',
      id: line.id,
      geometry: line.geometry,
      properties: {
        name: lineName(line, language),
        state: line.state,
        corridorId: line.corridorId,
        uncertaintyMeters: line.uncertaintyMeters,
        ...sizes(line.geometry),
        ...(line.state === 'as planned' ? { originIds: originsOf(line.corridorId) } : {}),
      },
    }))
  wishExport({ kind: 'shapes', ...words, features })
}

function toFeature({ id, name, kind, uncertaintyMeters, geometry }: Drawing): Feature {
  return {
    type: 'Feature',
    id,
    geometry,
    properties: { name, kind, uncertaintyMeters, ...sizes(geometry) },
  }
}

/** On the ellipsoid, as the panel shows them. */
function sizes(geometry: Drawing['geometry'] | ScenarioLine['geometry']) {
  const { ellipsoidArea, length } = measureGeoJson([geometry])
  return { areaHectares: ellipsoidArea?.areaHectares ?? null, lengthKilometers: length?.lengthKilometers ?? null }
}
