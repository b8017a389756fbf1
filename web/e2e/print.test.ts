/** P-7: the planner prints A3 at 1:250,000 with legend, VN-2000 grid and sources, and it is a true map. */
import { readFile } from 'node:fs/promises'
import jsQr from 'jsqr'
import sharp from 'sharp'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPdf, readPictures, readShapes, readText, toPixels } from '../pdf/testing/read-pdf.ts'
import { crossings } from '../print/testing/crossings.ts'
import { distanceClasses } from '../theme/distance-classes.ts'
import { dropFile } from './harness/drop-file.ts'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

const words = {
  vi: {
    title: 'Hành lang kinh tế ven biển: Nghi Sơn – Sầm Sơn',
    make: 'Tải PDF',
    cancel: 'Hủy',
    scale: 'Tỷ lệ 1:250.000',
    year: 'Năm quy hoạch: 2030',
    sources: 'Nguồn:',
    osm: '© người đóng góp OpenStreetMap (ODbL)',
    easting: /\d{3}\.000 mE/,
    northing: /2\.\d{3}\.000 mN/,
    layers: {
      corridors: '6 hành lang kinh tế',
      centres: '4 trung tâm kinh tế động lực',
      zones: 'Khu kinh tế Nghi Sơn và Na Mèo',
      ports: 'Cảng biển',
      airports: 'Cảng hàng không Thọ Xuân',
      'border-gates': 'Cửa khẩu',
      railways: 'Đường sắt, nhà ga',
    },
    badScale: 'Tỷ lệ phải từ 1:5.000 đến 1:1.000.000',
    scaleOff: 'độ dài lệch tới 0,8%',
    coverage: 'Độ phủ',
    added: ['PHÂN TÍCH VÀ DỮ LIỆU RIÊNG', 'Trong tầm', 'Ít nhất – nhiều nhất', 'Ngoài tầm'],
  },
  en: {
    title: 'Coastal corridor: Nghi Sơn – Sầm Sơn',
    make: 'Download PDF',
    cancel: 'Cancel',
    scale: 'Scale 1:250,000',
    year: 'Plan year: 2030',
    sources: 'Sources:',
    osm: '© OpenStreetMap contributors (ODbL)',
    easting: /\d{3},000 mE/,
    northing: /2,\d{3},000 mN/,
    layers: {
      corridors: '6 economic corridors',
      centres: '4 economic driver centres',
      zones: 'Nghi Sơn and Na Mèo economic zones',
      ports: 'Seaports',
      airports: 'Thọ Xuân airport',
      'border-gates': 'Border gates',
      railways: 'Railways, stations',
    },
    badScale: 'The scale must lie between 1:5,000 and 1:1,000,000',
    scaleOff: 'lengths are off by up to 0.8%',
    coverage: 'Coverage',
    added: ['ANALYSIS AND OWN DATA', 'Within reach', 'Least – most', 'Out of reach'],
  },
} as const

async function download(page: Page, button: string): Promise<Uint8Array> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: button }).click(),
  ])
  return new Uint8Array(await readFile(await file.path()))
}

describe.each(['vi', 'en'] as const)('P-7 print A3 at 1:250,000 (%s)', (language) => {
  const { title, make, scale, year, sources, osm, easting, northing, layers } = words[language]

  it('in three actions: true scale, text that can be selected, the legend of what is in the frame', async () => {
    const path = `/#v=1&m=9.6/19.6/105.8&p=2030&lang=${language}`
    await visitAtlas({ path, machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      // Three actions: a key, a typed title, a click.
      await page.keyboard.press('p')
      await page.locator('.print-panel input[maxlength]').fill(title)
      await waitForIdle(page)
      const bytes = await download(page, make)

      const document = await openPdf(bytes)
      expect(document.numPages).toBe(1)
      expect((await document.getMetadata()).info).toMatchObject({ Title: title, Language: language })
      const sheet = await document.getPage(1)
      const [, , right = 0, top = 0] = sheet.view
      expect([(right / 72) * 25.4, (top / 72) * 25.4].map(Math.round)).toEqual([420, 297])

      const text = (await readText(sheet)).replaceAll('\n', ' ')
      for (const part of [title, scale, year, sources, osm, 'EPSG:5897']) expect(text).toContain(part)
      expect(text).toMatch(easting)
      expect(text).toMatch(northing)

      // The legend names a layer if, and only if, the server has something of it in the frame.
      const bounds = await page.locator('.print-frame').getAttribute('data-bounds')
      for (const [collection, name] of Object.entries(layers)) {
        const found = await page.evaluate(async (address) => {
          const answer = (await (await fetch(address)).json()) as { numberMatched: number }
          return answer.numberMatched
        }, `./collections/${collection}/items?f=json&limit=1&bbox=${bounds}`)
        expect([collection, text.includes(name)]).toEqual([collection, found > 0])
      }

      const shapes = await readShapes(sheet)
      for (const share of [0.06, 0.5, 0.94])
        for (const [across, size] of [
          ['x', 297],
          ['y', 300],
        ] as const) {
          const lines = crossings(shapes, across, share * size)
          expect(lines.length).toBeGreaterThan(5)
          for (const [index, at] of lines.slice(1).entries())
            expect(Math.abs(((at - (lines[index] ?? 0)) * 250) / 10_000 - 1)).toBeLessThan(0.005)
        }

      const code = shapes.reduce((most, shape) => (shape.rings.length > most.rings.length ? shape : most))
      const { pixels, size } = toPixels([code], code.color)
      expect(jsQr(pixels, size, size)?.data).toBe(page.url())
    })
  })
})

describe.each(['vi', 'en'] as const)('a printed legend (%s)', (language) => {
  const { make, added } = words[language]

  it('names what open panels and own files add to the map, as far as it is in the frame', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=coverage`, machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      const point = (longitude: number, latitude: number) =>
        JSON.stringify({ type: 'Point', coordinates: [longitude, latitude] })
      // The map goes to the file that came last, and so does the frame.
      await dropFile(page, 'Ngoài khung.geojson', point(104.5, 20.5))
      await dropFile(page, 'Trong khung.geojson', point(105.7, 19.8))
      const order = () => page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getLayersOrder())
      await expect.poll(async () => (await order()).filter((id) => /^imported-.*\/point$/.test(id))).toHaveLength(2)
      await page.getByRole('tab', { name: words[language].coverage, exact: true }).click()
      await expect.poll(order).toContain('reach/edge')
      await waitForIdle(page)
      await page.keyboard.press('p')
      await waitForIdle(page)
      const document = await openPdf(await download(page, make))
      const text = (await readText(await document.getPage(1))).replaceAll('\n', ' ')
      for (const part of added) expect(text).toContain(part)
      expect(text).toContain('Trong khung')
      expect(text).not.toContain('Ngoài khung')
    })
  })
})

describe('a sheet too large for one drawing', () => {
  it('A0 comes in tiles that meet, true to scale in its middle, and says how far off it is at the edges', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&m=9/19.9/105.5', machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      await page.keyboard.press('p')
      const panel = page.locator('.print-panel')
      await panel.getByText('A0', { exact: true }).click()
      await panel.getByText('150 dpi', { exact: true }).click()
      await waitForIdle(page)
      const document = await openPdf(await download(page, words.en.make))
      const sheet = await document.getPage(1)
      const [, , right = 0, top = 0] = sheet.view
      expect([(right / 72) * 25.4, (top / 72) * 25.4].map(Math.round)).toEqual([1189, 841])
      const pictures = await readPictures(sheet)
      expect(pictures.length).toBeGreaterThan(1)
      expect(pictures.reduce((sum, { width, height }) => sum + width * height, 0)).toBeGreaterThan(18_500_000)
      // Each goes on where its neighbours end, a hair beneath them.
      const edge = (of: 'left' | 'top', to: 'right' | 'bottom') => {
        const begins = [...new Set(pictures.map((picture) => Math.round(picture[of])))].toSorted((a, b) => a - b)
        return begins.slice(1).map((begin) => pictures.some((one) => one[to] >= begin && one[to] < begin + 1))
      }
      expect([...edge('left', 'right'), ...edge('top', 'bottom')]).not.toContain(false)
      const text = (await readText(sheet)).replaceAll('\n', ' ')
      expect(text).toContain('Scale 1:250,000')
      expect(text).toMatch(/off by [01]\.\d+% at most/)
      const lines = crossings(await readShapes(sheet), 'x', 0.5 * 841)
      expect(lines.length).toBeGreaterThan(5)
      const interval = Math.round((((lines[1] ?? 0) - (lines[0] ?? 0)) * 250) / 1000) * 1000
      for (const [index, at] of lines.slice(1).entries())
        expect(Math.abs(((at - (lines[index] ?? 0)) * 250) / interval - 1)).toBeLessThan(0.005)
    })
  })
})

describe.each(['vi', 'en'] as const)('the print panel (%s)', (language) => {
  const { make, cancel, badScale, scaleOff } = words[language]

  it('can be left again, keeps what was chosen, and stops when asked', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}`, machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      await page.keyboard.press('p')
      const panel = page.locator('.print-panel')
      const scale = panel.locator('input[inputmode="numeric"]')
      await scale.fill('3')
      expect(await panel.textContent()).toContain(badScale)
      await scale.fill('1:1.000.000')
      await expect.poll(() => panel.textContent()).toContain(scaleOff)
      await scale.fill('1:400.000')
      await expect.poll(() => panel.textContent()).not.toContain('0.5%'.replace('.', language === 'vi' ? ',' : '.'))
      expect(await findAccessibilityProblems(page)).toEqual([])

      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })
      await page.keyboard.press('p')
      expect((await scale.inputValue()).replaceAll(/\D/g, '')).toBe('400000')

      await page.getByRole('button', { name: make }).click()
      await page.getByRole('button', { name: cancel }).click()
      await page.getByRole('button', { name: make }).waitFor()
      expect(await page.locator('.map canvas').count()).toBe(1)

      // By keys alone: the focus goes to the button that took the place of the pressed one, and Escape stops and closes.
      const focused = (name: string) =>
        page.getByRole('button', { name }).evaluate((button) => button === document.activeElement)
      await expect.poll(() => focused(make)).toBe(true)
      await page.keyboard.press('Enter')
      await expect.poll(() => focused(cancel)).toBe(true)
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })
    })
  })
})

describe.each([
  { language: 'vi', name: 'PNG màn hình', width: 1366, height: 768 },
  { language: 'en', name: 'PNG, double size', width: 2732, height: 1536 },
])('a PNG of the view ($language)', ({ language, name, width, height }) => {
  it('has the size of the screen or twice it, with the map on one side and its explanation on the other', async () => {
    const path = `/#v=1&m=9.6/19.6/105.8&lang=${language}`
    await visitAtlas({ path, machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      await page.keyboard.press('p')
      const bytes = await download(page, name)
      const picture = sharp(bytes)
      expect(await picture.metadata()).toMatchObject({ format: 'png', width, height })
      // The margin of the column is white paper; at the other side there is no white, but land, sea and plan.
      const brightness = async (left: number) => {
        const strip = sharp(bytes).extract({ left, top: 0, width: 12, height }).greyscale()
        return (await sharp(await strip.png().toBuffer()).stats()).channels[0]
      }
      expect(await brightness(2)).toMatchObject({ min: 255, max: 255 })
      expect((await brightness(width - 14))?.mean).toBeLessThan(252)
    })
  })
})

it('what deck.gl draws fills the picture at any sharpness: hexagons of distances on all of the land', async () => {
  const path = '/#v=1&m=10.6/19.9/105.5&lang=en&tab=coverage&gap=1'
  await visitAtlas({ path, machine: machines.laptop }, async ({ page }) => {
    await page.locator('.distance-legend').waitFor()
    await waitForIdle(page)
    await page.keyboard.press('p')
    const bytes = await download(page, 'PNG, double size')
    const colors = distanceClasses.map(({ color }) =>
      [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)),
    )
    // The frame lies over the middle of the province: 25 km from that in four directions there is land.
    for (const [left, top] of [
      [950, 420],
      [1700, 420],
      [950, 1000],
      [1700, 1000],
    ] as const) {
      const area = { left, top, width: 180, height: 180 }
      const pixels = await sharp(bytes).extract(area).resize(30, 30).removeAlpha().raw().toBuffer()
      const isHexagon = (at: number) =>
        colors.some((color) => color.every((value, channel) => Math.abs(value - (pixels[at + channel] ?? 0)) < 60))
      const colored = Array.from({ length: 900 }, (_, i) => isHexagon(3 * i)).filter(Boolean).length
      expect([left, top, colored > 500]).toEqual([left, top, true])
    }
  })
})
