/** How far by road: the section of a card, its areas on the map, and the check of the distances. */
import { expect, it } from 'vitest'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

const visit = { path: '/#v=1&lang=en&p=2025&sel=park:bim-son', machine: machines.laptop }

it('a park’s card tells the way to the port, and how good that is', async () => {
  await visitAtlas(visit, async ({ page }) => {
    const section = page.locator('.card .road-access')
    await section.locator('> summary').click()
    const port = section.getByRole('row').filter({ hasText: 'Nghi Sơn Seaport' }).first()
    await port.waitFor()
    // Published: 95 km.
    const kilometers = Number(await port.locator('.computed').first().textContent())
    expect(Math.abs(kilometers / 95 - 1)).toBeLessThan(0.2)

    await section.getByText('How good are these distances?').click()
    await section.getByText(/none of them was used/).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
  })
})

it('what can be reached is drawn while it is asked for, and leaves the map with the card', async () => {
  await visitAtlas(visit, async ({ page }) => {
    const section = page.locator('.card .road-access')
    await section.locator('> summary').click()
    await section.getByRole('button', { name: /30, 60, 90/ }).click()
    await section.getByRole('row').filter({ hasText: '90 minutes' }).waitFor()
    await waitForIdle(page)
    expect(await countDrawnFeatures(page, ['travel-time/ground'])).toBeGreaterThan(0)

    await page.locator('.card').getByRole('button', { name: 'Close' }).click()
    await waitForIdle(page)
    const layers = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getLayersOrder())
    expect(layers.filter((id) => id.startsWith('travel-time/'))).toEqual([])
  })
})
