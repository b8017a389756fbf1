import { expect, test } from 'vitest'
import { formatBytes } from './bytes.ts'

test('bytes are told in the unit that fits, and in the reader’s way of writing', () => {
  expect(formatBytes(0, 'en')).toBe('0 kB')
  expect(formatBytes(1234, 'en')).toBe('2 kB')
  expect(formatBytes(12_340_000, 'en')).toBe('12.3 MB')
  expect(formatBytes(12_340_000, 'vi')).toBe('12,3 MB')
})
