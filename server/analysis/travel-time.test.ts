import { describe, expect, test } from 'vitest'
import { network, place, road, spot, type Kilometers } from '../testing/network-fixture.ts'
import { box, feature } from '../testing/fixture-catalog.ts'
import type { FeatureOf } from '../domain/collections.ts'
import { isInArea } from './distance-to-lines.ts'
import { toPlane } from './laea.ts'
import { loadOverlay, toPlanePolygons } from './overlay.ts'
import { prepareTravelGround, travelTimeAreas } from './travel-time.ts'

const { plane } = await loadOverlay()
const [west = 0, south = 0] = spot([-50, -50])
const [east = 0, north = 0] = spot([50, 50])
const square = box(west, south, east, north)
const named = {
  name_vi: 'x',
  name_en: 'x',
  kind: 'x',
  geometryBasis: 'derived' as const,
  uncertaintyMeters: 0,
  originIds: ['programme'],
}
const unit = {
  ...named,
  code: 'x',
  statedAreaHectares: null,
  drawnAreaHectares: null,
  populationBasis: 'census' as const,
}
const province = [feature<'province'>(square, { ...unit, id: 'p', population2019: 1_000_000 })]
const communes: FeatureOf<'communes'>[] = [
  feature<'communes'>(square, { ...unit, id: 'c', population2019: 1_000_000, districtId: 'd', unitId: null }),
]
const ground = prepareTravelGround(province, communes, plane)
const wholeHectares = 10_000 * 100

const only = (areas: ReturnType<typeof travelTimeAreas>) => {
  const [area] = areas
  if (!area) throw new Error('one area was asked for')
  return area
}
const holds = ({ outlines }: ReturnType<typeof only>, at: Kilometers, level: 'low' | 'value' | 'high' = 'value') => {
  const outline = outlines[level]
  return outline !== null && isInArea(toPlane(spot(at)), toPlanePolygons(outline).flat())
}

describe('without a road', () => {
  const area = only(travelTimeAreas(ground, network([]), place([0, 0]), [20]))

  test('20 minutes over local roads at 30 km/h are a circle of 10 km: 31,416 ha', () => {
    expect(Math.abs(area.areaHectares.value / 31_416 - 1)).toBeLessThan(0.1)
  })

  test('and hold its share of the people', () => {
    expect(Math.abs(area.people.value / ((area.areaHectares.value / wholeHectares) * 1_000_000) - 1)).toBeLessThan(0.01)
  })

  test('at half the speed a quarter of the ground; at twice the speed no more than 15 km', () => {
    expect(Math.abs(area.areaHectares.low / 7854 - 1)).toBeLessThan(0.1)
    expect(Math.abs(area.areaHectares.high / 70_686 - 1)).toBeLessThan(0.1)
  })
})

describe('along a road at 60 km/h', () => {
  const on = network([
    road('a', [
      [-60, 0],
      [60, 0],
    ]),
  ])
  const area = only(travelTimeAreas(ground, on, place([0, 0]), [30]))

  test('one gets 30 km far in 30 minutes, and no farther', () => {
    expect(holds(area, [29, 0])).toBe(true)
    expect(holds(area, [31, 0])).toBe(false)
  })

  test('at 20 km there are 10 minutes left: 5 km of local roads', () => {
    expect(holds(area, [20, 4.4])).toBe(true)
    expect(holds(area, [20, 7])).toBe(false)
  })

  test('low lies in value and value in high', () => {
    const { low, value, high } = area.people
    expect(low).toBeLessThan(value)
    expect(value).toBeLessThan(high)
    expect(holds(area, [29, 0], 'low')).toBe(false)
    expect(holds(area, [45, 0], 'high')).toBe(true)
  })

  test('nothing lies beyond the province', () => {
    const far = only(travelTimeAreas(ground, on, place([45, 0]), [30]))
    expect(holds(far, [49.5, 0])).toBe(true)
    expect(holds(far, [50.5, 0])).toBe(false)
  })

  test('more minutes reach more', () => {
    const areas = travelTimeAreas(ground, on, place([0, 0]), [10, 20, 30])
    const people = areas.map((one) => one.people.value)
    expect(people).toEqual(people.toSorted((a, b) => a - b))
    expect(areas.map(({ minutes }) => minutes)).toEqual([10, 20, 30])
  })
})

test('a place that is 10 km off loses ten minutes at the least and gains them at the most', () => {
  const exact = only(travelTimeAreas(ground, network([]), place([0, 0]), [20]))
  const vague = only(travelTimeAreas(ground, network([]), place([0, 0], 10_000), [20]))
  expect(vague.areaHectares.value).toBe(exact.areaHectares.value)
  // 10 minutes at 15 km/h: a circle of 2.5 km.
  expect(Math.abs(vague.areaHectares.low / 1963 - 1)).toBeLessThan(0.1)
})
