import { limits } from '../exchange/limits.ts'
import type { LayerQuestionKind, LayerQuestions, LayerReply } from './layer-messages.ts'

/**
 * Asks the worker that holds the imported layers. What takes too long is ended with the worker; the next question
 * starts a new one.
 */
export function askLayer<Kind extends LayerQuestionKind>(
  kind: Kind,
  ask: LayerQuestions[Kind]['ask'],
): Promise<LayerQuestions[Kind]['answer']> {
  const { worker, waiting } = (running ??= start())
  const number = ++lastNumber
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stop(new Error('too-slow')), limits.seconds * 1000)
    waiting.set(number, {
      resolve: (answer) => resolve(answer as LayerQuestions[Kind]['answer']),
      reject,
      timer,
    })
    worker.postMessage({ number, kind, ask })
  })
}

interface Waiting {
  resolve: (answer: unknown) => void
  reject: (error: Error) => void
  timer: ReturnType<typeof setTimeout>
}

interface Running {
  worker: Worker
  waiting: Map<number, Waiting>
}

let running: Running | null = null
let lastNumber = 0

function start(): Running {
  const worker = new Worker(new URL('./layer-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  worker.addEventListener('message', ({ data }: MessageEvent<LayerReply>) => {
    const one = waiting.get(data.number)
    if (!one) return
    waiting.delete(data.number)
    clearTimeout(one.timer)
    if ('problem' in data) one.reject(new Error(data.problem))
    else one.resolve(data.answer)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    stop(new Error(event.message ?? 'worker'))
  })
  return { worker, waiting }
}

function stop(error: Error): void {
  if (!running) return
  const { worker, waiting } = running
  running = null
  worker.terminate()
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(error)
  }
}
