import { expect, test } from 'vitest'
import { classifyRequest, packerHeader, type RequestKind } from './classify-request.ts'

const scope = 'https://atlas.test/plan-of-thanh-hoa/'
const ask = (path: string, { method = 'GET', mode = 'cors', headers = [] as string[] } = {}): RequestKind =>
  classifyRequest(
    { url: new URL(path, scope).href, method, mode, headers: { has: (name) => headers.includes(name) } },
    scope,
    (url) => url === `${scope}icon.svg`,
  )

test('the atlas opened by a person is the page, with whatever parameters a shared link picked up', () => {
  expect(ask('', { mode: 'navigate' })).toBe('page')
  expect(ask('index.html', { mode: 'navigate' })).toBe('page')
  expect(ask('?utm_source=mail', { mode: 'navigate' })).toBe('page')
})

test('the documents for people are not the page', () => {
  expect(ask('?f=html', { mode: 'navigate' })).toBe('other')
  expect(ask('collections?f=html', { mode: 'navigate' })).toBe('other')
})

test('tiles, answers and files of the page are told apart', () => {
  expect(ask('tiles/WebMercatorQuad/9/225/406')).toBe('tile')
  expect(ask('tiles.json')).toBe('answer')
  expect(ask('collections/parks/items?f=geojson&limit=200')).toBe('answer')
  expect(ask('analysis/coverage?bufferMeters=5000')).toBe('answer')
  expect(ask('assets/atlas-map-Dx1.js')).toBe('file')
  expect(ask('icon.svg')).toBe('file')
})

test('what changes something, tells the state of the server or belongs to another host is never kept', () => {
  expect(ask('analysis/coverage', { method: 'POST' })).toBe('other')
  for (const path of ['sw.js', 'healthz', 'readyz', 'pack', 'pack.zip', 'api']) expect(ask(path), path).toBe('other')
  expect(ask('https://elsewhere.test/tiles/WebMercatorQuad/9/225/406')).toBe('other')
  expect(ask('https://atlas.test/another-page/plan')).toBe('other')
})

test('the packer reaches past the service worker', () => {
  expect(ask('plan', { headers: [packerHeader] })).toBe('other')
})
