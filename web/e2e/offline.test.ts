/** Machine D: the network is gone. After one visit the atlas is still the whole atlas. */
import { describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { visitThenLoseServer } from './harness/lose-server.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

const address = (page: Page) => new URL(page.url()).origin
describe('without a network, after one visit', () => {
  it('opens, draws the map, answers in every panel and finds by name', async () => {
    await visitThenLoseServer({ path: '/#v=1&lang=en' }, async (page) => {
      await page.reload()
      await waitForIdle(page)
      for (const layer of ['base/land', 'corridors/core', 'zones/fill', 'parks/badge'])
        expect(await countDrawnFeatures(page, [layer]), layer).toBeGreaterThan(0)
      await expect.poll(() => page.locator('.summary').textContent()).toContain('161,225')

      const panels = page.getByRole('tab')
      for (const name of await panels.allTextContents()) {
        await page.getByRole('tab', { name, exact: true }).click()
        await page.locator('.panel-body > *').first().waitFor()
        await expect.poll(() => page.locator('.panel-body').textContent()).not.toMatch(/Loading/)
        expect(await page.locator('.panel-body .problem').count(), name).toBe(0)
      }

      await page.locator('#search').fill('hanh lang ven bien')
      await page.locator('[role="option"]').first().click()
      await page.locator('.card h2').waitFor()
      expect(await page.locator('.card .problem').count()).toBe(0)
    })
  })

  it('draws a place that was never looked at, from the coarser tiles it has', async () => {
    await visitThenLoseServer({ path: '/#v=1&lang=vi' }, async (page) => {
      await page.goto(`${address(page)}/?from=offline#v=1&lang=vi&m=13.5/19.42/105.78`)
      await waitForIdle(page)
      for (const layer of ['base/land', 'zones/fill'])
        await expect.poll(() => countDrawnFeatures(page, [layer]), { message: layer }).toBeGreaterThan(0)
      expect(await page.locator('.toast').count()).toBe(0)
    })
  })

  it('says so where a document beside the atlas is asked for', async () => {
    await visitThenLoseServer({ path: '/#v=1&lang=vi' }, async (page) => {
      await page.goto(`${address(page)}/collections?f=html`)
      expect(await page.locator('h1').textContent()).toBe('Không có mạng')
      await page.getByRole('link', { name: 'Open the atlas' }).click()
      await waitForIdle(page)
    })
  })
})

it('a server lost before anything was kept is told in words, and what is on the screen stays', async () => {
  const visit = { path: '/#v=1&lang=en', serviceWorkers: 'block' } as const
  await visitThenLoseServer(
    visit,
    async (page) => {
      await page.getByRole('tab', { name: 'Figures' }).click()
      const problem = page.locator('.panel-body .problem')
      await expect.poll(() => problem.textContent()).toContain('did not arrive')
      await problem.getByRole('button', { name: 'Reload the page' }).click()
      await expect.poll(() => problem.textContent()).toContain('cannot be reached')
      await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.jumpTo({ center: [105.2, 20.1], zoom: 12 }))
      await page.getByRole('alert').filter({ hasText: 'Part of the map' }).waitFor()
      await page.getByRole('tab', { name: 'Map' }).click()
      await expect.poll(() => page.locator('.summary').textContent()).toContain('161,225')
    },
    false,
  )
})

it('a part that did not arrive is there after a reload, in the same panel', async () => {
  await visitAtlas(
    { path: '/#v=1&lang=en', machine: machines.small, expectedComplaint: /FAILED|Failed to fetch/ },
    async ({ page }) => {
      await page.route('**/assets/FiguresPanel-*.js', (route) => route.abort())
      await page.getByRole('tab', { name: 'Figures' }).click()
      await page.locator('.panel-body .problem').waitFor()
      await page.unroute('**/assets/FiguresPanel-*.js')
      await page.getByRole('button', { name: 'Reload the page' }).first().click()
      await page.locator('.figures').first().waitFor()
      expect(await page.locator('.panel-body .problem').count()).toBe(0)
    },
  )
})

it('can be installed: manifest and icons are there and are what they say', async () => {
  const manifest = (await (await fetch(`${inject('atlasUrl')}/manifest.webmanifest`)).json()) as {
    name: string
    icons: { src: string; type: string; sizes: string }[]
  }
  expect(manifest.name).toContain('Thanh Hóa')
  for (const { src, type } of manifest.icons) {
    const icon = await fetch(new URL(src, `${inject('atlasUrl')}/manifest.webmanifest`))
    expect(icon.status, src).toBe(200)
    expect(icon.headers.get('content-type'), src).toContain(type)
  }
  const worker = await fetch(`${inject('atlasUrl')}/sw.js`)
  expect(worker.headers.get('cache-control')).toContain('no-cache')
  expect(worker.headers.get('content-type')).toContain('javascript')
})
