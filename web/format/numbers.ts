import type { Language } from '../state/atlas-state.ts'
import { sayVagueDate } from './vague-date.ts'

/** Numbers as people write them in each language: vi `161.225,5`, en `161,225.5`. */
const locales: Record<Language, string> = {
  vi: 'vi-VN',
  en: 'en-GB',
  zh: 'zh-CN',
  ja: 'ja-JP',
  ko: 'ko-KR',
}

/** Making one takes a browser longer than writing a hundred numbers with it. */
const formatters = new Map<string, Intl.NumberFormat>()

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locales[language], options)
  formatters.set(key, made)
  return made
}

/** Of which language's habits: for formats that are made by hand. */
export function localeOf(language: Language): string {
  return locales[language]
}

export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return formatter(language, { maximumFractionDigits }).format(value)
}

/**
 * The number of a stated value, to stand in the words for its unit.
 *
 * A year is a name, not a quantity: it takes no thousands separator. Chinese, Japanese and Korean count in ten
 * thousands and have no word for a billion: `1320` billion is `1.32万亿`, and their units name the bare currency.
 */
export function formatStated(value: number, unit: string, language: Language): string {
  if (unit === 'year') return String(value)
  const times = countsInMyriads(language) ? /^[bm]illion/.exec(unit)?.[0] : undefined
  if (!times) return formatNumber(value, language)
  const options = { notation: 'compact', maximumFractionDigits: 6 } as const
  return formatter(language, options).format(value * (times === 'billion' ? 1e9 : 1e6))
}

export function countsInMyriads(language: Language): boolean {
  return language !== 'vi' && language !== 'en'
}

/** With a unit that `Intl` knows: `12.5 km`, `12.5公里`. */
export function formatIn(
  unit: 'hectare' | 'kilometer' | 'meter',
  value: number,
  language: Language,
  maximumFractionDigits = 2,
): string {
  return formatter(language, { style: 'unit', unit, maximumFractionDigits }).format(value)
}

/** A measure is rounded to what it is worth: whole hectares above ten, one decimal below. */
export function formatHectares(hectares: number, language: Language): string {
  return formatIn('hectare', hectares, language, hectares < 10 ? 1 : 0)
}

export function formatKilometers(kilometers: number, language: Language): string {
  return formatIn('kilometer', kilometers, language, kilometers < 10 ? 1 : 0)
}

/** A radius of uncertainty: metres below one kilometre, kilometres above. */
export function formatRadius(meters: number, language: Language): string {
  return `± ${meters < 1000 ? formatIn('meter', meters, language, 0) : formatIn('kilometer', meters / 1000, language, 1)}`
}

export function formatSigned(value: number, language: Language, maximumFractionDigits = 1): string {
  return formatter(language, { maximumFractionDigits, signDisplay: 'exceptZero' }).format(value)
}

/** A number with how sure it is: `45.8% (21.7–63.8%)`. */
export function formatRangePercent(range: { low: number; value: number; high: number }, language: Language): string {
  const [low, value, high] = [range.low, range.value, range.high].map((share) => formatPercent(share, language))
  return `${value} (${low?.replace(/\s?%$/, '')}–${high})`
}

/** The same for any unit: `12 km (8–16 km)`; a certain value needs no brackets. */
export function formatRange(
  { low, value, high }: { low: number; value: number; high: number },
  format: (value: number) => string,
): string {
  return low === high ? format(value) : `${format(value)} (${format(low)} – ${format(high)})`
}

export function formatPercent(share: number, language: Language, maximumFractionDigits = 1): string {
  return formatter(language, { style: 'percent', maximumFractionDigits }).format(share)
}

/** ISO dates become dates of the locale, and so do usual rough ones (“about 2014”); the rest stays as it is. */
export function formatDate(date: string, language: Language): string {
  const full = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (full)
    return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    )
  const month = /^(\d{4})-(\d{2})$/.exec(date)
  if (!month) {
    const within = /\d{4}-\d{2}(?:-\d{2})?(?![\d/])/g
    return sayVagueDate(date, language).replace(within, (exact) => formatDate(exact, language))
  }
  if (language === 'vi' || language === 'en') return `${month[2]}/${month[1]}`
  return new Intl.DateTimeFormat(locales[language], { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${date}-01T00:00:00Z`),
  )
}
