import { describe, expect, test } from 'vitest'
import { provinceGrid } from '../compute/vn2000.ts'
import { gridConvergence, gridInterval, gridLines } from './grid.ts'
import { makePaperMap } from './paper-map.ts'

const map = makePaperMap({ center: [105.4, 19.9], scale: 250_000, widthMm: 304, heightMm: 268 })

test.each([
  [5000, 200],
  [25_000, 1000],
  [250_000, 10_000],
  [1_000_000, 50_000],
])('at 1:%i lines at least 36 mm apart come every %i m', (scale, interval) => {
  expect(gridInterval(scale, 36)).toBe(interval)
})

describe('the grid of a frame', () => {
  const lines = gridLines(map, provinceGrid, 10_000)

  test('has every round easting and northing in it, once', () => {
    const values = (axis: 'east' | 'north') => lines.filter((line) => line.axis === axis).map(({ value }) => value)
    // 76 km by 67 km: seven or eight lines one way, six or seven the other.
    expect(values('east').length).toBeGreaterThanOrEqual(7)
    expect(values('north').length).toBeGreaterThanOrEqual(6)
    for (const list of [values('east'), values('north')])
      for (const [index, value] of list.entries()) expect(value).toBe((list[0] ?? 0) + index * 10_000)
  })

  test('is drawn through points that read the right coordinate', () => {
    for (const { axis, value, parts } of lines)
      for (const point of parts.flat()) {
        const [east, north] = provinceGrid.toGrid(map.toPosition(point))
        // Cut at the frame between two points of a curve: less than a metre from it, 0.004 mm on this paper.
        expect(Math.abs((axis === 'east' ? east : north) - value)).toBeLessThan(1)
      }
  })

  test('ends at the frame', () => {
    for (const { parts } of lines)
      for (const part of parts)
        for (const [x, y] of [part[0], part.at(-1)].filter((point) => point !== undefined))
          expect(Math.min(Math.abs(x), Math.abs(x - 304), Math.abs(y), Math.abs(y - 268))).toBeLessThan(1e-6)
  })
})

test('grid north turns east of the central meridian: (λ − 105°) sin φ', () => {
  expect(gridConvergence(map, provinceGrid)).toBeCloseTo(0.4 * Math.sin((19.9 * Math.PI) / 180), 2)
})
