import { expect, test } from 'vitest'
import { intervalOfYear, overlap, readInterval } from './interval.ts'

const at = (text: string) => Date.parse(text)

test('an instant is itself, whatever its offset', () => {
  expect(readInterval('2030-01-01T00:00:00Z')).toEqual({
    from: at('2030-01-01T00:00:00Z'),
    to: at('2030-01-01T00:00:00Z'),
  })
  expect(readInterval('2030-01-01T07:00:00+07:00')?.from).toBe(at('2030-01-01T00:00:00Z'))
  expect(readInterval('2030-01-01t00:00:00.5z')?.from).toBe(at('2030-01-01T00:00:00.500Z'))
})

test('a date is that day in Vietnam', () => {
  expect(readInterval('2030-01-01')).toEqual({ from: at('2029-12-31T17:00:00Z'), to: at('2030-01-01T16:59:59.999Z') })
})

test('an open end is open', () => {
  expect(readInterval('2030-01-01T00:00:00Z/..')?.to).toBe(Infinity)
  expect(readInterval('/2030-01-01T00:00:00Z')?.from).toBe(-Infinity)
  expect(readInterval('../..')).toEqual({ from: -Infinity, to: Infinity })
})

test.each([
  '',
  '2030',
  '2030-1-1',
  '2030-02-29',
  '2030-01-01T00:00:00',
  '2030-01-01 00:00:00Z',
  'now',
  '2030-01-01T24:30:00Z',
  '2031-01-01/2030-01-01',
  '2030-01-01/2030-01-02/..',
])('%s is no time', (text) => {
  // Nothing at all is an interval open at both ends only with a slash in it.
  expect(readInterval(text)).toBeNull()
})

test('a year touches its own last moment and not the next', () => {
  const year = intervalOfYear(2030)
  const instant = (text: string) => readInterval(text) ?? { from: Number.NaN, to: Number.NaN }
  expect(overlap(year, instant('2030-12-31T23:59:59+07:00'))).toBe(true)
  expect(overlap(year, instant('2031-01-01T00:00:00+07:00'))).toBe(false)
})
