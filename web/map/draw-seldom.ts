import type { Map as MapLibreMap } from 'maplibre-gl'

const pauseMilliseconds = 200

/**
 * While its tiles come in, a map draws itself anew for each of them. Without a graphics card those frames pile up for
 * seconds before the one that counts, so a map that stands still has five of them a second and the last at once.
 *
 * @returns takes it back
 */
export function drawSeldomWhileLoading(map: MapLibreMap): () => void {
  const repaint = map.triggerRepaint.bind(map)
  let waiting: ReturnType<typeof setTimeout> | undefined
  map.triggerRepaint = () => {
    if (waiting !== undefined) return
    if (map.isMoving() || (map.isStyleLoaded() && map.areTilesLoaded())) return repaint()
    waiting = setTimeout(() => {
      waiting = undefined
      repaint()
    }, pauseMilliseconds)
  }
  return () => {
    map.triggerRepaint = repaint
  }
}
