/**
 * Measures shapes that came from outside, away from the thread that answers everybody else.
 *
 * One worker thread, started when the first shape comes. What takes longer than it may is ended together
 * with its thread; the next shape gets a new one. What would have to wait behind too many others is refused.
 */
import type { Worker } from 'node:worker_threads'
import type { MeasureAnswer } from '../domain/analysis.ts'
import { Problem } from './errors.ts'
import { startWorker } from './start-worker.ts'

export interface Measurer {
  measure: (geojson: unknown) => Promise<MeasureAnswer>
  close: () => Promise<void>
}

export interface MeasurerLimits {
  /** For one shape. */
  mostMilliseconds: number
  /** How many may wait, and how long each. */
  mostWaiting: number
  mostWaitingMilliseconds: number
}

const usualLimits: MeasurerLimits = { mostMilliseconds: 1000, mostWaiting: 8, mostWaitingMilliseconds: 900 }

/** A measure, or the sentence that says what is wrong with the shape. */
export type WorkerAnswer = { answer: MeasureAnswer } | { problem: string }

/** The thread says once that it has loaded; only then its time begins to count. */
export type WorkerMessage = 'ready' | WorkerAnswer

interface Job {
  geojson: unknown
  /** Runs while the job waits. */
  patience?: NodeJS.Timeout
  resolve: (answer: MeasureAnswer) => void
  reject: (reason: Error) => void
}

export function buildMeasurer(limits: MeasurerLimits = usualLimits): Measurer {
  const waiting: Job[] = []
  let worker: Worker | null = null
  let isReady = false
  let current: { job: Job; timer: NodeJS.Timeout } | null = null

  function start(): void {
    const started = startWorker('measure-worker', { resourceLimits: { maxOldGenerationSizeMb: 96 } })
    worker = started
    isReady = false
    started.unref()
    started.on('message', (message: WorkerMessage) => {
      if (started !== worker) return
      if (message === 'ready') isReady = true
      else finish((job) => tell(job, message))
      next()
    })
    // Out of memory, or broken: either way the thread is gone, and so is what it worked at.
    started.on('error', (error) => {
      if (started !== worker) return
      worker = null
      finish(({ reject }) => reject(isReady ? tooMuch(limits) : error))
      if (!isReady) for (const { reject } of waiting.splice(0)) reject(error)
      next()
    })
  }

  function next(): void {
    if (current || waiting.length === 0) return
    if (!worker) start()
    if (!isReady) return
    const job = waiting.shift()
    if (!job) return
    clearTimeout(job.patience)
    const timer = setTimeout(() => {
      void worker?.terminate()
      finish(({ reject }) => reject(tooMuch(limits)))
      start()
    }, limits.mostMilliseconds)
    current = { job, timer }
    worker?.postMessage(job.geojson)
  }

  function waitFor(job: Job): void {
    job.patience = setTimeout(() => {
      if (!waiting.includes(job)) return
      // Nobody is to blame for a thread that is still loading.
      if (!isReady) return waitFor(job)
      waiting.splice(waiting.indexOf(job), 1)
      job.reject(busy(waiting.length))
    }, limits.mostWaitingMilliseconds)
  }

  function finish(tellIt: (job: Job) => void): void {
    if (!current) return
    clearTimeout(current.timer)
    const { job } = current
    current = null
    tellIt(job)
  }

  return {
    measure: (geojson) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= limits.mostWaiting) {
          reject(busy(waiting.length))
          return
        }
        const job: Job = { geojson, resolve, reject }
        waiting.push(job)
        waitFor(job)
        next()
      }),
    close: async () => {
      for (const { patience, reject } of waiting.splice(0)) {
        clearTimeout(patience)
        reject(busy(0))
      }
      clearTimeout(current?.timer)
      await worker?.terminate()
      worker = null
    },
  }
}

function tell(job: Job, message: WorkerAnswer): void {
  if ('answer' in message) job.resolve(message.answer)
  else job.reject(new Problem('bad-body', message.problem))
}

function busy(others: number): Problem {
  const detail = `${others} other shapes are waiting to be measured; please try again shortly.`
  return new Problem('busy', detail, { 'retry-after': '2' })
}

function tooMuch({ mostMilliseconds }: MeasurerLimits): Problem {
  const detail = `The shape could not be measured within ${mostMilliseconds} ms; please send a simpler one, or its parts one by one.`
  return new Problem('too-complex', detail)
}
