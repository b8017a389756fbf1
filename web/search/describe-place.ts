/**
 * How a place that was asked for by numbers is told: as it was understood, and in the other system beside it.
 *
 * Seven decimals of a degree and two of a metre: there and back stays within a centimetre.
 */
import type { CoordinateReading, GridSystem } from './coordinates.ts'

/** `[longitude, latitude]` on WGS 84 → `[east, north]` on the grid. */
export type ToGrid = (system: GridSystem, position: readonly [number, number]) => readonly [number, number]

export interface DescribedPlace {
  title: string
  also: string
}

export function describePlace(place: CoordinateReading, toGrid: ToGrid, locale: string): DescribedPlace {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  const degrees = ([longitude, latitude]: readonly [number, number]) =>
    `${number(latitude, 7)}°, ${number(longitude, 7)}°`
  const meters = (east: number, north: number) => `N ${number(north, 2)}  E ${number(east, 2)}`
  if (place.system === 'EPSG:4326') {
    const [east, north] = toGrid('EPSG:5897', place.position)
    return { title: degrees(place.position), also: `WGS 84 · VN-2000 EPSG:5897 ${meters(east, north)}` }
  }
  return { title: meters(place.east, place.north), also: `VN-2000 ${place.system} · WGS 84 ${degrees(place.position)}` }
}
