/** The planner's tasks about coverage (P-2, P-4), as scripted, in both languages. */
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import { ask } from './harness/ask-server.ts'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

const numberIn = (text: string | null | undefined) => Number((text ?? '').replace(/[^\d-]/g, ''))

describe.each([
  {
    language: 'vi',
    open: 'Xem độ phủ',
    locale: 'vi-VN',
    method: /Cách tính.*ellipsoid WGS 84/s,
    inputs: /Hành lang kinh tế ven biển \(± 4 km\).*637 xã.*1\/4\/2019/s,
    sure: /hai số trong ngoặc là mức thấp nhất và cao nhất/,
    total: 'Cộng',
    exportTable: 'Xuất bảng (CSV, Excel)…',
    download: 'Tải xuống',
  },
  {
    language: 'en',
    open: 'See its coverage',
    locale: 'en-GB',
    method: /Method.*WGS 84 ellipsoid/s,
    inputs: /Coastal Economic Corridor \(± 4 km\).*637 communes.*1 April 2019/s,
    sure: /the two in brackets are the least and the most/,
    total: 'Total',
    exportTable: 'Export the table (CSV, Excel)…',
    download: 'Download',
  },
] as const)(
  'P-2 read a corridor’s coverage ($language)',
  ({ language, open, locale, method, inputs, sure, total, exportTable, download }) => {
    it('in one more action: districts, zones and parks, parts that add up, every value with its provenance', async () => {
      await visitAtlas({ path: `/#v=1&lang=${language}&sel=corridor:ven-bien` }, async ({ page }) => {
        await page.getByRole('button', { name: open }).click()
        const rows = page.locator('.coverage-table').first().locator('tbody tr')
        await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(28)
        expect(page.url()).toContain('c=ven-bien')

        // What stands on the screen is what the server computed, and its parts add up to the whole.
        const { coverage } = await ask<CoverageAnswer>(page, '/analysis/coverage?corridors=ven-bien&bufferMeters=5000')
        const sum = coverage.districts.reduce((added, district) => added + district.reached.areaHectares.value, 0)
        expect(sum).toBeCloseTo(coverage.whole.areaHectares.value, 3)
        const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(
          coverage.whole.areaHectares.value,
        )
        expect(await rows.last().textContent()).toContain(`${whole} ha`)

        // As rounded on the screen they add up too, hectares and people.
        for (const column of [0, 1]) {
          const shown = await rows.locator(`td:nth-of-type(${column + 1}) .explained`).allTextContents()
          const numbers = shown.map(numberIn)
          expect(numbers.length).toBe(28)
          expect(numbers.slice(0, -1).reduce((added, number) => added + number, 0)).toBe(numbers.at(-1))
        }
        // By zone kind and park: each kind has its total.
        const kinds = page.locator('.coverage-kind', { has: page.locator('.kind-total') })
        expect(await kinds.count()).toBe(coverage.areas.length)
        expect(await kinds.first().locator('.kind-total').textContent()).toContain(total)
        const communes = (await page.locator('.commune-split .explained').allTextContents()).map(numberIn)
        expect(communes.reduce((added, number) => added + number, 0)).toBe(637)

        // Every value is a button that opens its provenance; the focus comes back.
        const value = rows.nth(2).locator('.explained').first()
        await value.click()
        const explanation = page.locator('.explanation')
        const text = (await explanation.textContent()) ?? ''
        expect(text).toContain(await value.textContent())
        for (const part of [method, inputs, sure]) expect(text).toMatch(part)
        expect(await findAccessibilityProblems(page)).toEqual([])
        await page.keyboard.press('Escape')
        expect(await explanation.count()).toBe(0)
        expect(await value.evaluate((element) => element === document.activeElement)).toBe(true)

        await waitForIdle(page)
        const layers = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getLayersOrder())
        expect(layers).toContain('reach/edge')

        // Taken along: all the tables in one, and whom to credit for them.
        await page.getByRole('button', { name: exportTable }).click()
        await page.locator('.export-panel').getByText('CSV', { exact: true }).click()
        const [saved] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('.export-panel').getByRole('button', { name: download }).click(),
        ])
        const files = Object.entries(unzipSync(new Uint8Array(await readFile(await saved.path()))))
        const [csv = '', credits = ''] = files.map(([, bytes]) => new TextDecoder().decode(bytes))
        expect(csv).toContain(`whole,thanh-hoa,Thanh Hóa,,${coverage.whole.totalHectares.toFixed(2)}`)
        for (const { collection, features } of [...coverage.areas, ...coverage.points])
          for (const { featureId } of features) expect(csv).toContain(`\r\n${collection},${featureId},`)
        for (const credit of ['LGPL-3+', 'CC BY 4.0', 'ODbL']) expect(credits).toContain(credit)
      })
    })
  },
)

describe.each([
  {
    language: 'vi',
    buffer: /Khoảng cách tính/,
    typed: '12,5',
    more: /\+[\d.]+ ha so với 5 km/,
    less: /-[\d.]+ ha so với/,
  },
  {
    language: 'en',
    buffer: /Buffer distance/,
    typed: '12.5',
    more: /\+[\d,]+ ha against 5 km/,
    less: /-[\d,]+ ha against/,
  },
])('P-4 change the buffer ($language)', ({ language, buffer, typed, more, less }) => {
  it('by typing and by slider: wider never covers less, the change is signed, the link brings it back', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=coverage` }, async ({ page }) => {
      const whole = page.locator('.coverage-whole')
      await whole.waitFor()
      const share = async () =>
        Number.parseFloat(((await whole.locator('dd').first().textContent()) ?? '').replace(',', '.'))
      const atFive = await share()
      const field = page.getByRole('textbox', { name: buffer })
      await field.fill(typed)
      await page.keyboard.press('Enter')
      await expect.poll(share, { timeout: 15_000 }).toBeGreaterThan(atFive)
      await expect.poll(() => whole.textContent()).toMatch(more)
      await expect.poll(() => page.url()).toContain('b=12500')
      const atTwelve = await share()

      const slider = page.locator('.buffer input[type=range]')
      await slider.focus()
      for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
      expect(await slider.inputValue()).toBe('15')
      await expect.poll(share, { timeout: 15_000 }).toBeGreaterThan(atTwelve)
      await page.reload()
      await whole.waitFor()
      expect(await slider.inputValue()).toBe('15')

      await field.fill('2')
      await page.keyboard.press('Enter')
      await expect.poll(share, { timeout: 15_000 }).toBeLessThan(atFive)
      await expect.poll(() => whole.textContent()).toMatch(less)
    })
  })
})

describe.each([
  { language: 'vi', show: /Tô màu theo khoảng cách/, sentence: /lệch tới đâu thì khoảng cách lệch tới đó/ },
  { language: 'en', show: /Colour by distance/, sentence: /where the line is off, so is the distance/ },
])('the map of distances to the nearest corridor ($language)', ({ language, show, sentence }) => {
  it('is drawn under the lines, has a legend that adds up, is in the link, and tells the distance at the pointer', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=coverage`, machine: machines.laptop }, async ({ page }) => {
      await page.getByLabel(show).check()
      await expect.poll(() => page.url()).toContain('gap=1')
      const legend = page.locator('.distance-legend tbody tr')
      await expect.poll(() => legend.count(), { timeout: 30_000 }).toBe(5)
      const percent = (await legend.locator('td').allTextContents()).map((text) =>
        numberIn(text.replace(/^(\d+)%$/, '$1,0%')),
      )
      expect(percent.reduce((added, tenths) => added + tenths, 0)).toBe(1000)
      expect(await page.locator('.distance-map').textContent()).toMatch(sentence)
      await expect
        .poll(
          () =>
            page.evaluate(() =>
              (globalThis as AtlasWindow).atlas.map
                .getLayersOrder()
                .filter((id) => id.includes('deck') && id.includes('before:base/neighbours')),
            ),
          { timeout: 30_000 },
        )
        .toHaveLength(1)
      await waitForIdle(page)
      // Mường Lát in the far north-west: far from every corridor.
      const place = await page.evaluate(() => {
        const { x, y } = (globalThis as AtlasWindow).atlas.map.project([104.6, 20.52])
        return { x, y }
      })
      await page.mouse.move(place.x, place.y)
      await page.mouse.move(place.x + 2, place.y + 2)
      await expect
        .poll(() => page.locator('.distance-tip').textContent(), { timeout: 15_000 })
        .toMatch(/\d+ km \(\d+ km – \d+ km\)/)
    })
  })
})
