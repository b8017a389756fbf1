import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FeatureCollection, LineString, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { findDatumShift } from './datum-shift.ts'
import { fromVn2000, toVn2000 } from './vn2000.ts'

const borders = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../data/geojson/borders.geojson'), 'utf8'),
) as FeatureCollection<LineString>
const border = borders.features
  .filter(({ id }) => String(id).startsWith('border-vietnam-laos'))
  .map(({ geometry }) => geometry.coordinates)
/** Another hand's drawing of the same border: every third position. */
const redrawn = border.map((line) => line.filter((_, at) => at % 3 === 0))

describe('lines along the border with Laos', () => {
  test('in their place are left alone', () => {
    expect(findDatumShift(redrawn, border)).toBeNull()
  })

  test('of VN-2000 numbers taken for WGS 84 are found out', () => {
    const wrong = redrawn.map((line) => line.map((position): Position => toVn2000('EPSG:4756', position)))
    const shift = findDatumShift(wrong, border)
    expect(shift?.stepMeters).toBeCloseTo(224, -1)
    expect(shift?.movedMedianMeters).toBeLessThan(40)
    expect(shift?.alongKilometers).toBeGreaterThan(100)
  })

  test('whose datum was changed twice are found out as well', () => {
    const wrong = redrawn.map((line) => line.map((position): Position => fromVn2000('EPSG:4756', position)))
    expect(findDatumShift(wrong, border)?.movedMedianMeters).toBeLessThan(40)
  })

  test('moved as far to another side are not a matter of the datum', () => {
    const north = redrawn.map((line) => line.map(([x = 0, y = 0]): Position => [x + 0.0015, y + 0.0015]))
    expect(findDatumShift(north, border)).toBeNull()
  })
})

test('a line that runs along nothing we know tells nothing', () => {
  expect(
    findDatumShift(
      [
        [
          [105.5, 19.8],
          [105.9, 20.0],
        ],
      ],
      border,
    ),
  ).toBeNull()
})
