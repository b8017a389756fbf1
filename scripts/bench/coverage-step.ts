/**
 * How long does the atlas think when the slider of the distance moves by a step?
 *
 * Six corridors on the data the atlas serves: coverage only, as the step shows it, without the way to the server
 * and back. No distance is asked twice, so nothing is remembered. The ground is prepared once, and not part of
 * a step.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corridorCoverage } from '../../server/analysis/corridor-coverage.ts'
import {
  areaCollections,
  pointCollections,
  prepareGround,
  type GroundCollections,
} from '../../server/analysis/coverage-ground.ts'
import { toCoverageLines } from '../../server/analysis/coverage-lines.ts'
import { loadOverlay } from '../../server/analysis/overlay.ts'
import type { CollectionId, CollectionOf } from '../../server/domain/collections.ts'
import { judge, median, type Answer } from './answer.ts'

const distances = [5000, 12_000, 25_000]
const steps = 15
const stepMeters = 100

export async function measureCoverageStep(folder: string): Promise<Answer[]> {
  const read = <Id extends CollectionId>(id: Id) =>
    JSON.parse(readFileSync(join(folder, `${id}.geojson`), 'utf8')) as CollectionOf<Id>
  const { plane } = await loadOverlay()
  const collections: GroundCollections = {
    province: read('province'),
    districts: read('districts'),
    communes: read('communes'),
    ...Object.fromEntries([...areaCollections, ...pointCollections].map((id) => [id, read(id)])),
  }
  const began = performance.now()
  const ground = prepareGround(collections, plane)
  const preparing = performance.now() - began
  const lines = toCoverageLines(read('corridors').features)
  const step = (bufferMeters: number): number => {
    const stepBegan = performance.now()
    const answer = corridorCoverage(ground, lines, bufferMeters)
    if ('problem' in answer) throw new Error(answer.problem.text_en)
    return performance.now() - stepBegan
  }
  const toMilliseconds = (value: number) => `${Math.round(value)} ms`
  return [
    ...distances.map((meters) =>
      judge(
        `coverage of ${lines.length} corridors, a step at ${meters / 1000} km`,
        median(Array.from({ length: steps }, (_, i) => step(meters + stepMeters * i))),
        { atMost: 200 },
        toMilliseconds,
      ),
    ),
    judge('  preparing its ground, once', preparing, null, toMilliseconds),
  ]
}
