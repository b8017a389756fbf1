/** Roads drawn on squared paper: kilometres east and north of a point in the middle of the province. */
import type { Position } from 'geojson'
import type { FeatureOf, PropertiesOf } from '../domain/collections.ts'
import { placeAt, type AccessPlace } from '../analysis/access-place.ts'
import { readDriving } from '../analysis/driving.ts'
import { fromPlane } from '../analysis/laea.ts'
import { buildNetwork, findWays, type Network, type Phase, type Way } from '../analysis/network.ts'
import { readRoadLines, type IsHill } from '../analysis/road-lines.ts'
import { fixtureDriving } from './driving-fixture.ts'
import type { DrivingEntry } from '../domain/driving.ts'

export type Kilometers = [east: number, north: number]

export function spot([east, north]: Kilometers): Position {
  return fromPlane([east * 1000, north * 1000])
}

export function place(at: Kilometers, uncertaintyMeters = 0): AccessPlace {
  return placeAt(spot(at), uncertaintyMeters)
}

const stated = (id: string) => ({
  id,
  name_vi: id,
  name_en: id,
  geometryBasis: 'schematic' as const,
  uncertaintyMeters: 0,
  originIds: ['programme'],
  aliases: [],
  clauses: [],
  pillarIds: [],
  status: 'existing' as const,
  targetYear: null,
  figures: [],
  notes: [],
})

export function road(id: string, points: Kilometers[], more: Partial<PropertiesOf<'roads'>> = {}): FeatureOf<'roads'> {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'LineString', coordinates: points.map(spot) },
    properties: {
      ...stated(id),
      kind: 'national-road',
      drawnLengthKilometers: 1,
      ref: null,
      roadClass: 'national',
      ...more,
    },
  }
}

export function interchange(
  id: string,
  at: Kilometers,
  more: Partial<PropertiesOf<'interchanges'>> = {},
): FeatureOf<'interchanges'> {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: spot(at) },
    properties: { ...stated(id), kind: 'interchange', ...more },
  }
}

export function kilometerPost(value: number): PropertiesOf<'interchanges'>['figures'] {
  return [
    { key: 'kilometerPost', value, unit: 'km', originId: 'programme', locator: null, date: null, confidence: 'high' },
  ]
}

export interface NetworkFixture {
  interchanges?: FeatureOf<'interchanges'>[]
  driving?: DrivingEntry[]
  phase?: Phase
  isHill?: IsHill
  isBeyond?: Network['isBeyond']
}

export function network(
  roads: readonly FeatureOf<'roads'>[],
  {
    interchanges = [],
    driving: more = [],
    phase = 2021,
    isHill = () => false,
    isBeyond = () => false,
  }: NetworkFixture = {},
): Network {
  const driving = readDriving([...fixtureDriving, ...more])
  const lines = readRoadLines(roads, interchanges, driving, isHill)
  return buildNetwork({ lines, interchanges, driving, isHill, isBeyond }, phase)
}

export function way(on: Network, from: AccessPlace, to: AccessPlace): Way {
  const [found] = findWays(on, from, [to])
  if (!found) throw new Error('no way leads there')
  return found
}
