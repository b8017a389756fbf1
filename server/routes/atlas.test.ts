/**
 * The whole atlas as it is served: the real data and seeds, with what the documents say about them.
 */
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readCatalog } from '../catalog/read-catalog.ts'
import type { Ledger, PlanDocument, SearchEntry } from '../domain/analysis.ts'
import { collectionIds } from '../domain/collections.ts'
import { decodeTile } from '../testing/decode-tile.ts'
import { fixtureApp } from '../testing/fixture-app.ts'
import { tileRange } from '../tiles/tile-grid.ts'

const root = resolve(import.meta.dirname, '../..')
const catalog = readCatalog({ geojson: join(root, 'data/geojson'), seeds: join(root, 'seeds') })
const app = await fixtureApp({ catalog })
afterAll(() => app.close())

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await app.inject({ url, headers })
  expect(response.statusCode, url).toBe(200)
  return response
}

describe('“where does 161.225 ha come from?”', async () => {
  const ledger = (await get('/analysis/ledger')).json<Ledger>()

  test('161,225 ha by clause II.2.1 = Nghi Sơn 106,000 + Na Mèo 49,880 (implied) + 11 parks 5,345', () => {
    expect([ledger.total.areaHectares, ledger.total.clause]).toEqual([161_225, 'II.2.1'])
    expect(ledger.lines.map(({ featureId, areaHectares }) => [featureId, areaHectares])).toEqual([
      ['nghi-son', 106_000],
      ['na-meo', 49_880],
      [null, 5345],
    ])
    expect(ledger.sumHectares).toBe(161_225)
    expect([ledger.documentedHectares, ledger.impliedHectares]).toEqual([111_345, 49_880])
  })

  test('Nghi Sơn is 66,497.57 ha of land and 39,502.43 ha of sea by its decision, each beside what is drawn', () => {
    const parts = ledger.lines[0]?.parts ?? []
    expect(parts.map(({ areaHectares, statement }) => [areaHectares, statement?.originId])).toEqual([
      [66_497.57, 'd18'],
      [39_502.43, 'd18'],
    ])
    for (const { areaHectares, drawnAreaHectares } of parts) {
      expect(Math.abs(Number(drawnAreaHectares) / areaHectares - 1)).toBeLessThan(0.06)
    }
  })

  test('no document gives the area of Na Mèo: the subtraction is shown instead, and nothing is drawn', () => {
    const naMeo = ledger.lines[1]
    expect(naMeo?.statement).toBeNull()
    expect(naMeo?.arithmetic?.minus.map(({ areaHectares }) => areaHectares)).toEqual([106_000, 5345])
    expect(naMeo?.drawnAreaHectares).toBeNull()
    expect(naMeo?.unknown).not.toBeNull()
  })

  test('eleven parks: published areas of eight make 3,940.54 ha, three have only unverified ones, 1,404.46 ha are unexplained', () => {
    expect(ledger.parks.lines).toHaveLength(11)
    expect(ledger.parks).toMatchObject({
      statedHectares: 5345,
      clause: 'II.2.1',
      countedHectares: 3940.54,
      countedParks: 8,
      unverifiedHectares: 366,
      unverifiedParks: 3,
      unexplainedHectares: 1404.46,
    })
    for (const { areas } of ledger.parks.lines) {
      for (const { originId } of areas) expect(catalog.originsById.has(originId)).toBe(true)
    }
    expect(
      ledger.parks.lines
        .find(({ featureId }) => featureId === 'bim-son')
        ?.areas.map(({ areaHectares }) => areaHectares),
    ).toEqual(expect.arrayContaining([566, 524.9]))
  })
})

describe('the search index', async () => {
  const response = await get('/analysis/search-index', { 'accept-encoding': 'br' })
  const entries = (await get('/analysis/search-index')).json<SearchEntry[]>()
  const named = (name: string) =>
    entries.filter(({ name_vi, aliases }) => [name_vi, ...aliases].some((one) => one.includes(name)))

  test.each([
    'Hành lang kinh tế ven biển',
    'KCN Bỉm Sơn',
    'Thanh Hóa',
    'Đông Sơn',
    'Nghi Sơn',
    'Lễ Môn',
    'Như Xuân',
    'Đào Duy Từ',
    'Quảng Xương',
    'Hoằng Hóa',
  ])('holds %s', (name) => {
    expect(named(name).length).toBeGreaterThan(0)
  })

  test('Đồng Tiến is more than one place', () => {
    expect(named('Đồng Tiến').length + named('Đông Tiến').length).toBeGreaterThan(1)
  })

  test('an old district leads to units of today that exist', () => {
    const district = entries.find(({ collection, id }) => collection === 'districts' && id === 'hoang-hoa')
    expect(district?.unitIds?.length).toBeGreaterThan(3)
    for (const id of district?.unitIds ?? []) expect(catalog.collections.get('units')?.byId.has(id)).toBe(true)
  })

  test('is small enough for a first visit on a phone', () => {
    expect(response.rawPayload.length).toBeLessThan(80_000)
  })
})

describe('the plan', async () => {
  const plan = (await get('/plan')).json<PlanDocument>()

  test('gives every clause, figure, pillar and origin that was typed in', () => {
    expect(plan.pillars).toHaveLength(5)
    expect(plan.figures.length).toBeGreaterThan(30)
    const origins = new Set(plan.origins.map(({ id }) => id))
    for (const { originId } of plan.figures) expect(origins.has(originId)).toBe(true)
    const clauses = new Set(plan.clauses.map(({ id }) => id))
    for (const { clause, id } of plan.figures) expect(clauses.has(clause), `${id}: ${clause}`).toBe(true)
  })

  test('lists what has no position, each with a reason in both languages', () => {
    expect(plan.unplaced.length).toBeGreaterThan(10)
    for (const { reason, id } of plan.unplaced) {
      expect(reason.text_vi, id).not.toBe('')
      expect(reason.text_en, id).not.toBe('')
    }
  })
})

describe('the collections', () => {
  test('6 corridors, 4 centres, 2 zones, 11 parks, 27 districts, 166 units', () => {
    const count = (id: string) => catalog.collections.get(id)?.features.length
    expect(['corridors', 'centres', 'zones', 'parks', 'districts', 'units'].map(count)).toEqual([6, 4, 2, 11, 27, 166])
  })

  test.each(collectionIds)('%s: every feature is served, alone and as a page', async (id) => {
    const collection = catalog.collections.get(id)
    const { features } = (await get(`/collections/${id}/items?limit=1000`)).json<{ features: { id: string }[] }>()
    expect(features.map((feature) => feature.id)).toEqual(collection?.features.map((feature) => feature.id))
    await get(`/collections/${id}/items?f=html`)
    const [first] = features
    if (first) await get(`/collections/${id}/items/${first.id}?f=html`)
  })
})

describe('the tiles', () => {
  const extent = catalog.collections.get('province')?.extent ?? [0, 0, 0, 0]

  test.each([0, 5, 6, 7, 8, 9, 10, 11])('none at zoom %d is above 200 kB gzipped', async (z) => {
    const { minX, maxX, minY, maxY } = tileRange(z, extent)
    for (let x = minX; x <= maxX; x++) {
      for (let y = minY; y <= maxY; y++) {
        const { statusCode, rawPayload } = await app.inject({
          url: `/tiles/WebMercatorQuad/${z}/${y}/${x}`,
          headers: { 'accept-encoding': 'gzip' },
        })
        expect([200, 204]).toContain(statusCode)
        expect(rawPayload.length).toBeLessThan(200 * 1024)
      }
    }
  })

  test('the tile of the province has the whole plan in it', async () => {
    const { minX, minY } = tileRange(6, extent)
    const layers = decodeTile((await get(`/tiles/WebMercatorQuad/6/${minY}/${minX}`)).rawPayload)
    expect(layers.get('corridors')?.features.length).toBe(6)
    expect(new Set(layers.get('parks')?.features.map(({ properties }) => properties['id'])).size).toBeLessThanOrEqual(
      11,
    )
    expect([...layers.keys()]).toEqual(
      expect.arrayContaining(['corridors', 'centres', 'zones', 'roads', 'districts', 'land']),
    )
  })
})
