import { useEffect, useMemo, useState } from 'react'
import type { Padding } from '../map/atlas-map.tsx'

/**
 * Where the words stand and how much of the map they cover: at the left of a wide screen, below the map on others.
 */
export interface StageLayout {
  shape: 'side' | 'band'
  /** Part of the width (side) or of the height (band) that the words may take. */
  share: number
  padding: Padding
}

export function stageLayout(width: number, height: number, isHigh: boolean): StageLayout {
  const margin = Math.round(Math.min(width, height) * 0.045)
  if (width / height >= 1.25) {
    const share = isHigh ? 0.48 : width / height >= 1.5 ? 0.35 : 0.4
    return {
      shape: 'side',
      share,
      padding: { top: margin, right: margin, bottom: margin * 1.6, left: Math.round(width * share) },
    }
  }
  const share = isHigh ? 0.52 : 0.46
  return {
    shape: 'band',
    share,
    padding: { top: margin, right: margin, bottom: Math.round(height * share), left: margin },
  }
}

export function useStageLayout(isHigh: boolean): StageLayout {
  const [size, setSize] = useState(() => ({ width: window.innerWidth, height: window.innerHeight }))
  useEffect(() => {
    const update = () => setSize({ width: window.innerWidth, height: window.innerHeight })
    window.addEventListener('resize', update)
    return () => window.removeEventListener('resize', update)
  }, [])
  return useMemo(() => stageLayout(size.width, size.height, isHigh), [size, isHigh])
}
