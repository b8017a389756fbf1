/** S-10: what the audience takes home, a PDF of the story made in the browser. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import jsQr from 'jsqr'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import type { Origin } from '../../server/domain/provenance.ts'
import type { Story } from '../../server/domain/story.ts'
import { openPdf, readShapes, readText, toPixels, OPS } from '../pdf/testing/read-pdf.ts'
import { visitThenLoseServer } from './harness/lose-server.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { waitForIdle } from './harness/wait-for-idle.ts'

const read = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(resolve(import.meta.dirname, '../..', path), 'utf8'))
const story = (await read('web/show/stories/cuc-tang-truong-moi.json')) as Story
const addresses = new Set(((await read('seeds/sources.json')) as Origin[]).map(({ address }) => address))

type Language = 'vi' | 'en' | 'ko'
const modes: Record<Language, [mode: string, handout: string]> = {
  vi: ['Trình chiếu', 'Tài liệu phát tay (PDF)'],
  en: ['Show', 'Handout (PDF)'],
  ko: ['발표', '유인물(PDF)'],
}

async function make(page: Page, language: Language) {
  const [, handout] = modes[language]
  const download = page.waitForEvent('download', { timeout: 120_000 })
  await page.getByRole('button', { name: handout, exact: true }).click()
  return openPdf(new Uint8Array(await readFile(await (await download).path())))
}

type Pdf = Awaited<ReturnType<typeof openPdf>>
const pagesOf = (file: Pdf) => Promise.all(Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1)))
const linksOf = async (page: Awaited<ReturnType<Pdf['getPage']>>) =>
  ((await page.getAnnotations()) as { url?: string }[]).flatMap(({ url }) => (url ? [decodeURI(url)] : []))
const hasPicture = async (page: Awaited<ReturnType<Pdf['getPage']>>) =>
  (await page.getOperatorList()).fnArray.includes(OPS.paintImageXObject)
/** Without spaces and line ends, which depend on where lines break. */
const bare = (text: string) => text.normalize('NFC').replace(/\s/g, '')

describe('S-10 the handout of the story', () => {
  it.each(['vi', 'en', 'ko'] as const)(
    'in two actions: a page a scene, links, a code at the end (%s)',
    async (language) => {
      await visitAtlas({ path: `/#v=1&lang=${language}`, machine: machines.small }, async ({ page }) => {
        await waitForIdle(page)
        await page.getByRole('button', { name: modes[language][0], exact: true }).click()
        const file = await make(page, language)
        expect(file.numPages).toBe(story.scenes.length + 1)
        expect((await file.getMetadata()).info).toMatchObject({ Title: story.title[language], Language: language })
        expect(await file.getOutline()).toHaveLength(story.scenes.length + 1)
        const sheets = await pagesOf(file)
        const home = inject('atlasUrl')
        for (const [index, scene] of story.scenes.entries()) {
          const sheet = sheets[index] ?? expect.fail(`no page ${index + 1}`)
          const text = bare(await readText(sheet))
          expect(text).toContain(bare(scene.texts.title[language] ?? ''))
          expect(text).toContain(bare(scene.texts.callout?.[language] ?? ''))
          expect(text).toContain(`${index + 1}/${story.scenes.length + 1}`)
          expect(await hasPicture(sheet), scene.id).toBe(true)
          const links = await linksOf(sheet)
          expect(links).toContain(`${home}/#v=1&lang=${language}&ui=show&show=${story.id}:${scene.id}`)
          for (const link of links.filter((one) => !one.startsWith(home)))
            expect(
              [...addresses].some((one) => one?.startsWith(link) || decodeURI(one ?? '') === link),
              link,
            ).toBe(true)
        }
        expect(bare((await Promise.all(sheets.map(readText))).join(''))).toMatch(/161[.,]225/)
        const last = sheets.at(-1) ?? expect.fail('no last page')
        const { pixels, size } = toPixels(await readShapes(last), '#1f2a2e')
        expect(await linksOf(last)).toContain('http://investinthanhhoa.gov.vn/')
        const code = jsQr(pixels, size, size)?.data
        expect(code).toBe(`${home}/#v=1&lang=${language}&ui=show&show=${story.id}:${story.scenes[0]?.id}`)
        await page.goto(code ?? '')
        await page.reload()
        await page.locator(`.caption[data-scene="${story.scenes[0]?.id}"]`).waitFor()
      })
    },
  )

  it('without WebGL and without a network, after one visit: the same pages with pictures and numbers', async () => {
    await visitThenLoseServer(
      {
        path: '/#v=1&lang=en&ui=show',
        expectedComplaint: /WebGL|CONNECTION_REFUSED|Failed to fetch|status of 404|^404: /i,
      },
      async (page) => {
        await page.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null
        })
        await page.reload()
        const file = await make(page, 'en')
        expect(file.numPages).toBe(story.scenes.length + 1)
        const sheets = await pagesOf(file)
        for (const [index, scene] of story.scenes.entries()) {
          const sheet = sheets[index] ?? expect.fail(`no page ${index + 1}`)
          expect(await hasPicture(sheet), scene.id).toBe(true)
        }
        expect(bare((await Promise.all(sheets.map(readText))).join(''))).toContain('161,225')
      },
    )
  })

  it('whose letters do not come says which and what to do', async () => {
    const asked = { path: '/#v=1&lang=ko', machine: machines.small, expectedComplaint: /ERR_FAILED/ }
    await visitAtlas(asked, async ({ page }) => {
      await waitForIdle(page)
      await page.getByRole('button', { name: modes.ko[0], exact: true }).click()
      await page.route(/noto-sans-kr-.*\.woff2/, (route) => route.abort())
      await page.getByRole('button', { name: modes.ko[1], exact: true }).click()
      await page.getByRole('status').filter({ hasText: '글꼴을 가져오지 못했습니다' }).waitFor({ timeout: 60_000 })
    })
  })

  it('a story of one’s own: the view drawn anew, its links open the map, and the work can be stopped', async () => {
    await visitAtlas({ path: '/#v=1&m=10/19.8/105.8&lang=en&ui=show', machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      await page.getByRole('button', { name: '+ Scene from this view' }).click()
      await page.locator('#scene-title').fill('A view of my own')
      const button = page.getByRole('button', { name: 'Handout (PDF)' })
      await button.click()
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      await button.waitFor()
      const file = await make(page, 'en')
      expect(file.numPages).toBe(2)
      const [first, last] = await pagesOf(file)
      if (!first || !last) expect.fail('no pages')
      expect(bare(await readText(first))).toContain(bare('A view of my own'))
      expect(await hasPicture(first)).toBe(true)
      expect((await linksOf(first))[0]).toMatch(/#v=1&m=10\/19\.8.*lang=en/)
      expect(bare(await readText(last))).toContain(bare('This story is kept in one browser only'))
    })
  })
})
