import { expect, test } from 'vitest'
import { roundLine, toText } from './features.ts'

test('a file has one feature a line and ends with a line break', () => {
  expect(toText({ features: [{ a: 1 }, { b: 2 }] })).toBe(
    '{"type":"FeatureCollection","features":[\n{"a":1},\n{"b":2}\n]}\n',
  )
})

test('rounding leaves no position twice in a row', () => {
  expect(
    roundLine(
      [
        [105.1234561, 20],
        [105.1234562, 20.0000001],
        [105.2, 20],
      ],
      6,
    ),
  ).toEqual([
    [105.123456, 20],
    [105.2, 20],
  ])
})
