import { useEffect, useState } from 'react'
import type { Score, UnknownPolicy } from '../../invest/ranking.ts'
import { stability, stabilityQuestion, type Stability, type StabilityQuestion } from '../../invest/stability.ts'

/** The answer of the worker; null until it comes. Where the worker cannot start, the page computes it. */
export function useStability(scores: readonly Score[], unknown: UnknownPolicy): Stability | null {
  const [answer, setAnswer] = useState<{ to: string; stability: Stability | null } | null>(null)
  const question = JSON.stringify(stabilityQuestion(scores, unknown))
  useEffect(() => {
    const asked = JSON.parse(question) as StabilityQuestion
    const worker = new Worker(new URL('../../invest/stability-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Stability | null>) =>
      setAnswer({ to: question, stability: data }),
    )
    worker.addEventListener('error', () => setAnswer({ to: question, stability: stability(asked) }))
    worker.postMessage(asked)
    return () => worker.terminate()
  }, [question])
  return answer?.to === question ? answer.stability : null
}
