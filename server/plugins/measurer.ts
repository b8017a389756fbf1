/**
 * Measures shapes that came from outside, away from the thread that answers everybody else.
 *
 * One worker thread, started when the first shape comes. What takes longer than it may is ended together
 * with its thread; the next shape gets a new one. What would have to wait behind too many others is refused.
 */
import { Worker } from 'node:worker_threads'
import type { MeasureAnswer } from '../domain/analysis.ts'
import { Problem } from './errors.ts'

export interface Measurer {
  measure: (geojson: unknown) => Promise<MeasureAnswer>
  close: () => Promise<void>
}

export interface MeasurerLimits {
  mostMilliseconds: number
  mostWaiting: number
}

/** What the worker answers: a measure, or the sentence that says what is wrong with the shape. */
export type WorkerAnswer = { answer: MeasureAnswer } | { problem: string }

interface Job {
  geojson: unknown
  resolve: (answer: MeasureAnswer) => void
  reject: (reason: Error) => void
}

export function buildMeasurer(limits: MeasurerLimits = { mostMilliseconds: 1500, mostWaiting: 8 }): Measurer {
  const waiting: Job[] = []
  let worker: Worker | null = null
  let current: { job: Job; timer: NodeJS.Timeout } | null = null

  function startWorker(): Worker {
    const isSource = import.meta.url.endsWith('.ts')
    const started = new Worker(new URL(isSource ? './measure-worker.ts' : './measure-worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 96 },
      ...(isSource ? { execArgv: ['--import', 'tsx'] } : {}),
    })
    started.unref()
    started.on('message', (message: WorkerAnswer) =>
      finish((job) => ('answer' in message ? job.resolve(message.answer) : job.reject(new Problem('bad-body', message.problem)))),
    )
    started.on('error', () => {
      if (worker === started) worker = null
      finish((job) => job.reject(tooMuch(limits)))
    })
    return started
  }

  function next(): void {
    const job = current ? undefined : waiting.shift()
    if (!job) return
    worker ??= startWorker()
    const timer = setTimeout(() => {
      void worker?.terminate()
      worker = null
      finish(({ reject }) => reject(tooMuch(limits)))
    }, limits.mostMilliseconds)
    current = { job, timer }
    worker.postMessage(job.geojson)
  }

  function finish(tell: (job: Job) => void): void {
    if (!current) return
    clearTimeout(current.timer)
    const { job } = current
    current = null
    tell(job)
    next()
  }

  return {
    measure: (geojson) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= limits.mostWaiting) {
          const detail = `${waiting.length} shapes are already waiting to be measured; please try again shortly.`
          reject(new Problem('busy', detail, { 'retry-after': '2' }))
          return
        }
        waiting.push({ geojson, resolve, reject })
        next()
      }),
    close: async () => {
      await worker?.terminate()
      worker = null
    },
  }
}

function tooMuch({ mostMilliseconds }: MeasurerLimits): Problem {
  const detail = `The shape could not be measured within ${mostMilliseconds} ms; please send a simpler one, or its parts one by one.`
  return new Problem('too-complex', detail)
}
