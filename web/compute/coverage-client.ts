/**
 * Coverage of any lines, asked from the page: answered by the page's own worker where it runs, and by the
 * server until it is ready and where it cannot (no WebAssembly, no worker). Both run the same function.
 */
import type { CoverageAnswer, CoverageProblem, DistanceMap } from '../../server/domain/coverage.ts'
import { address, ApiError, fetchCoverage, postCoverage } from '../api/client.ts'
import type { CoverageQuestion, CoverageTask, CoverageTasks, FromWorker, Prepare } from './coverage-messages.ts'
import { latestWins } from './latest-wins.ts'

/** Why a question has no answer, in the reader's language. */
export class CoverageRefusal extends Error {
  readonly problem: CoverageProblem
  constructor(problem: CoverageProblem) {
    super(problem.text_en)
    this.problem = problem
  }
}

/** Marks each answer of the worker in the browser's timeline, from asking to having it. */
export const stepMark = 'coverage-step'

type AskWorker = <Task extends CoverageTask>(
  task: Task,
  question: CoverageTasks[Task]['question'],
) => Promise<CoverageTasks[Task]['answer']>

const toWorker = latestWins()
const toServer = latestWins()
/** Between two questions to the server, so that a slider does not use up what one reader may ask. */
const serverPauseMilliseconds = 180

let starting: Promise<boolean> | undefined
let askWorker: AskWorker | null = null

/**
 * @param channel questions of one channel replace each other; null: a newer one has taken the place of this
 * @throws CoverageRefusal, ApiError
 */
export async function askCoverage(question: CoverageQuestion, channel = 'coverage'): Promise<CoverageAnswer | null> {
  void startCoverageWorker()
  const ask = askWorker
  if (ask) {
    try {
      return await toWorker(channel, () => ask('answer', question))
    } catch (error) {
      // A worker that broke is gone: its question goes to the server, like all that follow.
      if (askWorker) throw error
    }
  }
  return toServer(channel, async () => {
    await new Promise((wake) => setTimeout(wake, isFirst ? 0 : serverPauseMilliseconds))
    isFirst = false
    try {
      return await askServer(question)
    } catch (error) {
      // A server that is busy now may well be slower than our own worker on its way.
      const isBusy = error instanceof ApiError && error.status === 503
      if (isBusy && (await startCoverageWorker()) && askWorker) return askWorker('answer', question)
      throw error
    }
  })
}
let isFirst = true

/** How far each piece of the land is from the nearest line; null: this page cannot work it out, or was asked anew. */
export async function askDistances(
  question: CoverageTasks['distances']['question'],
  channel = 'distances',
): Promise<DistanceMap | null> {
  await startCoverageWorker()
  const ask = askWorker
  return ask ? toWorker(channel, () => ask('distances', question)) : null
}

// For tests and for the curious: the same questions from the browser's console.
Object.assign(window, { atlasCoverage: { askCoverage, startCoverageWorker } })

/** Fetches and prepares all that the worker needs, once. False: it cannot work here. */
export function startCoverageWorker(): Promise<boolean> {
  starting ??= new Promise((resolve) => {
    try {
      connect(new Worker(new URL('./coverage-worker.ts', import.meta.url), { type: 'module' }), resolve)
    } catch {
      resolve(false)
    }
  })
  return starting
}

function connect(worker: Worker, tellStarted: (works: boolean) => void): void {
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  let lastId = 0

  const ask: AskWorker = (task, question) =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      const begin = performance.now()
      waiting.set(id, {
        resolve: (answer) => {
          performance.measure(stepMark, { start: begin, detail: task })
          resolve(answer)
        },
        reject,
      })
      worker.postMessage({ id, task, question })
    })

  const giveUp = (reason: string) => {
    askWorker = null
    worker.terminate()
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
    tellStarted(false)
  }

  worker.addEventListener('error', (event) => giveUp(event.message))
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if ('ready' in data) {
      askWorker = ask
      tellStarted(true)
    } else if ('cannot' in data) {
      giveUp(data.cannot)
    } else {
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if ('failure' in data) asked?.reject(new Error(data.failure))
      else if ('problem' in data.answer) asked?.reject(new CoverageRefusal(data.answer.problem))
      else asked?.resolve(data.answer as never)
    }
  })
  worker.postMessage({ address } satisfies Prepare)
}

function askServer({ corridorIds, lines, bufferMeters }: CoverageQuestion): Promise<CoverageAnswer> {
  if (!lines) return fetchCoverage(corridorIds ?? [], bufferMeters)
  const features = lines.map(({ id, geometry, uncertaintyMeters }) => ({
    type: 'Feature' as const,
    id,
    geometry,
    properties: { uncertaintyMeters },
  }))
  return postCoverage({ bufferMeters, corridorIds: corridorIds ?? [], lines: { type: 'FeatureCollection', features } })
}
