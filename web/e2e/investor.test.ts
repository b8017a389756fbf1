/** The investor's tasks (Đầu tư) that the atlas already serves. */
import { describe, expect, it } from 'vitest'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle } from './harness/wait-for-idle.ts'

describe('I-1 first visit on a phone, in English', () => {
  it('one tap: list and map in step, unknown said as “No data”, age of data shown, no login', async () => {
    await visitAtlas({ machine: machines.phone, locale: 'en-GB' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Investment' }).tap()
      const items = page.locator('.cards > li')
      await expect.poll(() => items.count()).toBe(11)
      const list = (await page.locator('.cards').textContent()) ?? ''
      expect(list).toContain('No data')
      expect(list).toMatch(/as of/)
      expect(list).not.toMatch(/\b0 ha\b/)
      await waitForIdle(page)
      expect(await countDrawnFeatures(page, ['parks/badge'])).toBeGreaterThan(0)

      // In step: a tap in the list selects on the map.
      await items.filter({ hasText: 'Bỉm Sơn' }).getByRole('button').tap()
      await expect.poll(() => page.url()).toContain('sel=park:bim-son')
      expect(await page.locator('.card').textContent()).toContain('Bỉm Sơn')
    })
  })

  it('shows the list within five seconds on a slow phone and a slow network', async () => {
    await visitAtlas(
      { path: '/#v=1&lang=en&ui=invest', machine: machines.phone, locale: 'en-GB', throttled: true },
      async ({ page }) => {
        // The wait is generous, because machines differ; `npm run bench` prints the time itself.
        await page.locator('.cards > li').nth(10).waitFor({ timeout: 30_000 })
      },
    )
  })

  it('never scrolls sideways at 360 px and gives every control a thumb’s width', async () => {
    await visitAtlas({ machine: machines.phone, locale: 'en-GB' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Investment' }).tap()
      await page.locator('.cards > li').first().waitFor()
      expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(360)
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            '.modes button, .bar-button, .phase-bar button, .card-button, #search',
          ),
        ]
          .map((element) => ({ name: element.textContent || element.id, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 44 || box.width < 44)
          .map(({ name }) => name),
      )
      expect(small).toEqual([])
    })
  })
})

describe('I-10 one search for old and new names', () => {
  it.each([
    ['Dong Son', /Đông Sơn/],
    ['Đông Sơn', /Đông Sơn/],
    ['dongson', /Đông Sơn/],
    ['huyện Hoằng Hóa', /Hoằng Hóa/],
    ['KCN Bim Son', /Bỉm Sơn/],
  ])('%s: the right result comes first', async (typed, expected) => {
    await visitAtlas({ path: '/#v=1&lang=vi', machine: machines.small }, async ({ page }) => {
      await page.locator('#search').fill(typed)
      const first = page.getByRole('option').first()
      await first.waitFor()
      expect(await first.textContent()).toMatch(expected)
    })
  })

  it('an old district leads to the communes of today, with a note', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi', machine: machines.small }, async ({ page }) => {
      await page.locator('#search').fill('huyện Hoằng Hóa')
      const first = page.getByRole('option').first()
      await first.waitFor()
      const text = (await first.textContent()) ?? ''
      expect(text).toMatch(/Nay thuộc/)
      expect(text).toMatch(/xã|Xã/)
    })
  })
})
