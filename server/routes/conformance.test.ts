/**
 * Every class that `/conformance` names, with what shows that it is kept. The finer assertions of each are in
 * `discovery`, `items` and `tiles`; here stands what makes the class the class.
 */
import SwaggerParser from '@apidevtools/swagger-parser'
import { afterAll, expect, test } from 'vitest'
import { decodeTile } from '../testing/decode-tile.ts'
import { fixtureApp } from '../testing/fixture-app.ts'
import { conformanceClasses } from './conformance.ts'

const app = await fixtureApp()
afterAll(() => app.close())

const get = async (url: string, accept = '*/*') => {
  const response = await app.inject({ url, headers: { accept } })
  expect(response.statusCode, url).toBe(200)
  return response
}
type Links = { links: { rel: string; href: string; templated?: boolean }[] }
const relsOf = async (url: string) => (await get(url)).json<Links>().links.map(({ rel }) => rel)
const isHtml = async (url: string) => expect((await get(url, 'text/html')).body).toMatch(/^<!doctype html>/)
const isJson = async (url: string) =>
  expect((await get(url, 'application/json')).headers['content-type']).toContain('application/json')
const describes = async (path: string) => {
  const document = (await get('/api')).json<{ openapi: string; paths: object }>()
  expect(document.openapi).toMatch(/^3\.0\./)
  expect(document.paths).toHaveProperty([path])
  await SwaggerParser.validate(structuredClone(document) as never)
}

const ogc = 'http://www.opengis.net/spec'
const shown: Record<(typeof conformanceClasses)[number], () => Promise<void>> = {
  [`${ogc}/ogcapi-common-1/1.0/conf/core`]: async () => {
    expect(await relsOf('/')).toEqual(expect.arrayContaining(['self', 'service-desc', 'conformance', 'data']))
    expect((await get('/conformance')).json()).toEqual({ conformsTo: [...conformanceClasses] })
  },
  [`${ogc}/ogcapi-common-1/1.0/conf/json`]: async () => {
    for (const url of ['/', '/conformance', '/collections']) await isJson(url)
  },
  [`${ogc}/ogcapi-common-1/1.0/conf/html`]: async () => {
    for (const url of ['/', '/conformance', '/api', '/collections']) await isHtml(url)
  },
  [`${ogc}/ogcapi-common-1/1.0/conf/oas30`]: () => describes('/conformance'),
  [`${ogc}/ogcapi-common-2/1.0/conf/collections`]: async () => {
    const { collections } = (await get('/collections')).json<{ collections: ({ id: string } & Links)[] }>()
    for (const { id } of collections) expect((await get(`/collections/${id}`)).json<{ id: string }>().id).toBe(id)
  },
  [`${ogc}/ogcapi-features-1/1.0/conf/core`]: async () => {
    const answer = (await get('/collections/parks/items?limit=1&bbox=100,0,110,30&datetime=2030-01-01/..')).json<
      { numberMatched: number; numberReturned: number; features: { id: string }[] } & Links
    >()
    expect(answer.numberReturned).toBe(1)
    expect(answer.links.map(({ rel }) => rel)).toEqual(expect.arrayContaining(['self', 'alternate', 'next']))
    const id = answer.features[0]?.id ?? ''
    expect(await relsOf(`/collections/parks/items/${id}`)).toEqual(
      expect.arrayContaining(['self', 'alternate', 'collection']),
    )
  },
  [`${ogc}/ogcapi-features-1/1.0/conf/geojson`]: async () => {
    for (const url of ['/collections/parks/items', '/collections/parks/items/park-a']) {
      expect((await get(url, 'application/geo+json')).headers['content-type']).toBe('application/geo+json')
    }
  },
  [`${ogc}/ogcapi-features-1/1.0/conf/html`]: async () => {
    for (const url of ['/collections/parks', '/collections/parks/items', '/collections/parks/items/park-a'])
      await isHtml(url)
  },
  [`${ogc}/ogcapi-features-1/1.0/conf/oas30`]: () => describes('/collections/{collectionId}/items'),
  [`${ogc}/ogcapi-features-2/1.0/conf/crs`]: async () => {
    const { crs, storageCrs } = (await get('/collections/stations')).json<{ crs: string[]; storageCrs: string }>()
    expect(crs).toContain(storageCrs)
    for (const uri of crs) {
      const url = `/collections/stations/items?crs=${encodeURIComponent(uri)}`
      expect((await get(url)).headers['content-crs']).toBe(`<${uri}>`)
    }
  },
  [`${ogc}/ogcapi-tiles-1/1.0/conf/core`]: async () => {
    expect((await app.inject('/tiles/WebMercatorQuad/0/0/0')).statusCode).toBe(200)
    expect((await app.inject('/tiles/WebMercatorQuad/5/0/0')).statusCode).toBe(204)
    expect((await app.inject('/tiles/WebMercatorQuad/5/0/99')).statusCode).toBe(404)
  },
  [`${ogc}/ogcapi-tiles-1/1.0/conf/tileset`]: async () => {
    const { links } = (await get('/tiles/WebMercatorQuad')).json<Links>()
    expect(links.find(({ rel }) => rel === 'item')).toMatchObject({
      templated: true,
      type: 'application/vnd.mapbox-vector-tile',
    })
  },
  [`${ogc}/ogcapi-tiles-1/1.0/conf/tilesets-list`]: async () => {
    const { tilesets } = (await get('/tiles')).json<{ tilesets: Links[] }>()
    expect(tilesets).toHaveLength(1)
    expect(tilesets[0]?.links.map(({ rel }) => rel)).toContain('self')
  },
  [`${ogc}/ogcapi-tiles-1/1.0/conf/dataset-tilesets`]: async () => {
    expect(await relsOf('/')).toContain('http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector')
  },
  [`${ogc}/ogcapi-tiles-1/1.0/conf/geodata-tilesets`]: async () => {
    expect(await relsOf('/collections/roads')).toContain('http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector')
    expect([...decodeTile((await get('/collections/roads/tiles/WebMercatorQuad/6/28/50')).rawPayload).keys()]).toEqual([
      'roads',
    ])
  },
  [`${ogc}/ogcapi-tiles-1/1.0/conf/collections-selection`]: async () => {
    const { rawPayload } = await get('/tiles/WebMercatorQuad/6/28/50?collections=roads,corridors')
    expect([...decodeTile(rawPayload).keys()].sort()).toEqual(['corridors', 'roads'])
  },
  [`${ogc}/ogcapi-tiles-1/1.0/conf/mvt`]: async () => {
    const { headers, rawPayload } = await get('/tiles/WebMercatorQuad/6/28/50')
    expect(headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
    expect(decodeTile(rawPayload).get('corridors')?.version).toBe(2)
  },
  [`${ogc}/tms/2.0/conf/json-tilematrixset`]: async () => {
    const grid = (await get('/tileMatrixSets/WebMercatorQuad')).json<Record<string, unknown>>()
    expect(grid).toMatchObject({ id: 'WebMercatorQuad', crs: 'http://www.opengis.net/def/crs/EPSG/0/3857' })
    const [first] = grid['tileMatrices'] as object[]
    expect(first).toMatchObject({
      id: '0',
      tileWidth: 256,
      matrixWidth: 1,
      pointOfOrigin: [-20037508.3427892, 20037508.3427892],
    })
  },
  [`${ogc}/tms/2.0/conf/json-tilesetmetadata`]: async () => {
    const tileset = (await get('/collections/parks/tiles/WebMercatorQuad')).json<Record<string, unknown>>()
    for (const member of [
      'title',
      'dataType',
      'crs',
      'tileMatrixSetURI',
      'links',
      'layers',
      'tileMatrixSetLimits',
      'boundingBox',
    ]) {
      expect(tileset).toHaveProperty(member)
    }
  },
}

test.each(conformanceClasses)('%s', (name) => shown[name]())
