/**
 * How long does the atlas think when the slider of the distance moves by a step?
 *
 * Six corridors on the data the atlas serves: coverage only, as the step shows it, without the way to the server
 * and back. No distance is asked twice, so nothing is remembered. The ground is prepared once, and not part of
 * a step.
 */
import { corridorCoverage } from '../../server/analysis/corridor-coverage.ts'
import { coverageAnswer } from '../../server/analysis/coverage-answer.ts'
import { prepareGround } from '../../server/analysis/coverage-ground.ts'
import { loadOverlay } from '../../server/analysis/overlay.ts'
import { judge, median, type Answer } from './answer.ts'
import { readGround } from './read-ground.ts'

const distances = [5000, 12_000, 25_000]
const steps = 15
const stepMeters = 100

export async function measureCoverageStep(folder: string): Promise<Answer[]> {
  const { plane } = await loadOverlay()
  const document = readGround(folder)
  const began = performance.now()
  const ground = prepareGround(document, plane)
  const preparing = performance.now() - began
  const lines = document.corridors
  const step = (bufferMeters: number, ask: typeof corridorCoverage | typeof coverageAnswer): number => {
    const stepBegan = performance.now()
    const answer = ask(ground, lines, bufferMeters)
    if ('problem' in answer) throw new Error(answer.problem.text_en)
    return performance.now() - stepBegan
  }
  const toMilliseconds = (value: number) => `${Math.round(value)} ms`
  return [
    ...distances.map((meters) =>
      judge(
        `coverage of ${lines.length} corridors, a step at ${meters / 1000} km`,
        median(Array.from({ length: steps }, (_, i) => step(meters + stepMeters * i, corridorCoverage))),
        { atMost: 200 },
        toMilliseconds,
      ),
    ),
    ...distances.map((meters) =>
      judge(
        `  with gaps and outlines, at ${meters / 1000} km`,
        median(Array.from({ length: steps }, (_, i) => step(meters + 1 + stepMeters * i, coverageAnswer))),
        { atMost: 200 },
        toMilliseconds,
      ),
    ),
    judge('  preparing its ground, once', preparing, null, toMilliseconds),
  ]
}
