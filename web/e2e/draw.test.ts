/** Drawing and comparing, as a planner does them (P-3), in both languages. */
import type { FeatureCollection } from 'geojson'
import { describe, expect, it, vi } from 'vitest'
import type { AreaContents } from '../../server/domain/contents.ts'
import { post } from './harness/ask-server.ts'
import { clickMap, downloadText, keptDocument, waitForPencil, type Point } from './harness/drawing.ts'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

// Each test is a whole session of a planner; on a machine that draws in software it takes its time.
vi.setConfig({ testTimeout: 150_000 })

/** Rows of a CSV file; good enough for quoted names. */
function readCsv(text: string): string[][] {
  return text
    .replace(/^\uFEFF/u, '')
    .trim()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)]
        .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
        .slice(0, -1),
    )
}

const first: readonly Point[] = [
  [860, 330],
  [1040, 320],
  [1010, 450],
]
const second: readonly Point[] = [
  [1080, 470],
  [1180, 480],
  [1190, 600],
  [1090, 590],
]

describe.each([
  { language: 'vi', tab: 'Vẽ', compare: /So sánh với “/, csv: /CSV/, locale: 'vi-VN', same: 'như nhau' },
  { language: 'en', tab: 'Draw', compare: /Compare with “/, csv: /CSV/, locale: 'en-GB', same: 'same' },
])('P-3 draw two areas and compare them ($language)', ({ language, tab, compare, csv, locale, same }) => {
  it('in 5 + 5 clicks + 1: two columns and the difference, as the server says and as the CSV says', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}`, machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      // Five clicks and a key.
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await page.locator('[data-tool=polygon]').click()
      await waitForPencil(page)
      await clickMap(page, first)
      await page.keyboard.press('Enter')
      await page.locator('.contents-table').first().waitFor()
      // Five clicks and a key.
      await page.locator('[data-tool=polygon]').click()
      await clickMap(page, second)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.draw-list li').count()).toBe(2)
      // One click.
      await page.getByRole('button', { name: compare }).click()
      await expect.poll(() => page.locator('[data-section=land] thead th').count()).toBe(4)

      // The server says the same of the same shapes.
      const { drawings } = await keptDocument(page)
      expect(drawings).toHaveLength(2)
      const answers: AreaContents[] = []
      for (const { geometry } of drawings.toReversed()) {
        answers.push(await post(page, '/analysis/contents', { type: 'Feature', properties: {}, geometry }))
      }
      const number = (value: number) => {
        const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0
        return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
      }
      const cells = async (section: string, row: number) =>
        page.locator(`[data-section=${section}] tbody tr`).nth(row).locator('td').allInnerTexts()
      const land = answers.map(({ whole }) => whole.areaHectares.value)
      const ellipsoid = answers.map(({ measure }) => measure.ellipsoidArea?.areaHectares ?? 0)
      const grid = answers.map(({ measure }) => measure.gridArea?.areaHectares ?? 0)
      for (const [section, row, values] of [
        ['shape', 0, ellipsoid],
        ['shape', 1, grid],
        ['land', 0, land],
      ] as const) {
        const [one = 0, other = 0] = values
        const shown = await cells(section, row)
        expect(shown.slice(0, 2).map((text) => text.split('\n')[0])).toEqual([number(one), number(other)])
        expect(shown[2]?.replace(/^[+]/u, '')).toBe(number(other - one))
      }
      // Districts add up to the land.
      const sum = answers[0]?.districts.reduce((all, { reached }) => all + reached.areaHectares.value, 0)
      expect(sum).toBeCloseTo(land[0] ?? 0, 4)

      // The CSV equals the screen: the same rows in the same order, and numbers that round to what is shown.
      const text = await downloadText(page, () => page.getByRole('button', { name: csv }).click())
      const [header = [], ...rows] = readCsv(text)
      expect(header.at(-1)).toBe('difference')
      const shown = await page.locator('.contents-table tbody tr').evaluateAll((lines) =>
        lines.map((line) => ({
          label: (line.querySelector('th')?.firstChild?.textContent ?? '').trim(),
          cells: [...line.querySelectorAll('td')].map((cell) => cell.firstChild?.textContent ?? ''),
        })),
      )
      expect(rows.map(([, label]) => label)).toEqual(shown.map(({ label }) => label))
      for (const [i, row] of rows.entries()) {
        const [, , unit, one = '', , , other = '', , , difference = ''] = row
        const line = shown[i]
        const asShown = (cell: string) =>
          unit === ''
            ? cell
            : unit === '1'
              ? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(Number(cell))
              : new Intl.NumberFormat(locale, { maximumFractionDigits: digitsOf(unit ?? '', Number(cell)) }).format(
                  Number(cell),
                )
        if (unit === '') {
          expect(line?.cells[2] === same).toBe(one === other)
          continue
        }
        expect(line?.cells.slice(0, 2)).toEqual([asShown(one), asShown(other)])
        // Each of the three is rounded by itself.
        expect(Math.abs(Number(difference) - (Number(other) - Number(one)))).toBeLessThan(0.02)
      }
      expect(await findAccessibilityProblems(page)).toEqual([])
    })
  })

  it('with coordinates typed instead: pasted in VN-2000, changed corner by corner, told what is wrong', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=draw` }, async ({ page }) => {
      await waitForIdle(page)
      await page.locator('.panel-body summary').first().click()
      const field = page.locator('.paste textarea')
      await field.fill('573000 2190000\nnonsense\n578000 2198000')
      await page.locator('.paste button').click()
      // Nothing is lost, and the line is named.
      expect(await page.locator('.paste .field-problem').textContent()).toMatch(/2.*nonsense/)
      expect(await field.inputValue()).toContain('nonsense')
      // North first is understood as well.
      await field.fill('573000 2190000\n2190000 583000\n583.000 2.200.000\n573000 2200000')
      await page.locator('.paste button').click()
      await page.locator('.contents-table').first().waitFor()
      const grid = await page.locator('[data-section=shape] tbody tr').nth(1).locator('td').innerText()
      expect(grid.replace(/\D/gu, '')).toBe('10000')

      await page.locator('.draw-details summary').first().click()
      await page.locator('.draw-details select').first().selectOption('5897-ne')
      const north = page.locator('.corner-table tbody tr').nth(2).locator('input').first()
      expect(await north.inputValue()).toBe('2200000.00')
      await north.fill('abc')
      expect(await page.locator('.corner-table [role=alert]').count()).toBe(1)
      await north.fill('2210000')
      await north.press('Enter')
      await expect
        .poll(async () =>
          (await page.locator('[data-section=shape] tbody tr').nth(1).locator('td').innerText()).replace(/\D/gu, ''),
        )
        .toBe('15000')
      // A self-crossing edge is told with its place; the corner can be put back.
      await north.fill('2180000')
      await north.press('Enter')
      await expect
        .poll(() => page.locator('.contents .problem').textContent())
        .toMatch(/tự cắt|crosses or touches itself/)
      await page.keyboard.press('Tab')
      await page.locator('.undo-buttons button').first().click()
      await expect
        .poll(async () =>
          (await page.locator('[data-section=shape] tbody tr').nth(1).locator('td').innerText()).replace(/\D/gu, ''),
        )
        .toBe('15000')
    })
  })
})

/** As the table rounds. */
function digitsOf(unit: string, value: number): number {
  if (unit === 'ha') return value < 10 ? 2 : value < 1000 ? 1 : 0
  return unit === 'km' ? (value < 100 ? 2 : 1) : 0
}

describe('a drawing', () => {
  it('outlives a change of phase, of language and of layers while it is under way', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi&tab=draw' }, async ({ page }) => {
      await waitForIdle(page)
      await waitForPencil(page)
      await page.locator('[data-tool=polygon]').click()
      await clickMap(page, first.slice(0, 2))
      await page.locator('.phase-bar button').last().click()
      await page.evaluate(() => {
        location.hash = location.hash.replace('lang=vi', 'lang=en&l=+units,-roads')
      })
      await page.getByRole('tab', { name: 'Draw', exact: true }).waitFor()
      await waitForIdle(page)
      const layers = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getLayersOrder())
      expect(layers.filter((id) => id.startsWith('pencil-'))).toHaveLength(5)
      expect(layers).toContain('units/edge')
      await clickMap(page, first.slice(2))
      expect(await countDrawnFeatures(page, ['pencil-polygon'])).toBeGreaterThan(0)
      await page.keyboard.press('Enter')
      await page.locator('.contents-table').first().waitFor()
      const { drawings } = await keptDocument(page)
      expect(drawings[0]?.geometry).toMatchObject({ type: 'Polygon' })
    })
  })

  it('is undone and brought again corner by corner, as a whole, and after it was deleted', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&tab=draw' }, async ({ page }) => {
      await waitForIdle(page)
      await waitForPencil(page)
      const list = page.locator('.draw-list li')
      await page.locator('[data-tool=line]').click()
      await clickMap(page, [...first, [900, 420]])
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Enter')
      await expect.poll(() => list.count()).toBe(1)
      const { drawings } = await keptDocument(page)
      expect(drawings[0]?.geometry.coordinates).toHaveLength(3)

      await page.keyboard.press('Delete')
      await expect.poll(() => list.count()).toBe(0)
      await page.keyboard.press('Control+z')
      await expect.poll(() => list.count()).toBe(1)
      await page.keyboard.press('Control+z')
      await expect.poll(() => list.count()).toBe(0)
      await page.keyboard.press('Control+Shift+z')
      await expect.poll(() => list.count()).toBe(1)

      // A point has its coordinates in each system and what lies nearest.
      await page.locator('[data-tool=point]').click()
      await clickMap(page, [[1000, 430]])
      await page.locator('.near-list li').first().waitFor()
      expect(await page.locator('.draw-facts').textContent()).toMatch(/EPSG:5897.*EPSG:3405/s)
      await page.reload()
      await expect.poll(() => list.count()).toBe(2)
    })
  })

  it('can be taken along, alone or with the others, in metres of VN-2000', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi&tab=draw' }, async ({ page }) => {
      await waitForIdle(page)
      await waitForPencil(page)
      const corners = ['573000 2190000', '583000 2190000', '583000 2200000', '573000 2200000']
      await page.locator('.panel-body summary').first().click()
      await page.locator('.paste textarea').fill(corners.join('\n'))
      await page.locator('.paste button').click()
      await page.locator('.contents-table').first().waitFor()
      const panel = page.locator('.export-panel')
      const save = async () => {
        await panel.getByText('GeoJSON', { exact: true }).click()
        const text = await downloadText(page, () => panel.getByRole('button', { name: 'Tải xuống' }).click())
        return JSON.parse(text) as FeatureCollection & { metadata: { sources: string[] }; crs: object }
      }
      await page.getByRole('button', { name: 'Xuất hình này ra tệp…' }).click()
      const alone = await save()
      expect(alone.crs).toMatchObject({ properties: { name: 'urn:ogc:def:crs:EPSG::5897' } })
      expect(alone.metadata.sources.join(' ')).toContain('người dùng tự vẽ')
      const [area] = alone.features
      expect(area?.properties).toMatchObject({ name: 'Vùng 1', kind: 'polygon', uncertaintyMeters: 0 })
      expect(area?.properties?.['areaHectares']).toBeCloseTo(10_000.58, 1)
      const ring = area?.geometry.type === 'Polygon' ? (area.geometry.coordinates[0] ?? []) : []
      expect(ring).toHaveLength(5)
      for (const [at, corner] of corners.entries())
        for (const [axis, meters] of corner.split(' ').entries())
          expect(Math.abs((ring[at]?.[axis] ?? 0) - Number(meters))).toBeLessThan(0.02)

      // Of a circle so many corners are handles that the edge can still be seen.
      await page.locator('[data-tool=circle]').click()
      await clickMap(page, [
        [1100, 430],
        [1140, 430],
      ])
      await expect.poll(() => page.locator('.draw-list li').count()).toBe(2)
      await expect.poll(() => countDrawnFeatures(page, ['pencil-point'])).toBeGreaterThan(0)
      const widths = await page.evaluate(() =>
        (globalThis as AtlasWindow).atlas.map
          .queryRenderedFeatures({ layers: ['pencil-point'] })
          .map((feature) => Number((feature as { properties?: Record<string, unknown> }).properties?.['pointWidth'])),
      )
      expect(widths.filter((width) => width > 0).length).toBeLessThan(12)
      await page.getByRole('button', { name: 'Xuất cả 2 hình ra tệp…' }).click()
      expect((await save()).features.map(({ properties }) => properties?.['kind'])).toEqual(['polygon', 'circle'])
    })
  })

  it('can be made by thumb: no sideways scroll, Finish instead of Enter', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi&tab=draw', machine: machines.phone }, async ({ page }) => {
      await waitForIdle(page)
      await waitForPencil(page)
      await page.locator('[data-tool=polygon]').click()
      for (const [x, y] of [
        [120, 160],
        [260, 170],
        [240, 300],
      ] as const) {
        // prettier-ignore
        await page.touchscreen.tap(x, y)
      }
      await page.getByRole('button', { name: 'Kết thúc' }).click()
      await page.locator('.contents-table').first().waitFor()
      const wide = await page.locator('.panel-body').evaluate((panel) => panel.scrollWidth > panel.clientWidth + 1)
      expect(wide).toBe(false)
      expect(await findAccessibilityProblems(page)).toEqual([])

      // A circle by two taps: the second is on its edge.
      await page.locator('[data-tool=circle]').click()
      const taps = [
        [150, 250],
        [200, 250],
      ] as const
      for (const [x, y] of taps) await page.touchscreen.tap(x, y)
      await expect.poll(() => page.locator('.draw-list li').count()).toBe(2)
      await expect.poll(async () => (await keptDocument(page)).drawings.length).toBe(2)
      const { drawings } = await keptDocument(page)
      const circle = drawings.find(({ kind }) => kind === 'circle')?.geometry
      const ring = circle?.type === 'Polygon' ? (circle.coordinates[0] ?? []) : []
      const across = await page.evaluate((corners) => {
        const { map } = (globalThis as AtlasWindow).atlas
        const places = corners.map(([longitude = 0, latitude = 0]) => map.project([longitude, latitude]).x)
        return Math.max(...places) - Math.min(...places)
      }, ring)
      expect(Math.abs(across - 100)).toBeLessThan(3)
    })
  })

  it('can be made by keys alone: a circle by its centre and radius, which can be typed over and taken back', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&tab=draw' }, async ({ page }) => {
      await waitForIdle(page)
      const paste = page.locator('.panel-body details').first()
      const makeShape = async (kind: string, text: string) => {
        await paste.locator('summary').focus()
        await page.keyboard.press('Enter')
        await paste.locator('select').first().selectOption(kind)
        await paste.locator('textarea').fill(text)
        await paste.locator('.paste button').press('Enter')
      }
      await makeShape('point', '573000 2190000\n574000 2190000')
      expect(await paste.locator('.paste .field-problem').textContent()).toContain('2 were read')
      await paste.locator('select').first().selectOption('circle')
      await paste.locator('textarea').fill('573000 2190000')
      await paste.getByLabel('Radius (m)').fill('2000')
      await paste.locator('.paste button').press('Enter')

      // Stated and edited as a circle: 64 corners on a circle of 2 km hold 1,254.6 ha.
      const details = page.locator('.draw-details')
      const area = async () =>
        Number((await details.locator('[data-section=shape] tbody td').first().innerText()).replace(/[^\d.]/gu, ''))
      await expect.poll(area).toBeCloseTo(1254.6, 0)
      await details.locator('summary').first().click()
      const radius = details.getByLabel('Radius (m)')
      expect(await radius.inputValue()).toBe('2,000')
      await radius.fill('4000')
      await radius.press('Enter')
      await expect.poll(area).toBeCloseTo(4 * 1254.6, -1)
      await details.locator('select').first().selectOption('5897-en')
      const east = details.getByLabel('Centre, East (m)')
      expect(await east.inputValue()).toBe('573000.00')
      await east.fill('583000')
      await east.press('Enter')
      await expect.poll(() => east.inputValue()).toBe('583000.00')
      expect(await radius.inputValue()).toBe('4,000')
      expect((await keptDocument(page)).drawings.map(({ kind }) => kind)).toEqual(['circle'])
      for (const kept of ['573000.00', '573000.00']) {
        await page.getByRole('button', { name: 'Undo' }).press('Enter')
        await expect.poll(() => east.inputValue()).toBe(kept)
      }
      await expect.poll(area).toBeCloseTo(1254.6, 0)
    })
  })
})
