import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { realAccessFeatures, realPlace, realSeed } from '../testing/real-data.ts'
import { accessFrom, parkAccess, prepareAccess, prepareAccessOn } from './access.ts'
import { placeAt } from './access-place.ts'
import { readDriving } from './driving.ts'
import { findWays, straightKilometers } from './network.ts'
import { hillsOf, readRoadLines } from './road-lines.ts'

const features = realAccessFeatures()
const entries = realSeed('transport/driving.json')
const ground = prepareAccess(features, entries)
const driving = readDriving(entries)
const isHill = hillsOf(features.districts, driving)
const lines = readRoadLines(features.roads, features.interchanges, driving, isHill)

/** In and a little around the province. */
const anywhere = fc.tuple(
  fc.double({ min: 104.3, max: 106.2, noNaN: true }),
  fc.double({ min: 19.2, max: 20.8, noNaN: true }),
)
const anyPhase = fc.constantFrom(2021 as const, 2025 as const, 2030 as const)
const anyRadius = fc.constantFrom(0, 500, 3000, 9000)

describe('on the roads of the province, from anywhere to anywhere', () => {
  test('a road is never shorter than the straight line, and low ≤ value ≤ high', () => {
    fc.assert(
      fc.property(anywhere, anyRadius, anywhere, anyRadius, anyPhase, (a, offA, b, offB, phase) => {
        const [from, to] = [placeAt(a, offA), placeAt(b, offB)]
        const [way] = findWays(ground.networkAt(phase), from, [to])
        const straight = straightKilometers(from, to)
        expect(way).not.toBeNull()
        if (!way) return
        for (const level of ['low', 'value', 'high'] as const) {
          expect(way.kilometers[level]).toBeGreaterThanOrEqual(straight[level])
        }
        for (const { low, value, high } of [way.kilometers, way.minutes, straight]) {
          expect(low).toBeLessThanOrEqual(value)
          expect(value).toBeLessThanOrEqual(high)
          expect(low).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('taking a road away never makes a way quicker', () => {
    fc.assert(
      fc.property(anywhere, anywhere, anyPhase, fc.nat(), (a, b, phase, which) => {
        const [from, to] = [placeAt(a), placeAt(b)]
        const gone = lines[which % lines.length]
        const without = prepareAccessOn(
          features,
          lines.filter((line) => line !== gone),
          driving,
          isHill,
        )
        const [before] = findWays(ground.networkAt(phase), from, [to])
        const [after] = findWays(without.networkAt(phase), from, [to])
        expect(after?.minutes.value ?? Infinity).toBeGreaterThanOrEqual((before?.minutes.value ?? Infinity) - 1e-6)
      }),
      { numRuns: 40 },
    )
  })

  test('a later phase never makes a way slower', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const [from, to] = [placeAt(a), placeAt(b)]
        const minutes = ([2021, 2025, 2030] as const).map(
          (phase) => findWays(ground.networkAt(phase), from, [to])[0]?.minutes.value ?? Infinity,
        )
        expect(minutes).toEqual(minutes.toSorted((one, other) => other - one))
      }),
      { numRuns: 40 },
    )
  })
})

describe('what is looked up for a place', () => {
  const bimSon = realPlace('park:bim-son')
  if (!bimSon) throw new Error('the Bỉm Sơn park has a place')
  const targets = (phase: 2021 | 2025) => accessFrom(ground, bimSon, phase).targets
  const find = (phase: 2021 | 2025, role: string) => targets(phase).find((target) => target.role === role)

  test('every port by itself, one of each of the rest', () => {
    const roles = targets(2021).map(({ role }) => role)
    expect(roles.filter((role) => role === 'port')).toHaveLength(4)
    expect(new Set(roles).size).toBe(roles.length - 3)
  })

  test('no interchange while none is open: null, not 0', () => {
    expect(find(2021, 'interchange')).toMatchObject({ feature: null, roadKilometers: null, minutes: null })
    expect(find(2025, 'interchange')?.feature).toBe('interchange:gia-mieu')
  })

  test('the nearest station is in the same town', () => {
    expect(find(2021, 'station')?.feature).toBe('station:bim-son')
  })

  test('a planned port is told from one in use', () => {
    const ports = targets(2021).filter(({ role }) => role.endsWith('port') && role !== 'airport')
    expect(ports.filter(({ exists }) => exists).map(({ feature }) => feature)).toEqual(['port:nghi-son', 'port:le-mon'])
  })

  test('roads taken add up to the kilometres, but for short ends and rounding', () => {
    const port = find(2025, 'nghi-son-port')
    const sum = port?.via.reduce((total, { kilometers }) => total + kilometers, 0) ?? 0
    expect(Math.abs(sum - (port?.roadKilometers?.value ?? 0))).toBeLessThan(0.3)
  })
})

test('a park that nobody has placed is listed without numbers', () => {
  const { parks } = parkAccess(ground, 2025, () => ({ low: 1, value: 2, high: 3 }))
  const unplaced = parks.filter(({ isPlaced }) => !isPlaced)
  expect(unplaced.map(({ feature }) => feature)).toEqual(['later-park:bac-hoang-hoa', 'later-park:nghi-son-kcn-21'])
  expect(unplaced[0]).toMatchObject({ targets: [], peopleWithin30Minutes: null, uncertaintyMeters: null })
  expect(parks).toHaveLength(features.parks.length + features['later-parks'].length)
})

test('every length that is taken as published is one of the road’s own figures', () => {
  for (const entry of entries) {
    if (entry.kind !== 'length') continue
    const road = features.roads.find(({ id }) => id === entry.roadId)
    const stated = road?.properties.figures.filter(({ key }) => key === 'length' || key === 'lengthInProvince')
    expect(stated, entry.id).toContainEqual(
      expect.objectContaining({ value: entry.kilometers, originId: entry.originId }),
    )
  }
})

test('every road and district that the assumptions name exists', () => {
  const roadIds = features.roads.map(({ id }) => id)
  const districtIds = features.districts.map(({ id }) => id)
  for (const entry of entries) {
    if (entry.kind === 'exit') expect(roadIds, entry.id).toContain(entry.roadId)
    if (entry.kind === 'hills') expect(districtIds).toEqual(expect.arrayContaining(entry.districtIds))
  }
})
