import { expect, test } from 'vitest'
import { fromVn2000, toVn2000 } from '../../server/analysis/vn2000.ts'
import { readCoordinates } from './coordinates.ts'
import { describePlace } from './describe-place.ts'

const describe = (text: string, locale = 'en-GB') =>
  readCoordinates(text, (system, east, north) => fromVn2000(system, [east, north])).map((place) =>
    describePlace(place, (system, position) => toVn2000(system, [...position]), locale),
  )

test('metres are told with their degrees, degrees with their metres', () => {
  expect(describe('2191076.7308, 581102.2425')[0]).toEqual({
    title: 'N 2,191,076.73  E 581,102.24',
    also: 'VN-2000 EPSG:5897 · WGS 84 19.8070000°, 105.7760000°',
  })
  expect(describe('19.807, 105.776')).toEqual([
    { title: '19.8070000°, 105.7760000°', also: 'WGS 84 · VN-2000 EPSG:5897 N 2,191,076.73  E 581,102.24' },
  ])
})

test('in Vietnamese with a decimal comma', () => {
  expect(describe('19,807; 105,776', 'vi-VN')[0]?.title).toBe('19,8070000°, 105,7760000°')
})

test('there and back stays within a centimetre', () => {
  for (const [north, east] of [
    [2191076.7, 581102.2],
    [2286543.95, 435207.65],
    [2134771.72, 499804.14],
  ] as const) {
    const [place] = describe(`${north}, ${east}`)
    const [, latitude = '', longitude = ''] = /WGS 84 ([\d.]+)°, ([\d.]+)°/.exec(place?.also ?? '') ?? []
    const [againEast, againNorth] = toVn2000('EPSG:5897', [Number(longitude), Number(latitude)])
    expect(Math.hypot(againEast - east, againNorth - north)).toBeLessThan(0.01)
  }
})
