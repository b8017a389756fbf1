import { describe, expect, test } from 'vitest'
import { fromVn2000 } from '../../server/analysis/vn2000.ts'
import { readCoordinates, type CoordinateReading } from './coordinates.ts'

const read = (text: string): CoordinateReading[] =>
  readCoordinates(text, (system, east, north) => fromVn2000(system, [east, north]))

describe('WGS 84', () => {
  test.each([
    '19.807, 105.776',
    '19.807 105.776',
    '105.776, 19.807',
    '19,807 105,776',
    '19,807; 105,776',
    '19.807,105.776',
    '19.807/105.776',
    '19.807°N 105.776°E',
    'N19.807 E105.776',
    'E 105.776, N 19.807',
    '19.807°B, 105.776°Đ',
    'lat 19.807 lon 105.776',
    'lat: 19.807, lng: 105.776',
    'vĩ độ 19,807, kinh độ 105,776',
    '19.807, 105.776 WGS84',
    `19°48'25.2"N 105°46'33.6"E`,
    `19°48'25,2"B, 105°46'33,6"Đ`,
    `N19°48′25.2″ E105°46′33.6″`,
    `105°46'33.6"E 19°48'25.2"N`,
    `19° 48' 25.2'' 105° 46' 33.6''`,
    `19°48.42' 105°46.56'`,
    '19 48 25.2 105 46 33.6',
    '19 48 25,2 N 105 46 33,6 E',
    'N 19:48:25.2; E 105:46:33.6',
    '105 46 33.6, 19 48 25.2',
  ])('%s', (text) => {
    const readings = read(text)
    expect(readings.map(({ system }) => system)).toEqual(['EPSG:4326'])
    const [longitude = 0, latitude = 0] = readings[0]?.position ?? []
    expect(longitude).toBeCloseTo(105.776, 6)
    expect(latitude).toBeCloseTo(19.807, 6)
  })
})

describe('VN-2000: both grids, the cadastral one first, because the numbers alone do not tell', () => {
  test.each([
    '2191076.7308, 581102.2425',
    '581102.2425, 2191076.7308',
    '581102.2425 2191076.7308',
    '2.191.076,7308 581.102,2425',
    '2.191.076,7308; 581.102,2425',
    '2,191,076.7308 581,102.2425',
    '2 191 076.7308 581 102.2425',
    '2191076,7308 581102,2425',
    'X = 2191076.7308, Y = 581102.2425',
    'N 2191076.7308 E 581102.2425',
    'E: 581102.2425, N: 2191076.7308',
    'VN-2000 581102.2425 2191076.7308',
  ])('%s', (text) => {
    const [cadastral, utm, ...more] = read(text)
    expect([cadastral?.system, utm?.system, more]).toEqual(['EPSG:5897', 'EPSG:3405', []])
    expect(cadastral).toMatchObject({ east: 581102.2425, north: 2191076.7308 })
    // From the golden table: 1e-7 degrees are a centimetre.
    expect(cadastral?.position[0]).toBeCloseTo(105.776, 7)
    expect(cadastral?.position[1]).toBeCloseTo(19.807, 7)
  })

  test('581102 2191076', () => {
    expect(read('581102 2191076').map(({ system }) => system)).toEqual(['EPSG:5897', 'EPSG:3405'])
  })
})

test.each([
  ['581077.9094 2190419.3420 UTM 48N', 'EPSG:3405'],
  ['EPSG:3405 581077.9094 2190419.3420', 'EPSG:3405'],
  ['48N 581077.9094 2190419.3420', 'EPSG:3405'],
  ['TM-3 2191076.7308 581102.2425', 'EPSG:5897'],
  ['2191076.7308 581102.2425 (5897)', 'EPSG:5897'],
])('a named system is the only one: %s', (text, system) => {
  const readings = read(text.replace(/[()]/g, ''))
  expect(readings.map((reading) => reading.system)).toEqual([system])
  expect(readings[0]?.position[0]).toBeCloseTo(105.776, 6)
})

test.each([
  '',
  'Thanh Hoa',
  '153/QĐ-TTg',
  '18/2015/QĐ-TTg',
  'QL45',
  'QL 1 45',
  '161.225 ha',
  '161.225',
  '2021 - 2030',
  '45 47',
  '48.85 2.35',
  '2191076.7 2191076.7',
  'N 581102 E 2191076',
  `19°71'25"N 105°46'34"E`,
  `19°48'25"N`,
])('“%s” is no place', (text) => {
  expect(read(text)).toEqual([])
})
