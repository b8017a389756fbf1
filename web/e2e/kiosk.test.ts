/** S-7: a visitor explores the kiosk and walks away; the next one finds it as the first did. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { clickMap, waitForPencil } from './harness/drawing.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { waitForIdle } from './harness/wait-for-idle.ts'

const kiosk = { machine: machines.small, reducedMotion: 'reduce' } as const
/** Leaves in this browser what a reader can leave: a drawing, a park on the shortlist with a note, a story. */
async function leaveThings(page: Page, note: string): Promise<void> {
  await page.getByRole('tab', { name: 'Draw', exact: true }).click()
  await page.locator('[data-tool=polygon]').click()
  await waitForPencil(page)
  await clickMap(page, [
    [860, 330],
    [1040, 320],
    [1010, 450],
  ])
  await page.keyboard.press('Enter')
  await page.locator('.draw-list li').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Investment', exact: true }).click()
  await page.getByRole('button', { name: /^Shortlist Bỉm Sơn/ }).click()
  await page.getByRole('tab', { name: /^Shortlist/ }).click()
  await page.getByLabel(/^Private note on/).fill(note)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('button', { name: 'Edit a copy' }).click()
  await page.locator('.scene-list-editable li').first().waitFor()
}

/** What is kept in the browser: names of what is in local storage, and how many entries each database has. */
function everythingKept(page: Page): Promise<{ items: string[]; databases: Record<string, number> }> {
  return page.evaluate(async () => {
    const databases: Record<string, number> = {}
    for (const { name = '' } of await indexedDB.databases()) {
      databases[name] = await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(new Error(name)))
        opening.addEventListener('success', () => {
          const stores = [...opening.result.objectStoreNames]
          let count = 0
          const reading = opening.result.transaction(stores)
          for (const store of stores) {
            const counting = reading.objectStore(store).count()
            counting.addEventListener('success', () => (count += counting.result))
          }
          reading.addEventListener('complete', () => {
            opening.result.close()
            resolve(count)
          })
        })
      })
    }
    return { items: Object.keys(localStorage).toSorted(), databases }
  })
}

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

  it('keeps what the organiser had apart from visitors, and nothing of what a visitor made', async () => {
    await visitAtlas({ machine: machines.laptop, reducedMotion: 'reduce', path: '/#v=1&lang=en' }, async ({ page }) => {
      await waitForIdle(page)
      await leaveThings(page, 'the organiser’s own')
      const atTheDesk = await everythingKept(page)
      expect(Object.values(atTheDesk.databases)).toContain(1)

      const home = new URL('/', page.url()).href
      await page.goto(`${home}?kiosk#v=1&lang=en&ui=kiosk&idle=600`)
      await attract(page).waitFor()
      await waitForIdle(page)
      const steps = await page.evaluate(() => window.history.length)
      await attract(page).click()
      await page.getByRole('tab', { name: 'Draw', exact: true }).click()
      expect(await page.locator('.draw-list li').count()).toBe(0)
      await leaveThings(page, 'a visitor’s secret')
      // The story of the organiser is not in the list: what the atlas brings, and the visitor's own copy.
      await expect.poll(() => page.getByRole('combobox', { name: 'Story' }).locator('option').count()).toBe(2)
      // Nothing comes from the disk of this machine, and nothing goes to it.
      let files = 0
      page.on('download', () => files++)
      page.on('filechooser', () => files++)
      for (const name of ['Export', 'Import'])
        await page.locator('.show-actions .button').filter({ hasText: name }).last().click()
      await page.getByRole('status').filter({ hasText: 'neither saved nor opened' }).waitFor()
      expect(files).toBe(0)
      await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('a visitor’s secret')

      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Start over' }).click()])
      await attract(page).waitFor()
      const { items, databases } = await everythingKept(page)
      expect(items).toEqual(atTheDesk.items)
      for (const [name, count] of Object.entries(databases)) expect(count, name).toBe(atTheDesk.databases[name] ?? 0)
      expect(await page.evaluate(() => window.history.length)).toBe(steps)

      await page.keyboard.press('Control+Shift+E')
      await page.getByLabel('Code to leave the kiosk').fill('1470')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Leave', exact: true }).click()])
      await waitForIdle(page)
      await page.getByRole('tab', { name: 'Draw', exact: true }).click()
      await page.locator('.draw-list li').first().waitFor()
      await page.getByRole('button', { name: 'Investment', exact: true }).click()
      await page.getByRole('tab', { name: /^Shortlist/ }).click()
      expect(await page.getByLabel(/^Private note on/).inputValue()).toBe('the organiser’s own')
    })
  }, 120_000)

  it('that was switched off in the middle of a visit begins without it', async () => {
    await visitAtlas({ ...kiosk, path: '/#v=1&lang=en&ui=kiosk' }, async ({ page }) => {
      await attract(page).waitFor()
      await waitForIdle(page)
      await page.evaluate(() => {
        localStorage.setItem('kiosk/thanh-hoa-atlas/shortlist', '[{"id":"bim-son","note":"of yesterday"}]')
        // As after a power cut: the tab is new, what the disk holds is not.
        sessionStorage.clear()
      })
      await page.reload()
      await attract(page).waitFor()
      await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('of yesterday')
      await waitForIdle(page)
      await attract(page).click()
      await page.getByRole('button', { name: 'Investment', exact: true }).click()
      await page.getByRole('tab', { name: /^Shortlist/ }).click()
      expect(await page.getByLabel(/^Private note on/).count()).toBe(0)
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
      await page.locator('.panel').waitFor({ state: 'visible' })
      expect(page.url()).not.toContain('kiosk')
    })
  })
})
