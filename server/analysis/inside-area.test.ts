import { expect, test } from 'vitest'
import { countInside, lengthInside, pointInside } from './inside-area.ts'
import type { PlanePolygons } from './overlay.ts'

/** A square of ten metres with a square hole of two in its middle. */
const square: PlanePolygons = [
  [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ],
    [
      [4, 4],
      [4, 6],
      [6, 6],
      [6, 4],
    ],
  ],
]

test('a line through the hole counts on both sides of it', () => {
  expect(
    lengthInside(
      [
        [
          [-5, 5],
          [15, 5],
        ],
      ],
      square,
    ),
  ).toBeCloseTo(8, 9)
})

test('a line wholly inside counts whole, one beside it not at all', () => {
  expect(
    lengthInside(
      [
        [
          [1, 1],
          [1, 4],
        ],
      ],
      square,
    ),
  ).toBeCloseTo(3, 9)
  expect(
    lengthInside(
      [
        [
          [11, 0],
          [11, 10],
        ],
      ],
      square,
    ),
  ).toBe(0)
})

test('a line that bends in and out is cut at every crossing', () => {
  expect(
    lengthInside(
      [
        [
          [2, -1],
          [2, 1],
          [3, 1],
          [3, -1],
        ],
      ],
      square,
    ),
  ).toBeCloseTo(3, 9)
})

test('points in the hole are outside', () => {
  expect(pointInside([5, 5], square)).toBe(false)
  expect(pointInside([1, 5], square)).toBe(true)
  expect(
    countInside(
      [
        [1, 1],
        [5, 5],
        [9, 9],
        [20, 1],
      ],
      square,
    ),
  ).toBe(2)
})

test('an area of nothing holds nothing', () => {
  expect(
    lengthInside(
      [
        [
          [0, 0],
          [1, 1],
        ],
      ],
      [],
    ),
  ).toBe(0)
  expect(pointInside([0, 0], [])).toBe(false)
})
