import { expect, test } from 'vitest'
import type { Properties } from '../exchange/raw-layer.ts'
import { rowsOf } from './layer-table.ts'

const features = [
  { name: 'Đền Bà Triệu', size: 12 },
  { name: 'Ao sen', size: 3 },
  { name: null, size: null },
  { name: 'ấp 2', size: 100 },
  { name: 'ấp 10', size: 20 },
].map((properties: Properties, at) => ({
  type: 'Feature' as const,
  id: at + 1,
  properties,
  geometry: { type: 'Point' as const, coordinates: [105, 20] },
}))
const names = (...view: [filter: string, field?: string, descending?: boolean]) =>
  rowsOf(features, { filter: view[0], sort: view[1] ? { field: view[1], descending: view[2] ?? false } : null }).map(
    ({ properties }) => properties['name'],
  )

test('a filter finds part of any value, without accents and without regard to case', () => {
  expect(names('BA TRIEU')).toEqual(['Đền Bà Triệu'])
  expect(names('100')).toEqual(['ấp 2'])
})

test('numbers are sorted by size, words by the Vietnamese alphabet with numbers in them', () => {
  expect(names('', 'size')).toEqual(['Ao sen', 'Đền Bà Triệu', 'ấp 10', 'ấp 2', null])
  expect(names('', 'name')).toEqual(['Ao sen', 'ấp 2', 'ấp 10', 'Đền Bà Triệu', null])
})

test('what is empty comes last in either direction', () => {
  expect(names('', 'size', true)).toEqual(['ấp 2', 'ấp 10', 'Đền Bà Triệu', 'Ao sen', null])
})
