/**
 * Hostile questions over a real socket: each is refused within two seconds, and while it is being looked
 * at a tile still comes within 100 ms.
 */
import { request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { mostVertices } from '../analysis/read-geojson.ts'
import { fixtureApp } from '../testing/fixture-app.ts'

const app = await fixtureApp()
await app.listen({ host: '127.0.0.1', port: 0 })
const { port } = app.server.address() as AddressInfo
afterAll(() => app.close())

interface Answer {
  status: number
  body: string
  milliseconds: number
}

function ask(method: 'GET' | 'POST', path: string, body?: string): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined ? {} : { 'content-type': 'application/geo+json', 'content-length': Buffer.byteLength(body) }
    const asking = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      const finish = () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
          milliseconds: performance.now() - began,
        })
      response.on('end', finish)
      response.on('close', finish)
    })
    // A server may answer and close before it has read a body that is too large.
    asking.on('error', reject)
    asking.end(body)
  })
}

/** A ring whose every edge goes half round the world: the most pieces for the fewest bytes. */
function widePolygon(vertices: number): string {
  const ring = Array.from({ length: vertices - 1 }, (_, index) => [index % 2 ? 179 : -1, ((index * 37) % 170) - 85])
  return JSON.stringify({ type: 'Polygon', coordinates: [[...ring, ring[0]]] })
}

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

const hostile: [name: string, body: string, statuses: number[]][] = [
  ['a polygon that takes minutes to measure', widePolygon(mostVertices), [422]],
  ['a polygon of more vertices than anybody drew', widePolygon(mostVertices + 10), [400, 413]],
  ['a body of 5 MB', JSON.stringify({ type: 'Point', coordinates: [1, 2], padding: 'x'.repeat(5_000_000) }), [413]],
  ['100,000 nested arrays', `{"type":"Polygon","coordinates":${deep}}`, [400]],
  ['nested collections', `${'{"type":"GeometryCollection","geometries":['.repeat(2000)}${']}'.repeat(2000)}`, [400]],
  [
    'a ring of one repeated point',
    JSON.stringify({ type: 'Polygon', coordinates: [Array.from({ length: mostVertices + 1 }, () => [105, 20])] }),
    [400],
  ],
]

// The first shape starts the thread that measures.
await ask('POST', '/analysis/measure', JSON.stringify({ type: 'Point', coordinates: [105, 20] }))

test.each(hostile)(
  '%s is refused within two seconds, and a tile still comes at once',
  async (_name, body, statuses) => {
    await ask('GET', '/tiles/WebMercatorQuad/7/56/101')
    const question = ask('POST', '/analysis/measure', body).catch((error: unknown) => ({
      status: 413,
      body: '',
      milliseconds: 0,
      error,
    }))
    const tiles: Answer[] = []
    for (let i = 0; i < 5; i++) {
      await pause(20)
      tiles.push(await ask('GET', '/tiles/WebMercatorQuad/7/56/101'))
    }
    const { status, milliseconds } = await question
    expect(statuses).toContain(status)
    expect(milliseconds).toBeLessThan(2000)
    expect(tiles.map((tile) => tile.status)).toEqual([200, 200, 200, 200, 200])
    // The middle one: a busy test machine may hold up any single answer, a blocked server all of them.
    const times = tiles.map((tile) => tile.milliseconds).toSorted((a, b) => a - b)
    expect(times[2]).toBeLessThan(100)
  },
)

test('after all that the next shape is measured as ever', async () => {
  const body = JSON.stringify({
    type: 'LineString',
    coordinates: [
      [105, 20],
      [105, 21],
    ],
  })
  const { status, body: text } = await ask('POST', '/analysis/measure', body)
  expect(status).toBe(200)
  expect(text).toContain('lengthKilometers')
})

test('what is not HTTP gets a problem and no more', async () => {
  const text = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('not http at all\r\n\r\n'))
    let received = ''
    socket.on('data', (part) => (received += part.toString()))
    socket.on('close', () => resolve(received))
  })
  expect(text).toContain('HTTP/1.1 400')
  expect(text).toContain('application/problem+json')
  expect((await ask('GET', '/healthz')).status).toBe(200)
})

test('headers of a megabyte are a 431', async () => {
  const text = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
    )
    let received = ''
    socket.on('data', (part) => (received += part.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(received))
  })
  expect(text).toContain('431')
})

test('a request that does not arrive in time is a 408, and is not called malformed', async () => {
  // Node looks for slow senders every half minute; what it then says to the server is said here at once.
  app.server.once('connection', (socket) => {
    socket.once('data', () => {
      const late = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
      app.server.emit('clientError', late, socket)
    })
  })
  const text = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: a\r\nx-half'))
    let received = ''
    socket.on('data', (part) => (received += part.toString()))
    socket.on('close', () => resolve(received))
  })
  expect(text).toContain('HTTP/1.1 408 Request Timeout')
  expect(text).toContain('/problems/request-too-slow')
  expect((await ask('GET', '/healthz')).status).toBe(200)
})
