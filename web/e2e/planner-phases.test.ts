/** The planner's tasks about years (P-5, P-6), as scripted, in both languages. */
import { describe, expect, it } from 'vitest'
import type { PhaseState } from '../../server/domain/phases.ts'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { waitForIdle, type AtlasWindow, type TestMap } from './harness/wait-for-idle.ts'

describe.each([
  {
    language: 'vi',
    by2025: /2025 ·/,
    by2030: /2030 ·/,
    list: 'Có gì mới: danh mục công trình theo năm đã chọn',
    words: ['đã có', 'đang làm', 'quy hoạch'],
  },
  {
    language: 'en',
    by2025: /2025 ·/,
    by2030: /2030 ·/,
    list: 'What’s new: what the plan has by the chosen year',
    words: ['existing', 'under way', 'planned'],
  },
])('P-5 step 2021 → 2025 → 2030 ($language)', ({ language, by2025, by2030, list, words }) => {
  it('in three actions: what appears by 2030 is what the server says, told apart without colour', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}` }, async ({ page }) => {
      await page.getByRole('button', { name: by2025 }).click()
      await page.getByRole('button', { name: by2030 }).click()
      await page.getByRole('button', { name: list }).click()
      const appearing = page.locator('.phase-appearing li')
      await expect.poll(() => appearing.count()).toBeGreaterThan(0)
      expect(page.url()).toMatch(/p=2030.*pl=1/)

      const states = await page.evaluate(async () => (await (await fetch('/analysis/phases')).json()) as PhaseState[])
      const served = states.find(({ phase }) => phase === 2030)?.collections ?? []
      const expected = served.flatMap(({ features }) => features.filter(({ appears }) => appears))
      const shown = await appearing.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id']))
      expect(shown).toEqual(expected.map(({ featureId }) => featureId))
      const names = await appearing.locator('.link-button').allTextContents()
      expect(names).toEqual(expected.map((feature) => (language === 'vi' ? feature.name_vi : feature.name_en)))

      // Counts of the whole plan, by word and by mark.
      const standing = page.locator('.phase-list .coverage-kind')
      expect(await standing.count()).toBe(served.length)
      const text = (await page.locator('.phase-list').textContent()) ?? ''
      for (const word of words) expect(text).toContain(word)
      const looks = await Promise.all(
        ['existing', 'under-way', 'planned'].map((status) =>
          page
            .locator(`.phase-counts .status-${status} .status-mark`)
            .first()
            .evaluate((mark) => {
              const { borderStyle, backgroundImage } = getComputedStyle(mark)
              return `${borderStyle} ${backgroundImage}`
            }),
        ),
      )
      expect(new Set(looks).size).toBe(3)
      expect(await findAccessibilityProblems(page)).toEqual([])

      // A press on one selects it.
      await appearing.locator('.link-button').first().click()
      await page.locator('.card h2').waitFor()
      expect(page.url()).toContain(`sel=zone:${expected[0]?.featureId}`)
    })
  })
})

type CompareWindow = typeof globalThis & { atlasCompare?: { map: TestMap & { getZoom(): number } } }

describe.each([
  {
    language: 'vi',
    compare: 'So sánh với một năm khác',
    divider: 'Vạch ngăn: bên trái 2021, bên phải 2030',
    fade: 'Mờ dần',
  },
  {
    language: 'en',
    compare: 'Compare with another year',
    divider: 'Divider: 2021 on the left, 2030 on the right',
    fade: 'Fade',
  },
])('P-6 compare today with 2030 at one place ($language)', ({ language, compare, divider, fade }) => {
  it('in one action: a divider that keys move, both years named, both maps at one place, all in the link', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&m=10/19.7/105.75&l=+halos` }, async ({ page }) => {
      await waitForIdle(page)
      await page.getByRole('button', { name: compare }).click()
      const separator = page.getByRole('separator', { name: divider })
      await separator.waitFor()
      await expect.poll(() => page.url()).toMatch(/cmp=swipe:2030:0\.\d+/)
      expect(await page.locator('.compare-years').textContent()).toBe('20212030')

      // Both look at the same place, and stay together when the map is moved.
      await page.waitForFunction(() => (globalThis as CompareWindow).atlasCompare !== undefined)
      const centres = () =>
        page.evaluate(() => {
          const place = (map: TestMap) =>
            `${map.getZoom().toFixed(4)} ${map.getCenter().lng.toFixed(5)} ${map.getCenter().lat.toFixed(5)}`
          const other = (globalThis as CompareWindow).atlasCompare?.map
          return [place((globalThis as AtlasWindow).atlas.map), other ? place(other) : '']
        })
      const [before, other] = await centres()
      expect(other).toBe(before)
      // Both draw what MapLibre cannot: here the discs of uncertainty.
      const halos = () =>
        page.evaluate(() =>
          [(globalThis as AtlasWindow).atlas.map, (globalThis as CompareWindow).atlasCompare?.map].map(
            (map) =>
              map?.getLayersOrder().some((id) => id.includes('deck') && id.includes('before:base/neighbours')) === true,
          ),
        )
      await expect.poll(halos).toEqual([true, true])
      await page.locator('.map canvas').first().focus()
      await page.keyboard.press('+')
      await expect.poll(async () => (await centres())[0]).not.toBe(before)
      await expect.poll(async () => new Set(await centres()).size).toBe(1)

      // Keys move the divider and not the map.
      const value = Number(await separator.getAttribute('aria-valuenow'))
      await waitForIdle(page)
      const still = await centres()
      await separator.focus()
      for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft')
      expect(Number(await separator.getAttribute('aria-valuenow'))).toBe(value - 10)
      expect(await centres()).toEqual(still)
      const shared = () => Number(/cmp=swipe:2030:(0\.\d+)/.exec(page.url())?.[1])
      await expect.poll(shared).toBeCloseTo((value - 10) / 100, 1)
      expect(await findAccessibilityProblems(page)).toEqual([])

      // Fading is the other way, and the link brings back either.
      await page.getByRole('button', { name: fade }).click()
      await expect.poll(() => page.url()).toContain('cmp=fade:2030')
      await page.reload()
      await page.locator('.compare-map').waitFor()
      expect(Number(await page.locator('.compare-map').evaluate((map) => getComputedStyle(map).opacity))).toBeLessThan(
        1,
      )
    })
  })

  it('is dragged by a thumb on a phone', async () => {
    await visitAtlas(
      { path: `/#v=1&lang=${language}&cmp=swipe:2030:0.5`, machine: machines.phone },
      async ({ page }) => {
        const separator = page.getByRole('separator', { name: divider })
        await separator.waitFor()
        const box = await separator.boundingBox()
        if (!box) throw new Error('the divider has no place')
        expect(box.width).toBeGreaterThanOrEqual(44)
        await page.mouse.move(box.x + 22, 260)
        await page.mouse.down()
        await page.mouse.move(box.x + 112, 262, { steps: 4 })
        await page.mouse.up()
        await expect.poll(async () => Number(await separator.getAttribute('aria-valuenow'))).toBe(75)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      },
    )
  })
})
