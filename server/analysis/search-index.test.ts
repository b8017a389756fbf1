import { expect, test } from 'vitest'
import { fixtureCatalog } from '../testing/fixture-catalog.ts'
import { searchIndex } from './search-index.ts'

const catalog = fixtureCatalog()
const entries = searchIndex(catalog.collections.values())
const find = (collection: string, id: string) =>
  entries.find((entry) => entry.collection === collection && entry.id === id)

test('everything with a name is in it once, what has none of its own is not', () => {
  expect(new Set(entries.map(({ collection, id }) => `${collection}:${id}`)).size).toBe(entries.length)
  expect(entries.filter(({ collection }) => collection === 'communes')).toHaveLength(300)
  expect(entries.some(({ collection }) => collection === 'label-points' || collection === 'land')).toBe(false)
})

test('a point has a position and no box, a shape both, what has no place neither', () => {
  expect(find('ports', 'port-1')).toMatchObject({ position: [105.8, 19.31], bbox: null, aliases: ['Cảng Một'] })
  expect(find('zones', 'coast-zone')).toMatchObject({ position: [105.7, 19.4], bbox: [105.6, 19.3, 105.8, 19.5] })
  expect(find('zones', 'gate-zone')).toMatchObject({ position: null, bbox: null })
})

test('a label position is better than the middle of the box', () => {
  expect(find('districts', 'east')?.position).toEqual([104.9, 19.9])
})

test('a former commune and a district lead to the units of today', () => {
  expect(find('communes', 'commune-000')).toMatchObject({ districtId: 'east', unitIds: ['xa-dong'] })
  expect(find('districts', 'west')?.unitIds).toEqual(['xa-tay'])
  expect(find('parks', 'park-a')?.unitIds).toBeUndefined()
})

test('what the plan names outweighs an administrative unit of the same name, large places small ones', () => {
  const weight = (collection: string, id: string) => find(collection, id)?.weight ?? 0
  expect(weight('zones', 'coast-zone')).toBeGreaterThan(weight('districts', 'east'))
  expect(weight('districts', 'east')).toBeGreaterThan(weight('communes', 'commune-000'))
  expect(weight('places', 'big-place')).toBeGreaterThan(weight('places', 'small-place'))
})
