import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Position } from 'geojson'
import type { CollectionId } from '../../../server/domain/collections.ts'
import type { Drawing } from '../../../server/domain/story.ts'
import { clearImageId, iconSize } from '../../theme/icons.ts'
import { columnRadiusMeters, readColumns, type Column } from '../deck/column-sizes.ts'
import type { MapExtra } from '../extras/extra.ts'
import { discRadius, readLines } from './drawn-lines.ts'
import { loneliestSpots } from './loneliest-spot.ts'
import type { Camera } from '../../state/url.ts'
import type { Padding } from '../atlas-map.tsx'

/**
 * Where no name may stand: over the words of a scene, across the edge of the screen, where it would be cut, and across
 * the columns and discs that deck.gl draws, of which the map knows nothing.
 *
 * MapLibre keeps names apart from each other but from none of these. So invisible badges stand there; being the last of
 * the style they get their room first, and a name that would touch one of them stands on another side of its place,
 * or not at all.
 */
export function fenceExtra(posts: readonly Post[]): MapExtra {
  return {
    id: 'fence',
    sources: {
      fence: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: posts.map(({ position, size }) => ({
            type: 'Feature',
            properties: { size: size / iconSize },
            geometry: { type: 'Point', coordinates: position },
          })),
        },
      },
    },
    layers: [
      {
        slot: 'mark',
        style: {
          id: 'fence/posts',
          type: 'symbol',
          source: 'fence',
          layout: {
            'icon-image': clearImageId,
            'icon-size': ['get', 'size'],
            'icon-padding': 0,
            'icon-allow-overlap': true,
          },
        },
      },
    ],
  }
}

export interface Post {
  position: Position
  /** Width and height in pixels. */
  size: number
}

/** Of a post at the edge, in pixels. */
const postSize = 48
/** How far a name stays away from the edge. */
const margin = 4

/**
 * Posts over all that `covered` takes away from the map, outside round the rest, and on what deck.gl draws, as seen
 * from `camera`: the map may still be on its way there.
 */
export async function findPosts(
  map: MapLibreMap,
  camera: Camera,
  { covered, scale }: { covered: Padding; scale: number },
  drawings: readonly Drawing[],
): Promise<Post[]> {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const eye = eyeOf(camera, height, map.getVerticalFieldOfView())
  const edges = postSpots(width, height, covered).flatMap(([x, y]): Post[] => {
    const position = groundAt(x - width / 2, y - height / 2, eye)
    return position ? [{ position, size: postSize }] : []
  })
  const drawn = await Promise.all(
    drawings.map(async (drawing): Promise<Post[]> => {
      if (drawing.draw === 'columns') return columnPosts(eye)
      return drawing.draw === 'lines' ? discPosts(drawing.collection, scale) : []
    }),
  )
  return [...edges, ...drawn.flat()]
}

async function discPosts(collection: CollectionId, scale: number): Promise<Post[]> {
  const lines = await readLines(collection).catch(() => [])
  return loneliestSpots(lines).map((position) => ({ position, size: 2 * discRadius * scale }))
}

async function columnPosts(eye: Eye): Promise<Post[]> {
  const columns = await readColumns().catch(() => [])
  const size = (2 * columnRadiusMeters) / eye.metersPerPixel
  return columns.flatMap((column) => columnSpots(column, eye).map((position) => ({ position, size })))
}

const equatorMeters = 40_075_016.7
/** How many posts stand along a column; its foot is a badge and has its room. */
const postsAlong = 8

/** Where the map is looked at from. */
export interface Eye {
  center: [longitude: number, latitude: number]
  bearing: number
  pitch: number
  /** From the eye to the centre. */
  distanceMeters: number
  /** At the centre. */
  metersPerPixel: number
}

/** The eye of a map that is `height` pixels high and sees `fieldOfView` degrees from its lower to its upper edge. */
export function eyeOf({ longitude, latitude, zoom, ...turned }: Camera, height: number, fieldOfView: number): Eye {
  const metersPerPixel = (equatorMeters * Math.cos((latitude * Math.PI) / 180)) / 512 / 2 ** zoom
  const distancePixels = height / 2 / Math.tan((fieldOfView * Math.PI) / 360)
  return { ...turned, center: [longitude, latitude], metersPerPixel, distanceMeters: distancePixels * metersPerPixel }
}

/** The ground seen so many pixels right of and below the middle of the picture; null: that is the sky. */
export function groundAt(right: number, below: number, eye: Eye): Position | null {
  const { center, metersPerPixel, distanceMeters } = eye
  const [turn, tilt] = [eye.bearing, eye.pitch].map((degrees) => (degrees * Math.PI) / 180) as [number, number]
  const distance = distanceMeters / metersPerPixel
  const falls = distance * Math.cos(tilt) + below * Math.sin(tilt)
  if (falls <= 0) return null
  // How often the way from the eye to the picture, one `distance` away, fits into the way to the ground.
  const times = (distance * Math.cos(tilt)) / falls
  const aside = right * times
  const ahead = (distance * Math.sin(tilt) - below * Math.cos(tilt)) * times - distance * Math.sin(tilt)
  const degreesPerPixel = (metersPerPixel * 360) / (equatorMeters * Math.cos((center[1] * Math.PI) / 180))
  const east = (aside * Math.cos(turn) + ahead * Math.sin(turn)) * degreesPerPixel
  const north = (ahead * Math.cos(turn) - aside * Math.sin(turn)) * degreesPerPixel
  return [center[0] + east, fromMercator(toMercator(center[1]) + north)]
}

/** Mercator's latitude in degrees as long as those of longitude. */
function toMercator(latitude: number): number {
  return (Math.atanh(Math.sin((latitude * Math.PI) / 180)) * 180) / Math.PI
}

function fromMercator(northing: number): number {
  return (Math.asin(Math.tanh((northing * Math.PI) / 180)) * 180) / Math.PI
}

/** The places of the ground that a column hides from the eye, from its foot to its top. */
export function columnSpots({ position, heightMeters }: Column, eye: Eye): Position[] {
  const [east, north] = [equatorMeters * Math.cos((eye.center[1] * Math.PI) / 180), equatorMeters].map(
    (around) => around / 360,
  ) as [number, number]
  const [turn, tilt] = [eye.bearing, eye.pitch].map((degrees) => (degrees * Math.PI) / 180) as [number, number]
  const altitude = eye.distanceMeters * Math.cos(tilt)
  const back = eye.distanceMeters * Math.sin(tilt)
  // From the place straight below the eye to the foot of the column.
  const away = [
    (position[0] - eye.center[0]) * east + back * Math.sin(turn),
    (position[1] - eye.center[1]) * north + back * Math.cos(turn),
  ] as const
  return Array.from({ length: postsAlong }, (_, index) => {
    const height = (heightMeters * (index + 1)) / postsAlong
    const hidden = height / (altitude - height)
    return [position[0] + (away[0] * hidden) / east, position[1] + (away[1] * hidden) / north]
  })
}

/** The posts at the edges, as places on the screen. */
export function postSpots(width: number, height: number, covered: Padding): [number, number][] {
  const free = {
    left: covered.left + margin,
    top: covered.top + margin,
    right: width - covered.right - margin,
    bottom: height - covered.bottom - margin,
  }
  const isFree = (x: number, y: number) =>
    x + postSize / 2 > free.left &&
    x - postSize / 2 < free.right &&
    y + postSize / 2 > free.top &&
    y - postSize / 2 < free.bottom
  // Each side is counted from the free ground outwards, so that a post ends where the ground begins.
  const along = (from: number, to: number, step: number) =>
    Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, index) => from + step * (index + 0.5))
  const before = (edge: number) =>
    Array.from({ length: Math.ceil(edge / postSize) }, (_, index) => edge - postSize * (index + 0.5))
  const after = (edge: number, end: number) =>
    Array.from({ length: Math.ceil((end - edge) / postSize) }, (_, index) => edge + postSize * (index + 0.5))
  const columns = [...before(free.left), ...along(free.left, free.right, postSize), ...after(free.right, width)]
  const rows = [...before(free.top), ...along(free.top, free.bottom, postSize), ...after(free.bottom, height)]
  return columns.flatMap((x) => rows.flatMap((y): [number, number][] => (isFree(x, y) ? [] : [[x, y]])))
}
