import { expect, test } from 'vitest'
import { labelPoint } from './label-point.ts'
import { shortName } from './base.ts'

test('the word for the kind of unit is left out of its name on the map', () => {
  expect(shortName('Huyện Hoằng Hóa')).toBe('Hoằng Hóa')
  expect(shortName('Thành phố Thanh Hóa')).toBe('Thanh Hóa')
  expect(shortName('Thị trấn Sao Vàng')).toBe('Sao Vàng')
  expect(shortName('Xã Xuân Hòa')).toBe('Xuân Hòa')
  expect(shortName('Phường 7')).toBe('Phường 7')
})

test('the name of a U-shaped area is written in the area, not in its middle', () => {
  const [longitude, latitude] = labelPoint({
    type: 'Polygon',
    coordinates: [
      [
        [105, 20],
        [106, 20],
        [106, 21],
        [105.9, 21],
        [105.9, 20.4],
        [105.1, 20.4],
        [105.1, 21],
        [105, 21],
        [105, 20],
      ],
    ],
  })
  expect(Number(longitude)).toBeGreaterThan(105)
  expect(Number(latitude)).toBeLessThan(20.4)
})

test('of two parts the larger one is named, and a point is its own place', () => {
  const square = (west: number, size: number) => [
    [west, 20],
    [west + size, 20],
    [west + size, 20 + size],
    [west, 20 + size],
    [west, 20],
  ]
  const [longitude] = labelPoint({ type: 'MultiPolygon', coordinates: [[square(105, 0.1)], [square(106, 0.3)]] })
  expect(Number(longitude)).toBeGreaterThan(106)
  expect(labelPoint({ type: 'Point', coordinates: [105.5, 19.5] })).toEqual([105.5, 19.5])
})
