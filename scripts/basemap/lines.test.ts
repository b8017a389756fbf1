import { describe, expect, it } from 'vitest'
import {
  counterclockwise,
  joinAtPlainNodes,
  joinHeadToTail,
  metersFromLine,
  simplifyLine,
  squareKilometers,
  turnOf,
} from './lines.ts'
import type { Line } from './points.ts'

const a: Line = [
  [105, 20],
  [105.1, 20],
]
const b: Line = [
  [105.1, 20],
  [105.2, 20.1],
]

describe('joining pieces', () => {
  it('a piece that begins where another ends continues it', () => {
    expect(joinHeadToTail([b, a])).toEqual([
      [
        [105, 20],
        [105.1, 20],
        [105.2, 20.1],
      ],
    ])
  })

  it('a piece the wrong way round is turned', () => {
    expect(joinAtPlainNodes([a, b.toReversed()])).toHaveLength(1)
  })

  it('three lines that meet stay three', () => {
    const c: Line = [
      [105.1, 20],
      [105.1, 19.9],
    ]
    expect(joinAtPlainNodes([a, b, c])).toHaveLength(3)
  })
})

describe('thinning and measuring', () => {
  it('a vertex 11 m beside the line goes at 20 m and stays at 5 m', () => {
    const line: Line = [
      [105, 20],
      [105.05, 20.0001],
      [105.1, 20],
    ]
    expect(simplifyLine(line, 20)).toHaveLength(2)
    expect(simplifyLine(line, 5)).toHaveLength(3)
  })

  it('a hundredth of a degree of latitude is 1,112 m', () => {
    expect(metersFromLine([105.05, 20.01], a)).toBeCloseTo(1111.95, 1)
  })

  it('a clockwise ring is turned round', () => {
    const ring: Line = [
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ]
    expect(turnOf(counterclockwise(ring))).toBeGreaterThan(0)
  })

  it('a square of a tenth of a degree on the 20th parallel is 116 km²', () => {
    const ring: Line = [
      [105, 20],
      [105.1, 20],
      [105.1, 20.1],
      [105, 20.1],
      [105, 20],
    ]
    expect(squareKilometers(ring)).toBeCloseTo(116.2, 1)
  })
})
