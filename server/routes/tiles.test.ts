import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { collectionIds, collections } from '../domain/collections.ts'
import { tileFields } from '../tiles/tile-fields.ts'
import { decodeTile } from '../testing/decode-tile.ts'
import { fixtureApp } from '../testing/fixture-app.ts'

const app = await fixtureApp()
afterAll(() => app.close())

const base = 'http://127.0.0.1:8080'
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url: url.replace(base, ''), headers })

/** Column and row of the tile at a zoom that holds a position. */
function tileAt(z: number, longitude: number, latitude: number): [x: number, y: number] {
  const sine = Math.sin((latitude * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
  return [Math.floor(((longitude + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)]
}

async function layersOf(url: string) {
  const response = await get(url)
  expect(response.statusCode, url).toBe(200)
  return decodeTile(response.rawPayload)
}

describe('what says where the tiles are', () => {
  test('TileJSON 3 leads to tiles that are there, in x and y as it says', async () => {
    for (const url of ['/tiles.json', '/collections/stations/tiles.json']) {
      const document = (await get(url)).json<{
        tilejson: string
        tiles: string[]
        scheme: string
        minzoom: number
        maxzoom: number
        bounds: number[]
      }>()
      expect(document.tilejson).toBe('3.0.0')
      expect([document.minzoom, document.maxzoom, document.scheme]).toEqual([0, 14, 'xyz'])
      const [x, y] = tileAt(12, 105.776, 19.807)
      const [template = ''] = document.tiles
      expect(template).toMatch(/\{z\}.*\{y\}.*\{x\}/)
      const layers = await layersOf(template.replace('{z}', '12').replace('{x}', String(x)).replace('{y}', String(y)))
      expect(layers.get('stations')?.features[0]?.properties['id']).toBe('golden-0')
    }
  })

  test('the fields of every layer are those of its schema that a tile keeps', async () => {
    const { vector_layers } = (await get('/tiles.json')).json<{
      vector_layers: { id: string; fields: Record<string, string> }[]
    }>()
    expect(vector_layers.map(({ id }) => id)).toEqual(collectionIds)
    for (const { id, fields } of vector_layers) {
      const definition = collections[id as keyof typeof collections]
      expect(Object.keys(fields)).toEqual([...tileFields(definition).keys()])
      expect(Object.keys(definition.properties.properties)).toEqual(expect.arrayContaining(Object.keys(fields)))
      expect(fields).toMatchObject({ id: 'String', name_vi: 'String', kind: 'String', uncertaintyMeters: 'Number' })
      for (const heavy of ['figures', 'notes', 'originIds', 'aliases', 'formedFrom'])
        expect(fields).not.toHaveProperty(heavy)
    }
  })

  test('the tileset names its grid, its limits and its layers, and its template works', async () => {
    for (const path of ['', '/collections/corridors']) {
      const { tilesets } = (await get(`${path}/tiles`)).json<{
        tilesets: { links: { rel: string; href: string }[] }[]
      }>()
      const self = tilesets[0]?.links.find(({ rel }) => rel === 'self')?.href ?? ''
      const tileset = (await get(self)).json<{
        dataType: string
        tileMatrixSetURI: string
        tileMatrixSetLimits: {
          tileMatrix: string
          minTileRow: number
          maxTileRow: number
          minTileCol: number
          maxTileCol: number
        }[]
        layers: { id: string }[]
        links: { rel: string; href: string; templated?: boolean }[]
      }>()
      expect(tileset.dataType).toBe('vector')
      expect(tileset.tileMatrixSetURI).toBe('http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad')
      expect(tileset.layers.length).toBe(path === '' ? collectionIds.length : 1)
      const limits = tileset.tileMatrixSetLimits.find(({ tileMatrix }) => tileMatrix === '8')
      const [x, y] = tileAt(8, 105, 20)
      expect(x >= (limits?.minTileCol ?? Infinity) && x <= (limits?.maxTileCol ?? 0)).toBe(true)
      expect(y >= (limits?.minTileRow ?? Infinity) && y <= (limits?.maxTileRow ?? 0)).toBe(true)
      const template = tileset.links.find(({ templated }) => templated)?.href ?? ''
      const url = template.replace('{tileMatrix}', '8').replace('{tileRow}', String(y)).replace('{tileCol}', String(x))
      expect((await get(url)).statusCode).toBe(200)
      const grid = tileset.links.find(({ rel }) => rel.endsWith('tiling-scheme'))?.href ?? ''
      expect((await get(grid)).json<{ id: string }>().id).toBe('WebMercatorQuad')
    }
  })

  test('the grid halves its cells at every zoom', async () => {
    const { tileMatrices } = (await get('/tileMatrixSets/WebMercatorQuad')).json<{
      tileMatrices: { id: string; scaleDenominator: number; cellSize: number; matrixWidth: number }[]
    }>()
    expect(tileMatrices).toHaveLength(15)
    expect(tileMatrices[0]?.scaleDenominator).toBeCloseTo(559082264.0287178, 3)
    expect(tileMatrices[3]).toMatchObject({ id: '3', matrixWidth: 8 })
  })
})

describe('which tiles there are', () => {
  test.each(['31/0/0', '15/0/0', '0/0/1', '0/1/0', '3/8/0', '3/0/8', '99999999/0/0'])(
    '%s is outside: 404',
    async (path) => {
      for (const prefix of ['', '/collections/parks']) {
        const response = await get(`${prefix}/tiles/WebMercatorQuad/${path}`)
        expect(response.statusCode).toBe(404)
        expect(response.headers['content-type']).toBe('application/problem+json')
      }
    },
  )

  test.each(['-1/0/0', '0/-1/0', '1.5/0/0', '0/0/1.5', 'a/0/0', '0/0/0x0', '1e1/0/0', '0/0/999999999999'])(
    '%s is no tile: 400',
    async (path) => {
      const response = await get(`/tiles/WebMercatorQuad/${path}`)
      expect(response.statusCode).toBe(400)
      expect(response.json<{ detail: string }>().detail).toContain('whole numbers')
    },
  )

  test('inside the grid but empty is 204', async () => {
    for (const url of [
      '/tiles/WebMercatorQuad/5/0/0',
      '/collections/parks/tiles/WebMercatorQuad/14/1/1',
      '/collections/airports/tiles/WebMercatorQuad/0/0/0',
    ]) {
      const response = await get(url)
      expect([response.statusCode, response.body]).toEqual([204, ''])
      expect(response.headers.etag).toBeDefined()
    }
  })

  test('another grid is a 404', async () => {
    expect((await get('/tiles/WorldCRS84Quad/0/0/0')).statusCode).toBe(404)
  })

  test('a list of collections makes a smaller tile; an unknown one is a 400 that names it', async () => {
    const all = await layersOf('/tiles/WebMercatorQuad/0/0/0')
    const some = await layersOf('/tiles/WebMercatorQuad/0/0/0?collections=corridors,ports')
    expect([...some.keys()]).toEqual(['corridors', 'ports'])
    expect(all.size).toBeGreaterThan(some.size)
    const response = await get('/tiles/WebMercatorQuad/0/0/0?collections=corridors,nope')
    expect(response.statusCode).toBe(400)
    expect(response.json<{ detail: string }>().detail).toContain('got "nope"')
    expect((await get('/tiles/WebMercatorQuad/0/0/0?collections=')).statusCode).toBe(400)
  })
})

describe('what is in a tile', () => {
  test('it is MVT version 2 with an extent of 4096, each layer named as its collection', async () => {
    const [x, y] = tileAt(7, 105.5, 20)
    const layers = await layersOf(`/tiles/WebMercatorQuad/7/${y}/${x}`)
    expect([...layers.keys()].every((name) => (collectionIds as string[]).includes(name))).toBe(true)
    for (const { version, extent } of layers.values()) expect([version, extent]).toEqual([2, 4096])
    expect([...(await layersOf(`/collections/roads/tiles/WebMercatorQuad/7/${y}/${x}`)).keys()]).toEqual(['roads'])
  })

  test('features keep single values only, null ones left out, the slug as a property', async () => {
    const layers = await layersOf('/tiles/WebMercatorQuad/0/0/0?collections=parks')
    const parkA = layers.get('parks')?.features.find(({ properties }) => properties['id'] === 'park-a')
    expect(parkA?.properties).toEqual({
      id: 'park-a',
      name_vi: 'Tên park-a',
      name_en: 'Name park-a',
      kind: 'park',
      geometryBasis: 'schematic',
      uncertaintyMeters: 100,
      status: 'existing',
      targetYear: 2025,
      statedAreaHectares: 80,
      drawnAreaHectares: 81,
    })
    const [x, y] = tileAt(9, 105.7, 19.4)
    const zones = (await layersOf(`/collections/zones/tiles/WebMercatorQuad/9/${y}/${x}`)).get('zones')
    expect(zones?.features.map(({ properties }) => properties['id'])).toEqual(['coast-zone'])
  })

  test('a line that leaves a tile enters its neighbour at the same height', async () => {
    const z = 10
    const [x] = tileAt(z, 105.25, 20)
    // Where the line crosses the border between this column and the next.
    const edge = ((x + 1) / 2 ** z) * 360 - 180
    const [, y] = tileAt(z, edge, 19.5 + ((edge - 104.5) / 1.5) * 0.9)
    const heightIn = async (column: number, at: number) => {
      const layers = await layersOf(`/collections/corridors/tiles/WebMercatorQuad/${z}/${y}/${column}`)
      const line = layers.get('corridors')?.features.find(({ properties }) => properties['id'] === 'straight')?.lines[0]
      const [a, b] = [line?.[0], line?.at(-1)]
      if (!a || !b) throw new Error('the line is not in the tile')
      expect(Math.min(a.x, b.x) < at && at < Math.max(a.x, b.x)).toBe(true)
      return a.y + ((b.y - a.y) * (at - a.x)) / (b.x - a.x)
    }
    expect(Math.abs((await heightIn(x, 4096)) - (await heightIn(x + 1, 0)))).toBeLessThan(2)
  })

  test('areas that meet on the ground meet across a tile border', async () => {
    const z = 11
    const [x, y] = tileAt(z, 105.075, 19.975)
    const span = async (column: number) => {
      const layer = (await layersOf(`/collections/communes/tiles/WebMercatorQuad/${z}/${y}/${column}`)).get('communes')
      const xs = layer?.features.flatMap(({ lines }) => lines.flat().map((point) => point.x)) ?? []
      return [Math.min(...xs), Math.max(...xs)] as const
    }
    expect((await span(x))[1]).toBeGreaterThanOrEqual(4096 + 100)
    expect((await span(x + 1))[0]).toBeLessThanOrEqual(-100)
  })
})

describe('how a tile is sent', () => {
  const url = '/tiles/WebMercatorQuad/6/28/50'

  test('gzipped to those who take it, plain to others, the same bytes', async () => {
    const plain = await get(url)
    const gzipped = await get(url, { 'accept-encoding': 'gzip, deflate, br' })
    expect(plain.headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(gzipped.headers['content-encoding']).toBe('gzip')
    expect(gzipped.headers['content-length']).toBe(String(gzipped.rawPayload.length))
    expect(gunzipSync(gzipped.rawPayload).equals(plain.rawPayload)).toBe(true)
    expect(gzipped.headers.vary).toBe('Accept-Encoding')
    expect(gzipped.headers.etag).not.toBe(plain.headers.etag)
    for (const refusing of ['gzip;q=0', 'identity', 'br', '']) {
      expect((await get(url, { 'accept-encoding': refusing })).headers['content-encoding']).toBeUndefined()
    }
  })

  test('304 to the tag it gave', async () => {
    const first = await get(url, { 'accept-encoding': 'gzip' })
    const again = await get(url, { 'accept-encoding': 'gzip', 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag])
  })

  test('another site may read it, or only those that are named', async () => {
    expect((await get(url)).headers['access-control-allow-origin']).toBe('*')
    const strict = await fixtureApp({ environment: { CORS_ORIGIN: 'https://a.example' } })
    const from = async (origin: string) =>
      (await strict.inject({ url, headers: { origin } })).headers['access-control-allow-origin']
    expect([await from('https://a.example'), await from('https://b.example')]).toEqual(['https://a.example', undefined])
    await strict.close()
  })
})

test('a hundred who ask for the same tile at once share one computation', async () => {
  const server = await fixtureApp()
  const counts = async () => (await server.inject('/readyz')).json<{ tiles: { encoded: number; kept: number } }>().tiles
  const before = await counts()
  const [x, y] = tileAt(9, 105.2, 19.9)
  const responses = await Promise.all(
    Array.from({ length: 100 }, () => server.inject(`/tiles/WebMercatorQuad/9/${y}/${x}`)),
  )
  expect(new Set(responses.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
  expect((await counts()).encoded - before.encoded).toBe(1)
  await server.inject(`/tiles/WebMercatorQuad/9/${y}/${x}`)
  expect((await counts()).encoded - before.encoded).toBe(1)
  await server.close()
})
