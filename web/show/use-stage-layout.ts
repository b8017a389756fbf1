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
  /** What of the map is under words, so that no name should stand there. */
  covered: Padding
  /** How much larger than on a desk names have to be; 1 in the hand. */
  scale: number
}

/** The height of the two lines of credits, in pixels. */
const credits = 30

export function stageLayout(width: number, height: number, isHigh: boolean): StageLayout {
  const scale = isHigh ? 1.7 : Math.min(1.45, Math.max(1, 1.22 * Math.sqrt(Math.min(width, height) / 768)))
  const margin = Math.round(Math.min(width, height) * 0.045)
  if (width / height >= 1.25) {
    // The ground of the words ends in a gradient, except on a washed-out projector.
    const fading = isHigh ? 0 : width * 0.035
    const share = isHigh ? 0.48 : width / height >= 1.5 ? 0.35 : 0.4
    return {
      shape: 'side',
      share,
      padding: { top: margin, right: margin, bottom: margin * 1.6, left: Math.round(width * share + fading) },
      covered: { top: 0, right: 0, bottom: credits, left: Math.round(width * share + fading) },
      scale,
    }
  }
  const share = isHigh ? 0.52 : 0.46
  return {
    shape: 'band',
    share,
    padding: { top: margin, right: margin, bottom: Math.round(height * share), left: margin },
    covered: { top: 0, right: 0, bottom: Math.round(height * share), left: 0 },
    scale,
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
