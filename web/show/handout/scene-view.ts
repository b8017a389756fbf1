import type { Scene, SceneCamera } from '../../../server/domain/story.ts'
import type { Camera } from '../../state/url.ts'

/** Free on every side of a frame, as a part of the picture. */
const margin = 0.045

/** The camera that shows a frame whole in a picture of this size, or the very camera that was kept. */
export function viewOf(camera: SceneCamera, width: number, height: number): Camera {
  if (!('frame' in camera)) return camera
  const { frame, bearing = 0, pitch = 0 } = camera
  const [west, south, east, north] = frame
  const [top, bottom] = [mercatorY(north), mercatorY(south)]
  const wide = (east - west) / 360
  const high = bottom - top
  const [sine, cosine] = [Math.sin, Math.cos].map((f) => Math.abs(f((bearing * Math.PI) / 180))) as [number, number]
  const scale = Math.min(
    (width * (1 - 2 * margin)) / (wide * cosine + high * sine),
    (height * (1 - 2 * margin)) / (wide * sine + high * cosine),
  )
  const middle = (top + bottom) / 2
  return {
    longitude: (west + east) / 2,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * middle))) * 180) / Math.PI,
    // Seen from the side the far edge comes nearer to the horizon, as in the show.
    zoom: Math.log2(scale / 512) - pitch / 320,
    bearing,
    pitch,
  }
}

function mercatorY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

/** Whether two scenes look the same beside their words. */
export function samePicture(one: Scene, other: Scene): boolean {
  const look = ({ camera, layers, filter, phase, selection, drawings = [] }: Scene) =>
    JSON.stringify([camera, layers, filter, phase, selection, drawings])
  return look(one) === look(other)
}
