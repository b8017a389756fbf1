/** Machine D: the network is gone. After one visit the atlas is still the whole atlas. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { machines, visitPage } from './harness/open-page.ts'
import { serveAtlas, type ServedAtlas } from './harness/serve-atlas.ts'
import { countDrawnFeatures, waitForIdle } from './harness/wait-for-idle.ts'

let atlas: ServedAtlas
beforeAll(async () => {
  atlas = await serveAtlas({ LOG_LEVEL: 'silent' })
})
afterAll(() => atlas.stop())

const waitUntilKept = (page: Page) =>
  page.locator('html[data-offline="ready"]').waitFor({ state: 'attached', timeout: 40_000 })

describe('without a network, after one visit', () => {
  it('opens, draws the map, answers in every panel and finds by name', async () => {
    await visitPage(
      atlas.url,
      {
        path: '/#v=1&lang=en',
        machine: machines.small,
        serviceWorkers: 'allow',
        // Finer tiles than those of the base set: the map enlarges what it has.
        expectedComplaint: /404: .*\/tiles\/|status of 404|DISCONNECTED(?:: .*\/(?:pack|embed))?$/,
      },
      async ({ page, context }) => {
        await waitUntilKept(page)
        await context.setOffline(true)
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
      },
    )
  })

  it('draws a place that was never looked at, from the coarser tiles it has', async () => {
    await visitPage(
      atlas.url,
      { path: '/#v=1&lang=vi', machine: machines.small, serviceWorkers: 'allow', expectedComplaint: /404/ },
      async ({ page, context }) => {
        await waitUntilKept(page)
        await context.setOffline(true)
        await page.goto(`${atlas.url}/?from=offline#v=1&lang=vi&m=13.5/19.42/105.78`)
        await waitForIdle(page)
        expect(await countDrawnFeatures(page, ['base/land'])).toBeGreaterThan(0)
        expect(await countDrawnFeatures(page, ['zones/fill'])).toBeGreaterThan(0)
        expect(await page.locator('.toast').count()).toBe(0)
      },
    )
  })

  it('says so where a document beside the atlas is asked for', async () => {
    await visitPage(
      atlas.url,
      {
        path: '/#v=1&lang=vi',
        machine: machines.small,
        serviceWorkers: 'allow',
        expectedComplaint: /503|INTERNET_DISCONNECTED.*collections/,
      },
      async ({ page, context }) => {
        await waitUntilKept(page)
        await context.setOffline(true)
        await page.goto(`${atlas.url}/collections?f=html`)
        expect(await page.locator('h1').textContent()).toBe('Không có mạng')
        await page.getByRole('link', { name: 'Open the atlas' }).click()
        await waitForIdle(page)
      },
    )
  })
})

it('can be installed: manifest and icons are there and are what they say', async () => {
  const manifest = (await (await fetch(`${atlas.url}/manifest.webmanifest`)).json()) as {
    name: string
    icons: { src: string; type: string; sizes: string }[]
  }
  expect(manifest.name).toContain('Thanh Hóa')
  for (const { src, type } of manifest.icons) {
    const icon = await fetch(new URL(src, `${atlas.url}/manifest.webmanifest`))
    expect(icon.status, src).toBe(200)
    expect(icon.headers.get('content-type'), src).toContain(type)
  }
  const worker = await fetch(`${atlas.url}/sw.js`)
  expect(worker.headers.get('cache-control')).toContain('no-cache')
  expect(worker.headers.get('content-type')).toContain('javascript')
})
