/** P-9: go to a place by its numbers, and read the numbers under the pointer. */
import { describe, expect, it } from 'vitest'
import { toVn2000 } from '../../server/analysis/vn2000.ts'
import { visitAtlas } from './harness/open-page.ts'
import { waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

describe.each([
  { language: 'vi', ask: /có thể thuộc các hệ/, plain: (text: string) => text.replaceAll('.', '').replace(',', '.') },
  { language: 'en', ask: /can be in these systems/, plain: (text: string) => text.replaceAll(',', '') },
])('P-9 go to `2191076.7, 581102.2` ($language)', ({ language, ask, plain }) => {
  it.each(['2191076.7, 581102.2', '581102.2, 2191076.7'])(
    '%s: asked which grid, both systems shown, there in one action, back within a centimetre',
    async (typed) => {
      await visitAtlas({ path: `/#v=1&lang=${language}` }, async ({ page }) => {
        await waitForIdle(page)
        await page.locator('#search').fill(typed)
        const options = page.locator('.search-result').filter({ hasText: 'EPSG' })
        await expect.poll(() => options.count()).toBe(2)
        expect(await page.locator('.search-ask').textContent()).toMatch(ask)
        const text = (await options.first().textContent()) ?? ''
        expect(text).toContain('EPSG:5897')
        expect(await options.last().textContent()).toContain('EPSG:3405')
        const [, latitude = '', longitude = ''] = /WGS 84 ([\d.,]+)°, ([\d.,]+)°/.exec(text) ?? []
        const degrees = [longitude, latitude].map((part) => Number(part.replace(',', '.')))
        const [east, north] = toVn2000('EPSG:5897', degrees)
        expect(Math.hypot(east - 581102.2, north - 2191076.7)).toBeLessThan(0.01)

        await page.keyboard.press('Enter')
        await waitForIdle(page)
        const centre = await page.evaluate(() => {
          const { map } = (globalThis as AtlasWindow).atlas
          const pin = document.querySelector('.maplibregl-marker')?.getBoundingClientRect()
          return { zoom: map.getZoom(), hasPin: pin !== undefined }
        })
        expect(centre.hasPin).toBe(true)
        expect(centre.zoom).toBeGreaterThan(11)
      })
    },
  )

  it('degrees and degrees with minutes are told in VN-2000 as well', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}` }, async ({ page }) => {
      await waitForIdle(page)
      for (const typed of ['19.807 105.776', `19°48'25.2"N 105°46'33.6"E`]) {
        await page.locator('#search').fill(typed)
        const option = page.getByRole('option').first()
        await expect.poll(() => option.textContent()).toContain('EPSG:5897')
        const [, north = '', east = ''] = /N ([\d.,]+)\s+E ([\d.,]+)/.exec((await option.textContent()) ?? '') ?? []
        // The golden table of cs2cs.
        expect(Number(plain(north))).toBeCloseTo(2191076.73, 1)
        expect(Number(plain(east))).toBeCloseTo(581102.24, 1)
      }
    })
  })

  it('the pointer’s position is read in the system chosen by pressing', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&m=10/19.807/105.776` }, async ({ page }) => {
      await waitForIdle(page)
      const readout = page.locator('.pointer-readout')
      await readout.waitFor()
      await page.mouse.move(900, 400)
      await expect.poll(() => readout.textContent()).toMatch(/WGS 84\s?\d{2}[.,]\d{5}°/)
      await readout.click()
      await readout.click()
      const under = await page.evaluate(() => {
        const { map } = (
          globalThis as unknown as {
            atlas: { map: { unproject: (at: [number, number]) => { lng: number; lat: number } } }
          }
        ).atlas
        const { lng, lat } = map.unproject([950, 420])
        return [lng, lat]
      })
      await page.mouse.move(950, 420)
      const [east, north] = toVn2000('EPSG:5897', under)
      const read = async () => {
        const [, first = '', second = ''] =
          /EPSG:5897\s*N ([\d.,]+)\s+E ([\d.,]+)/.exec((await readout.textContent()) ?? '') ?? []
        return [first, second].map((part) => Number(part.replaceAll(/[.,]/g, '')))
      }
      await expect.poll(async () => Math.abs(((await read())[0] ?? 0) - north)).toBeLessThan(2)
      expect(Math.abs(((await read())[1] ?? 0) - east)).toBeLessThan(2)
    })
  })
})
