import { describe, expect, it } from 'vitest'
import type { Position } from 'geojson'
import { handlePositions, moveHandles, toHandles } from './handles.ts'

/** Straight for ten steps, then a corner, then ten steps up. */
const bent: Position[] = [
  ...Array.from({ length: 11 }, (_, i): Position => [i, 0]),
  ...Array.from({ length: 10 }, (_, i): Position => [10, i + 1]),
]

describe('handles of a line', () => {
  it('are its ends and where it bends most', () => {
    expect(handlePositions(toHandles(bent, 3))).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ])
  })
  it('are no more than the corners that leave the chord', () => {
    expect(toHandles([[0, 0], [1, 0], [2, 0]], 16).at).toEqual([0, 2]) // prettier-ignore
  })
  it('not moved leave the line as it is, to the last digit', () => {
    const fine = bent.map(([x = 0, y = 0]): Position => [105 + x / 3, 20 + y / 7])
    const handles = toHandles(fine)
    expect(moveHandles(handles, handlePositions(handles))).toEqual(fine)
  })
  it('take along what lies between, less and less towards the next one', () => {
    const moved = moveHandles(toHandles(bent, 3), [[0, 0], [10, -4], [10, 10]]) // prettier-ignore
    expect(moved[0]).toEqual([0, 0])
    expect(moved[5]).toEqual([5, -2])
    expect(moved[10]).toEqual([10, -4])
    expect(moved[15]).toEqual([10, 3])
    expect(moved[20]).toEqual([10, 10])
    expect(moved).toHaveLength(bent.length)
  })
})
