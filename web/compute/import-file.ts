/**
 * Reads a file in a worker of its own, which is ended when the reader gives up or the time is over.
 */
import type { Position } from 'geojson'
import { limits } from '../exchange/limits.ts'
import { FileProblem, type ProblemCode } from '../exchange/problem.ts'
import type { SystemCode } from '../exchange/raw-layer.ts'
import type { ImportedData, Question } from './import-layers.ts'

/** A layer with its features as text; see `import-worker.ts` for why. */
export type PackedLayer = Omit<ImportedData, 'collection'> & { data: Blob }

export type ImportOrder = { kind: 'read'; file: File; known: Position[][] } | { kind: 'answer'; system: SystemCode }

export type ImportAnswer =
  | { kind: 'progress'; stage: ImportStage; share: number }
  | { kind: 'question'; question: Question }
  | { kind: 'done'; layers: PackedLayer[] }
  | { kind: 'problem'; code: ProblemCode; values: Record<string, string | number> }

export type ImportStage = 'read' | 'place' | 'check'

export interface RunningImport {
  /** Fails with a `FileProblem`; never settles once cancelled. */
  layers: Promise<PackedLayer[]>
  answer: (system: SystemCode) => void
  cancel: () => void
}

export interface ImportEvents {
  onProgress: (stage: ImportStage, share: number) => void
  onQuestion: (question: Question) => void
}

export function importFile(file: File, known: Position[][], { onProgress, onQuestion }: ImportEvents): RunningImport {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let end: () => void = () => undefined
  const layers = new Promise<PackedLayer[]>((resolve, reject) => {
    end = () => {
      clearTimeout(timer)
      worker.terminate()
    }
    const fail = (problem: FileProblem) => {
      end()
      reject(problem)
    }
    // The time a reader takes to answer is not the file's.
    const watch = () => {
      clearTimeout(timer)
      timer = setTimeout(() => fail(new FileProblem('too-slow', { seconds: limits.seconds })), limits.seconds * 1000)
    }
    watch()
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      fail(new FileProblem('no-worker', { detail: event.message ?? '' }))
    })
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      switch (data.kind) {
        case 'progress':
          return onProgress(data.stage, data.share)
        case 'question':
          clearTimeout(timer)
          return onQuestion(data.question)
        case 'done':
          end()
          return resolve(data.layers)
        case 'problem':
          return fail(new FileProblem(data.code, data.values))
      }
    })
    tell({ kind: 'read', file, known })
  })
  function tell(order: ImportOrder): void {
    worker.postMessage(order)
  }
  return { layers, answer: (system) => tell({ kind: 'answer', system }), cancel: () => end() }
}
