import { expect, test } from 'vitest'
import {
  boxToWgs84,
  findReferenceSystem,
  geometryTo,
  referenceSystems,
  type ReferenceSystem,
} from './reference-systems.ts'

const system = (code: string): ReferenceSystem => {
  const found = findReferenceSystem(code)
  if (!found) throw new Error(`no ${code}`)
  return found
}

test('there and back moves no position by more than a centimetre, in any system', () => {
  for (const { from84, to84 } of referenceSystems) {
    for (const [longitude, latitude] of [
      [105.776, 19.807],
      [104.38, 20.67],
      [106.05, 20.05],
    ] as const) {
      const [x, y] = to84(from84([longitude, latitude]))
      expect(Math.abs(x - longitude)).toBeLessThan(1e-7)
      expect(Math.abs(y - latitude)).toBeLessThan(1e-7)
    }
  }
})

test('the authority puts latitude first in 4326 and 4756, east first in the grids', () => {
  for (const code of ['EPSG:4326', 'EPSG:4756']) expect(system(code).from84([105, 20])[0]).toBeCloseTo(20, 1)
  for (const code of ['EPSG:5897', 'EPSG:3405']) {
    const [first, second] = system(code).from84([105, 20])
    expect(first).toBeCloseTo(500_000, -3)
    expect(second).toBeGreaterThan(2_200_000)
  }
})

test('every kind of shape goes along, the original stays', () => {
  const polygon = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [105, 20],
        [106, 20],
        [106, 21],
        [105, 20],
      ],
    ],
  }
  const swapped = geometryTo(system('EPSG:4326'), {
    type: 'GeometryCollection',
    geometries: [polygon, { type: 'MultiPoint', coordinates: [[105, 20]] }],
  })
  expect(swapped).toEqual({
    type: 'GeometryCollection',
    geometries: [
      {
        type: 'Polygon',
        coordinates: [
          [
            [20, 105],
            [20, 106],
            [21, 106],
            [20, 105],
          ],
        ],
      },
      { type: 'MultiPoint', coordinates: [[20, 105]] },
    ],
  })
  expect(polygon.coordinates[0]?.[0]).toEqual([105, 20])
})

test('the box of a grid holds what lies at the middle of its sides, not only its corners', () => {
  const grid = system('EPSG:5897')
  const corners = [350_000, 2_130_000, 650_000, 2_290_000] as const
  const box = boxToWgs84(corners, grid)
  if (typeof box === 'string') throw new Error(box)
  const [west, south, east, north] = box
  for (let i = 0; i <= 64; i++) {
    const x = 350_000 + (300_000 * i) / 64
    const y = 2_130_000 + (160_000 * i) / 64
    for (const numbers of [
      [x, 2_130_000],
      [x, 2_290_000],
      [350_000, y],
      [650_000, y],
    ] as const) {
      const [longitude, latitude] = grid.to84(numbers)
      expect(longitude >= west - 1e-6 && longitude <= east + 1e-6).toBe(true)
      expect(latitude >= south - 1e-6 && latitude <= north + 1e-6).toBe(true)
    }
  }
  // The top side bends: its middle lies north of its ends.
  expect(north).toBeGreaterThan(
    Math.max(grid.to84([350_000, 2_290_000])[1], grid.to84([650_000, 2_290_000])[1]) + 0.005,
  )
})

test('a box with latitude first may cross the 180th meridian, and says what is wrong with itself', () => {
  expect(boxToWgs84([-10, 170, 10, -170], system('EPSG:4326'))).toEqual([170, -10, -170, 10])
  expect(boxToWgs84([10, 100, -10, 110], system('EPSG:4326'))).toContain('south')
  expect(boxToWgs84([1e300, 1e300, 2e300, 2e300], system('EPSG:3405'))).toContain('EPSG:3405')
})
