import type { TFunction } from 'i18next'
import type { Origin } from '../../server/domain/provenance.ts'
import { formatDate } from '../format/numbers.ts'
import { publisherOf, titleOf } from '../format/origin.ts'
import type { Language } from '../state/atlas-state.ts'

export interface SourceRef {
  originId: string
  locator?: string | null | undefined
  date?: string | null | undefined
  /** The programme by its full name and with its date; under every number its number is enough. */
  isFull?: boolean
}

/** Who states something, in one line of small print: publisher, clause, date. */
export function sourceText(
  { originId, locator, date, isFull = false }: SourceRef,
  origins: readonly Origin[],
  language: Language,
  t: TFunction,
): string {
  const origin = origins.find((one) => one.id === originId)
  const isProgramme = origin?.kind === 'programme'
  const programme = t(isFull ? 'show.programme' : 'show.programmeShort')
  const publisher = isProgramme
    ? programme
    : shorten(origin ? (publisherOf(origin, language) ?? titleOf(origin, language)) : originId)
  const where = locator ? (isProgramme ? t('show.clause', { clause: locator }) : locator) : null
  const when = date ?? (isProgramme && !isFull ? null : (origin?.date ?? null))
  return [publisher, where, when ? formatDate(when, language) : null].filter(Boolean).join(' · ')
}

/** What stands in brackets explains the name to those who look it up; on a wall the name itself is enough. */
function shorten(name: string): string {
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim()
  return bare.length > 60 ? `${bare.slice(0, 58).trimEnd()}…` : bare
}
