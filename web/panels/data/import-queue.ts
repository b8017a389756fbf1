import { create } from 'zustand'
import { fetchCollection } from '../../api/client.ts'
import { importFile, type ImportStage, type RunningImport } from '../../compute/import-file.ts'
import type { Question } from '../../compute/import-layers.ts'
import { FileProblem, toProblem, type ProblemCode } from '../../exchange/problem.ts'
import type { SystemCode } from '../../exchange/raw-layer.ts'
import { addImportedLayers } from '../../state/imported-layers.ts'
import { useWorkbench } from '../../state/workbench.ts'
import type { Bounds } from '../../format/bounds.ts'

/**
 * Files on their way in, one after the other, each in a worker of its own.
 */
interface ImportQueue {
  job: { fileName: string; stage: ImportStage; share: number; question: Question | null } | null
  waiting: readonly File[]
  failures: readonly Failure[]
  /** Of the file that came in last: the panel opens its report. */
  latest: readonly string[]
}

export interface Failure {
  fileName: string
  code: ProblemCode
  values: Readonly<Record<string, string | number>>
}

export const useImportQueue = create<ImportQueue>(() => ({ job: null, waiting: [], failures: [], latest: [] }))

let running: RunningImport | null = null
let isWorking = false

export function importFiles(files: readonly File[]): void {
  useImportQueue.setState(({ waiting }) => ({ waiting: [...waiting, ...files], failures: [] }))
  if (!isWorking) void work()
}

export function answerQuestion(system: SystemCode): void {
  useImportQueue.setState(({ job }) => ({ job: job && { ...job, question: null, stage: 'place', share: 0 } }))
  running?.answer(system)
}

export function cancelImport(): void {
  running?.cancel()
  giveUp?.()
}

export function dismissFailures(): void {
  useImportQueue.setState({ failures: [] })
}

let giveUp: (() => void) | null = null

async function work(): Promise<void> {
  isWorking = true
  for (let file = take(); file; file = take()) await importOne(file)
  isWorking = false
}

function take(): File | undefined {
  const [next, ...waiting] = useImportQueue.getState().waiting
  useImportQueue.setState({ waiting })
  return next
}

async function importOne(file: File): Promise<void> {
  const fileName = file.name
  useImportQueue.setState({ job: { fileName, stage: 'read', share: 0, question: null } })
  const cancelled = new Promise<null>((resolve) => {
    giveUp = () => resolve(null)
  })
  try {
    const packed = await Promise.race([read(file), cancelled])
    if (!packed) return
    const added = addImportedLayers(fileName, packed)
    useImportQueue.setState({ latest: added.map(({ id }) => id) })
    useWorkbench.getState().map?.flyTo({ bounds: around(added.map(({ bounds }) => bounds)) })
  } catch (error) {
    const { code, values } = error instanceof FileProblem ? error : toProblem(error, fileName)
    useImportQueue.setState(({ failures }) => ({ failures: [...failures, { fileName, code, values }] }))
  } finally {
    running = null
    useImportQueue.setState({ job: null })
  }
}

async function read(file: File) {
  const known = await knownBorder()
  running = importFile(file, known, {
    onProgress: (stage, share) => useImportQueue.setState(({ job }) => ({ job: job && { ...job, stage, share } })),
    onQuestion: (question) => useImportQueue.setState(({ job }) => ({ job: job && { ...job, question } })),
  })
  return running.layers
}

/** Nine tenths of it within 81 m of its true place: good enough to notice 224. Without a server: nothing is noticed. */
async function knownBorder() {
  try {
    const { features } = await fetchCollection('borders')
    return features.flatMap(({ id, geometry }) =>
      id.startsWith('border-vietnam-laos') && geometry?.type === 'LineString' ? [geometry.coordinates] : [],
    )
  } catch {
    return []
  }
}

function around(all: readonly Bounds[]): Bounds {
  const [west, south, east, north] = [0, 1, 2, 3].map((side) =>
    (side < 2 ? Math.min : Math.max)(...all.map((bounds) => bounds[side] ?? 0)),
  ) as Bounds
  const isPoint = east - west < 1e-6 && north - south < 1e-6
  return isPoint ? [west - 0.02, south - 0.02, east + 0.02, north + 0.02] : [west, south, east, north]
}
