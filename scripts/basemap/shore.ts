/**
 * Where the land meets the sea: shoreline, land and islands.
 *
 * Around the province in all detail, further out only as a small map shows it: the two are united, so the
 * land has no edge where the detail ends. GSHHG lies about 600 m too far east here, the whole coast alike,
 * so all of it is shifted by one vector, fitted to the open coast of Thanh Hóa. The estuaries keep their
 * two banks.
 */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { polygon } from '@turf/helpers'
import type { PlaneOverlay, PlanePolygons } from '../../server/analysis/overlay.ts'
import { areaOf, basemapFeature, type BasemapFeature, type BasemapProperties } from './features.ts'
import { readShores, type GshhgPlace } from './gshhg.ts'
import {
  counterclockwise,
  joinHeadToTail,
  metersFromLine,
  roundLine,
  shiftLine,
  simplifyLine,
  squareKilometers,
} from './lines.ts'
import { endOf, isClosed, samePosition, segmentsOf, startOf, type Line, type LngLat } from './points.ts'
import { clipLine, clipRing, closeAlongFrame, isInBox, runsAlongFrame, type Box } from './window.ts'

const shiftDegreesEast = -0.00573
const shiftDegreesNorth = 0.0009
const fine = { toleranceMeters: 4, decimals: 5 }
const coarse = { toleranceMeters: 250, decimals: 4 }

/** Outside the fine window a smaller island is clutter, … */
const smallIslandSquareKilometers = 5
/** … unless it stands alone in the sea, this far from any larger land: Bạch Long Vĩ, Cồn Cỏ, Hoàng Sa. */
const aloneMeters = 20_000
const smallestIslandSquareKilometers = 0.1

/** Overlays run on whole numbers of the last decimal, so that no position moves. */
const gridPerDegree = 10 ** fine.decimals

/** Names of islands, each with a published point that lies on it. */
const knownIslands: { id: string; name_vi: string; name_en: string; at: LngLat }[] = [
  // GeoNames populated place “Nghi Sơn”, label point of the commune of that name.
  { id: 'island-nghi-son', name_vi: 'Đảo Nghi Sơn', name_en: 'Nghi Sơn island', at: [105.8222, 19.3233] },
  // Label point of the commune Hải Bình, of whose land only Hòn Mê and its islets lie out here.
  { id: 'island-hon-me', name_vi: 'Hòn Mê', name_en: 'Hòn Mê island', at: [105.9254, 19.3722] },
]

export interface CoastProperties extends BasemapProperties {
  /** Fine within the fine window, coarse outside it. */
  detail: 'fine' | 'coarse'
}

export interface Shore {
  coast: BasemapFeature<CoastProperties>[]
  /** All land of the wide window but the islands of the fine one; the mainland first. */
  land: BasemapFeature[]
  /** Islands wholly within the fine window. */
  islands: BasemapFeature[]
}

export function extractShore(place: GshhgPlace, fineBox: Box, wideBox: Box, overlay: PlaneOverlay): Shore {
  const near = fineShore(place, fineBox)
  const land = unite(near.land, coarseLand(place, wideBox), fineBox, overlay)
  return {
    coast: land
      .flatMap((ring) => shoresOf(ring, wideBox))
      .flatMap((line) => splitByDetail(line, fineBox))
      .toSorted((a, b) => b.line.length - a.line.length)
      .map(({ detail, line }, i) =>
        basemapFeature(
          { id: `coast-${i + 1}`, originId: 'gshhg', name_vi: null, name_en: null, detail },
          { type: 'LineString', coordinates: line },
        ),
      ),
    land: [basemapFeature({ id: 'land', originId: 'gshhg', name_vi: null, name_en: null }, areaOf(land))],
    islands: near.islands.map((ring, i) => {
      const known = knownIslands.find(({ at }) => booleanPointInPolygon(at, polygon([ring])))
      return basemapFeature(
        {
          id: known?.id ?? `island-${i + 1}`,
          originId: 'gshhg',
          name_vi: known?.name_vi ?? null,
          name_en: known?.name_en ?? null,
        },
        { type: 'Polygon', coordinates: [ring] },
      )
    }),
  }
}

/** The land in all detail, cut at the window's frame but for small islands, which are left whole. */
function fineShore(place: GshhgPlace, box: Box): { land: Line[]; islands: Line[] } {
  const onFrame: Line[] = []
  const islands: Line[] = []
  const whole: Line[] = []
  for (const line of readShoreLines(place, box)) {
    if (!isClosed(line)) {
      onFrame.push(...clipLine(line, box).map((piece) => tidy(piece, fine)))
    } else if (isSmall(line) && line.some((at) => isInBox(at, box)) && line.some((at) => !isInBox(at, box))) {
      whole.push(counterclockwise(tidy(line, fine)))
    } else {
      for (const piece of clipRing(line, box)) {
        if (isClosed(piece)) islands.push(counterclockwise(tidy(piece, fine)))
        else onFrame.push(tidy(piece, fine))
      }
    }
  }
  return {
    land: [...closeAlongFrame(onFrame, box), ...whole],
    islands: islands.filter((ring) => ring.length > 3).toSorted(northToSouth),
  }
}

function coarseLand(place: GshhgPlace, box: Box): Line[] {
  const lines = readShoreLines(place, box)
  const large = lines.filter((line) => !isClosed(line) || !isSmall(line))
  const alone = lines.filter(
    (line) =>
      isClosed(line) &&
      isSmall(line) &&
      squareKilometers(line) >= smallestIslandSquareKilometers &&
      large.every((other) => metersFromLine(startOf(line), other) > aloneMeters),
  )
  const onFrame: Line[] = []
  const rings: Line[] = []
  for (const line of [...large, ...alone]) {
    for (const piece of isClosed(line) ? clipRing(line, box) : clipLine(line, box)) {
      const thin = tidy(piece, coarse)
      if (!isClosed(piece)) onFrame.push(thin)
      else rings.push(counterclockwise(thin.length > 4 ? thin : roundLine(piece, coarse.decimals)))
    }
  }
  return [...closeAlongFrame(onFrame, box), ...rings]
}

function readShoreLines(place: GshhgPlace, [west, south, east, north]: Box): Line[] {
  const margin = 0.3
  const box: Box = [west - margin, south - margin, east + margin, north + margin]
  const pieces = readShores(place, box).filter((piece) => piece.level === 1)
  return joinHeadToTail(pieces.map((piece) => piece.line)).map((line) =>
    shiftLine(line, shiftDegreesEast, shiftDegreesNorth),
  )
}

/** Land outside the box as the one drawing has it, within as the other; outer rings, the longest first. */
function unite(within: readonly Line[], outside: readonly Line[], box: Box, overlay: PlaneOverlay): Line[] {
  const [west, south, east, north] = box
  const frame: Line = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  // What is cut is put on the grid before it is joined, so that both sides of the seam are the same line.
  const cut = overlay.difference(toGrid(outside), toGrid([frame])).flatMap(fromGrid)
  return overlay
    .union(toGrid([...within, ...cut]))
    .flatMap((rings) => fromGrid(rings).slice(0, 1))
    .toSorted((a, b) => b.length - a.length || northToSouth(a, b))
}

function toGrid(rings: readonly Line[]): PlanePolygons {
  return rings.map((ring) => [
    ring.slice(0, -1).map(([lng, lat]) => [Math.round(lng * gridPerDegree), Math.round(lat * gridPerDegree)]),
  ])
}

function fromGrid(rings: PlanePolygons[number]): Line[] {
  return rings.map((ring) => {
    const line = ring.map(([x, y]): LngLat => [Math.round(x) / gridPerDegree, Math.round(y) / gridPerDegree])
    return roundLine([...line, startOf(line)], fine.decimals)
  })
}

/** The ring without what runs along the frame of the window: there the land goes on. */
function shoresOf(ring: Line, box: Box): Line[] {
  const open: Line[] = []
  for (const [from, to] of segmentsOf(ring)) {
    if (runsAlongFrame(from, to, box)) continue
    const last = open.at(-1)
    if (last && samePosition(endOf(last), from)) last.push(to)
    else open.push([from, to])
  }
  const [first] = open
  const last = open.at(-1)
  if (!first || !last || first === last || !samePosition(endOf(last), startOf(first))) return open
  return [[...last, ...first.slice(1)], ...open.slice(1, -1)]
}

function splitByDetail(line: Line, fineBox: Box): { detail: CoastProperties['detail']; line: Line }[] {
  const parts: { detail: CoastProperties['detail']; line: Line }[] = []
  for (const [from, to] of segmentsOf(line)) {
    const detail = isInBox(from, fineBox) && isInBox(to, fineBox) ? 'fine' : 'coarse'
    const last = parts.at(-1)
    if (last?.detail === detail) last.line.push(to)
    else parts.push({ detail, line: [from, to] })
  }
  return parts
}

function isSmall(ring: Line): boolean {
  return squareKilometers(ring) < smallIslandSquareKilometers
}

function tidy(line: Line, { toleranceMeters, decimals }: typeof fine): Line {
  return roundLine(simplifyLine(line, toleranceMeters), decimals)
}

function northToSouth(a: Line, b: Line): number {
  return startOf(b)[1] - startOf(a)[1] || startOf(a)[0] - startOf(b)[0]
}
