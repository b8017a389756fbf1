/** What every reader meets first: a whole map from our own server, in both languages, by eye, key and ear. */
import { describe, expect, it } from 'vitest'
import { findAccessibilityProblems } from './harness/find-accessibility-problems.ts'
import { machines, visitAtlas } from './harness/open-page.ts'
import { countDrawnFeatures, waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

describe('the first view', () => {
  it('draws the plan from our own server and asks nothing of any other host', async () => {
    await visitAtlas({}, async ({ page, hosts }) => {
      await waitForIdle(page)
      for (const layer of [
        'base/land',
        'base/province',
        'corridors/core',
        'zones/fill',
        'centres/fill',
        'parks/badge',
        'districts/edge',
        'roads/expressway-unbuilt',
      ])
        expect(await countDrawnFeatures(page, [layer]), layer).toBeGreaterThan(0)
      expect(hosts.size).toBe(1)
    })
  })

  it('says what the programme plans before anyone has asked', async () => {
    await visitAtlas({}, async ({ page }) => {
      await expect.poll(() => page.locator('.summary').textContent()).toContain('161.225 ha')
      const counts = await page.locator('.summary-counts strong').allTextContents()
      expect(counts).toEqual(['4', '5', '6', '2', '11'])
    })
  })

  it('says when a part of the map could not be fetched, and asks for it again', async () => {
    await visitAtlas({ path: '/#v=1&lang=en', machine: machines.small, expectedComplaint: /503/ }, async ({ page }) => {
      await waitForIdle(page)
      await page.route('**/tiles/**', (route) => route.fulfill({ status: 503 }))
      await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.jumpTo({ center: [105.2, 20.1], zoom: 12 }))
      const toast = page.getByRole('alert').filter({ hasText: 'Part of the map' })
      await toast.waitFor()
      await page.unroute('**/tiles/**')
      const answered = page.waitForResponse((response) => /\/tiles\/.*\/12\//.test(response.url()) && response.ok())
      await toast.getByRole('button', { name: 'Try again' }).click()
      await answered
      await toast.waitFor({ state: 'detached' })
    })
  })

  it('speaks the browser’s language, then the one in the link, and changes without moving the map', async () => {
    await visitAtlas({ locale: 'en-GB' }, async ({ page }) => {
      await waitForIdle(page)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      const before = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getCenter())
      await page.getByRole('combobox', { name: 'Language' }).selectOption('vi')
      await expect.poll(() => page.locator('h1').textContent()).toBe('Bản đồ quy hoạch Thanh Hóa')
      expect(page.url()).toContain('lang=vi')
      const after = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getCenter())
      expect(after).toEqual(before)
    })
  })

  it('comes back from its link: layers, phase, selection and camera', async () => {
    await visitAtlas(
      { path: '/#v=1&m=10.5/19.9/105.8&l=%2Bunits,-roads&p=2030&sel=park:bim-son&lang=en' },
      async ({ page }) => {
        await waitForIdle(page)
        await page.locator('.card').getByRole('heading', { level: 2 }).filter({ hasText: 'Bỉm Sơn' }).waitFor()
        expect(await countDrawnFeatures(page, ['units/edge'])).toBeGreaterThan(0)
        const layers = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getLayersOrder())
        const roads = layers.filter((layer) => layer.startsWith('roads/'))
        expect(roads.length).toBeGreaterThan(0)
        expect(await countDrawnFeatures(page, roads)).toBe(0)
        expect(await page.getByRole('button', { name: /2030/ }).getAttribute('aria-pressed')).toBe('true')
        expect(await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getZoom())).toBeCloseTo(10.5, 1)
      },
    )
  })

  it('draws halos with deck.gl under the lines of the plan, not over everything', async () => {
    await visitAtlas({ path: '/#v=1&l=%2Bhalos,%2Bcolumns,%2Blinks' }, async ({ page }) => {
      await waitForIdle(page)
      await expect
        .poll(
          () =>
            page.evaluate(
              () => (globalThis as AtlasWindow).atlas.map.getLayersOrder().filter((id) => id.includes('deck')).length,
            ),
          { timeout: 20_000 },
        )
        .toBeGreaterThan(0)
      const order = await page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getLayersOrder())
      const halos = order.findIndex((id) => id.includes('before:base/neighbours'))
      expect(halos).toBeGreaterThan(order.indexOf('base/land'))
      expect(halos).toBeLessThan(order.indexOf('corridors/core'))
      expect(
        await page.evaluate(() => (globalThis as unknown as { atlasDeckProblems: unknown[] }).atlasDeckProblems),
      ).toEqual([])
    })
  })
})

describe('deck.gl and the style', () => {
  it('keeps its drawings through every change of the style: layers, phase, language, a selection', async () => {
    await visitAtlas({ path: '/#v=1&l=%2Bhalos&lang=en', machine: machines.small }, async ({ page }) => {
      const halos = () =>
        page.evaluate(
          () =>
            (globalThis as AtlasWindow).atlas.map
              .getLayersOrder()
              .filter((id) => id.includes('deck') && id.includes('before:base/neighbours')).length,
        )
      await waitForIdle(page)
      await expect.poll(halos).toBe(1)
      for (const change of [
        () => page.getByRole('checkbox', { name: /^Roads/ }).click(),
        () => page.getByRole('button', { name: /2030/ }).click(),
        () => page.getByRole('combobox', { name: 'Language' }).selectOption('vi'),
      ]) {
        await change()
        await waitForIdle(page)
        await expect.poll(halos).toBe(1)
      }
    })
  })

  it('draws what was asked for while a large picture was still on its way', async () => {
    await visitAtlas({ path: '/#v=1&lang=en', machine: machines.small }, async ({ page }) => {
      // The style is not whole while the halos are switched on: its largest picture is held back, and then let go.
      let answer = () => {}
      await page.route('**/relief*.png', (route) => {
        answer = () => void route.continue()
      })
      await page.reload()
      await page.locator('[data-map-state="busy"]').waitFor({ state: 'attached' })
      await expect.poll(() => String(answer).includes('continue'), { timeout: 30_000 }).toBe(true)
      await page.getByRole('checkbox', { name: /Uncertainty/ }).click()
      answer()
      await waitForIdle(page)
      await expect
        .poll(() =>
          page.evaluate(() =>
            (globalThis as AtlasWindow).atlas.map.getLayersOrder().some((id) => id.includes('before:base/neighbours')),
          ),
        )
        .toBe(true)
    })
  })
})

describe('the programme in figures', () => {
  it.each([
    ['en', 'none set'],
    ['vi', 'không nêu'],
  ])('says in words (%s) where the programme sets nothing for a year', async (language, words) => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=figures` }, async ({ page }) => {
      const [for2025, for2030] = [0, 1].map((column) => page.locator('#figure-certified-workers td').nth(column))
      expect(await for2025?.innerText()).toBe(words)
      expect(await for2030?.innerText()).toContain('35')
    })
  })
})

describe('accessibility: nothing serious in any main state', () => {
  it.each([
    ['the first view', '/#v=1&lang=vi'],
    ['the first view in English', '/#v=1&lang=en'],
    ['a card', '/#v=1&lang=vi&sel=park:bim-son'],
    ['the figures', '/#v=1&lang=en&tab=figures'],
    ['the ledger', '/#v=1&lang=vi&tab=ledger'],
    ['what is not placed', '/#v=1&lang=vi&tab=unplaced'],
    ['the sources', '/#v=1&lang=en&tab=about'],
    ['the parks', '/#v=1&lang=en&ui=invest'],
  ])('%s', async (_, path) => {
    await visitAtlas({ path }, async ({ page }) => {
      await waitForIdle(page)
      await page.locator('.panel-body > *').first().waitFor()
      expect(await findAccessibilityProblems(page)).toEqual([])
    })
  })

  it('the phone, with a card open', async () => {
    await visitAtlas({ path: '/#v=1&lang=vi&sel=zone:nghi-son', machine: machines.phone }, async ({ page }) => {
      await page.locator('.card h2').waitFor()
      expect(await findAccessibilityProblems(page)).toEqual([])
    })
  })
})

describe('the keyboard', () => {
  it('reaches the search with /, and Esc closes the topmost thing first', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&sel=park:le-mon', machine: machines.small }, async ({ page }) => {
      await page.locator('.card h2').waitFor()
      await page.keyboard.press('?')
      await page.locator('.help').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.help').waitFor({ state: 'detached' })
      expect(await page.locator('.card').count()).toBe(1)
      await page.keyboard.press('Escape')
      await page.locator('.card').waitFor({ state: 'detached' })
      await page.keyboard.press('/')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
      await page.keyboard.type('n')
      expect(await page.locator('#search').inputValue()).toBe('n')
    })
  })

  it('moves and zooms the map', async () => {
    await visitAtlas({ machine: machines.small }, async ({ page }) => {
      await waitForIdle(page)
      const zoom = () => page.evaluate(() => (globalThis as AtlasWindow).atlas.map.getZoom())
      const before = await zoom()
      await page.keyboard.press('+')
      await expect.poll(zoom).toBeCloseTo(before + 1, 1)
    })
  })
})

describe('a link that names a feature', () => {
  it.each([
    ['goes there where it says nothing of a place to look at', '', 12],
    ['stays at the place it names', '&m=8/20/105.5', 8],
  ])('%s', async (_, place, zoom) => {
    const path = `/#v=1&lang=en${place}&sel=park:bim-son`
    await visitAtlas({ path, machine: machines.small, reducedMotion: 'reduce' }, async ({ page }) => {
      await page.locator('.card h2').waitFor()
      await waitForIdle(page)
      const wholeZoom = () => page.evaluate(() => Math.floor((globalThis as AtlasWindow).atlas.map.getZoom()))
      await expect.poll(wholeZoom).toBe(zoom)
    })
  })
})

describe('when something fails', () => {
  it('a search whose list did not come asks for it again', async () => {
    await visitAtlas({ path: '/#v=1&lang=en', machine: machines.small, expectedComplaint: /503/ }, async ({ page }) => {
      await page.route('**/analysis/search-index', (route) => route.fulfill({ status: 503 }))
      await page.locator('#search').fill('Bim Son')
      const again = page.getByRole('option', { name: 'Try again' })
      await again.waitFor()
      await page.unroute('**/analysis/search-index')
      await page.keyboard.press('Enter')
      await page
        .getByRole('option', { name: /Bỉm Sơn/ })
        .first()
        .waitFor()
    })
  })

  it('a feature that does not exist says so and the rest works', async () => {
    await visitAtlas(
      { path: '/#v=1&lang=en&sel=park:no-such-park', machine: machines.small, expectedComplaint: /404|no-such-park/ },
      async ({ page }) => {
        await expect.poll(() => page.locator('.card').textContent()).toContain('no-such-park')
        await waitForIdle(page)
        expect(await countDrawnFeatures(page, ['base/land'])).toBeGreaterThan(0)
      },
    )
  })

  it('missing tiles are named, and panels still answer', async () => {
    await visitAtlas({ path: '/', machine: machines.small, expectedComplaint: /./ }, async ({ page }) => {
      await page.route('**/tiles/WebMercatorQuad/**', (route) => route.fulfill({ status: 503 }))
      await page.reload()
      await page.getByRole('alert').first().waitFor()
      await expect.poll(() => page.locator('.summary').textContent()).toContain('161.225')
    })
  })

  it('a browser without WebGL still reads lists, figures and sources', async () => {
    await visitAtlas({ path: '/', machine: machines.small }, async ({ page }) => {
      await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null
      })
      await page.reload()
      expect(await page.locator('.map-absent').textContent()).toContain('WebGL')
      await expect.poll(() => page.locator('.summary').textContent()).toContain('161.225')
    })
  })
})
