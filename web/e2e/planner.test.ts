/** The planner's tasks (Quy hoạch), each as scripted, in both languages. */
import { describe, expect, it } from 'vitest'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

describe.each([
  { language: 'vi', length: /Chiều dài hình vẽ/, basis: /Sơ đồ/, sources: /Nguồn/ },
  { language: 'en', length: /Drawn length/, basis: /Schematic/, sources: /Sources/ },
])('P-1 find the coastal corridor ($language)', ({ language, length, basis, sources }) => {
  it('by typing `hanh lang ven bien`: selected, framed, card with length, sources and basis', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}`, machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      // Two actions: one typed query, one key, and nobody has to wait in between.
      await page.locator('#search').fill('hanh lang ven bien')
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
