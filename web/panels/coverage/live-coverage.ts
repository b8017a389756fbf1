import { create } from 'zustand'
import type { CoverageAnswer, CoverageOutlines } from '../../../server/domain/coverage.ts'
import { useReplacements } from '../../state/replacements.ts'

/**
 * The coverage that panel and map show: of the corridors and the distance last asked for, and until that is
 * there, of those before. The first asking fetches the script that knows how to answer.
 */
export interface LiveCoverage {
  data: CoverageAnswer | undefined
  /** For the map: of the answer, or already of the next one. */
  outlines: CoverageOutlines | undefined
  error: Error | undefined
  /** `data` is not the answer to what was last asked. */
  isLoading: boolean
}

interface Question {
  /** None named means all. */
  corridors: readonly string[]
  bufferMeters: number
}

export const useLiveCoverage = create<LiveCoverage>(() => ({
  data: undefined,
  outlines: undefined,
  error: undefined,
  isLoading: false,
}))

let wanted: Question | undefined
let wantedKey = ''
let client: typeof import('../../compute/coverage-client.ts') | undefined
/** Lately asked, so that going back and forth costs nothing. */
const kept = new Map<string, CoverageAnswer>()
const mostKept = 8

export function wantCoverage(question: Question): void {
  const key = keyOf(question)
  if (key === wantedKey) return
  wanted = question
  wantedKey = key
  void ask(question, key)
}

/** What an answer depends on: the question, and the reader's own shapes that count in it. */
function keyOf({ corridors, bufferMeters }: Question): string {
  const own = useReplacements
    .getState()
    .replacements.map(({ collection, id, replacedAt }) => [collection, id, replacedAt])
  return JSON.stringify([corridors.toSorted(), bufferMeters, own])
}

useReplacements.subscribe((now, before) => {
  if (wanted && now.replacements !== before.replacements) wantCoverage(wanted)
})

export function retryCoverage(): void {
  if (wanted) void ask(wanted, wantedKey)
}

async function ask({ corridors, bufferMeters }: Question, key: string): Promise<void> {
  const known = kept.get(key)
  if (known) {
    useLiveCoverage.setState({ data: known, outlines: known.outlines, error: undefined, isLoading: false })
    return
  }
  useLiveCoverage.setState({ error: undefined, isLoading: true })
  try {
    client ??= await import('../../compute/coverage-client.ts')
    const question = { ...(corridors.length > 0 ? { corridorIds: corridors } : {}), bufferMeters }
    const data = await client.askCoverage(question, 'coverage', (outlines) => {
      if (useLiveCoverage.getState().isLoading) useLiveCoverage.setState({ outlines })
    })
    if (!data) return
    remember(key, data)
    // On the way of a slider every answer is shown, and none after the last.
    if (useLiveCoverage.getState().isLoading) {
      useLiveCoverage.setState({ data, outlines: data.outlines, isLoading: key !== wantedKey })
    }
  } catch (error) {
    if (key !== wantedKey) return
    const reason = error instanceof Error ? error : new Error(String(error))
    useLiveCoverage.setState({ data: undefined, outlines: undefined, error: reason, isLoading: false })
  }
}

function remember(key: string, answer: CoverageAnswer): void {
  kept.set(key, answer)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
}
