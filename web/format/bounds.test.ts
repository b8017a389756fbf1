import { describe, expect, it } from 'vitest'
import { boundsOf } from './bounds.ts'

describe('boundsOf', () => {
  it('is the smallest box around all parts', () => {
    expect(
      boundsOf({
        type: 'MultiLineString',
        coordinates: [
          [
            [105, 20],
            [106, 19],
          ],
          [
            [104.5, 20.5],
            [105, 20],
          ],
        ],
      }),
    ).toEqual([104.5, 19, 106, 20.5])
    expect(
      boundsOf({
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [2, 0],
              [2, 1],
              [0, 0],
            ],
          ],
          [
            [
              [5, 5],
              [6, 5],
              [6, 7],
              [5, 5],
            ],
          ],
        ],
      }),
    ).toEqual([0, 0, 6, 7])
  })
  it('gives a lone point room to be framed', () => {
    const [west, south, east, north] = boundsOf({ type: 'Point', coordinates: [105, 20] })
    expect(east - west).toBeCloseTo(0.04)
    expect(north - south).toBeCloseTo(0.04)
  })
})
