import { cellToLatLng, cellArea } from 'h3-js'
import { beforeAll, describe, expect, test } from 'vitest'
import { line, squareProvince } from '../testing/coverage-fixture.ts'
import { prepareGround, type CoverageGround } from './coverage-ground.ts'
import { distanceMap } from './distance-map.ts'
import { toPlane } from './laea.ts'
import { loadOverlay } from './overlay.ts'

let ground: CoverageGround
beforeAll(async () => {
  ground = prepareGround(squareProvince(), (await loadOverlay()).plane)
})
const hexagonsOf = (...lines: Parameters<typeof distanceMap>[1]) => {
  const map = distanceMap(ground, lines)
  if ('problem' in map) throw new Error(map.problem.text_en)
  return map.hexagons
}
/** West to east through the middle, beyond both borders. */
const equator = (uncertaintyKilometers = 0) => line('equator', [[-60, 0], [60, 0]], uncertaintyKilometers) // prettier-ignore

describe('a map of distances to the nearest line', () => {
  test('covers the land with hexagons, each once, that together are as large as it', () => {
    const hexagons = hexagonsOf(equator())
    const squareKilometers = hexagons.reduce((sum, { cell }) => sum + cellArea(cell, 'km2'), 0)
    // 40 × 40 km; the middles decide at the border.
    expect(Math.abs(squareKilometers / 1600 - 1)).toBeLessThan(0.03)
    expect(new Set(hexagons.map(({ cell }) => cell)).size).toBe(hexagons.length)
    for (const { ring } of hexagons) expect(ring[0]).toEqual(ring.at(-1))
  })

  test('is the height above a line along the equator of squared paper, to a thousandth', () => {
    for (const { cell, distanceMeters } of hexagonsOf(equator())) {
      const [latitude, longitude] = cellToLatLng(cell)
      const height = Math.abs(toPlane([longitude, latitude])[1])
      expect(Math.abs(distanceMeters.value - height)).toBeLessThan(0.001 * height + 1)
    }
  })

  test('names the nearer of two lines, and says how sure it is', () => {
    const north = line('north', [[-60, 15], [60, 15]], 2) // prettier-ignore
    for (const { nearestLineId, distanceMeters, cell } of hexagonsOf(equator(1), north)) {
      const [latitude, longitude] = cellToLatLng(cell)
      const y = toPlane([longitude, latitude])[1]
      if (Math.abs(y - 7500) > 100) expect(nearestLineId).toBe(y > 7500 ? 'north' : 'equator')
      if (nearestLineId === 'equator' && y < 0) {
        expect(distanceMeters.high - distanceMeters.value).toBeCloseTo(1000, 3)
        expect(distanceMeters.low).toBeCloseTo(Math.max(0, distanceMeters.value - 1000), 3)
      }
    }
  })

  test('of no lines is a sentence', () => {
    expect(distanceMap(ground, [])).toMatchObject({ problem: { code: 'no-line' } })
  })
})
