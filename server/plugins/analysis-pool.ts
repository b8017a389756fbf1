/**
 * Answers what takes longer than a moment (coverage, access by road) away from the thread that answers everybody
 * else, each question only once.
 *
 * A pool of one thread, started by the first question and ended when none has come for a while: until then,
 * and afterwards, it costs no memory. It is handed the catalog's features when they are first asked about: a
 * clone, let go as soon as the ground is made of them. So it answers on what everybody else is answered on,
 * whatever has become of the files meanwhile; reading those again would save it some 5 MB of 60.
 *
 * One thread for everything, as each costs 40 MB before it has done anything, and answers of either kind are
 * quick. Every question is answered or refused within its time limit, counted from when it was asked: what has
 * waited too long for its turn is refused while it waits, and what takes too long is ended with its thread. Only
 * whoever finds no ground made waits for that besides: half a second, on a busy machine some more.
 *
 * Questions wait here and go to the pool one by one: what is handed to piscina with a signal that can end it
 * waits outside the queue that `maxQueue` bounds, and when a signal ends a thread while no thread is kept at
 * the least, those that wait are left without one.
 */
import { LRUCache } from 'lru-cache'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { CoverageProblem } from '../domain/coverage.ts'
import {
  groundFor,
  handGround,
  type AnalysisAnswer,
  type AnalysisQuestion,
  type GroundCatalog,
  type GroundName,
  type HandedGround,
} from './analysis-questions.ts'
import { Problem } from './errors.ts'

export interface AnalysisPool {
  /** The answer as JSON. Identical questions share one. */
  answer: (question: AnalysisQuestion) => Promise<Uint8Array>
  /** How many questions were worked at so far, and how many threads there are now. */
  counts: () => { workedAt: number; threads: number; kept: number; keptBytes: number }
  close: () => Promise<void>
}

interface TimeLimits {
  /** For one question, from the moment it is asked. */
  mostMilliseconds: number
  /** How much of that it may wait for its turn. */
  mostWaitingMilliseconds: number
}

export interface AnalysisPoolLimits {
  /** On each ground. */
  times: Record<GroundName, TimeLimits>
  /** How many questions may wait. */
  mostWaiting: number
  /** For a thread to load or to make a ground, which no question's time is spent on. */
  mostStartMilliseconds: number
  /** How long a thread without a question is kept. */
  mostIdleMilliseconds: number
  /** Of answers that are kept. */
  mostBytes: number
}

export const usualLimits: AnalysisPoolLimits = {
  times: {
    coverage: { mostMilliseconds: 2000, mostWaitingMilliseconds: 1200 },
    // Nothing a reader sends makes one of these long; what it waits for is over in 2 s.
    access: { mostMilliseconds: 15_000, mostWaitingMilliseconds: 10_000 },
  },
  mostWaiting: 16,
  mostStartMilliseconds: 20_000,
  mostIdleMilliseconds: 30_000,
  mostBytes: 12_000_000,
}

type Task = GroundName | HandedGround | AnalysisQuestion

export function buildAnalysisPool(catalog: GroundCatalog, limits: AnalysisPoolLimits = usualLimits): AnalysisPool {
  const pool = new Piscina<Task, unknown>({
    ...workerModule(),
    name: 'answer',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: limits.mostIdleMilliseconds,
    // A small young generation: what an answer leaves behind would otherwise lie about, 30 MB of it.
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
    recordTiming: false,
  })
  // A thread that breaks before it takes its task leaves the task waiting: it is told so here. One that breaks
  // while nobody asks is nobody's failure: the next question gets a new one.
  let broken = new AbortController()
  pool.on('error', (error) => broken.abort(error))
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: limits.mostBytes,
    sizeCalculation: (json) => json.byteLength,
  })
  const underWay = new Map<string, Promise<Uint8Array>>()
  let lastTurn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let workedAt = 0
  let isClosed = false

  function takeTurn(question: AnalysisQuestion): Promise<Uint8Array> {
    if (waiting >= limits.mostWaiting) return Promise.reject(busy())
    waiting++
    const { mostMilliseconds, mostWaitingMilliseconds } = limits.times[groundFor(question)]
    const deadline = performance.now() + mostMilliseconds
    return new Promise((resolve, reject) => {
      let isWaiting = true
      const stopWaiting = () => {
        if (isWaiting) waiting--
        isWaiting = false
        clearTimeout(patience)
      }
      const patience = setTimeout(() => {
        stopWaiting()
        reject(busy())
      }, mostWaitingMilliseconds)
      lastTurn = lastTurn.then(async () => {
        if (!isWaiting) return
        stopWaiting()
        await work(question, deadline).then(resolve, reject)
      })
    })
  }

  async function work(question: AnalysisQuestion, deadline: number): Promise<Uint8Array> {
    if (isClosed) throw busy()
    workedAt++
    const left = deadline - performance.now()
    const ground = groundFor(question)
    const toStart = limits.mostStartMilliseconds
    if (!(await run<boolean>('isPrepared', ground, toStart))) await run('prepare', handGround(ground, catalog), toStart)
    const told = await run<AnalysisAnswer>('answer', question, left)
    if ('problem' in told) throw toProblem(told.problem)
    return told.json
  }

  /** @param name what the thread's module exports */
  async function run<Told>(name: 'isPrepared' | 'prepare' | 'answer', task: Task, milliseconds: number): Promise<Told> {
    if (isClosed) throw busy()
    const patience = AbortSignal.timeout(Math.max(0, Math.ceil(milliseconds)))
    broken = new AbortController()
    try {
      return (await pool.run(task, { name, signal: AbortSignal.any([patience, broken.signal]) })) as Told
    } catch (error) {
      if (isClosed) throw busy()
      if (broken.signal.aborted) throw broken.signal.reason
      if (patience.aborted) throw tooLong()
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') throw tooLarge()
      throw error
    }
  }

  return {
    counts: () => ({ workedAt, threads: pool.threads.length, kept: kept.size, keptBytes: kept.calculatedSize }),
    answer: (question) => {
      const key = createHash('sha256').update(JSON.stringify(question)).digest('base64')
      const known = kept.get(key)
      if (known) return Promise.resolve(known)
      const promised = underWay.get(key)
      if (promised) return promised
      const making = takeTurn(question)
        .then((json) => {
          kept.set(key, json)
          return json
        })
        .finally(() => underWay.delete(key))
      underWay.set(key, making)
      return making
    },
    close: async () => {
      isClosed = true
      await pool.destroy()
    },
  }
}

/**
 * Built, the worker is the `.js` beside this. As source it is TypeScript, which a thread of Node 20 cannot
 * load: piscina asks for its module with `require` first, which tsx answers.
 */
function workerModule(): { filename: string; execArgv: string[] } {
  const isSource = import.meta.url.endsWith('.ts')
  const filename = fileURLToPath(new URL(`./analysis-worker.${isSource ? 'ts' : 'js'}`, import.meta.url))
  return { filename, execArgv: isSource ? ['--require', fileURLToPath(import.meta.resolve('tsx/cjs'))] : [] }
}

function toProblem({ code, text_en }: CoverageProblem): Problem {
  return new Problem(code === 'too-complex' ? 'too-complex' : 'bad-body', text_en)
}

function busy(): Problem {
  const detail = 'Other questions are being answered first; please try again shortly.'
  return new Problem('busy', detail, { 'retry-after': '2' })
}

function tooLong(): Problem {
  const detail =
    'The question took too long to answer; please try again, with simpler or fewer shapes if it happens again.'
  return new Problem('busy', detail, { 'retry-after': '5' })
}

function tooLarge(): Problem {
  return new Problem(
    'too-complex',
    'The shapes take more memory to be answered than there is; simplify them, or ask about parts.',
  )
}
