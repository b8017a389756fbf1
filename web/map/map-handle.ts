import type { Bounds } from '../format/bounds.ts'
import type { Camera } from '../state/url.ts'

/** All that the rest of the page may ask of the map. */
export interface MapHandle {
  flyTo: (target: { bounds: Bounds } | { position: [number, number] }) => void
  /** Moves only if the place is hidden or under a panel, and only as far as needed. */
  ensureVisible: (bounds: Bounds) => void
  zoomBy: (steps: number) => void
  panBy: (x: number, y: number) => void
  northUp: () => void
  home: () => void
  /** Asks the server once more for the tiles it did not give. */
  askAgain: () => void
  /** Calls whenever the map has come to rest somewhere else; gives back how to stop that. */
  onRest: (listener: () => void) => () => void
  /** Where the map looks now. */
  camera: () => Camera
  /** The same with the size of the map in CSS pixels, for a picture of it. */
  view: () => { camera: Camera; width: number; height: number }
  /** Goes to a camera, flying where motion is welcome; resolves when it has arrived or something else moved it. */
  goTo: (camera: Camera, milliseconds?: number) => Promise<void>
}
