import { useEffect, useState } from 'react'
import type { CoverageAnswer } from '../../../server/domain/coverage.ts'
import { useCoverage, type Answer } from '../../api/queries.ts'
import { useAtlas } from '../../state/atlas-context.tsx'

const settleMilliseconds = 180

/** Coverage of the chosen corridors at the chosen distance; a slider in motion asks once it has come to rest. */
export function useCoverageAnswer(): Answer<CoverageAnswer> {
  const { state } = useAtlas()
  const [settled, setSettled] = useState(state.bufferMeters)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(state.bufferMeters), settleMilliseconds)
    return () => clearTimeout(timer)
  }, [state.bufferMeters])
  return useCoverage(state.coverageCorridors, settled)
}
