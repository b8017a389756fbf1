/**
 * S-5, the download: the folder of `npm run pack`, on a server that only has files.
 *
 * What is opened here is what a reader unpacks: the zip, served by a few lines that know of nothing but its files.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Story } from '../../server/domain/story.ts'
import { machines, visitPage, type Visit } from './harness/open-page.ts'

const root = resolve(import.meta.dirname, '../..')
const story = JSON.parse(
  await readFile(resolve(import.meta.dirname, '../show/stories/cuc-tang-truong-moi.json'), 'utf8'),
) as Story

let place = ''
let server: Server | undefined
let url = ''
/** Addresses that no file answered. */
const missed: string[] = []

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'atlas-pack-'))
  const make = ['--import', 'tsx', 'scripts/make-pack.ts', join(place, 'pack')]
  await promisify(execFile)(process.execPath, make, { cwd: root })
  const files = unzipSync(await readFile(join(place, 'pack.zip')))
  const bare = createServer(({ url: address = '/' }, response) => {
    const { pathname } = new URL(address === '/' ? '/index.html' : address, 'http://here')
    const bytes = files[`thanh-hoa-atlas/site${decodeURIComponent(pathname)}`]
    if (!bytes) missed.push(address)
    response.writeHead(bytes ? 200 : 404, { 'content-type': types[extname(pathname)] ?? 'application/octet-stream' })
    response.end(bytes)
  })
  server = bare
  await new Promise<void>((listening) => bare.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
  // A crowded machine works out the answers of the folder as slowly as it does all else.
}, 600_000)
afterAll(async () => {
  server?.closeAllConnections()
  await new Promise((closed) => (server ? server.close(closed) : closed(null)))
  await rm(place, { recursive: true, force: true })
})

/** What a browser insists on, and nothing else. */
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
}

it('every scene of the story plays from files alone: nothing fails, nothing is missing, no other host is asked', async () => {
  const [first] = story.scenes
  await visitPage(
    url,
    { path: `/#v=1&lang=vi&ui=show&show=${story.id}:${first?.id}`, machine: machines.small },
    async ({ page, hosts, complaints }) => {
      for (const { id } of story.scenes) {
        if (id !== first?.id) await page.keyboard.press('PageDown')
        await page.locator(`.caption[data-scene="${id}"]`).waitFor()
        await page.locator('[data-show-state="settled"]').waitFor({ timeout: 30_000 })
        await page.locator('[data-map-state="idle"]').waitFor({ state: 'attached', timeout: 30_000 })
        expect(await page.locator('.callout-gone, .stage-still, .toast, .problem').count(), id).toBe(0)
        expect(complaints, id).toEqual([])
      }
      expect(missed).toEqual([])
      expect([...hosts]).toEqual([new URL(url).host])
    },
  )
}, 240_000)

describe('what a visitor meets there', () => {
  const visit = (hash: string, act: (visit: Visit) => Promise<void>) =>
    visitPage(url, { path: `/#v=1&${hash}`, machine: machines.laptop }, act)

  it('a reach that no file holds is worked out in the page', async () => {
    await visit('lang=en&tab=coverage&b=7300', async ({ page }) => {
      await expect.poll(() => page.locator('.panel-body').textContent(), { timeout: 40_000 }).toContain('against 5 km')
      expect(await page.locator('.problem').count()).toBe(0)
    })
  })

  it('distances and the areas within reach of a park are there; of a town the distances are, and a sentence', async () => {
    const openAreas = async (page: Page, distances: string, show: string) => {
      await page.locator('.card summary').filter({ hasText: distances }).click()
      await page.getByRole('button', { name: show }).click()
    }
    await visit('lang=en&sel=park:bim-son', async ({ page }) => {
      await openAreas(page, 'By road', 'Show what can be reached in 30, 60, 90 minutes')
      await page.locator('.travel-time table').waitFor()
    })
    await visit('lang=vi&sel=place:sam-son', async ({ page }) => {
      await openAreas(page, 'Đường bộ', 'Xem vùng đến được trong 30, 60, 90 phút')
      const told = page.locator('.travel-time .notice')
      expect(await told.textContent()).toBe('Bản đồ đóng gói không có kết quả này. Hãy hỏi ở bản đồ chạy trên máy chủ.')
      expect(await page.locator('.card table').first().textContent()).toContain('Hà Nội')
    })
  })

  it('a link says that it opens on this machine only, and no link leads to pages that only a server has', async () => {
    await visit('lang=en&tab=about', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-write'])
      await page.getByRole('button', { name: 'Share' }).click()
      await expect.poll(() => page.locator('.bar-told').textContent()).toContain('on this machine only')
      await page.getByText(/This is the packed atlas.* Outside the province the map is coarser/).waitFor()
      const own = await page
        .locator('a[href]')
        .evaluateAll(
          (links, here) =>
            links
              .map((link) => (link as HTMLAnchorElement).href)
              .filter((href) => href.startsWith(here) && !href.includes('#')),
          url,
        )
      expect(own).toEqual([])
    })
  })
})
