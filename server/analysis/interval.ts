/**
 * Which stretch of time a text such as `2026-01-01/..` means, and whether a year lies in it.
 *
 * A date without a time is the whole day in Vietnam (UTC+07:00), a target year the whole year there.
 */
export interface Interval {
  /** Milliseconds since 1970; -Infinity and Infinity where it is open. Both ends belong to it. */
  from: number
  to: number
}

/** Null: the text is no instant and no interval, or ends before it begins. */
export function readInterval(text: string): Interval | null {
  const parts = text.split('/')
  const [first = '', second] = parts
  if (parts.length === 1) return readInstant(first)
  if (parts.length !== 2 || second === undefined) return null
  const start = isOpen(first) ? { from: -Infinity, to: -Infinity } : readInstant(first)
  const end = isOpen(second) ? { from: Infinity, to: Infinity } : readInstant(second)
  if (!start || !end || start.from > end.to) return null
  return { from: start.from, to: end.to }
}

export function intervalOfYear(year: number): Interval {
  return { from: Date.parse(`${year}-01-01T00:00:00+07:00`), to: Date.parse(`${year + 1}-01-01T00:00:00+07:00`) - 1 }
}

export function overlap(a: Interval, b: Interval): boolean {
  return a.from <= b.to && b.from <= a.to
}

function isOpen(text: string): boolean {
  return text === '' || text === '..'
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2}))?$/

function readInstant(text: string): Interval | null {
  const match = pattern.exec(text)
  if (!match) return null
  const [, year = '', month = '', day = '', hour, minute, second, fraction = '', offset = ''] = match
  if (!isDay(Number(year), Number(month), Number(day))) return null
  if (hour === undefined) {
    const from = Date.parse(`${year}-${month}-${day}T00:00:00+07:00`)
    return { from, to: from + 24 * 60 * 60 * 1000 - 1 }
  }
  // A leap second is a legal time; it is taken as the second before it.
  const seconds = second === '60' ? '59' : String(second)
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0')
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${seconds}.${milliseconds}${offset.toUpperCase()}`)
  return Number.isNaN(at) ? null : { from: at, to: at }
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
