/** Scenarios and the ruler, as a planner works with them, in both languages. */
import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import type { MeasureAnswer } from '../../server/domain/analysis.ts'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import type { Scenario, ScenarioFile } from '../../server/domain/scenario.ts'
import type { WhatIf } from '../../server/domain/what-if.ts'
import { post } from './harness/ask-server.ts'
import { clickMap, downloadText, keptDocument, waitForPencil, type Point } from './harness/drawing.ts'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle } from './harness/wait-for-idle.ts'

// Each test is a whole session of a planner; on a machine that draws in software it takes its time.
vi.setConfig({ testTimeout: 150_000 })

const words = {
  vi: {
    locale: 'vi-VN',
    section: 'Kịch bản',
    create: 'Kịch bản mới',
    back: /Mọi kịch bản/,
    drag: 'Kéo',
    redraw: 'Vẽ lại',
    remove: 'Bỏ',
    link: 'Sao chép liên kết',
    file: 'Xuất tệp GeoJSON',
    formats: 'Định dạng khác…',
    download: 'Tải xuống',
    name: 'Tên',
    tooLarge: /quá lớn cho một liên kết/,
    broken: /không đọc được/,
    noScenario: /không phải JSON/,
    compare: /So sánh với “/,
    keep: 'Giữ lại thành hình vẽ',
  },
  en: {
    locale: 'en-GB',
    section: 'What if',
    create: 'New scenario',
    back: /All scenarios/,
    drag: 'Drag',
    redraw: 'Redraw',
    remove: 'Remove',
    link: 'Copy a link',
    file: 'Export as GeoJSON',
    formats: 'Other formats…',
    download: 'Download',
    name: 'Name',
    tooLarge: /too large for a link/,
    broken: /cannot be read/,
    noScenario: /is not JSON/,
    compare: /Compare with “/,
    keep: 'Keep as a drawing',
  },
} as const
const languages = ['vi', 'en'] as const
type Words = (typeof words)[(typeof languages)[number]]

/** A new scenario, open in the panel, the pencil ready. */
async function startScenario(page: Page, { section, create }: Words): Promise<void> {
  await waitForIdle(page)
  await page.getByRole('button', { name: section, exact: true }).click()
  await page.getByRole('button', { name: create }).click()
  await waitForPencil(page)
  await page.locator('.what-if-changes').waitFor()
}

async function pressLine(page: Page, line: string, button: string): Promise<void> {
  await page.locator(`[data-line=${line}]`).getByRole('button', { name: button, exact: true }).click()
}

async function keptScenario(page: Page): Promise<Scenario> {
  const [scenario] = (await keptDocument(page)).scenarios
  if (!scenario) throw new Error('no scenario was kept')
  return scenario
}

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
    .map(({ id, geometry, properties: { uncertaintyMeters } }) => ({ id, geometry, uncertaintyMeters }))
  const features = [...kept, ...lines].map(({ id, geometry, uncertaintyMeters }) => ({
    type: 'Feature',
    id,
    geometry,
    properties: { uncertaintyMeters },
  }))
  return { type: 'FeatureCollection', features }
}

interface PencilMap {
  queryRenderedFeatures: (options: object) => {
    properties: Record<string, unknown>
    geometry: { coordinates: [number, number] }
  }[]
  project: (position: [number, number]) => { x: number; y: number }
  unproject: (point: [number, number]) => { lng: number; lat: number }
}
type PencilWindow = typeof globalThis & { atlas: { map: PencilMap } }

/** Drags a handle of the line that is open, one in the middle of the free part of the map. */
async function dragHandle(page: Page, by: Point): Promise<void> {
  await expect.poll(() => countDrawnFeatures(page, ['pencil-point'])).toBeGreaterThan(4)
  await waitForIdle(page)
  const handles = await page.evaluate(() => {
    const { map } = (globalThis as PencilWindow).atlas
    return map
      .queryRenderedFeatures({ layers: ['pencil-point'] })
      .filter(({ properties }) => properties['selectionPoint'] === true)
      .map(({ geometry }) => map.project(geometry.coordinates))
      .map(({ x, y }) => ({ x, y }))
  })
  const [handle] = handles
    .filter(({ x, y }) => x > 500 && x < 1250 && y > 120 && y < 620)
    .toSorted((one, other) => Math.abs(one.y - 370) - Math.abs(other.y - 370))
  if (!handle) throw new Error(`no handle is in sight: ${JSON.stringify(handles)}`)
  await page.mouse.move(handle.x, handle.y)
  await page.mouse.down()
  for (let i = 1; i <= 8; i++) await page.mouse.move(handle.x + (i / 8) * by[0], handle.y + (i / 8) * by[1])
  await page.mouse.up()
}

async function hectaresOf(page: Page, which: 'gained' | 'lost'): Promise<string> {
  const text = await page.locator(`.what-if-changes [data-change=${which}] .computed`).first().innerText()
  return text.replace(/\s?ha$/u, '')
}

describe.each(languages)('a scenario (%s)', (language) => {
  const is = words[language]

  it('shows what dragging a corridor gains and loses as the server has it, and undoes it', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=draw` }, async ({ page }) => {
      await startScenario(page, is)
      const changes = async () => [await hectaresOf(page, 'gained'), await hectaresOf(page, 'lost')]
      expect(await changes()).toEqual(['0', '0'])

      await pressLine(page, 'bac-nam', is.drag)
      await dragHandle(page, [-90, 20])
      await expect.poll(async () => (await keptScenario(page)).lines.length).toBe(1)
      const lines = await standing(page, await keptScenario(page))
      const asked = await post<WhatIf>(page, '/analysis/what-if', { bufferMeters: 5000, lines })
      const number = (value: number) =>
        new Intl.NumberFormat(is.locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
      const whole = (value: number) => new Intl.NumberFormat(is.locale, { maximumFractionDigits: 0 }).format(value)
      const moved = [asked.gained, asked.lost].map(({ areaHectares }) => number(areaHectares.value))
      await expect.poll(changes).toEqual(moved)
      expect(asked.gained.areaHectares.value).toBeGreaterThan(100)
      for (const which of ['gained', 'lost'] as const) {
        const people = page.locator(`.what-if-changes [data-change=${which}] p`).nth(1)
        expect(await people.textContent()).toContain(whole(asked[which].people.value))
      }
      // Parks, ports and gates that change sides: the server's, each with the side it changes to.
      const names = (list: readonly { features: readonly { name_vi: string; name_en: string }[] }[]) =>
        list.flatMap(({ features }) => features.map((one) => (language === 'vi' ? one.name_vi : one.name_en)))
      await expect
        .poll(() => page.locator('.change-list .link-button').allInnerTexts())
        .toEqual([...names(asked.areas), ...names(asked.points)])
      // And both are what coverage says of the same lines, to 0.01 %.
      const planned = await post<CoverageAnswer>(page, '/analysis/coverage', { bufferMeters: 5000 })
      const after = await post<CoverageAnswer>(page, '/analysis/coverage', { bufferMeters: 5000, lines })
      const difference = after.coverage.whole.areaHectares.value - planned.coverage.whole.areaHectares.value
      const net = asked.gained.areaHectares.value - asked.lost.areaHectares.value
      expect(Math.abs(net - difference)).toBeLessThan(1e-4 * planned.coverage.whole.areaHectares.value)
      // Coloured on the map, under the names.
      await expect.poll(() => countDrawnFeatures(page, ['scenario/gained'])).toBeGreaterThan(0)
      expect(await findAccessibilityProblems(page)).toEqual([])

      await page.keyboard.press('Control+z')
      await expect.poll(changes).toEqual(['0', '0'])
      await page.keyboard.press('Control+Shift+z')
      await expect.poll(changes).toEqual(moved)

      // Without a corridor at all something is only lost.
      await page.keyboard.press('Control+z')
      await pressLine(page, 'trung-tam', is.remove)
      await expect.poll(async () => Number((await hectaresOf(page, 'lost')).replace(/\D/gu, ''))).toBeGreaterThan(1000)
      expect(await hectaresOf(page, 'gained')).toBe('0')
    })
  })

  it('has a name, is there after a reload, goes out and comes back as one file and by link', async () => {
    let hash = ''
    let kept: Scenario | undefined
    const name = language === 'vi' ? 'Bắc – Nam lệch đông' : 'North–South, further east'
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=draw` }, async ({ page }) => {
      await startScenario(page, is)
      await page.getByLabel(is.name, { exact: true }).fill(name)
      await page.keyboard.press('Enter')
      await pressLine(page, 'quoc-te', is.remove)
      await pressLine(page, 'bac-nam', is.redraw)
      await clickMap(page, [
        [1000, 300],
        [1040, 420],
        [1100, 600],
      ])
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await keptScenario(page)).lines.length).toBe(1)
      kept = await keptScenario(page)
      expect(kept).toMatchObject({ name, removed: ['quoc-te'], lines: [{ corridorId: 'bac-nam' }] })
      expect(kept.lines[0]?.geometry.coordinates).toHaveLength(3)
      const text = await downloadText(page, () => page.getByRole('button', { name: is.file }).click())
      expect(JSON.parse(text)).toMatchObject({
        type: 'FeatureCollection',
        scenario: { version: 1, name, bufferMeters: 5000, removed: ['quoc-te'] },
        features: [{ id: 'bac-nam', geometry: kept.lines[0]?.geometry }],
      })
      // Its lines in other formats, the removed one left out, with the credits of those that are the plan's.
      await page.getByRole('button', { name: is.formats }).click()
      const exporting = page.locator('.export-panel')
      await exporting.getByText('GeoJSON', { exact: true }).click()
      const lines = JSON.parse(
        await downloadText(page, () => exporting.getByRole('button', { name: is.download }).click()),
      ) as { metadata: { sources: string[] }; features: { id: string; properties: { state: string } }[] }
      expect(lines.features.map(({ id, properties }) => [id, properties.state])).toContainEqual(['bac-nam', 'changed'])
      expect(lines.features.map(({ id }) => id)).not.toContain('quoc-te')
      expect(lines.metadata.sources.join(' ')).toContain('CC BY 4.0')
      await page.getByRole('button', { name: is.link }).click()
      await expect.poll(() => page.url()).toContain('&s=')
      hash = new URL(page.url()).hash
      expect(hash.length).toBeLessThan(2200)

      // Its own page knows it already: one scenario, not two.
      await page.reload()
      await page.locator('.what-if-changes').waitFor()
      await page.getByRole('button', { name: is.back }).click()
      const list = page.locator('.draw-list li')
      await expect.poll(() => list.allInnerTexts()).toEqual([expect.stringContaining(name)])

      // Deleted, brought back by undo, deleted again, and opened from the file.
      const remove = list.locator('.icon-button').last()
      await remove.click()
      await expect.poll(() => list.count()).toBe(0)
      await page.locator('.draw-notice button').click()
      await expect.poll(() => list.count()).toBe(1)
      await remove.click()
      await expect.poll(() => list.count()).toBe(0)
      const picker = page.locator('input[type=file]')
      const file = (content: string) => ({
        name: 'x.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(content),
      })
      await picker.setInputFiles(file('{"type":'))
      expect(await page.getByRole('alert').textContent()).toMatch(is.noScenario)
      await picker.setInputFiles(file(text))
      await expect.poll(async () => (await keptDocument(page)).scenarios[0]?.lines).toEqual(kept.lines)
      expect(await keptScenario(page)).toMatchObject({ name, removed: ['quoc-te'] })
    })
    // Somebody else opens the link.
    await visitAtlas({ path: `/${hash}` }, async ({ page }) => {
      await page.locator('.what-if-changes').waitFor()
      const opened = await keptScenario(page)
      expect(opened).toMatchObject({ name, bufferMeters: 5000, removed: ['quoc-te'] })
      const positions = opened.lines[0]?.geometry.coordinates.flat().flat() ?? []
      const before = kept?.lines[0]?.geometry.coordinates.flat().flat() ?? []
      expect(positions).toHaveLength(before.length)
      for (const [i, degrees] of before.entries()) expect(Math.abs((positions[i] ?? 0) - degrees)).toBeLessThan(1e-5)
    })
    // A link that was cut short says so, and the rest of it still works.
    await visitAtlas({ path: `/${hash.replace(/s=([\w-]{20}).*/u, 's=$1')}&p=2030` }, async ({ page }) => {
      await expect.poll(() => page.getByRole('alert').first().textContent()).toMatch(is.broken)
      expect(await page.locator('.phase-bar [aria-pressed=true]').textContent()).toBe('2030')
    })
  })

  it('is held against another one: both in columns, as the server has them, and the difference', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=draw` }, async ({ page }) => {
      await startScenario(page, is)
      await pressLine(page, 'quoc-te', is.remove)
      await page.getByRole('button', { name: is.back }).click()
      await page.getByRole('button', { name: is.create }).click()
      await pressLine(page, 'bac-nam', is.redraw)
      await clickMap(page, [
        [1000, 300],
        [1040, 420],
        [1100, 600],
      ])
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await keptDocument(page)).scenarios[1]?.lines.length).toBe(1)
      await page.getByRole('button', { name: is.compare }).click()

      const { scenarios } = await keptDocument(page)
      const [first, second] = [scenarios[1], scenarios[0]]
      if (!first || !second) throw new Error('two scenarios are kept')
      const answers: WhatIf[] = []
      for (const one of [first, second]) {
        const lines = await standing(page, one)
        answers.push(await post(page, '/analysis/what-if', { bufferMeters: one.bufferMeters, lines }))
      }
      const shown = (section: string, row: number) =>
        page.locator(`[data-section=${section}] tbody tr`).nth(row).locator('td').allInnerTexts()
      const number = (value: number, options: Intl.NumberFormatOptions = {}) => {
        const size = Math.abs(value)
        const maximumFractionDigits = size < 10 ? 2 : size < 1000 ? 1 : 0
        return new Intl.NumberFormat(is.locale, { maximumFractionDigits, ...options }).format(value)
      }
      for (const [section, row, of] of [
        ['changes', 1, ({ gained }: WhatIf) => gained.areaHectares.value],
        ['changes', 2, ({ lost }: WhatIf) => lost.areaHectares.value],
        ['reach', 0, ({ scenario }: WhatIf) => scenario.areaHectares.value],
      ] as const) {
        const [one = NaN, other = NaN] = answers.map(of)
        const expected = [number(one), number(other), number(other - one, { signDisplay: 'exceptZero' })]
        await expect.poll(async () => (await shown(section, row)).map((text) => text.split('\n')[0])).toEqual(expected)
      }
      const headings = await page.locator('[data-section=changes] thead th').allInnerTexts()
      expect(headings.slice(1, 3)).toEqual([first.name, second.name])
      expect(await findAccessibilityProblems(page)).toEqual([])
    })
  })

  it('that is too large for a link says so and is left to the file', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=draw` }, async ({ page }) => {
      await waitForIdle(page)
      await page.getByRole('button', { name: is.section, exact: true }).click()
      const before = page.url()
      // A meandering line of 700 corners: no two steps are alike.
      const coordinates = Array.from({ length: 700 }, (_, i) => [
        105 + i / 1000 + Math.sin(i * i) / 900,
        19.8 + Math.sin(i / 40) / 6 + Math.cos(i * i) / 900,
      ])
      const scenario: ScenarioFile = {
        type: 'FeatureCollection',
        scenario: { version: 1, name: 'x', bufferMeters: 5000, removed: [] },
        features: [
          {
            type: 'Feature',
            id: 'long',
            properties: { corridorId: null, name: 'x', uncertaintyMeters: 100 },
            geometry: { type: 'LineString', coordinates },
          },
        ],
      }
      const buffer = Buffer.from(JSON.stringify(scenario))
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'x.geojson', mimeType: 'application/geo+json', buffer })
      await page.locator('[data-line=long]').waitFor()
      await page.getByRole('button', { name: is.link }).click()
      await expect.poll(() => page.locator('.draw-notice').textContent()).toMatch(is.tooLarge)
      expect(page.url()).toBe(before)
    })
  })
})

describe.each(languages)('the ruler (%s)', (language) => {
  const is = words[language]

  it('opens with M and measures each segment, the whole and an area on the ellipsoid', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}` }, async ({ page }) => {
      await waitForIdle(page)
      await page.keyboard.press('m')
      await page.locator('[data-tool=line][aria-pressed=true]').waitFor()
      await waitForPencil(page)
      const measured = async (what: string) => {
        const text = await page.locator(`[data-measure=${what}]`).innerText()
        const plain = language === 'vi' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
        return Number.parseFloat(plain)
      }
      const line: Point[] = [
        [800, 300],
        [900, 300],
        [1000, 400],
      ]
      await clickMap(page, line.slice(0, 2))
      await page.mouse.move(1000, 400)
      await expect.poll(() => page.locator('[data-measure=segment]').count()).toBe(1)
      await clickMap(page, line.slice(2))
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.segment-list li').count()).toBe(2)
      const positions = (points: readonly Point[]) =>
        page.evaluate(
          (pixels) =>
            pixels
              .map(([x, y]) => (globalThis as PencilWindow).atlas.map.unproject([x, y]))
              .map(({ lng, lat }) => [lng, lat]),
          points,
        )
      const asked = await post<MeasureAnswer>(page, '/analysis/measure', {
        type: 'LineString',
        coordinates: await positions(line),
      })
      // A corner may have snapped to an edge a few pixels away.
      expect(Math.abs((await measured('length')) / (asked.length?.lengthKilometers ?? 0) - 1)).toBeLessThan(0.1)
      expect(await findAccessibilityProblems(page)).toEqual([])

      await page.locator('[data-tool=polygon]').click()
      await clickMap(page, [
        [860, 330],
        [1040, 320],
        [1010, 450],
      ])
      await page.keyboard.press('Enter')
      await page.locator('[data-measure=area]').waitFor()
      const area = await measured('area')
      await page.getByRole('button', { name: is.keep }).click()
      await expect.poll(() => page.locator('.draw-list li').count()).toBe(1)
      // What was kept is the shape that was measured, and the server measures the same.
      await expect.poll(async () => (await keptDocument(page)).drawings.length).toBe(1)
      const { drawings } = await keptDocument(page)
      const again = await post<MeasureAnswer>(page, '/analysis/measure', drawings[0]?.geometry ?? {})
      expect(area).toBeCloseTo(again.ellipsoidArea?.areaHectares ?? 0, 0)
    })
  })
})

describe('the pencil', () => {
  it('snaps to the edges of communes when they are shown', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi&tab=draw&m=11/19.8/105.77&l=+units' }, async ({ page }) => {
      await waitForIdle(page)
      await waitForPencil(page)
      await page.locator('[data-tool=polygon]').click()
      // A spot in the middle of an edge between communes, far from every corner, and where it lies on the screen.
      const spots = await page.evaluate(async () => {
        const { map } = (globalThis as PencilWindow).atlas
        const { features } = (await (await fetch('/collections/units/items?f=geojson&limit=500')).json()) as {
          features: { geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon }[]
        }
        const rings = features.flatMap(({ geometry }) =>
          geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
        )
        return rings.flatMap((ring) =>
          ring.slice(1).flatMap((to, i) => {
            const from = ring[i] ?? to
            const [one, other] = [from, to].map(([x = 0, y = 0]) => map.project([x, y]))
            if (!one || !other || Math.hypot(one.x - other.x, one.y - other.y) < 50) return []
            const [x, y] = [(one.x + other.x) / 2, (one.y + other.y) / 2]
            return x > 560 && x < 1200 && y > 150 && y < 600 ? [{ x, y, from, to }] : []
          }),
        )
      })
      const [spot] = spots
      if (!spot) throw new Error('no edge of a commune is in sight')
      // Edges are fetched when they are first wanted: the pencil shows when it has something to snap to.
      await expect
        .poll(async () => {
          await page.mouse.move(spot.x + 30, spot.y + 30)
          await page.mouse.move(spot.x + 4, spot.y + 3)
          return page.evaluate(() =>
            (globalThis as PencilWindow).atlas.map
              .queryRenderedFeatures({ layers: ['pencil-point'] })
              .some(({ properties }) => properties['snappingPoint'] === true),
          )
        })
        .toBe(true)
      await clickMap(page, [
        [spot.x + 4, spot.y + 3],
        [spot.x + 90, spot.y + 40],
        [spot.x + 20, spot.y + 110],
      ])
      await page.keyboard.press('Enter')
      await page.locator('.contents-table').first().waitFor()
      const { drawings } = await keptDocument(page)
      const geometry = drawings[0]?.geometry
      const [x = 0, y = 0] = (geometry?.type === 'Polygon' ? geometry.coordinates[0]?.[0] : undefined) ?? []
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [spot.from, spot.to]
      // On the edge to a centimetre, which is what is kept of a corner.
      const off = Math.abs((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / Math.hypot(x2 - x1, y2 - y1)
      expect(off).toBeLessThan(2e-7)
    })
  })
})
