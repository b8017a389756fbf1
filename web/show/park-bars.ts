import type { ParkAccessTable } from '../../server/domain/access.ts'
import type { Range } from '../../server/domain/coverage.ts'
import type { PropertiesOf } from '../../server/domain/collections.ts'
import type { SourceRef } from './source-text.ts'

/** The rows of the two charts of parks: what stands in them, whoever draws them. */

export type ParkAreaRow = { park: PropertiesOf<'parks'>; hectares: number; source: SourceRef } | UnknownArea
interface UnknownArea {
  park: PropertiesOf<'parks'>
  hectares: null
  source: null
}

/** Each park with the area a document states, the largest first. */
export function parkAreaRows(parks: readonly PropertiesOf<'parks'>[]): ParkAreaRow[] {
  return parks
    .toSorted((one, other) => (other.statedAreaHectares ?? -1) - (one.statedAreaHectares ?? -1))
    .map((park): ParkAreaRow => {
      const { statedAreaOriginId: originId, statedAreaHectares: hectares, figures } = park
      if (originId === null || hectares === null) return { park, hectares: null, source: null }
      const figure = figures.find((one) => one.originId === originId && one.value === hectares)
      return { park, hectares, source: { originId, locator: figure?.locator, date: figure?.date } }
    })
}

/** How many parks are listed: the nearest. */
const mostParks = 5

/** Minutes by road from the nearest of the eleven parks to a place. */
export function nearestParks(
  { parks }: ParkAccessTable,
  to: string,
): { park: ParkAccessTable['parks'][number]; minutes: Range }[] {
  return parks
    .filter(({ feature }) => feature.startsWith('park:'))
    .flatMap((park) => {
      const target = park.targets.find(({ role }) => role === to)
      return target?.minutes ? [{ park, minutes: target.minutes }] : []
    })
    .toSorted((one, other) => one.minutes.value - other.minutes.value)
    .slice(0, mostParks)
}

/** On a list of parks the word “industrial park” need not stand before every name. */
export function shortParkName(name: string): string {
  return name.replace(/^KCN | [Ii]ndustrial [Pp]ark$/g, '')
}

/** The letter that leads from a row to its source in the small print. */
export function sourceLetter(index: number): string {
  return String.fromCodePoint(97 + index)
}
