import { expect, test } from 'vitest'
import { nestingOf } from './bodies.ts'

test('brackets inside each other are counted, side by side they are not', () => {
  expect(nestingOf('1')).toBe(0)
  expect(nestingOf('[[1],[2],{"a":[3]}]')).toBe(3)
})

test('brackets in strings are text, also after an escaped quote', () => {
  expect(nestingOf(String.raw`["[[[[", "\"[[[[", "\\"]`)).toBe(1)
})

test('a million brackets are given up on at once', () => {
  const began = performance.now()
  expect(nestingOf('['.repeat(1_000_000))).toBe(33)
  expect(performance.now() - began).toBeLessThan(100)
})
