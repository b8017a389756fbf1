import { useLayoutEffect } from 'react'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useLiveCoverage, wantCoverage, type LiveCoverage } from './live-coverage.ts'

/** Coverage of the chosen corridors at the chosen distance, following a slider in motion. */
export function useCoverageAnswer(): LiveCoverage {
  const { state } = useAtlas()
  const { coverageCorridors: corridors, bufferMeters } = state
  // Asked before the panel is painted: the answer is on its way meanwhile.
  useLayoutEffect(() => wantCoverage({ corridors, bufferMeters }), [corridors, bufferMeters])
  return useLiveCoverage()
}
