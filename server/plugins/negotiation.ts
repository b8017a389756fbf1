/**
 * Which of the formats a resource has is sent: `f` decides, else the Accept header, else the first.
 *
 * Accept is read by RFC 9110: the most specific range that fits a format gives its weight, the heaviest
 * format wins, and of equals the one the resource names first.
 */
import { Problem } from './errors.ts'

/** A format by the name `f` gives it, and the media types it answers to; the first is the one sent. */
export interface Format<Name extends string = string> {
  name: Name
  accepts: readonly string[]
}

export const jsonFormat = { name: 'json', accepts: ['application/json'] } as const satisfies Format
export const htmlFormat = { name: 'html', accepts: ['text/html'] } as const satisfies Format
export const geoJsonFormat = {
  name: 'geojson',
  accepts: ['application/geo+json', 'application/vnd.geo+json', 'application/json'],
} as const satisfies Format

export function chooseFormat<Name extends string>(
  accept: string | undefined,
  f: Name | undefined,
  formats: readonly Format<Name>[],
): Name {
  if (f !== undefined) return f
  const [first] = formats
  if (!first) throw new RangeError('a resource needs at least one format')
  if (accept === undefined || accept.trim() === '') return first.name
  const ranges = readRanges(accept)
  let best: { name: Name; weight: number } | null = null
  for (const { name, accepts } of formats) {
    const weight = Math.max(...accepts.map((type) => weightOf(type, ranges)))
    if (weight > 0 && (best === null || weight > best.weight)) best = { name, weight }
  }
  if (best) return best.name
  const offered = formats.flatMap(({ accepts }) => accepts.slice(0, 1))
  throw new Problem('not-acceptable', `Accept must allow one of ${offered.join(', ')}, got "${accept.slice(0, 200)}".`)
}

interface Range {
  type: string
  weight: number
}

function readRanges(accept: string): Range[] {
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    const weight = q === undefined ? 1 : Number(q)
    return { type, weight: Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1) : 0 }
  })
}

function weightOf(type: string, ranges: readonly Range[]): number {
  const family = `${type.slice(0, type.indexOf('/'))}/*`
  for (const wanted of [type, family, '*/*']) {
    const range = ranges.find((one) => one.type === wanted)
    if (range) return range.weight
  }
  return 0
}
