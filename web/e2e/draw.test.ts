/** Drawing, comparing, scenarios and measuring, as a planner does them (P-3 and beyond), in both languages. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import type { AreaContents } from '../../server/domain/contents.ts'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import type { MeasureAnswer } from '../../server/domain/analysis.ts'
import type { Scenario } from '../../server/domain/scenario.ts'
import type { WhatIf } from '../../server/domain/what-if.ts'
import type { DrawingDocument } from '../state/drawing-document.ts'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

// Each test is a whole session of a planner; on a machine that draws in software it takes its time.
vi.setConfig({ testTimeout: 150_000 })

type Point = readonly [x: number, y: number]

async function clickMap(page: Page, points: readonly Point[]): Promise<void> {
  for (const [x, y] of points) {
    await page.mouse.move(x, y)
    await page.mouse.click(x, y)
  }
}

/** What the browser keeps of the drawings. */
function keptDocument(page: Page): Promise<DrawingDocument> {
  return page.evaluate(
    () =>
      new Promise<DrawingDocument>((resolve, reject) => {
        const opening = indexedDB.open('thanh-hoa-drawings', 1)
        opening.addEventListener('error', () => reject(new Error('no database')))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('document').objectStore('document').get('now')
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve(reading.result as DrawingDocument)
          })
        })
      }),
  )
}

function post<T>(page: Page, path: string, body: object): Promise<T> {
  return page.evaluate(
    async ([url, text]) =>
      (await (
        await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text })
      ).json()) as T,
    [path, JSON.stringify(body)] as const,
  )
}

async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return readFile(await file.path(), 'utf8')
}

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
  { language: 'vi', tab: 'Vẽ', compare: /So sánh với/, csv: /CSV/, locale: 'vi-VN', same: 'như nhau' },
  { language: 'en', tab: 'Draw', compare: /Compare with/, csv: /CSV/, locale: 'en-GB', same: 'same' },
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
      const text = await download(page, () => page.getByRole('button', { name: csv }).click())
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

/** terra-draw is fetched when the panel is first opened. */
async function waitForPencil(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { atlas } = globalThis as Partial<AtlasWindow>
        return atlas?.map.getLayersOrder().includes('pencil-polygon') ?? false
      }),
    )
    .toBe(true)
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
    })
  })
})

/** The scenario as the server is asked about it: all lines that stand. */
async function standing(page: Page, { lines, removed }: Pick<Scenario, 'lines' | 'removed'>) {
  const corridors = await page.evaluate(
    async () =>
      (await (await fetch('/collections/corridors/items?f=geojson&limit=200')).json()) as {
        features: { id: string; geometry: object; properties: { uncertaintyMeters: number } }[]
      },
  )
  const kept = corridors.features
    .filter(({ id }) => !removed.includes(id) && !lines.some(({ corridorId }) => corridorId === id))
    .map(({ id, geometry, properties }) => ({
      type: 'Feature',
      id,
      geometry,
      properties: { uncertaintyMeters: properties.uncertaintyMeters },
    }))
  const own = lines.map(({ id, geometry, uncertaintyMeters }) => ({
    type: 'Feature',
    id,
    geometry,
    properties: { uncertaintyMeters },
  }))
  return { type: 'FeatureCollection', features: [...kept, ...own] }
}

async function dragHandle(page: Page, by: Point): Promise<void> {
  await expect.poll(() => countDrawnFeatures(page, ['pencil-point'])).toBeGreaterThan(4)
  const handles = await page.evaluate(() => {
    const { map } = (globalThis as unknown as { atlas: { map: HandleMap } }).atlas
    return map
      .queryRenderedFeatures({ layers: ['pencil-point'] })
      .filter(({ properties }) => properties['selectionPoint'] === true)
      .map(({ geometry }) => map.project(geometry.coordinates))
      .map(({ x, y }) => ({ x, y }))
      .toSorted((one, other) => one.y - other.y)
  })
  const handle = handles.filter(({ x, y }) => x > 480 && x < 1250 && y > 120 && y < 620)[3]
  if (!handle) throw new Error(`no handle is in sight: ${JSON.stringify(handles)}`)
  await page.mouse.move(handle.x, handle.y)
  await page.mouse.down()
  for (let i = 1; i <= 8; i++) await page.mouse.move(handle.x + (i / 8) * by[0], handle.y + (i / 8) * by[1])
  await page.mouse.up()
}

interface HandleMap {
  queryRenderedFeatures: (options: object) => {
    properties: Record<string, unknown>
    geometry: { coordinates: [number, number] }
  }[]
  project: (position: [number, number]) => { x: number; y: number }
}

describe.each([
  { language: 'vi', section: 'Kịch bản', create: 'Kịch bản mới', locale: 'vi-VN', back: /Mọi kịch bản/, link: 'Sao chép liên kết', file: 'Xuất tệp GeoJSON', broken: /không đọc được/, noScenario: /không phải JSON/ }, // prettier-ignore
  { language: 'en', section: 'What if', create: 'New scenario', locale: 'en-GB', back: /All scenarios/, link: 'Copy a link', file: 'Export as GeoJSON', broken: /cannot be read/, noScenario: /is not JSON/ }, // prettier-ignore
])('a scenario ($language)', ({ language, section, create, locale, back, link, file, broken, noScenario }) => {
  it('shows what dragging a corridor gains and loses as the server has it, and undoes it', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=draw` }, async ({ page }) => {
      await waitForIdle(page)
      await page.getByRole('button', { name: section, exact: true }).click()
      await page.getByRole('button', { name: create }).click()
      await waitForPencil(page)
      const changes = page.locator('.what-if-changes > div')
      await changes.first().waitFor()
      const hectaresOf = async (which: 'gained' | 'lost') =>
        (await page.locator(`.what-if-changes [data-change=${which}] .computed`).first().innerText()).replace(
          /\s?ha$/u,
          '',
        )
      expect([await hectaresOf('gained'), await hectaresOf('lost')]).toEqual(['0', '0'])

      await page.locator('[data-line=bac-nam] .small-button').first().click()
      await dragHandle(page, [-90, 20])
      await expect.poll(() => hectaresOf('gained')).not.toBe('0')
      await expect.poll(async () => (await keptDocument(page)).scenarios[0]?.lines.length).toBe(1)
      await waitForIdle(page)
      const [scenario] = (await keptDocument(page)).scenarios
      if (!scenario) throw new Error('no scenario was kept')
      const lines = await standing(page, scenario)
      const asked = await post<WhatIf>(page, '/analysis/what-if', { bufferMeters: 5000, lines })
      const number = (value: number) =>
        new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
      await expect.poll(() => hectaresOf('gained')).toBe(number(asked.gained.areaHectares.value))
      expect(await hectaresOf('lost')).toBe(number(asked.lost.areaHectares.value))
      // And both are what coverage says of the same lines, to 0.01 %.
      const planned = await post<CoverageAnswer>(page, '/analysis/coverage', { bufferMeters: 5000 })
      const moved = await post<CoverageAnswer>(page, '/analysis/coverage', { bufferMeters: 5000, lines })
      const difference = moved.coverage.whole.areaHectares.value - planned.coverage.whole.areaHectares.value
      const net = asked.gained.areaHectares.value - asked.lost.areaHectares.value
      expect(Math.abs(net - difference)).toBeLessThan(1e-4 * planned.coverage.whole.areaHectares.value)
      expect(Math.abs(net / difference - 1)).toBeLessThan(1e-4)
      // Coloured on the map, under the names.
      expect(await countDrawnFeatures(page, ['scenario/gained'])).toBeGreaterThan(0)
      expect(await findAccessibilityProblems(page)).toEqual([])

      await page.keyboard.press('Control+z')
      await expect.poll(() => hectaresOf('gained')).toBe('0')
      await page.keyboard.press('Control+Shift+z')
      await expect.poll(() => hectaresOf('gained')).toBe(number(asked.gained.areaHectares.value))

      // Removing a corridor only loses.
      await page.locator('[data-line=trung-tam] .small-button').nth(2).click()
      await expect.poll(async () => Number((await hectaresOf('lost')).replace(/\D/gu, ''))).toBeGreaterThan(1000)
    })
  })

  it('is there after a reload, goes out and comes back as one file and by link', async () => {
    let hash = ''
    let kept: Scenario | undefined
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=draw` }, async ({ page }) => {
      await waitForIdle(page)
      await page.getByRole('button', { name: section, exact: true }).click()
      await page.getByRole('button', { name: create }).click()
      await waitForPencil(page)
      await page.locator('[data-line=quoc-te] .small-button').nth(2).click()
      await page.locator('[data-line=bac-nam] .small-button').nth(1).click()
      await clickMap(page, [[1000, 300], [1040, 420], [1100, 600]]) // prettier-ignore
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await keptDocument(page)).scenarios[0]?.lines.length).toBe(1)
      ;[kept] = (await keptDocument(page)).scenarios
      const text = await download(page, () => page.getByRole('button', { name: file }).click())
      expect(JSON.parse(text)).toMatchObject({
        type: 'FeatureCollection',
        scenario: { version: 1, bufferMeters: 5000, removed: ['quoc-te'] },
        features: [{ id: 'bac-nam', geometry: kept?.lines[0]?.geometry }],
      })
      await page.getByRole('button', { name: link }).click()
      await expect.poll(() => page.url()).toContain('&s=')
      hash = new URL(page.url()).hash
      expect(hash.length).toBeLessThan(2200)

      await page.reload()
      await page.getByRole('button', { name: section, exact: true }).click()
      if (await page.getByRole('button', { name: back }).isVisible())
        await page.getByRole('button', { name: back }).click()
      await expect.poll(() => page.locator('.draw-list li').count()).toBe(1)

      // Deleted, brought back by undo, deleted again, and opened from the file.
      await page.locator('.draw-list .icon-button').last().click()
      await expect.poll(() => page.locator('.draw-list li').count()).toBe(0)
      await page.locator('.draw-notice button').click()
      await expect.poll(() => page.locator('.draw-list li').count()).toBe(1)
      await page.locator('.draw-list .icon-button').last().click()
      const picker = page.locator('input[type=file]')
      await picker.setInputFiles({
        name: 'x.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from('{"type":'),
      })
      expect(await page.getByRole('alert').textContent()).toMatch(noScenario)
      await picker.setInputFiles({ name: 'y.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) })
      await expect.poll(async () => (await keptDocument(page)).scenarios[0]?.lines).toEqual(kept?.lines)
      expect((await keptDocument(page)).scenarios[0]).toMatchObject({ name: kept?.name, removed: ['quoc-te'] })
    })
    // Somebody else opens the link.
    await visitAtlas({ path: `/${hash}` }, async ({ page }) => {
      await page.locator('.what-if-changes').waitFor()
      const [opened] = (await keptDocument(page)).scenarios
      expect(opened).toMatchObject({ name: kept?.name, bufferMeters: 5000, removed: ['quoc-te'] })
      const [line] = opened?.lines ?? []
      const positions = line?.geometry.coordinates.flat().flat() ?? []
      for (const [i, degrees] of (kept?.lines[0]?.geometry.coordinates.flat().flat() ?? []).entries()) {
        expect(Math.abs((positions[i] ?? 0) - degrees)).toBeLessThan(1e-5)
      }
    })
    // A link that was cut short says so, and the rest of it still works.
    await visitAtlas({ path: `/${hash.replace(/s=([\w-]{20}).*/u, 's=$1')}&p=2030` }, async ({ page }) => {
      await expect.poll(() => page.getByRole('alert').first().textContent()).toMatch(broken)
      expect(await page.locator('.phase-bar [aria-pressed=true]').textContent()).toBe('2030')
    })
  })
})

describe('the ruler', () => {
  it('opens with M and measures each segment, the whole and an area on the ellipsoid', async () => {
    await visitAtlas({ path: '/#v=1&lang=en' }, async ({ page }) => {
      await waitForIdle(page)
      await page.keyboard.press('m')
      await page.locator('[data-tool=line][aria-pressed=true]').waitFor()
      await waitForPencil(page)
      await clickMap(page, [[800, 300], [900, 300]]) // prettier-ignore
      await page.mouse.move(1000, 400)
      await expect.poll(() => page.locator('[data-measure=segment]').count()).toBe(1)
      await clickMap(page, [[1000, 400]])
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.segment-list li').count()).toBe(2)
      const positions = await page.evaluate(() => {
        const { map } = (globalThis as unknown as { atlas: { map: UnprojectingMap } }).atlas
        return [
          [800, 300],
          [900, 300],
          [1000, 400],
        ]
          .map(([x = 0, y = 0]) => map.unproject([x, y])) // prettier-ignore
          .map(({ lng, lat }) => [lng, lat])
      })
      const { length } = await post<MeasureAnswer>(page, '/analysis/measure', {
        type: 'LineString',
        coordinates: positions,
      })
      const shown = Number.parseFloat((await page.locator('[data-measure=length]').innerText()).replace(' km', ''))
      expect(Math.abs(shown / (length?.lengthKilometers ?? 0) - 1)).toBeLessThan(1e-3)
      expect(await findAccessibilityProblems(page)).toEqual([])

      await page.locator('[data-tool=polygon]').click()
      await clickMap(page, first)
      await page.keyboard.press('Enter')
      expect(await page.locator('[data-measure=area]').innerText()).toMatch(/ha$/)
      await page.getByRole('button', { name: 'Keep as a drawing' }).click()
      await expect.poll(() => page.locator('.draw-list li').count()).toBe(1)
    })
  })
})

interface UnprojectingMap {
  unproject: (point: [number, number]) => { lng: number; lat: number }
}
