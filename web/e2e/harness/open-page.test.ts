/** Does the harness see what it is there to see? It is shown small pages of its own, not the atlas. */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAccessibilityProblems } from './find-accessibility-problems.ts'
import { machines, visitPage } from './open-page.ts'
import { countDrawnFeatures, waitForIdle } from './wait-for-idle.ts'

const engine = resolve(import.meta.dirname, '../../../node_modules/maplibre-gl/dist')

const pages: Record<string, string> = {
  '/calm':
    '<!doctype html><meta name="viewport" content="width=device-width"><title>calm</title><link rel="icon" href="data:,">',
  '/nameless-button':
    '<!doctype html><html lang="en"><title>nameless</title><link rel="icon" href="data:,"><main><button></button></main></html>',
  '/console-error': '<!doctype html><link rel="icon" href="data:,"><script>console.error("broken sail")</script>',
  '/uncaught': '<!doctype html><link rel="icon" href="data:,"><script>throw new Error("lost anchor")</script>',
  '/missing': '<!doctype html><link rel="icon" href="data:,"><img src="/no-such-picture.png" alt="">',
  '/other-host': '<!doctype html><link rel="icon" href="data:,"><img src="http://example.test/picture.png" alt="">',
  '/map': `<!doctype html><link rel="icon" href="data:,"><div id="map" data-map-state="busy" style="width:800px;height:600px"></div>
<script type="module">
import { Map, setWorkerUrl } from '/engine/maplibre-gl.mjs'
setWorkerUrl('/engine/maplibre-gl-worker.mjs')
const square = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[-50, -30], [50, -30], [50, 30], [-50, 30], [-50, -30]]] } }
const map = new Map({ container: 'map', center: [0, 0], zoom: 1, fadeDuration: 0, style: {
  version: 8,
  sources: { square: { type: 'geojson', data: square } },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': '#0000ff' } },
    { id: 'square', type: 'fill', source: 'square', paint: { 'fill-color': '#ff0000' } },
  ],
} })
map.on('idle', () => { document.getElementById('map').dataset.mapState = 'idle' })
window.atlas = { map }
</script>`,
}

let server: Server
let url = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/'
    const page = pages[path]
    if (page !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
    } else if (/^\/engine\/[\w-]+\.mjs$/.test(path)) {
      void readFile(resolve(engine, path.slice('/engine/'.length))).then(
        (code) => response.setHeader('content-type', 'text/javascript').end(code),
        () => response.writeHead(404).end(),
      )
    } else response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address === 'object' && address) url = `http://127.0.0.1:${address.port}`
})

afterAll(async () => {
  await new Promise((closed) => server.close(closed))
})

test('the browser draws a map with WebGL 2, and its features can be counted when it is idle', async () => {
  await visitPage(url, { path: '/map', machine: machines.small }, async ({ page, hosts }) => {
    await waitForIdle(page)
    expect(await countDrawnFeatures(page)).toBeGreaterThan(0)
    expect(await countDrawnFeatures(page, ['square'])).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2')?.constructor.name)).toBe(
      'WebGL2RenderingContext',
    )
    expect([...hosts]).toEqual([new URL(url).host])
  })
})

test('a calm page has nothing to complain of', async () => {
  await visitPage(url, { path: '/calm' }, async ({ page, complaints }) => {
    expect(await page.title()).toBe('calm')
    expect(complaints).toEqual([])
  })
})

test.each([
  ['/console-error', 'broken sail'],
  ['/uncaught', 'lost anchor'],
  ['/missing', '404'],
  ['/other-host', 'other host: http://example.test/picture.png'],
])('a visit to %s fails with “%s”', async (path, complaint) => {
  const visit = visitPage(url, { path }, async ({ page }) => {
    await page.waitForLoadState('networkidle')
  })
  await expect(visit).rejects.toThrow(complaint)
})

test('a button without a name is an accessibility problem, and is named', async () => {
  await visitPage(url, { path: '/nameless-button' }, async ({ page }) => {
    expect(await findAccessibilityProblems(page)).toEqual([expect.stringMatching(/^button-name: .*\(button\)$/)])
  })
})

test('a complaint that the test brings about on purpose is let pass', async () => {
  await visitPage(url, { path: '/missing', expectedComplaint: /no-such-picture|404/ }, async ({ page }) => {
    await page.waitForLoadState('networkidle')
  })
})

test('the phone is a touch screen of 360 × 800 in the language asked for', async () => {
  await visitPage(url, { path: '/calm', machine: machines.phone, locale: 'en-GB' }, async ({ page }) => {
    const seen = await page.evaluate(() => [innerWidth, innerHeight, navigator.maxTouchPoints > 0, navigator.language])
    expect(seen).toEqual([360, 800, true, 'en-GB'])
  })
})
