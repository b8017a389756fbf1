import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { collectionIds } from '../../server/domain/collections.ts'
import { ellipsoidAreaHectares } from '../../server/analysis/measure.ts'
import { readSeeds } from '../../server/catalog/read-seeds.ts'
import { buildCollections, type Collections } from './build-collections.ts'
import { toText } from './features.ts'
import { readBasemap } from './read-basemap.ts'

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const build = () => buildCollections(readSeeds(folder('seeds')), readBasemap(folder('data/basemap')))

describe('the atlas as it is built', () => {
  let built: Collections
  beforeAll(async () => {
    built = await build()
  }, 120_000)

  test('is the same to the last byte the second time', async () => {
    const again = await build()
    for (const id of collectionIds) expect(toText(again[id])).toBe(toText(built[id]))
  }, 120_000)

  test('draws every park with a place and a stated area at exactly that area', () => {
    for (const { properties, geometry } of [...built.parks.features, ...built['later-parks'].features]) {
      if (!geometry || properties.statedAreaHectares === null) continue
      expect(Math.abs(ellipsoidAreaHectares(geometry) / properties.statedAreaHectares - 1)).toBeLessThan(1e-6)
    }
  })

  test('draws the sea part of Nghi Sơn at its stated 39,502.43 ha', () => {
    const [sea] = built['zone-sea'].features
    expect(sea?.properties.geometryBasis).toBe('schematic')
    expect(ellipsoidAreaHectares(sea?.geometry ?? null)).toBeCloseTo(39_502.43, 1)
  })

  test('keeps what nobody can place, without a shape', () => {
    const unplaced = built.projects.features.filter(({ geometry }) => geometry === null)
    expect(unplaced.length).toBeGreaterThan(0)
    for (const { properties } of unplaced) expect(properties.geometryBasis).toBeNull()
  })

  test('puts the six communes that joined Sầm Sơn in 2015 there', () => {
    const communes = built.communes.features.filter(({ properties }) => properties.districtId === 'sam-son')
    expect(communes).toHaveLength(11)
  })
})
