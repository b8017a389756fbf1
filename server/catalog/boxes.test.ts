import { expect, test } from 'vitest'
import { boxOf, roundOutwards, uniteBoxes } from './boxes.ts'

test('a box is never smaller after rounding', () => {
  expect(roundOutwards([104.12345, -19.00001, 105.12341, 20], 4)).toEqual([104.1234, -19.0001, 105.1235, 20])
})

test('the box of many holds each, and nothing has none', () => {
  expect(uniteBoxes([null, [1, 2, 3, 4], [0, 3, 2, 5]])).toEqual([0, 2, 3, 5])
  expect(uniteBoxes([null])).toBeNull()
  expect(boxOf(null)).toBeNull()
  expect(
    boxOf({
      type: 'LineString',
      coordinates: [
        [3, 1],
        [2, 5],
      ],
    }),
  ).toEqual([2, 1, 3, 5])
})
