import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judge, median, toTable } from './answer.ts'
import { keepAlive } from './ask.ts'
import { measureJavascriptSize } from './javascript-size.ts'
import { measureTileThroughput } from './tile-throughput.ts'
import { walkTiles, type SentTile } from './tile-sizes.ts'

test('a budget is within at its limit and over beyond it, whichever way it points', () => {
  const verdicts = [
    judge('size', 200, { atMost: 200 }, String),
    judge('size', 201, { atMost: 200 }, String),
    judge('speed', 10, { atLeast: 10 }, String),
    judge('speed', 9, { atLeast: 10 }, String),
    judge('note', 9, null, String),
  ].map(({ verdict }) => verdict)
  expect(verdicts).toEqual(['within', 'OVER', 'within', 'OVER', 'for information'])
})

test('the table stands in columns', () => {
  expect(toTable([judge('tile', 7, { atMost: 9 }, (value) => `${value} kB`)])).toBe(
    'question  measured   limit  verdict\ntile          7 kB  ≤ 9 kB  within',
  )
})

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
])('the median of %j is %s', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test('static imports of the entry are counted once, chunks that come later are listed apart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'))
  const files = { 'entry-AAAAAAAA.js': 3000, 'shared-BBBBBBBB.js': 2000, 'later-CCCCCCCC.js': 5000 }
  mkdirSync(join(folder, '.vite'))
  for (const [name, size] of Object.entries(files)) writeFileSync(join(folder, name), randomBytes(size))
  const manifest = {
    'index.html': { file: 'entry-AAAAAAAA.js', isEntry: true, imports: ['_shared'], dynamicImports: ['later.ts'] },
    _shared: { file: 'shared-BBBBBBBB.js', imports: ['index.html'] },
    'later.ts': { file: 'later-CCCCCCCC.js', imports: ['_shared'] },
    'style.css': { file: 'style.css' },
  }
  writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest))
  const answers = measureJavascriptSize(folder)
  rmSync(folder, { recursive: true })
  expect(answers.map(({ question, value }) => [question, value])).toEqual([
    ['JavaScript of the entry and its static imports, gzipped', '5.0 kB'],
    ['  loaded when asked for: later', '5.0 kB'],
  ])
})

/** A tileset of one long diagonal: a tile of each zoom, the one of zoom 9 heavy. */
const heavy = randomBytes(50_000)
let server: Server
let url = ''
let asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/tiles.json') {
      response.end(JSON.stringify({ tiles: [`${url}/tiles/{z}/{x}/{y}`] }))
      return
    }
    if (request.url === '/collections/province') {
      // Around the one tile of zoom 9 that the diagonal crosses: 35.86 to 36.56 east, 33.72 to 34.31 south.
      response.end(JSON.stringify({ extent: { spatial: { bbox: [[36, -34.2, 36.4, -33.8]] } } }))
      return
    }
    const [z, x, y] = (request.url ?? '').split('/').slice(2).map(Number)
    if (x !== y || x !== Math.floor(2 ** Number(z) * 0.6)) {
      response.writeHead(204).end()
      return
    }
    const body = gzipSync(z === 9 ? heavy : 'light')
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address === 'object' && address) url = `http://127.0.0.1:${address.port}`
})

afterAll(async () => {
  keepAlive.destroy()
  await new Promise((closed) => server.close(closed))
})

test('the walk opens children of filled tiles only, and finds the largest tile as it was sent', async () => {
  asked = []
  const { largest, typical, answers } = await walkTiles(url)
  expect(largest.name).toBe('9/307/307')
  expect(typical.bytes).toBeLessThan(100)
  expect(answers.map(({ value }) => value).slice(0, 4)).toEqual(['50.0 kB', '50.0 kB', '0.0 kB', '15'])
  expect(new Set(asked).size).toBe(asked.length)
  expect(asked.length).toBeLessThan(450)
})

test('the load generator counts whole answers, and nothing but this machine is asked', async () => {
  const [answer] = await measureTileThroughput(toTile(url), process.pid, null, 300)
  expect(Number(answer?.value)).toBeGreaterThan(0)
  await expect(measureTileThroughput(toTile('http://192.0.2.1'), process.pid, null)).rejects.toThrow(
    'only this machine',
  )
})

function toTile(host: string): SentTile {
  return { zoom: 9, name: '9/307/307', address: `${host}/tiles/9/307/307`, bytes: 50_000 }
}
