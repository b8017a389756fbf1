import { isCategory, valuesOf } from '../invest/categories.ts'
import type { FieldId, Limit } from '../invest/funnel.ts'

/**
 * Many limits as few letters, so that a link stays short enough to be sent however much it limits.
 *
 * Six bits a letter: how many limits; of each its field's place in `order`, a single bit where that follows the one
 * before, then which ends it has and their numbers, or which values as bits; two letters at the end tell a link that was
 * altered on the way. A field's place, and a value's among its category's, is given once: new ones come last.
 */
const order: readonly FieldId[] = [
  'area',
  'remaining',
  'occupancy',
  'rent',
  'readiness',
  'status',
  'port',
  'airport',
  'interchange',
  'station',
  'city',
  'people',
  'position',
  'dataAge',
  'leasable',
  'leased',
  'established',
  'landRight',
  'rentUntil',
  'investment',
  'jobs',
  'wastewaterCapacity',
  'borderGate',
  'haNoi',
  'portMinutes',
  'airportMinutes',
  'interchangeMinutes',
  'stationMinutes',
  'cityMinutes',
  'borderGateMinutes',
  'haNoiMinutes',
  'sectors',
  'centre',
  'district',
  'kind',
  'developer',
  'power',
  'water',
  'wastewater',
  'gas',
  'telecom',
  'incentives',
]

/** Null: there is a number that links do not carry. */
export function packLimits(limits: readonly Limit[]): string | null {
  const write = bitWriter()
  write.bits(limits.length, 6)
  let next = 0
  for (const limit of limits) {
    const place = order.indexOf(limit.criterion)
    write.bits(place === next ? 1 : 0, 1)
    if (place !== next) write.bits(place, 6)
    next = place + 1
    if ('values' in limit) {
      const offered = valuesOf(limit.criterion)
      write.number(limit.values.reduce((sum, value) => sum + 2 ** offered.indexOf(value), 0))
      continue
    }
    const ends = [limit.min, limit.max].map((end) => (end === null ? null : toDigits(end)))
    if (ends.includes(undefined)) return null
    for (const end of ends) write.bits(end ? 1 : 0, 1)
    const decimals = Math.max(...ends.map((end) => end?.fraction.length ?? 0))
    write.bits(decimals > 0 ? 1 : 0, 1)
    if (decimals > 0) write.bits(decimals, 2)
    for (const end of ends) if (end) write.number(Number(end.whole + end.fraction.padEnd(decimals, '0')))
  }
  const text = write.text()
  return text + checkOf(text)
}

/** Null: it was altered on the way, or is of an atlas that knows more fields. */
export function unpackLimits(packed: string): Limit[] | null {
  const text = packed.slice(0, -2)
  if (!/^[\w-]{3,600}$/.test(packed) || checkOf(text) !== packed.slice(-2)) return null
  const read = bitReader(text)
  let next = 0
  const limits = Array.from({ length: read.bits(6) }, (): Limit | null => {
    const place = read.bits(1) === 1 ? next : read.bits(6)
    next = place + 1
    const criterion = order[place]
    if (criterion === undefined) return null
    if (isCategory(criterion)) {
      const chosen = read.number()
      const offered = valuesOf(criterion)
      const values = offered.filter((_, index) => Math.floor(chosen / 2 ** index) % 2 === 1)
      return chosen > 0 && chosen < 2 ** offered.length ? { criterion, values } : null
    }
    const [hasMin, hasMax] = [read.bits(1) === 1, read.bits(1) === 1]
    const decimals = read.bits(1) === 1 ? read.bits(2) : 0
    const min = hasMin ? read.number() / 10 ** decimals : null
    const max = hasMax ? read.number() / 10 ** decimals : null
    return hasMin || hasMax ? { criterion, min, max } : null
  })
  const known = limits.filter((limit) => limit !== null)
  const fields = new Set(known.map(({ criterion }) => criterion))
  return known.length === limits.length && fields.size === known.length && read.isAtEnd() ? known : null
}

/** A number as links carry it; undefined: they carry no such number. */
function toDigits(value: number): { whole: string; fraction: string } | undefined {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec(String(value)) ?? []
  return whole === undefined ? undefined : { whole, fraction }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function checkOf(text: string): string {
  const sum = [...text].reduce((before, letter) => (before * 31 + letters.indexOf(letter) + 1) % 4093, 7)
  return `${letters[Math.floor(sum / 64)]}${letters[sum % 64]}`
}

/** A number is written in groups of four bits, the lowest first, each behind a bit that says whether more follow. */
function bitWriter() {
  let written = ''
  const bits = (value: number, width: number) => {
    written += value.toString(2).padStart(width, '0')
  }
  return {
    bits,
    number: (value: number) => {
      for (let rest = value, more = true; more;) {
        const group = rest % 16
        rest = Math.floor(rest / 16)
        more = rest > 0
        bits(more ? 1 : 0, 1)
        bits(group, 4)
      }
    },
    text: () => (written.match(/.{1,6}/g) ?? []).map((six) => letters[Number.parseInt(six.padEnd(6, '0'), 2)]).join(''),
  }
}

function bitReader(text: string) {
  const written = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(6, '0')).join('')
  let at = 0
  const bits = (width: number) => {
    at += width
    return Number.parseInt(written.slice(at - width, at) || '0', 2)
  }
  return {
    bits,
    number: () => {
      let value = 0
      // Twelve digits and three decimals are thirteen groups.
      for (let group = 0, more = true; more && group < 13; group += 1) {
        more = bits(1) === 1
        value += bits(4) * 16 ** group
      }
      return value
    },
    /** What is left is what fills the last letter. */
    isAtEnd: () => at <= written.length && written.length - at < 6 && !written.slice(at).includes('1'),
  }
}
