/**
 * A small still map of some features, drawn as SVG: land below, the features on top.
 *
 * For reading along a table, not for measuring: a plain map with the right proportions at the middle
 * latitude, points closer than a pixel left out.
 */
import type { Geometry, Position } from 'geojson'
import type { Box } from '../../domain/box.ts'
import type { Ground } from './ground.ts'
import { html, Html } from './layout.ts'

const width = 960
const tallest = 620
const shortest = 240

export interface MapParts {
  title: string
  /** What must be in the picture. */
  extent: Box
  ground: Ground
  features: readonly (Geometry | null)[]
}

export function svgMap({ title, extent, ground, features }: MapParts): Html {
  const frame = frameOf(extent)
  const draw = (geometry: Geometry | null, name: string) => (geometry ? [shape(geometry, frame, name)] : [])
  return html`<svg class="map" role="img" viewBox="0 0 ${width} ${frame.height}" xmlns="http://www.w3.org/2000/svg">
    <title>${title}</title>
    ${ground.land.flatMap((geometry) => draw(geometry, 'land'))}${ground.home.flatMap((geometry) => draw(geometry, 'home'))}${features.flatMap((geometry) => draw(geometry, ''))}
  </svg>`
}

interface Frame {
  west: number
  north: number
  perDegreeX: number
  perDegreeY: number
  height: number
}

/** The extent with a margin, at least some kilometres wide, in a picture that is neither flat nor tall. */
function frameOf([west, south, east, north]: Box): Frame {
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const spanX = Math.max((east - west) * 1.1, 0.08)
  const spanY = Math.max((north - south) * 1.1, 0.04)
  const height = Math.min(Math.max((width * spanY) / (spanX * shrink), shortest), tallest)
  const perDegreeY = Math.min(height / spanY, width / (spanX * shrink))
  const perDegreeX = perDegreeY * shrink
  return {
    west: (west + east) / 2 - width / 2 / perDegreeX,
    north: (south + north) / 2 + height / 2 / perDegreeY,
    perDegreeX,
    perDegreeY,
    height: Math.round(height),
  }
}

function shape(geometry: Geometry, frame: Frame, className: string): Html {
  switch (geometry.type) {
    case 'Point':
      return dots([geometry.coordinates], frame)
    case 'MultiPoint':
      return dots(geometry.coordinates, frame)
    case 'LineString':
      return path([geometry.coordinates], frame, className || 'line', false)
    case 'MultiLineString':
      return path(geometry.coordinates, frame, className || 'line', false)
    case 'Polygon':
      return path(geometry.coordinates, frame, className || 'area', true)
    case 'MultiPolygon':
      return path(geometry.coordinates.flat(), frame, className || 'area', true)
    case 'GeometryCollection':
      return html`${geometry.geometries.map((part) => shape(part, frame, className))}`
  }
}

function dots(positions: readonly Position[], frame: Frame): Html {
  return html`${positions.map((position) => {
    const [x, y] = toPicture(position, frame)
    return html`<circle class="point" cx="${x}" cy="${y}" r="4.5" />`
  })}`
}

function path(lines: readonly Position[][], frame: Frame, className: string, isClosed: boolean): Html {
  const text = lines.map((line) => trace(line, frame, isClosed)).join('')
  return text === ''
    ? html``
    : html`<path class="${className}" ${isClosed ? new Html(' fill-rule="evenodd"') : null} d="${text}" />`
}

function trace(line: readonly Position[], frame: Frame, isClosed: boolean): string {
  const points = line.map((position) => toPicture(position, frame))
  const kept: [number, number][] = []
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1)
    const next = points[index + 1]
    if (last && next && (isNear(point, last) || areBeyondOneSide([last, point, next], frame))) continue
    kept.push(point)
  }
  if (kept.length < 2 || areBeyondOneSide(kept, frame)) return ''
  return `M${kept.map(([x, y]) => `${x} ${y}`).join('L')}${isClosed ? 'Z' : ''}`
}

function isNear(a: readonly [number, number], b: readonly [number, number]): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) < 1
}

/** What runs outside along one side of the picture looks the same as a short cut there. */
function areBeyondOneSide(points: readonly (readonly [number, number])[], { height }: Frame): boolean {
  const edge = 10
  return (
    points.every(([x]) => x < -edge) ||
    points.every(([x]) => x > width + edge) ||
    points.every(([, y]) => y < -edge) ||
    points.every(([, y]) => y > height + edge)
  )
}

function toPicture([longitude = 0, latitude = 0]: Position, frame: Frame): [number, number] {
  const x = (longitude - frame.west) * frame.perDegreeX
  const y = (frame.north - latitude) * frame.perDegreeY
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10]
}
