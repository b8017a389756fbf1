/**
 * Where two countries meet in the wide window, and where two provinces of Vietnam or of Laos do.
 *
 * Lines only, one to two kilometres off and thinned hard outside the fine window. Left out is what the
 * atlas has better: coasts, Thanh Hóa's own outline and, within the fine window, the border with Laos.
 */
import { basemapFeature, slugOf, type BasemapFeature, type BasemapProperties } from './features.ts'
import { joinAtPlainNodes, metersFromLine, roundLine, simplifyLine } from './lines.ts'
import { endOf, samePosition, startOf, type Line, type LngLat } from './points.ts'
import { ownCode, ownersOfEdges, readProvinces, runsByOwners } from './provinces.ts'
import { clipLine, cutAway, type Box } from './window.ts'

const fineToleranceMeters = 60
const coarseToleranceMeters = 1_000
const decimals = 4

/** Countries whose provinces are drawn; of the others only the line to another country is. */
const withProvinces = new Set(['VN', 'LA'])
const countries = new Set([...withProvinces, 'CN', 'KH', 'MM', 'TH'])
const laosBorder = 'LA+VN'

/** How far the better border with Laos may lie from the end of the line that goes on from it. */
const bridgedMeters = 4_000

export interface BoundaryProperties extends BasemapProperties {
  kind: 'country' | 'province'
}

/** @param border the better lines of the border with Laos, up to the frame of the fine window */
export function extractBoundaries(
  provincesPath: string,
  fineBox: Box,
  wideBox: Box,
  border: readonly Line[],
): BasemapFeature<BoundaryProperties>[] {
  const borderEnds = border.flatMap((line) => [startOf(line), endOf(line)])
  return [...sharedLines(provincesPath, wideBox)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pair, lines]) => {
      const fine = pair === laosBorder ? [] : lines.flatMap((line) => clipLine(line, fineBox))
      const coarse = lines
        .flatMap((line) => cutAway(line, fineBox))
        .flatMap((line) => clipLine(line, wideBox))
        .map((line) => simplifyLine(line, coarseToleranceMeters))
        .map((line) => (pair === laosBorder ? bridged(line, borderEnds) : line))
        // A short way out of the window and back in to the same place is no line any more.
        .filter((line) => !samePosition(startOf(line), endOf(line)))
      return joinAtPlainNodes([...fine, ...coarse], 7).map((line, i) =>
        basemapFeature(
          {
            id: `boundary-${slugOf(pair)}-${i + 1}`,
            originId: 'natural-earth',
            name_vi: null,
            name_en: null,
            kind: pair.includes('.') ? 'province' : 'country',
          },
          { type: 'LineString', coordinates: roundLine(line, decimals) },
        ),
      )
    })
}

/** Lines by whose they are: `LA+VN` between countries, `VN.HT+VN.NA` between provinces. */
function sharedLines(provincesPath: string, box: Box): Map<string, Line[]> {
  const provinces = readProvinces(provincesPath, countries, box)
  const owners = ownersOfEdges(provinces)
  const shared = new Map<string, Line[]>()
  for (const { code, rings } of provinces) {
    for (const run of rings.flatMap((ring) => runsByOwners(ring, owners))) {
      const [first = '', second] = run.owners.split('+')
      // Each line belongs to two outlines; it is taken from the first.
      if (first !== code || second === undefined) continue
      const pair = pairOf(first, second)
      if (pair) shared.set(pair, [...(shared.get(pair) ?? []), simplifyLine(run.line, fineToleranceMeters)])
    }
  }
  return new Map([...shared].map(([pair, lines]) => [pair, joinAtPlainNodes(lines, 7)]))
}

function pairOf(first: string, second: string): string | undefined {
  const [one, other] = [countryOf(first), countryOf(second)]
  if (one !== other) return [one, other].toSorted().join('+')
  return withProvinces.has(one) && first !== ownCode && second !== ownCode ? `${first}+${second}` : undefined
}

function countryOf(code: string): string {
  return code.slice(0, 2)
}

/** The line with ends moved to the better border's, so that the border does not break where the sources change. */
function bridged(line: Line, ends: readonly LngLat[]): Line {
  const moved = (at: LngLat) => ends.find((end) => metersFromLine(at, [end, end]) < bridgedMeters) ?? at
  return [moved(startOf(line)), ...line.slice(1, -1), moved(endOf(line))]
}
