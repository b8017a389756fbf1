import { describe, expect, it } from 'vitest'
import { boxAround, leaderOf, placeLabel } from './label-places.ts'

const frame = { x: 0, y: 0, width: 100, height: 60 }
const size = { width: 20, height: 4, apart: 2 }

describe('a label beside its mark', () => {
  it('stands to the right where nothing is in its way', () => {
    expect(placeLabel([30, 30], size, frame, [])).toEqual({ x: 32, y: 28, width: 20, height: 4 })
  })

  it('stands to the left at the right edge of the frame', () => {
    expect(placeLabel([90, 30], size, frame, []).x).toBe(68)
  })

  it('covers no mark: it goes to the other side', () => {
    expect(placeLabel([30, 30], size, frame, [boxAround([40, 30], 1)]).x).toBe(8)
  })

  it('goes lower where both sides are taken, and a line leads to it', () => {
    const taken = [
      { x: 32, y: 28, width: 20, height: 4 },
      { x: 8, y: 28, width: 20, height: 4 },
    ]
    const label = placeLabel([30, 30], size, frame, taken)
    expect(label.y).toBeGreaterThan(32)
    expect(leaderOf([30, 30], label)).toEqual([
      [30, 30],
      [32, label.y],
    ])
    expect(leaderOf([30, 30], placeLabel([30, 30], size, frame, []))).toBeNull()
  })
})
