import { expect, test } from 'vitest'
import { readScale } from './settings.ts'

test.each([
  ['250000', 250_000],
  ['250.000', 250_000],
  ['250,000', 250_000],
  ['1:250 000', 250_000],
  [' 1 : 25\u00a0000 ', 25_000],
  ['1/50000', 50_000],
  ['', null],
  ['abc', null],
  ['-5000', null],
  ['0', null],
])('“%s” is read as %s', (text, scale) => {
  expect(readScale(text)).toBe(scale)
})
