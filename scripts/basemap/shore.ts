/**
 * Where the land meets the sea: shoreline, land and islands.
 *
 * GSHHG lies about 600 m too far east here, the whole coast alike, so all of it is shifted by one
 * vector, fitted to the open coast of Thanh Hóa. The estuaries keep their two banks.
 */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { polygon } from '@turf/helpers'
import { areaOf, basemapFeature, type BasemapFeature } from './features.ts'
import { readShores, type GshhgPlace } from './gshhg.ts'
import { counterclockwise, joinHeadToTail, roundLine, shiftLine, simplifyLine } from './lines.ts'
import { isClosed, startOf, type Line, type LngLat } from './points.ts'
import { clipLine, clipRing, closeAlongFrame, type Box } from './window.ts'

const shiftDegreesEast = -0.00573
const shiftDegreesNorth = 0.0009
const toleranceMeters = 4
const decimals = 5

/** Names of islands, each with a published point that lies on it. */
const knownIslands: { id: string; name_vi: string; name_en: string; at: LngLat }[] = [
  // GeoNames populated place “Nghi Sơn”, label point of the commune of that name.
  { id: 'island-nghi-son', name_vi: 'Đảo Nghi Sơn', name_en: 'Nghi Son island', at: [105.8222, 19.3233] },
  // Label point of the commune Hải Bình, of whose land only Hòn Mê and its islets lie out here.
  { id: 'island-hon-me', name_vi: 'Hòn Mê', name_en: 'Hon Me island', at: [105.9254, 19.3722] },
]

export interface Shore {
  coast: BasemapFeature[]
  land: BasemapFeature[]
  islands: BasemapFeature[]
}

export function extractShore(place: GshhgPlace, box: Box): Shore {
  const pieces = readShores(place, widened(box, 0.3)).filter((piece) => piece.level === 1)
  const lines = joinHeadToTail(pieces.map((piece) => piece.line)).map((line) =>
    shiftLine(line, shiftDegreesEast, shiftDegreesNorth),
  )

  const onFrame: Line[] = []
  const rings: Line[] = []
  for (const line of lines) {
    for (const piece of isClosed(line) ? clipRing(line, box) : clipLine(line, box)) {
      if (isClosed(piece)) rings.push(counterclockwise(tidy(piece)))
      else onFrame.push(tidy(piece))
    }
  }
  const islands = rings.filter((ring) => ring.length > 3).toSorted(northToSouth)
  const mainland = closeAlongFrame(onFrame, box).toSorted((a, b) => b.length - a.length)
  return {
    coast: onFrame
      .toSorted((a, b) => b.length - a.length)
      .map((line, i) =>
        basemapFeature(
          { id: `coast-${i + 1}`, originId: 'gshhg', name_vi: null, name_en: null },
          { type: 'LineString', coordinates: line },
        ),
      ),
    land: [basemapFeature({ id: 'land', originId: 'gshhg', name_vi: null, name_en: null }, areaOf(mainland))],
    islands: islands.map((ring, i) => {
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

function widened([west, south, east, north]: Box, degrees: number): Box {
  return [west - degrees, south - degrees, east + degrees, north + degrees]
}

function tidy(line: Line): Line {
  return roundLine(simplifyLine(line, toleranceMeters), decimals)
}

function northToSouth(a: Line, b: Line): number {
  return startOf(b)[1] - startOf(a)[1] || startOf(a)[0] - startOf(b)[0]
}
