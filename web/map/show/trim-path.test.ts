import { describe, expect, it } from 'vitest'
import { loneliestSpots } from './loneliest-spot.ts'
import { staggered } from './staggered.ts'
import { trimPath, type Path } from './trim-path.ts'

const corner: Path = [
  [0, 0],
  [4, 0],
  [4, 4],
]

describe('a line that draws itself', () => {
  it('is nothing at first and whole at last', () => {
    expect(trimPath([corner], 0)).toEqual([])
    expect(trimPath([corner], 1)).toEqual([corner])
  })
  it('ends between two of its points on the way: half of 8 is the corner, three quarters lie behind it', () => {
    expect(trimPath([corner], 0.5)).toEqual([corner.slice(0, 2)])
    expect(trimPath([corner], 0.75)).toEqual([
      [
        [0, 0],
        [4, 0],
        [4, 2],
      ],
    ])
  })
  it('goes on with its next piece', () => {
    const [one, two]: Path[] = [
      [
        [0, 0],
        [2, 0],
      ],
      [
        [5, 0],
        [7, 0],
      ],
    ]
    expect(trimPath([one ?? [], two ?? []], 0.75)).toEqual([
      one,
      [
        [5, 0],
        [6, 0],
      ],
    ])
  })
})

describe('things that come one after the other', () => {
  it('begin with the first and end with the last', () => {
    expect(staggered(0, 0, 6, 0.4)).toBe(0)
    expect(staggered(0.4, 0, 6, 0.4)).toBe(1)
    expect(staggered(0.6, 5, 6, 0.4)).toBe(0)
    expect(staggered(1, 5, 6, 0.4)).toBe(1)
  })
  it('take all of the time when there is only one', () => {
    expect(staggered(0.5, 0, 1, 0.4)).toBe(0.5)
  })
})

describe('the number of a line', () => {
  it('stands where the line is farthest from the others', () => {
    const [east, north]: Path[] = [
      [
        [0, 0],
        [10, 0],
      ],
      [
        [0, 0],
        [0, 10],
      ],
    ]
    expect(loneliestSpots([[east ?? []], [north ?? []]]).map((spot) => spot.map(Math.round))).toEqual([
      [9, 0],
      [0, 9],
    ])
  })
})
