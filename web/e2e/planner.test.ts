/** The planner's tasks (Quy hoạch), each as scripted, in both languages. */
import { describe, expect, it } from 'vitest'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

describe.each([
  { language: 'vi', length: /Chiều dài hình vẽ/, basis: /Sơ đồ/, sources: /Nguồn/ },
  { language: 'en', length: /Drawn length/, basis: /Schematic/, sources: /Sources/ },
])('P-1 find the coastal corridor ($language)', ({ language, length, basis, sources }) => {
  it('by typing `hanh lang ven bien`: selected, framed, card with length, sources and basis', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}`, machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      // Two actions: one typed query, one key.
      await page.locator('#search').fill('hanh lang ven bien')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')

      const card = page.locator('.card')
      await expect.poll(() => card.getByRole('heading', { level: 2 }).textContent()).toMatch(/ven biển|[Cc]oastal/)
      expect(await card.textContent()).toMatch(length)
      expect(await card.textContent()).toMatch(/km/)
      expect(await card.textContent()).toMatch(basis)
      expect(await card.textContent()).toMatch(sources)
      expect(page.url()).toContain('sel=corridor:ven-bien')

      await waitForIdle(page)
      // Framed: both ends of the corridor (Nga Tiến and Nghi Sơn port) are on the visible part of the map.
      const ends = await page.evaluate(() => {
        const { map } = (globalThis as AtlasWindow).atlas
        return [map.project([106.026, 20.0]), map.project([105.8145, 19.3149])].map(({ x, y }) => ({ x, y }))
      })
      for (const end of ends) {
        expect(end.x).toBeGreaterThan(390)
        expect(end.x).toBeLessThan(1366)
        expect(end.y).toBeGreaterThan(0)
        expect(end.y).toBeLessThan(768)
      }
      expect(await countDrawnFeatures(page, ['corridors/core'])).toBeGreaterThan(0)
    })
  })
})

describe.each([
  {
    language: 'vi',
    question: 'Từ đâu ra?',
    total: '161.225 ha',
    implied: /suy ra, không văn bản nào nêu/,
    nghiSon: '106.000 ha',
    naMeo: '49.880 ha',
    parks: '5.345 ha',
  },
  {
    language: 'en',
    question: 'Where from?',
    total: '161,225 ha',
    implied: /implied, no document states it/,
    nghiSon: '106,000 ha',
    naMeo: '49,880 ha',
    parks: '5,345 ha',
  },
])(
  'P-10 where does 161.225 ha come from ($language)',
  ({ language, question, total, implied, nghiSon, naMeo, parks }) => {
    it('in two actions: clause, sum of parts, stated against drawn, what is unknown', async () => {
      await visitAtlas({ path: `/#v=1&lang=${language}` }, async ({ page }) => {
        await page.getByRole('button', { name: question }).click()
        const panel = page.locator('.panel-body')
        await page.locator('.ledger-line').first().waitFor()
        const text = (await panel.textContent()) ?? ''
        expect(text).toContain(total)
        expect(text).toContain('II.2.1')
        for (const part of [nghiSon, naMeo, parks]) expect(text).toContain(part)
        expect(text).toMatch(implied)
        // The parts add up on the screen as they do in the programme.
        const sum = await page.locator('.ledger-sum').textContent()
        expect(sum).toContain(total)
        // Every park with its public areas, and “No data” where there is none.
        expect(await page.locator('.ledger-parks > li').count()).toBe(11)
        expect(await panel.locator('.no-data').count()).toBeGreaterThanOrEqual(3)
        expect(await page.locator('.bullets li').count()).toBeGreaterThan(0)

        // Second action: the provenance of the total opens in place.
        await panel.locator('.provenance-line').first().click()
        expect(await panel.locator('.origin-details').first().textContent()).toMatch(/58-NQ\/TW/)
      })
    })
  },
)

describe.each([
  { language: 'vi', open: 'Xem độ phủ', locale: 'vi-VN' },
  { language: 'en', open: 'See its coverage', locale: 'en-GB' },
] as const)('P-2 read a corridor’s coverage ($language)', ({ language, open, locale }) => {
  it('in one more action: districts, zones and parks, parts that add up, how it is computed', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&sel=corridor:ven-bien` }, async ({ page }) => {
      await page.getByRole('button', { name: open }).click()
      const rows = page.locator('.coverage-table').first().locator('tbody tr')
      await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(28)
      expect(page.url()).toContain('c=ven-bien')

      // What stands on the screen is what the server computed, and its parts add up to the whole.
      const { coverage } = await page.evaluate(
        async () =>
          (await (await fetch('/analysis/coverage?corridors=ven-bien&bufferMeters=5000')).json()) as CoverageAnswer,
      )
      const sum = coverage.districts.reduce((total, district) => total + district.reached.areaHectares.value, 0)
      expect(sum).toBeCloseTo(coverage.whole.areaHectares.value, 3)
      const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(
        coverage.whole.areaHectares.value,
      )
      expect(await rows.last().textContent()).toContain(`${whole} ha`)
      expect(await page.locator('.panel-body').textContent()).toMatch(/ellipsoid WGS 84|WGS 84 ellipsoid/)
      await waitForIdle(page)
      const layers = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getLayersOrder())
      expect(layers).toContain('reach/edge')
    })
  })
})

describe('P-4 change the buffer', () => {
  it('by typing and by slider: wider never covers less, the change is signed, the link brings it back', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&tab=coverage' }, async ({ page }) => {
      const whole = page.locator('.coverage-whole')
      await whole.waitFor()
      const share = async () => Number.parseFloat((await whole.locator('dd').first().textContent()) ?? '')
      const atFive = await share()
      await page.getByRole('textbox', { name: /Buffer distance/ }).fill('12')
      await page.keyboard.press('Enter')
      await expect.poll(share, { timeout: 15_000 }).toBeGreaterThan(atFive)
      expect(await whole.textContent()).toMatch(/\+[\d,]+ ha against 5 km/)
      await expect.poll(() => page.url()).toContain('b=12000')
      const atTwelve = await share()

      await page.locator('input[type=range]').fill('20')
      await expect.poll(share, { timeout: 15_000 }).toBeGreaterThan(atTwelve)
      await page.reload()
      await whole.waitFor()
      expect(await page.locator('input[type=range]').inputValue()).toBe('20')
    })
  })
})
