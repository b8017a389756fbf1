import SwaggerParser from '@apidevtools/swagger-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCatalog } from '../catalog/catalog.ts'
import { fixtureApp } from '../testing/fixture-app.ts'
import { awkwardIds, fixtureFeatures, fixturePlan } from '../testing/fixture-catalog.ts'

interface Link {
  href: string
  rel: string
  type: string
}
interface CollectionEntry {
  id: string
  title: string
  description: string
  extent: { spatial?: { bbox: [number, number, number, number][] } }
  links: Link[]
}

const app = await fixtureApp()
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe('the landing page', () => {
  test('leads to the API description, the conformance classes and the collections', async () => {
    const response = await get('/')
    expect(response.statusCode).toBe(200)
    const { links } = response.json<{ links: Link[] }>()
    for (const rel of ['self', 'service-desc', 'conformance', 'data']) {
      expect(links.map((link) => link.rel)).toContain(rel)
    }
    expect(links.find(({ rel }) => rel === 'service-desc')?.type).toBe('application/vnd.oai.openapi+json;version=3.0')
    for (const link of links) {
      expect(link.href).toMatch(/^http:/)
      expect(link.type).not.toBe('')
    }
  })

  test('every one of its links leads somewhere, and to what it says', async () => {
    const { links } = (await get('/')).json<{ links: Link[] }>()
    for (const { href, type } of links) {
      const response = await get(href.replace('http://127.0.0.1:8080', ''), { accept: '*/*' })
      expect(response.statusCode, href).toBe(200)
      expect(String(response.headers['content-type']), href).toContain(type.split(';')[0])
    }
  })
})

describe('the API description', () => {
  test('has exactly its own media type and is valid OpenAPI 3.0', async () => {
    const response = await get('/api')
    expect(response.headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0')
    const document = response.json<{ openapi: string }>()
    expect(document.openapi).toBe('3.0.3')
    await SwaggerParser.validate(structuredClone(document) as never)
  })

  test('gives limit a minimum, a default and a maximum, and says how lists are written', async () => {
    const document = (await get('/api')).json<{
      paths: Record<string, { get: { parameters: Record<string, unknown>[] } }>
    }>()
    const { parameters } = document.paths['/collections/{collectionId}/items']?.get ?? { parameters: [] }
    const byName = new Map(parameters.map((parameter) => [parameter['name'], parameter]))
    expect(byName.get('limit')).toMatchObject({
      in: 'query',
      schema: { type: 'integer', minimum: 1, default: 100, maximum: 1000 },
    })
    expect(byName.get('bbox')).toMatchObject({
      style: 'form',
      explode: false,
      schema: { type: 'array', minItems: 4, maxItems: 6 },
    })
    expect(byName.get('bbox')?.['schema']).not.toHaveProperty('style')
    expect(byName.get('status')).toMatchObject({ schema: { enum: ['existing', 'under-way', 'planned', 'study'] } })
  })

  test('names every resource, and each declares its answer and its failures', async () => {
    const document = (await get('/api')).json<{ paths: Record<string, Record<string, { responses: object }>> }>()
    expect(Object.keys(document.paths).sort()).toMatchInlineSnapshot(`
      [
        "/",
        "/analysis/access",
        "/analysis/access/parks",
        "/analysis/contents",
        "/analysis/coverage",
        "/analysis/coverage/ground",
        "/analysis/distance-check",
        "/analysis/ledger",
        "/analysis/measure",
        "/analysis/phases",
        "/analysis/search-index",
        "/analysis/travel-time",
        "/analysis/what-if",
        "/api",
        "/collections",
        "/collections/{collectionId}",
        "/collections/{collectionId}/items",
        "/collections/{collectionId}/items/{featureId}",
        "/collections/{collectionId}/tiles",
        "/collections/{collectionId}/tiles.json",
        "/collections/{collectionId}/tiles/WebMercatorQuad",
        "/collections/{collectionId}/tiles/WebMercatorQuad/{z}/{row}/{col}",
        "/conformance",
        "/embed",
        "/healthz",
        "/offline/contents",
        "/pack",
        "/pack.zip",
        "/plan",
        "/problems/{kind}",
        "/readyz",
        "/tileMatrixSets",
        "/tileMatrixSets/{tileMatrixSetId}",
        "/tiles",
        "/tiles.json",
        "/tiles/WebMercatorQuad",
        "/tiles/WebMercatorQuad/{z}/{row}/{col}",
      ]
    `)
    for (const operations of Object.values(document.paths)) {
      for (const { responses } of Object.values(operations))
        expect(Object.keys(responses)).toEqual(['200', '4XX', '5XX'])
    }
  })
})

describe('the collections', () => {
  test('are the same in the list and alone, byte for byte', async () => {
    const { collections } = (await get('/collections')).json<{ collections: CollectionEntry[] }>()
    expect(collections.length).toBeGreaterThan(25)
    for (const entry of collections) {
      const alone = (await get(`/collections/${entry.id}`)).json<CollectionEntry>()
      for (const key of ['id', 'title', 'description', 'extent'] as const) {
        expect(JSON.stringify(alone[key])).toBe(JSON.stringify(entry[key]))
      }
    }
  })

  test('have an extent that holds every feature', async () => {
    const { extent } = (await get('/collections/stations')).json<CollectionEntry>()
    const [west, south, east, north] = extent.spatial?.bbox[0] ?? [0, 0, 0, 0]
    for (const { geometry } of fixtureFeatures.stations) {
      if (geometry?.type !== 'Point') throw new Error('a station is a point')
      const [longitude = Number.NaN, latitude = Number.NaN] = geometry.coordinates
      expect(longitude >= west && longitude <= east && latitude >= south && latitude <= north).toBe(true)
    }
  })

  test('without a single position have no spatial extent', async () => {
    const { extent } = (await get('/collections/airports')).json<CollectionEntry>()
    expect(extent).toEqual({})
  })
})

describe('what is not there', () => {
  test.each([
    ['/collections/nope', 'collection "nope"'],
    ['/collections/nope/items', 'collection "nope"'],
    ['/collections/parks/items/nope', 'feature "nope" in parks'],
    ['/collections/nope/tiles/WebMercatorQuad/0/0/0', 'collection "nope"'],
    ['/collections/__proto__', 'collection "__proto__"'],
    ['/collections/constructor/items', 'collection "constructor"'],
    ['/collections/parks/items/__proto__', 'feature "__proto__" in parks'],
    ['/collections/parks/items/..%2f..%2fpackage.json', 'feature "../../package.json" in parks'],
    ['/collections/parks%00', 'collection "parks'],
    ['/nowhere', '/nowhere'],
    ['/assets/..%2f..%2fpackage.json', '/assets'],
    ['/tileMatrixSets/Other', 'WebMercatorQuad'],
  ])('%s is a 404 problem that names it', async (url, named) => {
    const response = await get(url)
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toBe('application/problem+json')
    const problem = response.json<Record<string, unknown>>()
    expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'detail'])
    expect(problem['detail']).toContain(named)
    expect(response.body).not.toMatch(/node_modules|\.ts:|at .*\(/)
    expect(response.body).not.toContain(process.cwd())
  })

  test('the type of a problem can be looked up', async () => {
    const { type, title } = (await get('/collections/nope')).json<{ type: string; title: string }>()
    expect((await get(type)).json()).toEqual({ type, title, status: 404 })
  })

  test('a broken percent sign in the path is a 400', async () => {
    const response = await get('/collections/%zz')
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toBe('application/problem+json')
  })
})

describe('methods', () => {
  test.each([
    ['DELETE', '/collections'],
    ['PUT', '/collections/parks/items/park-a'],
    ['POST', '/'],
    ['PATCH', '/tiles.json'],
    ['GET', '/analysis/measure'],
    ['POST', '/tiles/WebMercatorQuad/0/0/0'],
  ] as const)('%s %s is a 405 that says what is allowed', async (method, url) => {
    const response = await app.inject({
      method,
      url,
      headers: { 'content-type': 'text/csv' },
      ...(method === 'GET' ? {} : { payload: 'a,b' }),
    })
    expect(response.statusCode).toBe(405)
    expect(response.headers['content-type']).toBe('application/problem+json')
    expect(response.headers.allow).toContain(url === '/analysis/measure' ? 'POST' : 'GET, HEAD')
  })

  test('HEAD has the status and the headers of GET, and no body', async () => {
    for (const url of [
      '/',
      '/collections/parks/items',
      '/tiles.json',
      '/tiles/WebMercatorQuad/8/113/202',
      '/nowhere',
    ]) {
      const [got, head] = [await get(url), await app.inject({ method: 'HEAD', url })]
      expect(head.statusCode).toBe(got.statusCode)
      expect(head.body).toBe('')
      for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'content-crs']) {
        expect(head.headers[name], `${url} ${name}`).toBe(got.headers[name])
      }
    }
  })

  test('a bare OPTIONS says what is allowed, a preflight what another site may do', async () => {
    const bare = await app.inject({ method: 'OPTIONS', url: '/collections' })
    expect([bare.statusCode, bare.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
    expect(bare.headers['access-control-allow-methods']).toBeUndefined()
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: '/analysis/measure',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe('*')
    expect(preflight.headers['access-control-allow-methods']).toBe('POST')
    expect((await app.inject({ method: 'OPTIONS', url: '/nowhere' })).statusCode).toBe(404)
  })

  test('a slash at the end changes nothing', async () => {
    for (const url of ['/collections', '/conformance', '/collections/parks', '/collections/parks/items', '/tiles']) {
      expect((await get(`${url}/`)).statusCode).toBe(200)
    }
  })
})

describe('formats', () => {
  test.each([
    '/',
    '/conformance',
    '/api',
    '/collections',
    '/collections/parks',
    '/collections/parks/items',
    '/collections/parks/items/park-a',
  ])('%s is a readable page for a browser', async (url) => {
    const response = await get(url, { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' })
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.body).toContain('<html lang="vi">')
    expect(response.body).not.toContain('<script')
  })

  test('f goes before Accept', async () => {
    expect((await get('/collections?f=json', { accept: 'text/html' })).headers['content-type']).toContain(
      'application/json',
    )
    expect((await get('/collections?f=html', { accept: 'application/json' })).headers['content-type']).toContain(
      'text/html',
    )
    expect((await get('/collections/parks/items?f=geojson', { accept: 'text/html' })).headers['content-type']).toBe(
      'application/geo+json',
    )
  })

  test('an f that the resource does not have is a 400 that says which it has', async () => {
    const response = await get('/collections/parks?f=nonsense')
    expect(response.statusCode).toBe(400)
    expect(response.json<{ detail: string }>().detail).toBe('f must be one of json, html, got "nonsense".')
  })

  test.each([
    '/',
    '/collections',
    '/collections/parks/items',
    '/collections/parks/items/park-a',
    '/plan',
    '/tiles.json',
    '/api',
  ])('%s has no XML: 406', async (url) => {
    expect((await get(url, { accept: 'application/xml' })).statusCode).toBe(406)
  })

  test('features go out as GeoJSON, and as plain JSON to a client that takes nothing else', async () => {
    const type = async (accept: string) => (await get('/collections/parks/items', { accept })).headers['content-type']
    expect(await type('*/*')).toBe('application/geo+json')
    expect(await type('application/geo+json')).toBe('application/geo+json')
    expect(await type('application/json, application/geo+json')).toBe('application/geo+json')
    expect(await type('application/json')).toBe('application/json')
    expect(await type('text/html;q=0.1, application/geo+json')).toBe('application/geo+json')
  })
})

describe('a forged host', () => {
  const urls = [
    '/',
    '/collections',
    '/collections/parks/items?limit=1',
    '/tiles.json',
    '/tiles',
    '/api',
    '/collections?f=html',
  ]

  test.each(urls)('never appears in %s', async (url) => {
    for (const headers of [
      { host: 'evil.example' },
      { host: 'evil.example:8080' },
      { host: 'localhost:8080', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
      { host: 'localhost:8080@evil.example' },
    ]) {
      const response = await get(url, headers)
      expect(response.statusCode).toBe(200)
      expect(response.body).not.toContain('evil.example')
    }
  })

  test('our own names are believed, PUBLIC_URL before all of them', async () => {
    expect((await get('/collections', { host: 'localhost:8080' })).body).toContain('http://localhost:8080/collections')
    expect((await get('/collections', { host: 'localhost:9' })).body).toContain('http://127.0.0.1:8080/collections')
    const behindProxy = await fixtureApp({ environment: { PUBLIC_URL: 'https://atlas.example.org/map/' } })
    const { body } = await behindProxy.inject({ url: '/collections', headers: { host: 'localhost:8080' } })
    await behindProxy.close()
    expect(body).toContain('"https://atlas.example.org/map/collections/parks')
    expect(body).not.toContain('localhost')
  })
})

describe('awkward ids', () => {
  test.each(awkwardIds)('%s survives', async (id) => {
    const url = `/collections/links/items/${encodeURIComponent(id)}`
    const response = await get(url)
    expect(response.statusCode).toBe(200)
    const { id: got, links } = response.json<{ id: string; links: Link[] }>()
    expect(got).toBe(id)
    const self = links.find(({ rel }) => rel === 'self')?.href ?? ''
    expect((await get(self.replace('http://127.0.0.1:8080', ''))).json<{ id: string }>().id).toBe(id)
    expect((await get(`${url}?f=html`)).statusCode).toBe(200)
  })

  test('a name with marks apart is the same name', async () => {
    const response = await get(`/collections/links/items/${encodeURIComponent('Đông Sơn'.normalize('NFD'))}`)
    expect(response.json<{ id: string }>().id).toBe('Đông Sơn')
  })
})

describe('every route', () => {
  let urls: string[] = []
  /** What some cannot do without. */
  const asked: Record<string, string> = {
    '/analysis/access': '?from=105.8,19.8',
    '/analysis/travel-time': '?feature=park:park-a',
  }
  const urlOf = (path: string) => `${path}${asked[path] ?? ''}`
  beforeAll(async () => {
    const { paths } = (await get('/api')).json<{ paths: Record<string, object> }>()
    const values: Record<string, string> = {
      collectionId: 'parks',
      featureId: 'park-a',
      tileMatrixSetId: 'WebMercatorQuad',
      kind: 'internal',
      z: '0',
      row: '0',
      col: '0',
    }
    urls = Object.entries(paths)
      .filter(([, operations]) => 'get' in operations)
      .map(([path]) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''))
  })

  test('refuses a parameter it does not have, by name', async () => {
    expect(urls.length).toBeGreaterThan(18)
    for (const url of urls) {
      const response = await get(`${url}?nonsense=1`)
      expect(response.statusCode, url).toBe(400)
      expect(response.json<{ detail: string }>().detail, url).toContain('"nonsense"')
    }
  })

  test('has an ETag and Cache-Control, and answers 304 to the tag it gave', async () => {
    for (const url of urls.filter((one) => !/^\/(?:(?:health|ready)z|pack(?:\.zip)?)$/.test(one)).map(urlOf)) {
      const first = await get(url)
      expect(first.statusCode, url).toBe(200)
      expect(first.headers['cache-control'], url).toBeDefined()
      const etag = String(first.headers.etag)
      expect(etag, url).toMatch(/^(W\/)?"[\w.]+"$/)
      const second = await get(url, { 'if-none-match': `"other", ${etag}` })
      expect([second.statusCode, second.body, second.headers.etag], url).toEqual([304, '', etag])
      expect((await get(url, { 'if-none-match': '"other"' })).statusCode, url).toBe(200)
    }
  })

  test('has the same ETags after a restart, others after a change of data, of code or of format', async () => {
    const tagOf = async (server: typeof app, url: string) => (await server.inject({ url })).headers.etag
    const again = await fixtureApp()
    const changedData = await fixtureApp({ catalog: buildCatalog(fixtureFeatures, fixturePlan, 'other-version') })
    const changedCode = await fixtureApp({ codeVersion: 'changed' })
    for (const url of ['/collections/parks/items', '/tiles/WebMercatorQuad/0/0/0', '/plan']) {
      expect(await tagOf(again, url)).toBe(await tagOf(app, url))
      expect(await tagOf(changedData, url)).not.toBe(await tagOf(app, url))
      expect(await tagOf(changedCode, url)).not.toBe(await tagOf(app, url))
    }
    expect(await tagOf(app, '/collections?f=html')).not.toBe(await tagOf(app, '/collections?f=json'))
    await Promise.all([again.close(), changedData.close(), changedCode.close()])
  })
})
