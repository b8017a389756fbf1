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
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Story } from '../../server/domain/story.ts'
import { machines, visitPage } from './harness/open-page.ts'

const root = resolve(import.meta.dirname, '../..')
const story = JSON.parse(
  await readFile(resolve(import.meta.dirname, '../show/stories/cuc-tang-truong-moi.json'), 'utf8'),
) as Story

let place = ''
let server: Server
let url = ''
/** Addresses that no file answered. */
const missed: string[] = []

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'atlas-pack-'))
  const make = ['--import', 'tsx', 'scripts/make-pack.ts', join(place, 'pack')]
  await promisify(execFile)(process.execPath, make, { cwd: root })
  const files = unzipSync(await readFile(join(place, 'pack.zip')))
  server = createServer(({ url: address = '/' }, response) => {
    const { pathname } = new URL(address === '/' ? '/index.html' : address, 'http://here')
    const bytes = files[`thanh-hoa-atlas/site${decodeURIComponent(pathname)}`]
    if (!bytes) missed.push(address)
    response.writeHead(bytes ? 200 : 404, { 'content-type': types[extname(pathname)] ?? 'application/octet-stream' })
    response.end(bytes)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}, 180_000)
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await rm(place, { recursive: true, force: true })
})

/** What a browser insists on, and nothing else. */
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
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
