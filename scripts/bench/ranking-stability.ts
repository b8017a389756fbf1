/**
 * How long do a thousand shaken rankings take?
 *
 * As many parks as there are, each with points for everything that can be weighed; which points they are makes no
 * difference to the time.
 */
import { parkCodes } from '../../web/invest/park-codes.ts'
import { randomStream } from '../../web/invest/random.ts'
import { weightIds } from '../../web/invest/ranking.ts'
import { draws, stability, type StabilityQuestion } from '../../web/invest/stability.ts'
import { judge, type Answer } from './answer.ts'

const rounds = 9

export function measureRankingStability(): Answer[] {
  const random = randomStream(1)
  const question: StabilityQuestion = {
    parks: Object.keys(parkCodes).map((id) => ({ id, points: weightIds.map(() => 100 * random()) })),
    shares: weightIds.map(() => 1 / weightIds.length),
    unknown: 'none',
  }
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now()
    stability(question)
    return performance.now() - started
  })
  const slowest = Math.max(...times)
  const what = `${draws} shaken rankings of ${question.parks.length} parks by ${weightIds.length} weights (slowest of ${rounds})`
  return [judge(what, slowest, { atMost: 500 }, (milliseconds) => `${milliseconds.toFixed(0)} ms`)]
}
