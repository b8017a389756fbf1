import type { CoverageOutlines } from '../../../server/domain/coverage.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useCoverageAnswer } from './use-coverage-answer.ts'

/** The outlines to draw while the coverage panel is open; null otherwise. */
export function useReach(): CoverageOutlines | null {
  const { state } = useAtlas()
  const asked = state.mode === 'plan' && state.tab === 'coverage'
  const { data } = useCoverageAnswer(asked)
  return asked && data ? data.outlines : null
}
