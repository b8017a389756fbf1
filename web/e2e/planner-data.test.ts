/** P-8: a planner's own files on the map, in every format, in both languages; and files that mean harm. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Feature, FeatureCollection, Position } from 'geojson'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { geodesicDistanceMeters } from '../../server/analysis/measure.ts'
import { dropFile } from './harness/drop-file.ts'
import { tenMegabytes } from './harness/large-file.ts'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(resolve(import.meta.dirname, '../exchange/fixtures', name)))
const geoPackage = Object.values(unzipSync(fixture('control-5897.gpkg.zip')))[0] ?? new Uint8Array()
const crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5897"}}'
const geoJson = `{"type":"FeatureCollection",${crs},"features":[${[
  [581102.2425, 2191076.7308],
  [435207.6523, 2286543.9527],
  [499804.1396, 2134771.7209],
  [585954.8114, 2140510.2354],
  [609642.1187, 2218133.3777],
]
  .map(
    (position) =>
      `{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":${JSON.stringify(position)}}}`,
  )
  .join()}]}`

/** From cs2cs. */
const golden: Position[] = [
  [105.776, 19.807],
  [104.38, 20.67],
  [105.0, 19.3],
  [105.82, 19.35],
  [106.05, 20.05],
]

const files: { name: string; content: Uint8Array | string; isAsked: boolean }[] = [
  { name: 'moc.zip', content: fixture('control-5897.zip'), isAsked: false },
  { name: 'moc.gpkg', content: geoPackage, isAsked: false },
  { name: 'moc.kml', content: fixture('control.kml'), isAsked: false },
  { name: 'moc.csv', content: fixture('control-points.csv'), isAsked: true },
  { name: 'moc.dxf', content: fixture('control-5897.dxf'), isAsked: true },
  { name: 'moc.geojson', content: geoJson, isAsked: false },
]

/** Where the page has put the imported points, as it keeps them in the browser. */
async function importedPoints(page: Page): Promise<Position[]> {
  const collections = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('thanh-hoa-atlas-imported')
      opening.addEventListener('success', () => done(opening.result))
      opening.addEventListener('error', () => failed(opening.error ?? new Error('closed')))
    })
    const layers = await new Promise<{ data: Blob }[]>((done) => {
      const reading = database.transaction('layers').objectStore('layers').getAll()
      reading.addEventListener('success', () => done(reading.result as { data: Blob }[]))
    })
    database.close()
    return Promise.all(layers.map(async ({ data }) => JSON.parse(await data.text()) as FeatureCollection))
  })
  return collections.flatMap(({ features }) =>
    features.flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : [])),
  )
}

describe.each([
  { language: 'vi', overlap: /Phần chung với quy hoạch/, province: /Tỉnh Thanh Hóa/ },
  { language: 'en', overlap: /Overlap with the plan/, province: /Thanh Hóa province/ },
])('P-8 drop a file in VN-2000 ($language)', ({ language, overlap, province }) => {
  it('each format in at most two actions, within a metre, with its overlap with the plan', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}` }, async ({ page }) => {
      const sent: string[] = []
      page.on('request', (request) => {
        if (request.method() !== 'GET') sent.push(request.url())
      })
      await waitForIdle(page)
      for (const { name, content, isAsked } of files) {
        await dropFile(page, name, content)
        if (isAsked) {
          const first = page.locator('.system-choice').first()
          expect(await first.textContent()).toContain('EPSG:5897')
          await first.click()
        }
        const report = page.locator('.overlap[open]').filter({ hasText: province })
        await report.first().waitFor()
        expect(await report.first().textContent(), name).toMatch(overlap)
        await expect.poll(async () => (await importedPoints(page)).length).toBe(golden.length)
        const points = await importedPoints(page)
        points.forEach((point, at) => {
          expect(geodesicDistanceMeters(point, golden[at] ?? []), name).toBeLessThan(1)
        })
        await waitForIdle(page)
        const removes = page.locator('.data-actions button:last-child')
        while ((await removes.count()) > 0) await removes.first().click()
      }
      expect(sent).toEqual([])
    })
  })
})

describe.each([
  {
    language: 'vi',
    sentences: [
      /quá 160 MB nên không mở/,
      /chỉ nhận tới 48 MB/,
      /có hơn 800\.000 điểm/,
      /không có hình nào vẽ được/,
      /hỏng hoặc bị cắt ngang/,
      /Không thấy cột tọa độ|không thấy cột tọa độ/,
    ],
  },
  {
    language: 'en',
    sentences: [
      /more than 160 MB, so it was not opened/,
      /takes up to 48 MB/,
      /more than 800,000 positions/,
      /nothing to draw/,
      /damaged or cut short/,
      /no columns with coordinates/,
    ],
  },
])('P-8 a hostile file ($language)', ({ language, sentences }) => {
  it('ends in a sentence, and the page goes on', async () => {
    const bomb = zipSync({ 'a.csv': strToU8('x,y') })
    const view = new DataView(bomb.buffer)
    view.setUint32(view.getUint32(bomb.length - 6, true) + 24, 2_000_000_000, true)
    const hostile: [string, Uint8Array | string][] = [
      ['bom.zip', bomb],
      ['lon.geojson', new Uint8Array(50 * 1024 * 1024)],
      ['trieu.geojson', `{"type":"LineString","coordinates":[${'[105.1,20],'.repeat(1_000_000)}[105,20]]}`],
      ['nan.geojson', '{"type":"Point","coordinates":["NaN",null]}'],
      ['cut.geojson', '{"type":"FeatureCollection","features":['],
      ['ages.csv', 'name,age\nA,12\n'],
    ]
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=data`, machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      for (const [at, [name, content]] of hostile.entries()) {
        await dropFile(page, name, content)
        const alert = page.getByRole('alert').filter({ hasText: name })
        await alert.waitFor()
        expect(await alert.textContent()).toMatch(sentences[at] ?? /^$/)
        expect(await page.locator('.data-layer').count()).toBe(0)
        await alert.getByRole('button').click()
      }
      await dropFile(page, 'good.geojson', '{"type":"Point","coordinates":[105.776,19.807]}')
      await page.locator('.data-layer').waitFor()
    })
  })
})

describe('a large file', () => {
  it('of 10 MB comes in while the page keeps moving; a second one can be called off', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&tab=data', machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      const content = tenMegabytes()
      expect(content.length).toBeGreaterThan(9_500_000)
      await page.evaluate(() => {
        const counter = { frames: 0, longest: 0 }
        Object.assign(globalThis, { counter })
        const tick = () => {
          counter.frames++
          requestAnimationFrame(tick)
        }
        requestAnimationFrame(tick)
      })
      const frames = () =>
        page.evaluate(() => (globalThis as unknown as { counter: { frames: number } }).counter.frames)
      await dropFile(page, 'lines.geojson', content)
      await page.locator('.data-job').waitFor()
      const before = await frames()
      await page.locator('.data-layer').waitFor({ timeout: 40_000 })
      // The work was the worker's: had it been the page's, no frame would have been drawn meanwhile.
      expect((await frames()) - before).toBeGreaterThan(5)
      expect(await page.locator('.data-layer').textContent()).toContain('500 features')

      await dropFile(page, 'again.geojson', content)
      await page.locator('.data-job').getByRole('button', { name: 'Cancel' }).click()
      await page.locator('.data-job').waitFor({ state: 'detached' })
      expect(await page.locator('.data-layer').count()).toBe(1)
    })
  })
})

describe('imported layers', () => {
  it('brought in by the button stay on the map in every other tab', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi&tab=data', machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      const file = { name: 'moc.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(geoJson) }
      await page.locator('.file-choice input').setInputFiles(file)
      await page.locator('.data-layer').waitFor()
      const onMap = () =>
        page.evaluate(() =>
          (globalThis as AtlasWindow).atlas.map.getLayersOrder().some((id) => /^imported-.*\/point$/.test(id)),
        )
      await expect.poll(onMap).toBe(true)
      await page.getByRole('tab', { name: 'Vẽ', exact: true }).click()
      await page.locator('[data-tool=polygon]').waitFor()
      await waitForIdle(page)
      expect(await onMap()).toBe(true)
    })
  })

  it('on a phone: the card of a row lies over the table, within a thumb’s reach', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi&tab=data', machine: machines.phone }, async ({ page }) => {
      await waitForIdle(page)
      const ring = '[[105.8,20.1],[105.9,20.1],[105.9,20.15],[105.8,20.1]]'
      await dropFile(page, 'ranh.geojson', `{"type":"Polygon","coordinates":[${ring}]}`)
      await page.locator('.data-layer').waitFor()
      await page.locator('.data-actions button').nth(1).click()
      await page.locator('.data-table td button').first().click()
      const replace = page.locator('.replace').getByRole('button', { name: 'Thay hình' })
      await replace.scrollIntoViewIfNeeded()
      const isOnTop = await replace.evaluate((button) => {
        const { left, top, width, height } = button.getBoundingClientRect()
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })
      expect(isOnTop).toBe(true)
      expect(await findAccessibilityProblems(page)).toEqual([])
    })
  })

  it('are kept, named, coloured, hidden, filtered, removed and brought back', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&tab=data' }, async ({ page }) => {
      await waitForIdle(page)
      await dropFile(page, 'survey.gpkg', geoPackage)
      const layers = page.locator('.data-layer')
      await expect.poll(() => layers.count()).toBe(2)
      const points = layers.filter({ hasText: '5 features' })
      await waitForIdle(page)
      const drawn = async () => {
        const order = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getLayersOrder())
        return countDrawnFeatures(
          page,
          order.filter((id) => /^imported-.*\/point$/.test(id)),
        )
      }
      await expect.poll(drawn).toBeGreaterThanOrEqual(5)

      await points.getByRole('button', { name: 'Rename' }).click()
      await page.getByRole('textbox', { name: 'Layer name' }).fill('Control points')
      await page.keyboard.press('Enter')
      await points.getByRole('button', { name: 'Attribute table' }).click()
      const table = page.getByRole('region', { name: /Attribute table of “Control points”/ })
      await expect.poll(() => table.locator('tbody tr').count()).toBe(5)
      await table.getByRole('button', { name: 'so' }).click()
      await table.getByRole('button', { name: 'so' }).click()
      await expect.poll(() => table.locator('tbody tr').first().textContent()).toContain('Điểm khống chế 5')
      await table.getByRole('searchbox').fill('diem khong che 3')
      await expect.poll(() => table.locator('tbody tr').count()).toBe(1)
      await table.locator('tbody button').click()
      const card = page.locator('.imported-card')
      await expect.poll(() => card.textContent()).toContain('Điểm khống chế 3')
      expect(await findAccessibilityProblems(page)).toEqual([])

      await points.getByRole('checkbox').uncheck()
      await waitForIdle(page)
      expect(await drawn()).toBe(0)

      await page.reload()
      await expect.poll(() => layers.count()).toBe(2)
      expect(await points.textContent()).toContain('Control points')
      expect(await points.getByRole('checkbox').isChecked()).toBe(false)
      await points.getByRole('button', { name: 'Remove' }).click()
      await expect.poll(() => layers.count()).toBe(1)
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect.poll(() => layers.count()).toBe(2)
    })
  })

  it('say so when they lie where a wrong datum would put them', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&tab=data', machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      // The border with Laos as the atlas has it, moved as VN-2000 taken for WGS 84 moves it.
      const borders = await page.evaluate(
        async () => (await (await fetch('/collections/borders/items?f=geojson&limit=200')).json()) as FeatureCollection,
      )
      const moved = borders.features
        .filter(({ id }) => String(id).startsWith('border-vietnam-laos'))
        .flatMap(({ geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : []))
        .map((line) => line.map(([longitude = 0, latitude = 0]) => [longitude - 0.001868, latitude + 0.00099]))
      await dropFile(page, 'border.geojson', JSON.stringify({ type: 'MultiLineString', coordinates: moved }))
      const caution = page.locator('.data-cautions')
      await caution.waitFor()
      expect(await caution.textContent()).toMatch(/Probably the wrong datum.*224 m/)
    })
  })
})

describe.each([
  { language: 'vi', own: 'Xuất tệp…', atlas: 'Xuất dữ liệu của bản đồ…', download: 'Tải xuống', credit: /GSHHG/ },
  { language: 'en', own: 'Export…', atlas: 'Export the atlas’ own data…', download: 'Download', credit: /GSHHG/ },
])('export ($language)', ({ language, own, atlas, download, credit }) => {
  it('writes every format, with sources and licences inside; what was imported comes back where it was', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=data`, machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      const panel = page.locator('.export-panel')
      const save = async (format: string) => {
        await panel.locator('label', { hasText: format }).click()
        const [saved] = await Promise.all([
          page.waitForEvent('download'),
          panel.getByRole('button', { name: download }).click(),
        ])
        return { name: saved.suggestedFilename(), bytes: new Uint8Array(readFileSync(await saved.path())) }
      }
      await page.getByRole('button', { name: atlas }).click()
      await panel.waitFor()
      expect(await findAccessibilityProblems(page)).toEqual([])
      for (const [format, pattern] of [
        ['GeoJSON', /-epsg5897\.geojson$/],
        ['GeoPackage', /-epsg5897\.gpkg$/],
        ['KML', /\.kml$/],
        ['DXF', /-epsg5897-dxf\.zip$/],
        ['CSV', /-epsg5897-csv\.zip$/],
        ['Excel', /-epsg5897\.xlsx$/],
      ] as const) {
        const { name, bytes } = await save(format)
        expect(name).toMatch(pattern)
        const inside = /\.(zip|xlsx)$/.test(name)
          ? Object.values(unzipSync(bytes))
              .map((part) => new TextDecoder().decode(part))
              .join('\n')
          : new TextDecoder().decode(bytes)
        expect(inside, name).toMatch(credit)
        if (format !== 'DXF') expect(inside, name).toContain('Bỉm Sơn')
      }

      await dropFile(page, 'moc.geojson', geoJson)
      await page.locator('.data-layer').waitFor()
      await page.locator('.data-layer').getByRole('button', { name: own }).click()
      const { name, bytes } = await save('GeoPackage')
      await page.locator('.data-actions button:last-child').first().click()
      await dropFile(page, name, bytes)
      await expect.poll(async () => (await importedPoints(page)).length).toBe(golden.length)
      const points = await importedPoints(page)
      points.forEach((point, at) => expect(geodesicDistanceMeters(point, golden[at] ?? [])).toBeLessThan(0.01))
    })
  })

  it('takes along the rows that match, in the order of the table, or the one feature that was pressed', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=data`, machine: machines.laptop }, async ({ page }) => {
      await waitForIdle(page)
      const features = ['Mốc A', 'Cột 1', 'Mốc B', 'Cột 2'].map((ten, i) => ({
        type: 'Feature',
        properties: { ten, so: i },
        geometry: { type: 'Point', coordinates: [105.7 + i / 100, 19.8] },
      }))
      await dropFile(page, 'cọc.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
      await page.locator('.data-layer .data-actions button').nth(1).click()
      const table = page.locator('.data-table')
      await table.locator('input[type=search]').fill('moc')
      await table.getByRole('button', { name: 'so', exact: false }).first().click()
      await table.getByRole('button', { name: 'so', exact: false }).first().click()
      const names = async () => {
        const panel = page.locator('.export-panel')
        await panel.locator('label', { hasText: 'GeoJSON' }).click()
        const [saved] = await Promise.all([
          page.waitForEvent('download'),
          panel.getByRole('button', { name: download }).click(),
        ])
        const written = JSON.parse(readFileSync(await saved.path(), 'utf8')) as {
          features: { properties: { ten: string } }[]
        }
        return written.features.map(({ properties }) => properties.ten)
      }
      await table.locator('.data-table-head .link-button').click()
      expect(await names()).toEqual(['Mốc B', 'Mốc A'])
      await table.locator('tbody .link-button').first().click()
      await page.locator('.imported-card').getByRole('button', { name: own }).click()
      expect(await names()).toEqual(['Mốc B'])
    })
  })
})

describe.each([
  {
    language: 'vi',
    replace: 'Thay hình',
    basis: /Hình do bạn đưa vào/,
    back: 'Trả lại hình của bản đồ',
    hectares: /1\.\d{3} ha/,
    tab: 'Độ phủ',
    own: /theo hình của bạn/,
    counted: /Tính theo hình của bạn.*bim-son\.geojson/,
  },
  {
    language: 'en',
    replace: 'Replace the shape',
    basis: /An outline imported by you/,
    back: 'Put the atlas’ shape back',
    hectares: /1,\d{3} ha/,
    tab: 'Coverage',
    own: /with your shape/,
    counted: /With your shape.*bim-son\.geojson/,
  },
])('replace ($language)', ({ language, replace, basis, back, hectares, tab, own, counted }) => {
  it('an imported outline takes a park’s place on map, card and in coverage, is kept, and can be put back', async () => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=data`, machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      const park = await page.evaluate(
        async () => (await (await fetch('/collections/parks/items/bim-son?f=geojson')).json()) as Feature,
      )
      const [x = 0, y = 0] = park.geometry.type === 'Polygon' ? (park.geometry.coordinates[0]?.[0] ?? []) : []
      const ring = [
        [x - 0.02, y - 0.015],
        [x + 0.015, y - 0.015],
        [x + 0.015, y + 0.02],
        [x - 0.02, y + 0.02],
        [x - 0.02, y - 0.015],
      ]
      await dropFile(
        page,
        'bim-son.geojson',
        JSON.stringify({
          type: 'Feature',
          properties: { ten: 'Ranh đo 2026' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        }),
      )
      await page.locator('.data-layer').waitFor()
      await page.locator('.data-actions button').nth(1).click()
      await page.locator('.data-table td button').first().click()
      const section = page.locator('.replace')
      await section.waitFor()
      expect(await section.locator('select').inputValue()).toBe('parks/bim-son')
      await section.getByRole('button', { name: replace }).click()

      const card = page.locator('.card')
      await expect.poll(() => card.textContent()).toMatch(basis)
      expect(await card.textContent()).toMatch(hectares)
      expect(await card.textContent()).toContain('bim-son.geojson')
      await waitForIdle(page)
      const drawn = () =>
        page.evaluate(() => {
          const { map } = (
            globalThis as unknown as {
              atlas: { map: { getFilter: (id: string) => unknown; getLayersOrder: () => string[] } }
            }
          ).atlas
          const isHidden = map
            .getLayersOrder()
            .some((id) => id.startsWith('parks/') && JSON.stringify(map.getFilter(id) ?? null).includes('"bim-son"'))
          const order = map.getLayersOrder()
          const hasHalo = order.some((id) => id.includes('deck') && id.includes('before:base/neighbours'))
          return { isHidden, isReplaced: order.includes('replaced/edge'), hasHalo }
        })
      expect(await drawn()).toEqual({ isHidden: true, isReplaced: true, hasHalo: false })

      await page.reload()
      await expect.poll(() => card.textContent()).toMatch(basis)
      // Coverage goes by it as well, and says so.
      await page.getByRole('tab', { name: tab, exact: true }).click()
      const row = page.locator('.coverage-kind li').filter({ hasText: 'Bỉm Sơn' }).filter({ hasText: own })
      await row.waitFor()
      expect(await row.textContent()).toMatch(/1[.,]\d{3}([.,]\d)? ha/)
      expect(await page.locator('.own-shapes').textContent()).toMatch(counted)

      await card.getByRole('button', { name: back }).click()
      await expect.poll(() => card.textContent()).not.toMatch(basis)
      await expect.poll(() => row.count()).toBe(0)
      expect(await page.locator('.own-shapes').count()).toBe(0)
      // Its halo is back at once, without another selection.
      await expect.poll(drawn).toEqual({ isHidden: false, isReplaced: false, hasHalo: true })
    })
  })
})
