import type { Scenario } from '../../../server/domain/scenario.ts'
import { toScenarioFile } from '../../compute/scenario-file.ts'
import { saveFile } from '../../pdf/save-file.ts'

/** Hands the scenario to the reader as one GeoJSON file, named like it. */
export function exportScenario(scenario: Scenario): void {
  const name = scenario.name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
  const file = `${name.replaceAll(/[^\w-]+/gu, '-').toLowerCase() || 'scenario'}.geojson`
  const text = JSON.stringify(toScenarioFile(scenario), null, 1)
  saveFile(new Blob([text], { type: 'application/geo+json' }), file)
}
