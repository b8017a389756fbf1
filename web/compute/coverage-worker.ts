/**
 * Answers coverage questions beside the page, with the server's own function: lays the ground into the plane
 * once, then answers question after question. What did not change since (reaches of lines that stayed where
 * they were) is remembered by `server/analysis/reach.ts`.
 */
import clipperAddress from 'clipper2-wasm/dist/es/clipper2z.wasm?url'
import { areaContents } from '../../server/analysis/area-contents.ts'
import { coverageFigures, coverageShapes } from '../../server/analysis/coverage-answer.ts'
import {
  prepareGround,
  withOwnShapes,
  type AskedCollections,
  type CoverageGround,
} from '../../server/analysis/coverage-ground.ts'
import type { CoverageLine } from '../../server/analysis/coverage-lines.ts'
import { distanceMap } from '../../server/analysis/distance-map.ts'
import type { GroundDocument } from '../../server/analysis/ground-document.ts'
import { prepareLines, type GroundLineKind } from '../../server/analysis/lines-inside.ts'
import { nearestFeatures } from '../../server/analysis/nearest-features.ts'
import { loadOverlay } from '../../server/analysis/overlay.ts'
import { whatIf } from '../../server/analysis/what-if.ts'
import type { CoverageProblem } from '../../server/domain/coverage.ts'
import type {
  Ask,
  CoverageQuestion,
  CoverageTask,
  CoverageTasks,
  FromWorker,
  Prepare,
  TakeShapes,
} from './coverage-messages.ts'

interface Prepared {
  ground: CoverageGround
  /** As the atlas draws them: what own shapes take the place of. */
  drawn: AskedCollections
  corridors: readonly CoverageLine[]
  lines: readonly GroundLineKind[]
}

type Answerer<Task extends CoverageTask> = (
  on: Prepared,
  question: CoverageTasks[Task]['question'],
) => CoverageTasks[Task]['answer'] | { problem: CoverageProblem }

const tasks: { [Task in CoverageTask]: Answerer<Task> } = {
  outlines: (on, question) => coverageShapes(on.ground, linesOf(on, question), question.bufferMeters),
  figures: (on, question) => coverageFigures(on.ground, linesOf(on, question), question.bufferMeters),
  distances: (on, question) => distanceMap(on.ground, linesOf(on, question)),
  contents: ({ ground, lines }, area) => areaContents(ground, lines, area),
  whatIf: ({ ground, corridors }, { lines, bufferMeters }) => whatIf(ground, corridors, lines, bufferMeters),
  nearest: ({ ground, lines }, place) => nearestFeatures(ground, lines, place),
}

let preparing: Promise<Prepared> | undefined

globalThis.addEventListener('message', ({ data }: MessageEvent<Prepare | TakeShapes | Ask>) => {
  if ('address' in data) {
    preparing ??= prepare(data.address)
    preparing.then(
      (prepared) => {
        say({ ready: true })
        warmUp(prepared)
      },
      (error: unknown) => say({ cannot: String(error) }),
    )
  } else if ('ownShapes' in data) {
    // Questions asked before this are answered as they were meant.
    preparing = preparing?.then((prepared) => ({
      ...prepared,
      ground: withOwnShapes(prepared.ground, prepared.drawn, data.ownShapes),
    }))
  } else {
    void answer(data).then(say)
  }
})

/** Distances that are asked before anybody asks: until then the browser has not made these functions quick. */
const warmingUp = [6000, 9000, 14_000, 21_000, 5500]

/** One at a time, so that a question of the reader's comes between. */
function warmUp({ ground, corridors }: Pick<Prepared, 'ground' | 'corridors'>, left = warmingUp): void {
  const [bufferMeters, ...rest] = left
  if (bufferMeters === undefined) return
  setTimeout(() => {
    coverageShapes(ground, corridors, bufferMeters)
    coverageFigures(ground, corridors, bufferMeters)
    warmUp({ ground, corridors }, rest)
  })
}

async function prepare(address: string): Promise<Prepared> {
  const [{ plane }, response] = await Promise.all([
    loadOverlay(new URL(clipperAddress, import.meta.url).href),
    fetch(`${address}/analysis/coverage/ground`),
  ])
  if (!response.ok) throw new Error(`the ground of coverage questions: HTTP ${response.status}`)
  const document = (await response.json()) as GroundDocument
  const { province: _, districts: __, communes: ___, corridors, lines, ...drawn } = document
  return { ground: prepareGround(document, plane), drawn, corridors, lines: prepareLines(lines) }
}

async function answer<Task extends CoverageTask>(ask: Extract<Ask, { task: Task }>): Promise<FromWorker> {
  const { id, task, question } = ask
  try {
    if (!preparing) throw new Error('nothing is prepared')
    const answerer = tasks[task] as Answerer<CoverageTask>
    return { id, answer: answerer(await preparing, question) }
  } catch (error) {
    return { id, failure: String(error) }
  }
}

/** As the server reads a question: corridors in the programme's order, then lines of one's own. */
function linesOf(
  { corridors }: Prepared,
  { corridorIds, lines }: Omit<CoverageQuestion, 'bufferMeters'>,
): CoverageLine[] {
  const stored = corridorIds ? corridors.filter(({ id }) => corridorIds.includes(id)) : lines ? [] : corridors
  return [...stored, ...(lines ?? [])]
}

function say(message: FromWorker): void {
  globalThis.postMessage(message)
}
