/** The atlas in a frame of another page: allowed and refused, and what the two say to each other. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './harness/launch-browser.ts'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { serveAtlas, type ServedAtlas } from './harness/serve-atlas.ts'
import { waitForIdle } from './harness/wait-for-idle.ts'

const hostPage = (
  atlas: string,
) => `<!doctype html><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">
<iframe id="atlas" title="atlas" width="760" height="520" src="${atlas}/#v=1&lang=en&ui=embed"></iframe>
<script>
window.heard = []
addEventListener('message', (event) => window.heard.push({ origin: event.origin, ...event.data }))
window.say = (message) => document.getElementById('atlas').contentWindow.postMessage({ atlas: 1, ...message }, '*')
</script>`

interface Heard {
  origin: string
  event: string
  reason?: string
  feature?: string | null
  view?: { longitude: number; latitude: number; zoom: number }
}
type HostWindow = typeof globalThis & { heard: Heard[]; say: (message: object) => void }

let host: Server
let hostUrl = ''
let open: ServedAtlas
let shut: ServedAtlas
beforeAll(async () => {
  host = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(hostPage(request.url === '/shut' ? shut.url : open.url))
  })
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening))
  hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  open = await serveAtlas({ LOG_LEVEL: 'silent', EMBED_ORIGINS: hostUrl })
  shut = await serveAtlas({ LOG_LEVEL: 'silent' })
})
afterAll(async () => {
  await Promise.all([open.stop(), shut.stop(), new Promise((closed) => host.close(closed))])
})

describe('a page on another origin', () => {
  it('that is allowed moves the map, selects, and hears of it; what it says wrong is refused in words', async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 800, height: 600 }, serviceWorkers: 'block' })
      page.setDefaultTimeout(20_000)
      await page.goto(hostUrl)
      const heard = (event: string) =>
        page.evaluate((name) => (globalThis as HostWindow).heard.filter((one) => one.event === name), event)
      const say = (message: object) => page.evaluate((told) => (globalThis as HostWindow).say(told), message)
      await expect.poll(async () => (await heard('ready')).length, { timeout: 30_000 }).toBeGreaterThan(0)
      expect((await heard('ready'))[0]?.origin).toBe(open.url)

      const frame = page.frameLocator('#atlas')
      expect(await frame.locator('.embed').textContent()).toContain('6 economic corridors')
      for (const part of ['.panel', '.top-bar', '.map-controls'])
        expect(await frame.locator(part).isVisible()).toBe(false)
      expect(await frame.locator('.attribution').isVisible()).toBe(true)

      await say({ do: 'view', longitude: 105.78, latitude: 19.42, zoom: 11.5, milliseconds: 0 })
      await expect
        .poll(async () => (await heard('viewchange')).some(({ view }) => Math.abs((view?.zoom ?? 0) - 11.5) < 0.01))
        .toBe(true)
      await say({ do: 'select', feature: 'park:bim-son' })
      await expect.poll(async () => (await heard('select')).at(-1)?.feature).toBe('park:bim-son')
      await say({ do: 'select', feature: null })
      await expect.poll(async () => (await heard('select')).at(-1)?.feature).toBe(null)

      const refused = async (word: string) => {
        await expect.poll(async () => (await heard('refused')).at(-1)?.reason).toContain(word)
      }
      await say({ do: 'phase', phase: 2024 })
      await refused('2021, 2025, 2030')
      await say({ do: 'select', feature: 'park:no-such-park' })
      await refused('no-such-park')
      await say({ do: 'select', feature: 'castle:bim-son' })
      await refused('castle')
      await say({ do: 'layers', shown: ['units', 'no-such-layer'] })
      await refused('no-such-layer')
      expect((await heard('select')).at(-1)?.feature, 'what was refused is not done').toBe(null)

      await say({ do: 'hello' })
      await expect.poll(async () => (await heard('ready')).length).toBeGreaterThan(1)
      const inside = page.frames().find((one) => one.url().startsWith(open.url)) ?? expect.fail('there is no frame')
      await say({ do: 'layers', shown: ['units'], hidden: ['corridors'] })
      await expect.poll(() => decodeURIComponent(inside.url())).toContain('l=+units,-corridors')
      await expect.poll(() => frame.locator('.embed').textContent()).not.toContain('economic corridors')
      await say({ do: 'layers' })
      await expect.poll(() => decodeURIComponent(inside.url())).not.toContain('units')
      await say({ do: 'phase', phase: 2030 })
      await expect.poll(() => inside.url()).toContain('p=2030')
      await say({ do: 'language', language: 'vi' })
      await expect.poll(() => frame.locator('.embed').textContent()).toContain('hành lang kinh tế')
    } finally {
      await browser.close()
    }
  })

  it('that is not allowed gets no frame', async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 800, height: 600 }, serviceWorkers: 'block' })
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      await page.goto(`${hostUrl}/shut`)
      await expect.poll(() => said.join('\n')).toMatch(/frame-ancestors|X-Frame-Options/)
      expect(await page.frameLocator('#atlas').locator('.map').count()).toBe(0)
      expect(await page.evaluate(() => (globalThis as HostWindow).heard)).toEqual([])
    } finally {
      await browser.close()
    }
  })
})

describe('the embedded look', () => {
  it('is the map, its legend and its credits, and nothing serious stands in anybody’s way', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi&ui=embed', machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      await page.locator('.embed').waitFor()
      expect(await page.locator('.panel').isVisible()).toBe(false)
      expect(await findAccessibilityProblems(page)).toEqual([])
    })
  })

  it('is written into a snippet from the present view', async () => {
    await visitAtlas(
      { path: '/#v=1&lang=en&tab=about&p=2030&sel=park:bim-son', machine: machines.laptop },
      async ({ page }) => {
        const snippet = page.getByRole('textbox', { name: 'HTML for another page' })
        await expect.poll(() => snippet.inputValue()).toContain('ui=embed')
        const value = await snippet.inputValue()
        expect(value).toContain('p=2030')
        expect(value).toContain('sel=park:bim-son')
        expect(value).not.toContain('tab=about')
        await page.getByText('This server lets no other site show the atlas yet.').waitFor()
      },
    )
  })
})
