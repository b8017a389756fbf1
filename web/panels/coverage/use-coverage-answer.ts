import { useEffect } from 'react'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useLiveCoverage, wantCoverage, type LiveCoverage } from './live-coverage.ts'

/** Coverage of the chosen corridors at the chosen distance, following a slider in motion. */
export function useCoverageAnswer(): LiveCoverage {
  const { state } = useAtlas()
  const { coverageCorridors: corridors, bufferMeters } = state
  useEffect(() => wantCoverage({ corridors, bufferMeters }), [corridors, bufferMeters])
  return useLiveCoverage()
}
