/** S-5: the pack that a browser makes and proves, what interrupts it, and a disk that is full. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Story } from '../../server/domain/story.ts'
import { machines, visitAtlas, visitPage } from './harness/open-page.ts'
import { serveAtlas } from './harness/serve-atlas.ts'

const { id: storyId, scenes } = JSON.parse(
  await readFile(resolve(import.meta.dirname, '../show/stories/cuc-tang-truong-moi.json'), 'utf8'),
) as Story

const make = (page: Page) => page.getByRole('button', { name: 'Make the pack and prove it' })
const goOn = (page: Page) => page.getByRole('button', { name: 'Go on' })
const fetched = async (page: Page) => Number(await page.locator('.pack progress').getAttribute('value'))
/** A worker that is there already makes the test the shorter. */
const isKept = (page: Page) =>
  page.locator('html[data-offline="ready"]').waitFor({ state: 'attached', timeout: 60_000 })

describe('S-5 the offline pack', () => {
  it('is made and proves itself in two actions: every scene, 0 requests, 0 errors, and the server is gone', async () => {
    const atlas = await serveAtlas({ LOG_LEVEL: 'silent' })
    try {
      const options = { path: '/#v=1&lang=en', machine: machines.small, serviceWorkers: 'allow' } as const
      // A server that has too much to do says 503 and is asked again; nothing else may go wrong.
      await visitPage(atlas.url, { ...options, expectedComplaint: /\b503\b/ }, async ({ page }) => {
        await page.getByRole('button', { name: 'Show', exact: true }).click()
        await make(page).click({ timeout: 60_000 })
        await page.getByText('Proving it: the network is blocked').waitFor({ timeout: 300_000 })
        await atlas.stop()
        const proof = page.locator('.pack-proof')
        await proof.waitFor({ timeout: 400_000 })
        expect(await page.locator('.pack-list').allTextContents()).toEqual([])
        expect(await proof.textContent()).toBe(`${scenes.length}/${scenes.length} scenes, 0 requests, 0 errors`)
        expect(await proof.getAttribute('data-whole')).toBe('true')
      })
    } finally {
      await atlas.stop()
    }
  }, 900_000)

  it('goes on where it stopped after the tab was closed, and after the network broke off', async () => {
    const atlas = await serveAtlas({ LOG_LEVEL: 'silent' })
    const { port } = new URL(atlas.url)
    let again = atlas
    try {
      await visitPage(
        atlas.url,
        {
          path: '/#v=1&lang=en&ui=show',
          machine: machines.small,
          serviceWorkers: 'allow',
          // A server that is stopping says 503 before it is gone.
          expectedComplaint: /CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|Failed to fetch|\b503\b/,
        },
        async ({ page, context }) => {
          await isKept(page)
          await make(page).click()
          await expect.poll(() => fetched(page), { timeout: 60_000 }).toBeGreaterThan(1000)
          await page.close()

          const next = await context.newPage()
          await next.goto(`${atlas.url}/#v=1&lang=en&ui=show`)
          await next.getByText('A pack was begun and not finished').waitFor({ timeout: 60_000 })
          await goOn(next).click()
          await next.locator('.pack progress').waitFor()
          const start = await fetched(next)
          expect(start).toBeGreaterThan(1000)
          await expect.poll(() => fetched(next), { timeout: 60_000 }).toBeGreaterThan(start + 300)

          await atlas.stop()
          await next.getByRole('alert').filter({ hasText: 'The network broke off.' }).waitFor({ timeout: 30_000 })
          again = await serveAtlas({ LOG_LEVEL: 'silent', PORT: port })
          await goOn(next).click()
          await next.locator('.pack progress').waitFor()
          expect(await fetched(next)).toBeGreaterThan(start + 300)
          await next.getByRole('button', { name: 'Stop' }).click()
          await next.getByText('Stopped.').waitFor()
          await next.getByRole('button', { name: 'Discard the pack' }).click()
          await next.getByText('The pack is discarded.').waitFor()
          await make(next).waitFor()
        },
      )
    } finally {
      await atlas.stop()
      await again.stop()
    }
  }, 240_000)

  it('on a full disk says so, keeps what it has, and the show goes on', async () => {
    await visitAtlas(
      { path: '/#v=1&lang=en&ui=show', machine: machines.small, serviceWorkers: 'allow' },
      async ({ page, context }) => {
        await isKept(page)
        await page.getByRole('button', { name: 'No network?' }).click()
        await expect
          .poll(() => page.locator('#pack-title').evaluate((title) => title.getBoundingClientRect().bottom))
          .toBeLessThan(machines.small.height)
        expect(await page.locator('main').evaluate((main) => main.scrollTop)).toBe(0)
        const devtools = await context.newCDPSession(page)
        const { usage } = await page.evaluate(() => navigator.storage.estimate())
        await devtools.send('Storage.overrideQuotaForOrigin', {
          origin: new URL(page.url()).origin,
          quotaSize: (usage ?? 0) + 1_000_000,
        })
        await make(page).click()
        const told = page.getByRole('alert').filter({ hasText: 'share of it is full' })
        await told.waitFor({ timeout: 60_000 })
        expect(await told.textContent()).toMatch(/\d.* of .*\d/)
        await page.getByText('A pack was begun and not finished').waitFor()

        await page.getByRole('button', { name: 'Start the show' }).click()
        for (const { id } of scenes.slice(0, 3)) {
          await page.locator(`.caption[data-scene="${id}"]`).waitFor()
          await page.locator('[data-show-state="settled"]').waitFor({ timeout: 30_000 })
          expect(await page.locator('.callout-gone, .stage-still, .toast').count(), id).toBe(0)
          await page.keyboard.press('PageDown')
        }
        expect(page.url()).toContain(storyId)
      },
    )
  }, 120_000)
})
