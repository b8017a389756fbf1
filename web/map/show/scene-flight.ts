import type { Map as MapLibreMap } from 'maplibre-gl'
import type { SceneCamera } from '../../../server/domain/story.ts'
import { address } from '../../api/client.ts'
import type { Camera } from '../../state/url.ts'
import type { Padding } from '../atlas-map.tsx'

/** On the way to a scene. */
export interface SceneFlight {
  goal: Camera
  /** When most of the way is behind the map, or all of it. */
  nearing: Promise<void>
  arrived: Promise<void>
}

/**
 * How the map comes to a scene: a flight of 1.2 to 1.4 seconds, so that all has come to rest within 2.5, or one jump
 * for readers who do not want motion.
 */
export function flyToScene(map: MapLibreMap, camera: SceneCamera, padding: Padding, isStill: boolean): SceneFlight {
  const goal = toCamera(map, camera, padding)
  const center: [number, number] = [goal.longitude, goal.latitude]
  const { zoom, bearing, pitch } = goal
  map.stop()
  const arrived = new Promise<void>((resolve) => void map.once('moveend', () => resolve()))
  if (isStill) {
    map.jumpTo({ center, zoom, bearing, pitch })
    return { goal, nearing: arrived, arrived }
  }
  const turns = Math.abs(zoom - map.getZoom()) * 80 + Math.abs(pitch - map.getPitch()) * 2
  const duration = Math.min(1400, 1200 + turns)
  map.flyTo({ center, zoom, bearing, pitch, duration, curve: 1.2, essential: true })
  const nearing = new Promise<void>((resolve) => setTimeout(resolve, duration * shareUntilNear))
  return { goal, nearing: Promise.race([nearing, arrived]), arrived }
}

/** Flights slow down: at half of their time nine tenths of the way are done. */
const shareUntilNear = 0.5

/** Where the map is, if that is not where it was sent: its limits may have held it. */
export function elsewhere(map: MapLibreMap, goal: Camera): Camera | null {
  const { lng, lat } = map.getCenter()
  const camera = {
    zoom: map.getZoom(),
    latitude: lat,
    longitude: lng,
    bearing: map.getBearing(),
    pitch: map.getPitch(),
  }
  const { clientWidth, clientHeight } = map.getContainer()
  const { x, y } = map.project([goal.longitude, goal.latitude])
  const away = Math.hypot(x - clientWidth / 2, y - clientHeight / 2)
  const isThere = away < 2 && Math.abs(camera.zoom - goal.zoom) < 0.01 && Math.abs(camera.pitch - goal.pitch) < 0.1
  return isThere ? null : camera
}

/** The camera that shows a frame whole beside the words, or the very camera that was kept. */
export function toCamera(map: MapLibreMap, camera: SceneCamera, padding: Padding): Camera {
  if (!('frame' in camera)) return camera
  const { frame, bearing = 0, pitch = 0 } = camera
  const fitted = map.cameraForBounds(frame, { padding: { ...padding }, bearing, absolutePadding: false, maxZoom: 14 })
  const center = fitted?.center
  const [longitude, latitude] =
    center && typeof center === 'object' && 'lng' in center
      ? [center.lng, center.lat]
      : [(frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2]
  // Seen from the side the far edge comes nearer to the horizon: a little more room keeps it on the screen.
  return { longitude, latitude, zoom: (fitted?.zoom ?? map.getZoom()) - pitch / 320, bearing, pitch }
}

/** Fetches the tiles of the next scene while this one is being talked about, into the browser's own cache. */
export async function fetchTilesAhead(map: MapLibreMap, camera: SceneCamera, padding: Padding): Promise<void> {
  const { clientWidth, clientHeight } = map.getContainer()
  const goal = toCamera(map, camera, padding)
  await Promise.all(
    tilesOf(goal, clientWidth, clientHeight).map(({ z, x, y }) =>
      fetch(`${address}/tiles/WebMercatorQuad/${z}/${y}/${x}`, { priority: 'low' }).then(
        (answer) => answer.arrayBuffer(),
        () => undefined,
      ),
    ),
  )
}

/** Few enough to be polite: a screen of 1920 × 1080 needs at most 5 × 4. */
const mostTiles = 40
const tileSize = 512

/** The tiles under a screen, of the whole zoom that the map itself would ask for. */
export function tilesOf(
  { zoom, latitude, longitude }: Pick<Camera, 'zoom' | 'latitude' | 'longitude'>,
  width: number,
  height: number,
): { z: number; x: number; y: number }[] {
  const z = Math.max(0, Math.min(14, Math.floor(zoom)))
  const count = 2 ** z
  const sine = Math.sin((latitude * Math.PI) / 180)
  const middle = {
    x: ((longitude + 180) / 360) * count,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * count,
  }
  const scale = tileSize * 2 ** (zoom - z)
  const range = (centre: number, pixels: number) => {
    const first = Math.max(0, Math.floor(centre - pixels / 2 / scale))
    const last = Math.min(count - 1, Math.floor(centre + pixels / 2 / scale))
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }
  return range(middle.y, height)
    .flatMap((y) => range(middle.x, width).map((x) => ({ z, x, y })))
    .slice(0, mostTiles)
}
