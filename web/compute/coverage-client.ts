/**
 * Coverage of any lines, asked from the page: answered by the page's own worker where it runs, and by the
 * server until it is ready and where it cannot (no WebAssembly, no worker). Both run the same function.
 */
import type { CoverageAnswer, CoverageOutlines, CoverageProblem, DistanceMap } from '../../server/domain/coverage.ts'
import type { CoverageLine } from '../../server/analysis/coverage-lines.ts'
import type { DrawnArea } from '../../server/analysis/drawn-area.ts'
import type { DrawnPlace } from '../../server/analysis/nearest-features.ts'
import type { AreaContents } from '../../server/domain/contents.ts'
import type { NearestFeatures } from '../../server/domain/nearest.ts'
import type { WhatIf } from '../../server/domain/what-if.ts'
import { address, ApiError, fetchCoverage, postContents, postCoverage, postWhatIf } from '../api/client.ts'
import type {
  CoverageQuestion,
  CoverageTask,
  CoverageTasks,
  FromWorker,
  Prepare,
  TakeShapes,
  WhatIfQuestion,
} from './coverage-messages.ts'
import { hasOwnData } from '../state/own-data.ts'
import { restoreReplacements, useReplacements } from '../state/replacements.ts'
import { latestWins } from './latest-wins.ts'

/** Why a question has no answer, in the reader's language. */
export class CoverageRefusal extends Error {
  readonly problem: CoverageProblem
  constructor(problem: CoverageProblem) {
    super(problem.text_en)
    this.problem = problem
  }
}

export type { DrawnArea, DrawnPlace, WhatIfQuestion }

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
 * @param haveOutlines is told the shapes as soon as they are known, before the figures
 * @throws CoverageRefusal, ApiError
 */
export async function askCoverage(
  question: CoverageQuestion,
  channel = 'coverage',
  haveOutlines: (outlines: CoverageOutlines) => void = () => undefined,
): Promise<CoverageAnswer | null> {
  // Shapes of the reader's own are known to the worker alone.
  if (hasOwnData() || useReplacements.getState().replacements.length > 0) await startCoverageWorker()
  const byWorker = async (ask: AskWorker) => {
    const asked = ask('outlines', question).then((outlines) => (haveOutlines(outlines), outlines))
    const [outlines, figures] = await Promise.all([asked, ask('figures', question)])
    return { ...figures, outlines }
  }
  return askEither(channel, byWorker, () => askServer(question))
}

/** What a drawn area holds. */
export async function askContents(area: DrawnArea, channel: string): Promise<AreaContents | null> {
  // What is drawn is asked about again and again: the worker is worth waiting for.
  await startCoverageWorker()
  const { id, geometry, uncertaintyMeters } = area
  return askEither(
    channel,
    (ask) => ask('contents', area),
    () => postContents({ type: 'Feature', id, geometry, properties: { uncertaintyMeters } }),
  )
}

/** What changes when these lines stand in the place of the corridors. */
export async function askWhatIf(question: WhatIfQuestion, channel: string): Promise<WhatIf | null> {
  await startCoverageWorker()
  const { lines, bufferMeters } = question
  return askEither(
    channel,
    (ask) => ask('whatIf', question),
    () => postWhatIf({ bufferMeters, lines: toFeatures(lines) }),
  )
}

/** What lies nearest to a drawn point or line; only where the worker runs. */
export function askNearest(place: DrawnPlace, channel: string): Promise<NearestFeatures | null> {
  return startCoverageWorker().then((works) => {
    const ask = askWorker
    if (!works || !ask) throw new Error('The browser cannot work this out: it runs no WebAssembly in a worker.')
    return toWorker(channel, () => ask('nearest', place))
  })
}

async function askEither<Answer>(
  channel: string,
  byWorker: (ask: AskWorker) => Promise<Answer>,
  byServer: () => Promise<Answer>,
): Promise<Answer | null> {
  const ask = askWorker
  if (ask) {
    try {
      return await toWorker(channel, () => byWorker(ask))
    } catch (error) {
      // A worker that broke is gone: its question goes to the server, like all that follow.
      if (askWorker) throw error
    }
  }
  return toServer(channel, async () => {
    await new Promise((wake) => setTimeout(wake, isFirst ? 0 : serverPauseMilliseconds))
    isFirst = false
    try {
      return await byServer()
    } catch (error) {
      // A server that is busy, away or only has files: our own worker is on its way.
      const cannotSay = error instanceof ApiError && [0, 501, 503].includes(error.status)
      if (cannotSay && (await startCoverageWorker()) && askWorker) return byWorker(askWorker)
      throw error
    } finally {
      // Not earlier: preparing the worker would take the processor from the answer that somebody waits for.
      whenIdle(() => void startCoverageWorker())
    }
  })
}
let isFirst = true

/** When the answer has been drawn; Safari has no such callback. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 2000 })
  else setTimeout(act, 300)
}

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

  let stopTelling = () => undefined as void
  /** From now on the worker counts with the reader's own shapes, and hears of every change. */
  const tellShapes = async () => {
    if (hasOwnData()) await restoreReplacements()
    const tell = ({ replacements }: ReturnType<typeof useReplacements.getState>) =>
      worker.postMessage({
        ownShapes: replacements.map(({ collection, id, geometry }) => ({ collection, id, geometry })),
      } satisfies TakeShapes)
    if (useReplacements.getState().replacements.length > 0) tell(useReplacements.getState())
    stopTelling = useReplacements.subscribe((now, before) => {
      if (now.replacements !== before.replacements) tell(now)
    })
    useReplacements.setState({ areCounted: true })
  }

  const giveUp = (reason: string) => {
    askWorker = null
    stopTelling()
    useReplacements.setState({ areCounted: false })
    worker.terminate()
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
    tellStarted(false)
  }

  worker.addEventListener('error', (event) => giveUp(event.message))
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if ('ready' in data) {
      void tellShapes().then(() => {
        askWorker = ask
        tellStarted(true)
      })
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
  return postCoverage({ bufferMeters, corridorIds: corridorIds ?? [], lines: toFeatures(lines) })
}

function toFeatures(lines: readonly CoverageLine[]) {
  const features = lines.map(({ id, geometry, uncertaintyMeters }) => ({
    type: 'Feature' as const,
    id,
    geometry,
    properties: { uncertaintyMeters },
  }))
  return { type: 'FeatureCollection' as const, features }
}
