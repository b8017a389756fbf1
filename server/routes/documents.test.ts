import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fixtureApp } from '../testing/fixture-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'atlas-page-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>the atlas</title>')
writeFileSync(join(folder, 'relief.png'), 'picture')
writeFileSync(join(folder, 'assets/main-abc123.js'), 'plain script')
writeFileSync(join(folder, 'assets/main-abc123.js.br'), 'brotli script')
writeFileSync(join(folder, 'assets/main-abc123.js.gz'), 'gzip script')

const app = await fixtureApp({ webFolder: folder })
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe('compression', () => {
  test.each([
    ['/collections', 'application/json'],
    ['/collections/communes/items', 'application/geo+json'],
    ['/collections/communes/items?f=html', 'text/html'],
    ['/analysis/search-index', 'application/json'],
  ])('%s decodes from gzip and br to the same bytes', async (url, accept) => {
    const headers = { accept }
    const plain = await get(url, headers)
    const gzipped = await get(url, { ...headers, 'accept-encoding': 'gzip' })
    const brotli = await get(url, { ...headers, 'accept-encoding': 'br' })
    const asBrowsersAsk = await get(url, { ...headers, 'accept-encoding': 'gzip, deflate, br' })
    const responses = [plain, gzipped, brotli, asBrowsersAsk]
    const encodings = responses.map((response) => response.headers['content-encoding'])
    expect(encodings).toEqual([undefined, 'gzip', 'br', 'gzip'])
    // The time stamp is the only thing that may differ.
    const steady = (bytes: Buffer) => bytes.toString().replace(/"timeStamp":"[^"]*"/, '')
    expect(steady(gunzipSync(gzipped.rawPayload))).toBe(steady(plain.rawPayload))
    expect(steady(brotliDecompressSync(brotli.rawPayload))).toBe(steady(plain.rawPayload))
    for (const response of responses) {
      expect(String(response.headers.vary).toLowerCase()).toContain('accept-encoding')
      expect(String(response.headers.vary).toLowerCase().split(/, */)).toContain('accept')
      expect(response.headers.etag).toBe(plain.headers.etag)
    }
  })

  test('a body that claims to be compressed is not unpacked', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/analysis/measure',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      payload: Buffer.from([0x1f, 0x8b, 8, 0]),
    })
    expect(response.statusCode).toBe(400)
  })
})

describe('the page', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

  test('is what a browser gets at the root; f brings the document', async () => {
    const page = await get('/', browser)
    expect(page.body).toContain('<title>the atlas</title>')
    expect(page.headers['cache-control']).toBe('public, no-cache')
    expect((await get('/?f=html', browser)).body).toContain('Có gì ở đây')
    expect((await get('/?f=json', browser)).headers['content-type']).toContain('application/json')
    expect((await get('/')).headers['content-type']).toContain('application/json')
  })

  test('does not mind parameters that links pick up on their way; the document does', async () => {
    expect((await get('/?fbclid=abc', browser)).statusCode).toBe(200)
    expect((await get('/?fbclid=abc')).statusCode).toBe(400)
    expect((await get('/?fbclid=abc&f=html', browser)).statusCode).toBe(400)
  })

  test('is 304 to the tag it gave', async () => {
    const { headers } = await get('/', browser)
    expect((await get('/', { ...browser, 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
  })

  test('its files with a hash in their name are kept for ever, and come compressed where they lie compressed', async () => {
    const plain = await get('/assets/main-abc123.js')
    expect([plain.body, plain.headers['cache-control']]).toEqual([
      'plain script',
      'public, max-age=31536000, immutable',
    ])
    const brotli = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' })
    expect([brotli.body, brotli.headers['content-encoding']]).toEqual(['brotli script', 'br'])
    expect(brotli.headers['content-type']).toContain('javascript')
    expect((await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' })).body).toBe('gzip script')
  })

  test('its other files are asked for again each time', async () => {
    const { body, headers } = await get('/relief.png')
    expect([body, headers['content-type'], headers['cache-control']]).toEqual([
      'picture',
      'image/png',
      'public, no-cache',
    ])
  })

  test('has a file name too, by which the service worker keeps it', async () => {
    const response = await get('/index.html', { accept: '*/*' })
    expect(response.body).toContain('the atlas')
    expect(response.headers['content-type']).toMatch(/^text\/html/)
  })

  test.each(['/assets/nope.js', '/assets/', '/.env'])('%s is a 404 problem', async (url) => {
    const response = await get(url)
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toBe('application/problem+json')
  })

  test('a path that climbs out of the folder is refused', async () => {
    for (const url of [
      '/assets/..%2findex.html',
      '/assets/..%2f..%2f..%2fetc%2fpasswd',
      '/assets/%2e%2e%2findex.html',
      '/assets/%00',
    ]) {
      const response = await get(url)
      expect([400, 404]).toContain(response.statusCode)
      expect(response.headers['content-type']).toBe('application/problem+json')
    }
  })

  test('may run what MapLibre needs and load from nowhere else', async () => {
    const policy = String((await get('/', browser)).headers['content-security-policy'])
    for (const part of [
      "default-src 'self'",
      "worker-src 'self' blob:",
      "img-src 'self' data: blob:",
      "object-src 'none'",
    ]) {
      expect(policy).toContain(part)
    }
    expect(policy).not.toMatch(/https?:| 'unsafe-eval'|upgrade-insecure/)
  })
})

describe('readable pages', () => {
  test('carry one stylesheet, allowed by its hash, and nothing else', async () => {
    const { body, headers } = await get('/collections/parks/items?f=html')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    const [, sheet = ''] = /<style>([^<]*)<\/style>/.exec(body) ?? []
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'`)
    expect(body.match(/<style>/g)).toHaveLength(1)
    expect(body).not.toMatch(/ style=|<script|<link|src=/)
  })

  test('show Vietnamese first and escape everything', async () => {
    const { body } = await get(`/collections/links/items/${encodeURIComponent('a?b#c&d=e')}?f=html`)
    expect(body.indexOf('Tên a')).toBeGreaterThan(0)
    expect(body.indexOf('Tên a')).toBeLessThan(body.indexOf('Name a'))
    expect(body).toContain('a?b#c&#38;d=e')
    expect(body).not.toContain('c&d=e')
  })

  test('say what a document states, with its origin, and that a place is not known', async () => {
    const zone = (await get('/collections/zones/items/coast-zone?f=html')).body
    expect(zone).toContain('Số liệu theo văn bản')
    expect(zone).toContain('1.000 ha')
    expect(zone).toContain('Origin decree')
    const gate = (await get('/collections/zones/items/gate-zone?f=html')).body
    expect(gate).toContain('Chưa rõ vị trí.')
    expect(gate).toContain('Chưa ai công bố ranh giới.')
  })
})

describe('health', () => {
  test('the process answers, the server is ready, nobody keeps the answer', async () => {
    for (const url of ['/healthz', '/readyz']) {
      const { statusCode, headers } = await get(url)
      expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store'])
    }
    expect((await get('/readyz')).json()).toMatchObject({
      status: 'ready',
      dataVersion: 'fixture-version',
      collections: 30,
    })
  })
})
