import { expect, test } from 'vitest'
import { readWish } from './messages.ts'

test('a view is read with what it leaves out', () => {
  expect(readWish({ atlas: 1, do: 'view', longitude: 105.8, latitude: 19.8, zoom: 11 })).toEqual({
    do: 'view',
    view: { longitude: 105.8, latitude: 19.8, zoom: 11, bearing: 0, pitch: 0 },
    milliseconds: undefined,
  })
})

test('what is meant for somebody else is left alone', () => {
  for (const data of [null, 'view', 7, {}, { do: 'view' }, { atlas: 2, do: 'view' }, []])
    expect(readWish(data)).toBeNull()
})

test.each([
  [{ do: 'view', longitude: 181, latitude: 19, zoom: 9 }, 'longitude'],
  [{ do: 'view', longitude: 105, latitude: '19', zoom: 9 }, 'latitude'],
  [{ do: 'view', longitude: 105, latitude: 19, zoom: Number.NaN }, 'zoom'],
  [{ do: 'select', feature: 'bim son' }, 'feature'],
  [{ do: 'select' }, 'feature'],
  [{ do: 'layers', shown: ['units', 7] }, 'layer ids'],
  [{ do: 'phase', phase: 2024 }, '2021, 2025, 2030'],
  [{ do: 'language', language: 'fr' }, 'vi, en'],
  [{ do: 'explode' }, 'hello, view'],
])('%j is refused with a sentence', (data, word) => {
  expect(readWish({ atlas: 1, ...data })).toContain(word)
})

test('a selection is read, and taken back with null', () => {
  expect(readWish({ atlas: 1, do: 'select', feature: 'park:bim-son' })).toEqual({
    do: 'select',
    feature: { kind: 'park', id: 'bim-son' },
  })
  expect(readWish({ atlas: 1, do: 'select', feature: null })).toEqual({ do: 'select', feature: null })
})
