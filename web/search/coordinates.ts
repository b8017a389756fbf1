/**
 * Which places can a pair of numbers mean?
 *
 * WGS 84 in degrees (decimal, or degrees with minutes and seconds, with N E, B Đ or signs) and VN-2000 in
 * metres (EPSG:5897, the cadastral grid of the province, and EPSG:3405, UTM 48 North), in either order and
 * with the number habits of Vietnam or of England. Each reading that lies where the system can be used here is
 * an answer: both grids, where nothing typed says which. The caller brings the projection.
 */
export type GridSystem = 'EPSG:5897' | 'EPSG:3405'

/** `[east, north]` on the grid → `[longitude, latitude]` on WGS 84. */
export type ToWgs84 = (system: GridSystem, east: number, north: number) => readonly [number, number]

export type CoordinateReading =
  | { system: 'EPSG:4326'; position: readonly [longitude: number, latitude: number] }
  | { system: GridSystem; position: readonly [longitude: number, latitude: number]; east: number; north: number }

interface Axis {
  value: number
  /** What a letter beside the number says: N, B, X (in surveyors' hands) or E, Đ, Y. */
  names: 'north' | 'east' | null
}

/** Where each number can lie: Vietnam and its seas in degrees, the neighbourhood of the province in metres. */
const latitudes = [7, 24] as const
const longitudes = [101, 118] as const
const northings = [2_060_000, 2_360_000] as const
const eastings = [350_000, 700_000] as const

export function readCoordinates(text: string, toWgs84: ToWgs84): CoordinateReading[] {
  const { rest, systems } = readSystem(text)
  const readings = [...readDegrees(rest), ...readBareDegrees(rest), ...readDecimals(rest)].flatMap(([first, second]) =>
    inEitherOrder(first, second).flatMap(([north, east]): CoordinateReading[] => {
      if (systems.includes('EPSG:4326') && within(north, latitudes) && within(east, longitudes))
        return [{ system: 'EPSG:4326', position: [east, north] }]
      if (!within(north, northings) || !within(east, eastings)) return []
      return grids
        .filter((system) => systems.includes(system))
        .map((system) => ({ system, position: toWgs84(system, east, north), east, north }))
    }),
  )
  return readings.filter((reading, index) => readings.findIndex((other) => isSame(other, reading)) === index)
}

const grids = ['EPSG:5897', 'EPSG:3405'] as const

/** A system may be named before or after the numbers; without a name every system is tried. */
function readSystem(text: string): { rest: string; systems: readonly CoordinateReading['system'][] } {
  const named: [RegExp, readonly CoordinateReading['system'][]][] = [
    [/(?:epsg:?\s*)?\b5897\b|\btm-?3\b/iu, ['EPSG:5897']],
    [/(?:epsg:?\s*)?\b3405\b|\butm\b(?:\s*(?:zone|múi)?\s*48\s*[nqb]?\b)?|\b48\s*[nq]\b/iu, ['EPSG:3405']],
    [/\bvn-?2000\b/iu, grids],
    [/\bwgs-?\s?84\b|(?:epsg:?\s*)\b4326\b/iu, ['EPSG:4326']],
  ]
  let rest = text.normalize('NFC')
  let systems: readonly CoordinateReading['system'][] = ['EPSG:4326', ...grids]
  for (const [pattern, meant] of named)
    if (pattern.test(rest)) {
      rest = rest.replace(pattern, ' ')
      systems = systems.filter((system) => meant.includes(system))
    }
  return { rest: rest.trim(), systems }
}

const angle =
  /([NEBĐ])?\s*([+-]?\d{1,3})\s*[°º˚]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″]|''|’’|′′)\s*)?([NEBĐ])?/giu

/** `19°48'25"N 105°46'34"E`; in Vietnamese B (bắc) is north and Đ (đông) is east. */
function readDegrees(text: string): [Axis, Axis][] {
  const axes: Axis[] = []
  let left = text
  for (const [whole, before, degrees, minutes, seconds, after] of text.matchAll(angle)) {
    const [minute, second] = [minutes ?? '0', seconds ?? '0'].map((part) => Number(part.replace(',', '.')))
    if (minute === undefined || second === undefined || minute >= 60 || second >= 60) return []
    const value = Number(degrees) + minute / 60 + second / 3600
    axes.push({ value, names: toDirection(before ?? after) })
    left = left.replace(whole, ' ')
  }
  const [first, second] = axes
  return axes.length === 2 && first && second && !/[\p{L}\p{N}]/u.test(left) ? [[first, second]] : []
}

const bareAngle = '([nebđ])?\\s*(\\d{1,3})[\\s:](\\d{1,2})[\\s:](\\d{1,2}(?:[.,]\\d+)?)\\s*([nebđ])?'
const bareAngles = new RegExp(`^${bareAngle}\\s*[,;/|\\s]\\s*${bareAngle}$`, 'iu')

/** `19 48 25.2 105 46 33.6` or `19:48:25 N, 105:46:34 E`: the signs of degrees left out, the seconds said. */
function readBareDegrees(text: string): [Axis, Axis][] {
  const parts = bareAngles.exec(text)
  if (!parts) return []
  const [first, second] = [parts.slice(1, 6), parts.slice(6, 11)].map(([before, degrees, minutes, seconds, after]) => {
    const [minute, rest] = [Number(minutes), Number(seconds?.replace(',', '.'))]
    const value = Number(degrees) + minute / 60 + rest / 3600
    return minute < 60 && rest < 60 ? { value, names: toDirection(before ?? after) } : null
  })
  return first && second ? [[first, second]] : []
}

/**
 * A comma may part two numbers, three digits or the decimals; so may a point; a blank may part two numbers or
 * three digits. Every way to cut the text in two is tried, and the ranges above tell which make sense.
 */
function readDecimals(text: string): [Axis, Axis][] {
  const pairs: [Axis, Axis][] = []
  for (const { index, 0: gap } of text.matchAll(/\s*[,;/|]\s*|\s+/gu)) {
    const firsts = readAxis(text.slice(0, index))
    const seconds = readAxis(text.slice(index + gap.length))
    for (const first of firsts) for (const second of seconds) pairs.push([first, second])
  }
  return pairs
}

const labelled =
  /^(?:(lat(?:itude)?|long?(?:itude)?|lng|vĩ độ|kinh độ|north(?:ing)?|east(?:ing)?|[nebđxy])\s*[:=]?\s*)?([+-]?[\d.,\s\u00a0\u202f]*\d)\s*(?:m\b)?\s*[°º˚]?\s*([nebđ]?)$/iu

function readAxis(text: string): Axis[] {
  const parts = labelled.exec(text.trim())
  if (!parts) return []
  const [, before, number = '', after] = parts
  const names = toDirection(before ?? after)
  return readNumber(number).map((value) => ({ value, names }))
}

/** Every value that a number can have: `581.102` is 581102 in Vietnam and 581.102 in England. */
function readNumber(text: string): number[] {
  const values = new Set<number>()
  for (const [thousands, decimal] of [
    [',', '.'],
    ['.', ','],
    ['\\s', '.'],
    ['\\s', ','],
  ] as const) {
    const pattern = new RegExp(`^([+-]?)(\\d{1,3}(?:[${thousands}]\\d{3})+|\\d+)(?:[${decimal}](\\d+))?$`, 'u')
    const parts = pattern.exec(text)
    if (parts) values.add(Number(`${parts[1]}${parts[2]?.replace(/\D/gu, '')}.${parts[3] ?? '0'}`))
  }
  return [...values]
}

function toDirection(letter: string | undefined): Axis['names'] {
  const word = letter?.trim().toLowerCase()
  if (!word) return null
  // Surveyors in Vietnam write X for north and Y for east.
  return /^(?:n|b|x|lat|vĩ)/u.test(word) ? 'north' : 'east'
}

function inEitherOrder(first: Axis, second: Axis): [north: number, east: number][] {
  const orders: [number, number][] = []
  if (first.names !== 'east' && second.names !== 'north') orders.push([first.value, second.value])
  if (first.names !== 'north' && second.names !== 'east') orders.push([second.value, first.value])
  return orders
}

function within(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to
}

function isSame(one: CoordinateReading, other: CoordinateReading): boolean {
  return one.system === other.system && one.position[0] === other.position[0] && one.position[1] === other.position[1]
}
