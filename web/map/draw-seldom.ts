import type { Map as MapLibreMap } from 'maplibre-gl'

const pauseMilliseconds = 200

/**
 * While its tiles come in, a map draws itself anew for each of them. Without a graphics card those frames pile up for
 * seconds before the one that counts, so a map that stands still has five of them a second and the last at once:
 * until all has come the first time, and later while a shape that a panel draws on it is being laid out anew.
 *
 * @param changing the sources of such shapes
 * @returns ends the first time
 */
export function drawSeldomWhileLoading(map: MapLibreMap, changing: () => readonly string[] = () => []): () => void {
  const repaint = map.triggerRepaint.bind(map)
  let isFirst = true
  let waiting: ReturnType<typeof setTimeout> | undefined
  const isAllThere = () =>
    isFirst
      ? map.isStyleLoaded() && map.areTilesLoaded()
      : changing().every((id) => !map.getSource(id) || map.isSourceLoaded(id))
  const draw = () => {
    clearTimeout(waiting)
    waiting = undefined
    repaint()
  }
  let isAsked = false
  const decide = () => {
    isAsked = false
    if (map.isMoving() || isAllThere()) draw()
    else waiting ??= setTimeout(draw, pauseMilliseconds)
  }
  map.triggerRepaint = () => {
    // A source tells that it has arrived a moment before it takes back its old tiles.
    if (!isAsked) queueMicrotask(decide)
    isAsked = true
  }
  return () => {
    isFirst = false
  }
}
