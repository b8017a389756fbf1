/**
 * What is assumed about driving, looked up: how fast, how winding, how long.
 *
 * Distances and times come in threes, least, as assumed, most: `low` kilometres at the speed `high` are the
 * `low` minutes. Along a way they add up, so both ends of a range mean that everything on the way is at its
 * best or at its worst; chance would seldom have it so.
 */
import type { Range } from '../domain/coverage.ts'
import type { DrivenClass, DrivingEntry, DrivingSpeed, Terrain } from '../domain/driving.ts'

/** What a stretch costs. */
export interface Cost {
  kilometers: Range
  minutes: Range
}

export interface Driving {
  speedOf: (roadClass: DrivenClass, terrain: Terrain) => DrivingSpeed
  hillDistrictIds: ReadonlySet<string>
  /** How far a stretch may be off its share of a published length. */
  spread: { kilometerPosts: number; plain: number; hill: number }
  /** Kilometres from one end of the drawn line to the other, where they are published. */
  publishedLengths: ReadonlyMap<string, number>
  /** Ends of roads that go on beyond the province. */
  exits: readonly { roadId: string; end: 'first' | 'last' }[]
  speeds: readonly DrivingSpeed[]
  fastestKilometersPerHour: number
}

/** Throws where a class of roads has no speed: then no answer could be given. */
export function readDriving(entries: readonly DrivingEntry[]): Driving {
  const speeds = entries.filter((entry): entry is DrivingSpeed => entry.kind === 'speed')
  const spread = entries.find((entry) => entry.kind === 'spread')
  if (!spread) throw new Error('driving.json: must say how far a stretch may be off its share of a published length')
  const byKey = new Map(speeds.map((speed) => [`${speed.roadClass} ${speed.terrain}`, speed]))
  return {
    speedOf: (roadClass, terrain) => {
      const speed = byKey.get(`${roadClass} ${terrain}`) ?? byKey.get(`${roadClass} any`)
      if (!speed) throw new Error(`driving.json: must have a speed for ${roadClass} roads in the ${terrain}`)
      return speed
    },
    hillDistrictIds: new Set(entries.flatMap((entry) => (entry.kind === 'hills' ? entry.districtIds : []))),
    spread,
    publishedLengths: new Map(
      entries.flatMap((entry) => (entry.kind === 'length' ? [[entry.roadId, entry.kilometers] as const] : [])),
    ),
    exits: entries.filter((entry) => entry.kind === 'exit'),
    speeds,
    fastestKilometersPerHour: Math.max(...speeds.map(({ kilometersPerHour }) => kilometersPerHour.high)),
  }
}

export const noCost: Cost = { kilometers: { low: 0, value: 0, high: 0 }, minutes: { low: 0, value: 0, high: 0 } }

/** @param times how long the road is for a kilometre of the line; by default as winding as such roads are */
export function costOf(drawnKilometers: number, speed: DrivingSpeed, times: Range = speed.winding): Cost {
  const { kilometersPerHour } = speed
  const kilometers = {
    low: drawnKilometers * times.low,
    value: drawnKilometers * times.value,
    high: drawnKilometers * times.high,
  }
  return {
    kilometers,
    minutes: {
      low: (kilometers.low / kilometersPerHour.high) * 60,
      value: (kilometers.value / kilometersPerHour.value) * 60,
      high: (kilometers.high / kilometersPerHour.low) * 60,
    },
  }
}

export function plus(a: Cost, b: Cost): Cost {
  return { kilometers: plusRange(a.kilometers, b.kilometers), minutes: plusRange(a.minutes, b.minutes) }
}

/** What lies between two sums along the same line. */
export function between(a: Cost, b: Cost): Cost {
  return {
    kilometers: betweenRange(a.kilometers, b.kilometers),
    minutes: betweenRange(a.minutes, b.minutes),
  }
}

/** The sum after a part of the way from one to the other. */
export function partWay(a: Cost, b: Cost, share: number): Cost {
  return {
    kilometers: partWayRange(a.kilometers, b.kilometers, share),
    minutes: partWayRange(a.minutes, b.minutes, share),
  }
}

function plusRange(a: Range, b: Range): Range {
  return { low: a.low + b.low, value: a.value + b.value, high: a.high + b.high }
}

function betweenRange(a: Range, b: Range): Range {
  return { low: Math.abs(b.low - a.low), value: Math.abs(b.value - a.value), high: Math.abs(b.high - a.high) }
}

function partWayRange(a: Range, b: Range, share: number): Range {
  return {
    low: a.low + (b.low - a.low) * share,
    value: a.value + (b.value - a.value) * share,
    high: a.high + (b.high - a.high) * share,
  }
}
