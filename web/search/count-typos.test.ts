import { expect, test } from 'vitest'
import { countTypos } from './count-typos.ts'

test.each([
  ['quangxuong', 'quangxuong', 0],
  ['quangxuog', 'quangxuong', 1],
  ['quangxxuong', 'quangxuong', 1],
  ['quamgxuong', 'quangxuong', 1],
  ['qaungxuong', 'quangxuong', 1],
  ['qaungxuog', 'quangxuong', 2],
  ['thoxuan', 'quangxuong', 3],
  ['', 'ab', 2],
  ['', 'abc', 3],
])('%s against %s: %s', (typed, named, slips) => {
  expect(countTypos(typed, named, 2)).toBe(slips)
})
