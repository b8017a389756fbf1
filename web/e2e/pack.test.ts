/** S-5 and machine D: a pack that proves itself, and a folder that any file server can send. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { execFile } from 'node:child_process'
import { join, normalize, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { machines, visitPage } from './harness/open-page.ts'
import { serveAtlas, type ServedAtlas } from './harness/serve-atlas.ts'
import { countDrawnFeatures, waitForIdle } from './harness/wait-for-idle.ts'

const root = resolve(import.meta.dirname, '../..')

let atlas: ServedAtlas
beforeAll(async () => {
  atlas = await serveAtlas({ LOG_LEVEL: 'silent' })
})
afterAll(() => atlas.stop())

describe('S-5: the offline pack', () => {
  it('is made and proves itself in two actions: every scene, 0 requests, 0 errors; and again with the network gone', async () => {
    await visitPage(
      atlas.url,
      { path: '/#v=1&lang=en', machine: machines.laptop, serviceWorkers: 'allow' },
      async ({ page, context }) => {
        await page.getByRole('tab', { name: 'Sources' }).click()
        await page.getByRole('button', { name: 'Make the pack and prove it' }).click({ timeout: 40_000 })
        const proof = page.locator('.pack-proof')
        await proof.waitFor({ timeout: 400_000 })
        expect(await page.locator('.pack-list').allTextContents()).toEqual([])
        expect(await proof.textContent()).toMatch(/^(\d+)\/\1 scenes, 0 requests, 0 errors$/)
        expect(await proof.getAttribute('data-whole')).toBe('true')

        await context.setOffline(true)
        await page.getByRole('button', { name: 'Prove it again' }).click()
        await proof.waitFor({ state: 'detached' })
        await proof.waitFor({ timeout: 400_000 })
        expect(await proof.textContent()).toMatch(/^(\d+)\/\1 scenes, 0 requests, 0 errors$/)
      },
    )
  }, 900_000)

  it('that was interrupted says how far it came, goes on or is discarded', async () => {
    await visitPage(
      atlas.url,
      {
        path: '/#v=1&lang=en&tab=about',
        machine: machines.small,
        serviceWorkers: 'allow',
        expectedComplaint: /INTERNET_DISCONNECTED|Failed to fetch/,
      },
      async ({ page, context }) => {
        const make = page.getByRole('button', { name: 'Make the pack and prove it' })
        await make.waitFor({ timeout: 40_000 })
        await page.locator('html[data-offline="ready"]').waitFor({ state: 'attached', timeout: 40_000 })
        await make.click()
        await page.locator('.pack progress').waitFor()
        await expect.poll(() => page.locator('.pack progress').getAttribute('value').then(Number)).toBeGreaterThan(300)
        await context.setOffline(true)
        await page.getByText('The network broke off.').waitFor()
        await page.reload()
        await page.getByText('A pack was begun and not finished').waitFor()
        await page.getByRole('button', { name: 'Discard the pack' }).waitFor()
        await context.setOffline(false)
        await page.getByRole('button', { name: 'Go on' }).click()
        await page.locator('.pack progress').waitFor()
        expect(Number(await page.locator('.pack progress').getAttribute('value'))).toBeGreaterThan(300)
        await page.getByRole('button', { name: 'Stop' }).click()
        await page.getByText('Stopped.').waitFor()
        await page.getByRole('button', { name: 'Discard the pack' }).click()
        await page.getByText('The pack is discarded.').waitFor()
      },
    )
  }, 180_000)

  it('on a full disk says so and keeps what it has', async () => {
    await visitPage(
      atlas.url,
      { path: '/#v=1&lang=en&tab=about', machine: machines.small, serviceWorkers: 'allow' },
      async ({ page }) => {
        await page.locator('html[data-offline="ready"]').waitFor({ state: 'attached', timeout: 40_000 })
        await page.evaluate(() => {
          Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
        })
        await page.getByRole('button', { name: 'Make the pack and prove it' }).click()
        await page.getByText('The disk or the browser’s share of it is full').waitFor()
      },
    )
  })

  it('where the browser keeps nothing, says why and offers the folder', async () => {
    await visitPage(
      atlas.url,
      { path: '/#v=1&lang=vi&tab=about', machine: machines.small, serviceWorkers: 'allow' },
      async ({ page }) => {
        await page.addInitScript(() => {
          // As on http in a local network.
          Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
        })
        await page.reload()
        await page.getByText('cần https hoặc localhost').waitFor()
        expect(await page.locator('.pack').textContent()).toMatch(/npm run pack|Tải thư mục/)
      },
    )
  })
})

describe('a new version', () => {
  it('is offered while one reads, waits during a show, and is loaded only when asked for', async () => {
    await visitPage(
      atlas.url,
      { path: '/#v=1&lang=en', machine: machines.small, serviceWorkers: 'allow', expectedComplaint: /404/ },
      async ({ page, context }) => {
        await page.locator('html[data-offline="ready"]').waitFor({ state: 'attached', timeout: 40_000 })
        // The same worker with one more word is another version.
        await context.route('**/sw.js', async (route) => {
          const response = await route.fetch()
          await route.fulfill({ response, body: `${await response.text()}\n// another version` })
        })
        await page.goto(`${atlas.url}/?again#v=1&lang=en&show=no-story:no-scene`)
        const registration = page.evaluate(async () => {
          const ready = await navigator.serviceWorker.ready
          await ready.update()
          while (!ready.waiting) await new Promise((wake) => setTimeout(wake, 50))
          return true
        })
        expect(await registration).toBe(true)
        await page.waitForTimeout(1500)
        expect(await page.locator('.update-offer').count()).toBe(0)
        await page.evaluate(() => {
          window.location.hash = '#v=1&lang=en'
        })
        await page.locator('.update-offer').waitFor()
        expect(await page.locator('.update-offer').textContent()).toContain('A new version of the atlas is ready.')
        await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Load it' }).click()])
        await waitForIdle(page)
        expect(await page.locator('.update-offer').count()).toBe(0)
      },
    )
  })
})

describe('the folder of `npm run pack`', () => {
  let bare: Server
  let url = ''
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/make-pack.ts'], { cwd: root })
    bare = createServer(
      (request, response) => void sendFile(join(root, 'dist/pack/site'), request.url ?? '/', response),
    )
    await new Promise<void>((listening) => bare.listen(0, '127.0.0.1', listening))
    url = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
  }, 180_000)
  afterAll(() => new Promise((closed) => bare.close(closed)))

  it('plays from a server that only has files: map, panels, cards, search', async () => {
    await visitPage(url, { path: '/#v=1&lang=en', machine: machines.laptop }, async ({ page, hosts }) => {
      await waitForIdle(page)
      for (const layer of ['base/land', 'corridors/core', 'zones/fill', 'parks/badge'])
        expect(await countDrawnFeatures(page, [layer]), layer).toBeGreaterThan(0)
      await expect.poll(() => page.locator('.summary').textContent()).toContain('161,225')
      for (const name of await page.getByRole('tab').allTextContents()) {
        await page.getByRole('tab', { name, exact: true }).click()
        await expect.poll(() => page.locator('.panel-body').textContent()).not.toMatch(/^Loading/)
        expect(await page.locator('.panel-body .problem').count(), name).toBe(0)
      }
      await page.locator('#search').fill('bim son')
      await page.locator('[role="option"]').first().click()
      await page.locator('.card h2').waitFor()
      expect(await page.locator('.card .problem').count()).toBe(0)
      expect(hosts.size).toBe(1)
    })
  })

  it('says of what it does not hold that it does not hold it', async () => {
    await visitPage(
      url,
      { path: '/#v=1&lang=en&tab=coverage&sel=park:no-such-park', machine: machines.small, expectedComplaint: /404/ },
      async ({ page }) => {
        await expect.poll(() => page.locator('.card').textContent()).toContain('no-such-park')
      },
    )
  })

  it('is what the atlas server sends at /pack.zip', async () => {
    const info = (await (await fetch(`${atlas.url}/pack`)).json()) as { bytes: number; isCurrent: boolean }
    expect(info.isCurrent).toBe(true)
    const zip = await (await fetch(`${atlas.url}/pack.zip`)).arrayBuffer()
    expect(zip.byteLength).toBe(info.bytes)
    expect(Buffer.from(zip.slice(0, 2)).toString()).toBe('PK')
  })
})

/** As bare as a file server gets: a type where a browser insists on one, nothing else. */
async function sendFile(folder: string, address: string, response: import('node:http').ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(address, 'http://here').pathname)
  const file = join(folder, normalize(path === '/' ? '/index.html' : path))
  const isThere = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
  if (!isThere) return void response.writeHead(404).end()
  const type = [
    ['.html', 'text/html'],
    ['js', 'text/javascript'],
    ['.css', 'text/css'],
    ['.wasm', 'application/wasm'],
    ['.svg', 'image/svg+xml'],
  ].find(([ending]) => file.endsWith(ending ?? ''))
  if (type?.[1]) response.setHeader('content-type', type[1])
  createReadStream(file).pipe(response)
}
