/** S-7: a visitor explores the kiosk and walks away; the next one finds it as the first did. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { machines, visitAtlas } from './harness/open-page.ts'
import { waitForIdle } from './harness/wait-for-idle.ts'

const kiosk = { machine: machines.small, reducedMotion: 'reduce' } as const
const attract = (page: Page) => page.getByRole('button', { name: /Touch the screen|Chạm màn hình/ })

describe('S-7: the kiosk', () => {
  it('attracts, lets explore, and 60 s (here 12) after the last touch is back in the loop without residue', async () => {
    await visitAtlas({ ...kiosk, path: '/#v=1&lang=vi&ui=kiosk&idle=12' }, async ({ page }) => {
      await attract(page).waitFor()
      expect(await page.locator('.panel').isVisible()).toBe(false)
      await waitForIdle(page)
      await attract(page).click()
      await page.locator('.panel').waitFor({ state: 'visible' })

      await page.getByRole('combobox', { name: /Ngôn ngữ|Language/ }).selectOption('en')
      await page.locator('#search').fill('bim son')
      await page.locator('[role="option"]').first().click()
      await page.locator('.card h2').waitFor()
      await page.evaluate(() => {
        localStorage.setItem('left-behind', 'by a visitor')
        sessionStorage.setItem('left-behind', 'by a visitor')
      })
      expect(page.url()).toContain('sel=')

      const again = page.waitForEvent('load')
      await page.getByRole('alert').filter({ hasText: 'Starting over' }).waitFor()
      await again
      await attract(page).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('vi')
      expect(page.url()).not.toContain('sel=')
      expect(page.url()).toContain('ui=kiosk')
      expect(
        await page.evaluate(() => [localStorage.getItem('left-behind'), sessionStorage.getItem('left-behind')]),
      ).toEqual([null, null])
      expect(await page.locator('.card').count()).toBe(0)
    })
  })

  it('wakes by any key, stays while it is touched, and starts over at once when asked', async () => {
    await visitAtlas({ ...kiosk, path: '/#v=1&lang=en&ui=kiosk&idle=8' }, async ({ page }) => {
      await attract(page).waitFor()
      await waitForIdle(page)
      await page.keyboard.press('Enter')
      await page.locator('.panel').waitFor({ state: 'visible' })
      for (let step = 0; step < 5; step++) {
        await page.waitForTimeout(2_000)
        await page.mouse.move(300 + step * 9, 300)
        expect(await attract(page).count()).toBe(0)
      }
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Start over' }).click()])
      await attract(page).waitFor()
    })
  })

  it('has no way out but the code', async () => {
    await visitAtlas({ ...kiosk, path: '/#v=1&lang=en&ui=kiosk&exit=0042' }, async ({ page, context }) => {
      await attract(page).waitFor()
      await waitForIdle(page)
      await attract(page).click()
      await page.getByRole('tab', { name: 'Sources' }).click()
      await page.locator('.panel a[href^="http"]').first().click()
      await page.waitForTimeout(300)
      expect(context.pages()).toHaveLength(1)
      expect(page.url()).toContain('ui=kiosk')

      await page.keyboard.press('Control+Shift+E')
      const code = page.getByLabel('Code to leave the kiosk')
      await code.fill('1111')
      await page.getByRole('button', { name: 'Leave', exact: true }).click()
      await page.getByText('That is not the code.').waitFor()
      await code.fill('0042')
      await page.getByRole('button', { name: 'Leave', exact: true }).click()
      await page.locator('.kiosk-exit').waitFor({ state: 'detached' })
      expect(page.url()).not.toContain('kiosk')
      expect(await page.locator('.panel').isVisible()).toBe(true)
    })
  })
})
