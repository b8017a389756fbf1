import { describe, expect, it } from 'vitest'
import type { Line } from './points.ts'
import { clipLine, clipRing, closeAlongFrame, cutAway, runsAlongFrame, type Box } from './window.ts'

const box: Box = [0, 0, 10, 10]

describe('clipping to the window', () => {
  it('a line that leaves and comes back gives two pieces that end on the frame', () => {
    const line: Line = [
      [2, 5],
      [2, 12],
      [6, 12],
      [6, 5],
    ]
    expect(clipLine(line, box)).toEqual([
      [
        [2, 5],
        [2, 10],
      ],
      [
        [6, 10],
        [6, 5],
      ],
    ])
  })

  it('a line outside gives nothing', () => {
    expect(
      clipLine(
        [
          [11, 0],
          [11, 9],
        ],
        box,
      ),
    ).toEqual([])
  })

  it('a ring inside stays as it is', () => {
    const ring: Line = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 1],
    ]
    expect(clipRing(ring, box)).toEqual([ring])
  })
})

describe('closing along the frame', () => {
  it('a shore running north with land on its left closes round the western corners', () => {
    const shore: Line = [
      [5, 0],
      [6, 4],
      [5, 10],
    ]
    expect(closeAlongFrame([shore], box)).toEqual([
      [
        [5, 0],
        [6, 4],
        [5, 10],
        [0, 10],
        [0, 0],
        [5, 0],
      ],
    ])
  })

  it('two shores of one strait leave two lands', () => {
    const west: Line = [
      [4, 0],
      [4, 10],
    ]
    const east: Line = [
      [6, 10],
      [6, 0],
    ]
    expect(closeAlongFrame([west, east], box).map((ring) => ring.length)).toEqual([5, 5])
  })

  it('a ring cut at the frame is closed there again', () => {
    const ring: Line = [
      [8, 4],
      [12, 4],
      [12, 6],
      [8, 6],
      [8, 4],
    ]
    expect(closeAlongFrame(clipRing(ring, box), box)).toEqual([
      [
        [10, 6],
        [8, 6],
        [8, 4],
        [10, 4],
        [10, 6],
      ],
    ])
  })
})

describe('what lies outside the window', () => {
  it('a line that crosses the window leaves its two ends', () => {
    const line: Line = [
      [-2, 5],
      [5, 5],
      [12, 5],
    ]
    expect(cutAway(line, box)).toEqual([
      [
        [-2, 5],
        [0, 5],
      ],
      [
        [10, 5],
        [12, 5],
      ],
    ])
  })

  it('a line that only passes a corner stays whole', () => {
    const line: Line = [
      [-1, 1],
      [1, -1],
      [3, -1],
    ]
    expect(cutAway(line, box)).toEqual([line])
  })

  it('inside nothing is left', () => {
    expect(
      cutAway(
        [
          [1, 1],
          [9, 9],
        ],
        box,
      ),
    ).toEqual([])
  })

  it('only a stretch with both ends on one side runs along the frame', () => {
    expect(runsAlongFrame([0, 1], [0, 9], box)).toBe(true)
    expect(runsAlongFrame([0, 1], [1, 0], box)).toBe(false)
  })
})
