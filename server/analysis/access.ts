/**
 * How far a place is by road from the port, the airport, the expressway and the rest of what an investor or a
 * planner asks for first, each beside the straight line.
 *
 * Of several (interchanges, stations) the one reached soonest counts. Ports are listed one by one, planned
 * ones too and marked as such. What is not there at the phase, or not placed, is null, never 0.
 */
import type { Access, AccessRole, AccessTarget, ParkAccess, ParkAccessTable } from '../domain/access.ts'
import { collections, type FeatureOf } from '../domain/collections.ts'
import type { Range } from '../domain/coverage.ts'
import type { DrivingEntry } from '../domain/driving.ts'
import { toAccessPlace, type AccessPlace } from './access-place.ts'
import { accessHowSure, accessMethod, peopleMethod } from './access-words.ts'
import { isInArea, toSegment } from './distance-to-lines.ts'
import { readDriving, type Driving } from './driving.ts'
import type { PlanePoint } from './laea.ts'
import { buildNetwork, existsAt, findWays, straightKilometers, type Leg, type Network, type Phase } from './network.ts'
import { toPlanePolygons } from './overlay.ts'
import { hillsOf, readRoadLines, type IsHill, type RoadLine } from './road-lines.ts'

/** The collections that access is worked out from. */
export const accessCollections = [
  'roads',
  'interchanges',
  'stations',
  'ports',
  'airports',
  'border-gates',
  'places',
  'links',
  'parks',
  'later-parks',
  'districts',
  'province',
] as const
type AccessCollection = (typeof accessCollections)[number]

export type AccessFeatures = { [Id in AccessCollection]: readonly FeatureOf<Id>[] }

/** Everything that is the same for all questions, made once. */
export interface AccessGround {
  features: AccessFeatures
  /** Of all roads, whether or not they exist yet. */
  lines: readonly RoadLine[]
  networkAt: (phase: Phase) => Network
  targetsAt: (phase: Phase) => readonly Wanted[]
}

export function prepareAccess(features: AccessFeatures, entries: readonly DrivingEntry[]): AccessGround {
  const driving = readDriving(entries)
  const isHill = hillsOf(features.districts, driving)
  const lines = readRoadLines(features.roads, features.interchanges, driving, isHill)
  return prepareAccessOn(features, lines, driving, isHill)
}

/** The same on roads that are lines already, some of them perhaps left out. */
export function prepareAccessOn(
  features: AccessFeatures,
  lines: readonly RoadLine[],
  driving: Driving,
  isHill: IsHill,
): AccessGround {
  const isBeyond = beyond(features.province)
  return {
    features,
    lines,
    networkAt: remember((phase) =>
      buildNetwork({ lines, interchanges: features.interchanges, driving, isHill, isBeyond }, phase),
    ),
    targetsAt: remember((phase) => targetsAt(features, phase)),
  }
}

function remember<T>(make: (phase: Phase) => T): (phase: Phase) => T {
  const made = new Map<Phase, T>()
  return (phase) => {
    const known = made.get(phase)
    if (known !== undefined) return known
    const value = make(phase)
    made.set(phase, value)
    return value
  }
}

export function accessFrom(ground: AccessGround, from: AccessPlace, phase: Phase): Access {
  return {
    from: accessFromOf(from),
    targets: targetsFrom(ground, from, phase),
    ...accessBasis(ground, phase),
  }
}

export function accessFromOf(from: AccessPlace): Access['from'] {
  return {
    feature: from.key,
    name_vi: from.name_vi,
    name_en: from.name_en,
    position: roundPosition(from.position),
    uncertaintyMeters: Math.round(from.uncertaintyMeters),
  }
}

/** @param peopleWithin30Minutes of a park's place */
export function parkAccess(
  ground: AccessGround,
  phase: Phase,
  peopleWithin30Minutes: (place: AccessPlace) => Range | null,
): ParkAccessTable {
  const parks = (['parks', 'later-parks'] as const).flatMap((collection) =>
    ground.features[collection].map((feature): ParkAccess => {
      const { singular } = collections[collection]
      const place = toAccessPlace(singular, feature)
      return {
        feature: `${singular}:${feature.id}`,
        name_vi: feature.properties.name_vi,
        name_en: feature.properties.name_en,
        isPlaced: place !== null,
        uncertaintyMeters: place ? Math.round(place.uncertaintyMeters) : null,
        targets: place ? targetsFrom(ground, place, phase) : [],
        peopleWithin30Minutes: place ? peopleWithin30Minutes(place) : null,
      }
    }),
  )
  return { parks, ...accessBasis(ground, phase), peopleMethod }
}

export function accessBasis({ networkAt }: AccessGround, phase: Phase) {
  const { lines, driving } = networkAt(phase)
  return {
    phase,
    roadIds: [...new Set(lines.map(({ roadId }) => roadId))],
    method: accessMethod,
    howSure: accessHowSure,
    speeds: [...driving.speeds],
  }
}

interface Wanted {
  role: AccessRole
  /** Of which the one reached soonest is meant. */
  among: { place: AccessPlace; exists: boolean }[]
}

function targetsFrom(ground: AccessGround, from: AccessPlace, phase: Phase): AccessTarget[] {
  const wanted = ground.targetsAt(phase)
  const places = wanted.flatMap(({ among }) => among.map(({ place }) => place))
  const ways = findWays(ground.networkAt(phase), from, places)
  return wanted.map(({ role, among }): AccessTarget => {
    const reached = among
      .map((one) => ({ ...one, way: ways[places.indexOf(one.place)] ?? null }))
      .toSorted((a, b) => (a.way?.minutes.value ?? Infinity) - (b.way?.minutes.value ?? Infinity))
    const [best] = reached
    if (!best) {
      const unknown = { straightKilometers: null, roadKilometers: null, minutes: null }
      return { role, feature: null, name_vi: null, name_en: null, exists: false, ...unknown, via: [] }
    }
    const { place, way, exists } = best
    return {
      role,
      feature: place.key,
      name_vi: place.name_vi,
      name_en: place.name_en,
      exists,
      straightKilometers: roundRange(straightKilometers(from, place), 2),
      roadKilometers: way && roundRange(way.kilometers, 2),
      minutes: way && roundRange(way.minutes, 1),
      via: way ? viaOf(way.legs) : [],
    }
  })
}

function targetsAt(features: AccessFeatures, phase: Phase): Wanted[] {
  const placesOf = <Id extends AccessCollection>(id: Id, keep: (feature: FeatureOf<Id>) => boolean) =>
    features[id]
      .filter((feature) => keep(feature))
      .flatMap((feature) => {
        const place = toAccessPlace(collections[id].singular, feature)
        const { properties } = feature
        return place ? [{ place, exists: 'status' in properties ? existsAt(properties, phase) : true }] : []
      })
  const is = (id: string) => (feature: { id: string }) => feature.id === id
  const ports = placesOf('ports', () => true)
  const nghiSon = ports.filter(({ place }) => place.key === 'port:nghi-son')
  return [
    { role: 'nghi-son-port', among: nghiSon },
    ...ports.filter((port) => !nghiSon.includes(port)).map((port): Wanted => ({ role: 'port', among: [port] })),
    { role: 'airport', among: placesOf('airports', () => true) },
    { role: 'interchange', among: placesOf('interchanges', ({ properties }) => existsAt(properties, phase)) },
    { role: 'station', among: placesOf('stations', ({ properties }) => existsAt(properties, phase)) },
    { role: 'city', among: placesOf('places', is('thanh-hoa')) },
    { role: 'border-gate', among: placesOf('border-gates', is('na-meo')) },
    { role: 'ha-noi', among: placesOf('links', is('ha-noi')) },
  ]
}

/** Stretches of the same road one after the other are one. */
export function viaOf(legs: readonly Leg[]): AccessTarget['via'] {
  const via: AccessTarget['via'] = []
  for (const { roadId, kind, cost } of legs) {
    const last = via.at(-1)
    if (last && last.roadId === roadId && last.kind === kind) last.kilometers += cost.kilometers.value
    else via.push({ roadId, kind, kilometers: cost.kilometers.value })
  }
  return via
    .map((one) => ({ ...one, kilometers: roundTo(one.kilometers, 2) }))
    .filter(({ kilometers }) => kilometers >= leastShownKilometers)
}

const leastShownKilometers = 0.05

/** Places more than this outside the province are reached by roads that the network does not have. */
const beyondMeters = 5000

function beyond(province: readonly FeatureOf<'province'>[]): (point: PlanePoint) => boolean {
  const rings = province.flatMap(({ geometry }) => (geometry ? toPlanePolygons(geometry).flat() : []))
  if (rings.length === 0) return () => false
  return (point) =>
    !isInArea(point, rings) &&
    !rings.some((ring) =>
      ring.some((corner, i) => toSegment(point, ring.at(i - 1) ?? corner, corner).meters < beyondMeters),
    )
}

/** So that a range stays one: the least down, the most up. */
export function roundRange({ low, value, high }: Range, decimals: number): Range {
  return { low: roundTo(low, decimals), value: roundTo(value, decimals), high: roundTo(high, decimals) }
}

export function roundTo(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}

function roundPosition(position: readonly number[]): number[] {
  return position.slice(0, 2).map((degrees) => roundTo(degrees, 6))
}
