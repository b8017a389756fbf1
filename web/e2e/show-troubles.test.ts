/** What happens in a room: two things at once, a window closed by mistake, a key too many, a server that is gone. */
import { describe, expect, it } from 'vitest'
import { machines, visitAtlas } from './harness/open-page.ts'
import { camera, ids, loseContext, scene, settledAt, showAt } from './harness/show.ts'
import { waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

describe('two things at once', () => {
  it('a lost WebGL context in the middle of a flight ends in the scene the flight led to', async () => {
    const asked = { path: showAt(3), machine: machines.small, expectedComplaint: /WebGL|CONTEXT_LOST/i }
    await visitAtlas(asked, async ({ page }) => {
      await settledAt(page, 3)
      await page.keyboard.press('PageDown')
      await page.waitForTimeout(400)
      await loseContext(page)
      await settledAt(page, 4)
      await waitForIdle(page)
      const after = await camera(page)
      await page.keyboard.press('PageUp')
      await settledAt(page, 3)
      await page.keyboard.press('PageDown')
      await settledAt(page, 4)
      expect(await camera(page)).toEqual(after)
    })
  })

  it('a language key in the middle of a flight changes the words and not the goal', async () => {
    await visitAtlas({ path: showAt(4), machine: machines.small }, async ({ page }) => {
      await settledAt(page, 4)
      const goal = await camera(page)
      await page.keyboard.press('PageUp')
      await settledAt(page, 3)
      await page.keyboard.press('PageDown')
      await page.keyboard.press('l')
      await settledAt(page, 4)
      await expect.poll(() => page.locator('.caption-title').textContent()).toBe('The port of Nghi Sơn')
      await waitForIdle(page)
      expect(await camera(page)).toEqual(goal)
    })
  })

  it('a language and a scene asked for in one breath by the presenter’s window both come', async () => {
    await visitAtlas({ path: showAt(0), machine: machines.small }, async ({ page }) => {
      await settledAt(page, 0)
      await page.evaluate(() => {
        const channel = new BroadcastChannel('thanh-hoa-show')
        channel.postMessage({ say: 'command', command: { do: 'language' } })
        channel.postMessage({ say: 'command', command: { do: 'next' } })
        channel.postMessage({ say: 'command', command: { do: 'next' } })
      })
      await settledAt(page, 2)
      await expect.poll(() => page.locator('.caption-title').textContent()).toBe('The economic corridors')
    })
  })
})

describe('a key too many', () => {
  it('a number beyond the last scene is the last, nought is the first, and one without Enter is forgotten', async () => {
    await visitAtlas({ path: showAt(1), machine: machines.small, reducedMotion: 'reduce' }, async ({ page }) => {
      await settledAt(page, 1)
      for (const key of ['9', '9', 'Enter']) await page.keyboard.press(key)
      await settledAt(page, ids.length - 1)
      await page.keyboard.press('PageDown')
      await settledAt(page, ids.length - 1)
      for (const key of ['0', 'Enter']) await page.keyboard.press(key)
      await settledAt(page, 0)
      await page.keyboard.press('7')
      await page.locator('.stage-digits').waitFor()
      await page.locator('.stage-digits').waitFor({ state: 'detached' })
      await page.keyboard.press('Enter')
      await settledAt(page, 0)
      await page.keyboard.press('Space')
      await settledAt(page, 1)
    })
  })
})

describe('the presenter’s window', () => {
  it('closed by mistake comes back to where the show is', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&ui=show', machine: machines.small }, async ({ page, context }) => {
      await waitForIdle(page)
      const open = async () => {
        const [window] = await Promise.all([
          context.waitForEvent('page'),
          page.evaluate(() => void globalThis.open('#v=1&lang=en&ui=presenter', 'thanh-hoa-presenter', 'popup')),
        ])
        return window
      }
      const presenter = await open()
      await page.getByRole('button', { name: /Start the show/ }).click()
      await settledAt(page, 0)
      await presenter.locator(`.presenter[data-scene="${scene(0)}"]`).waitFor()
      await presenter.close()
      await page.bringToFront()
      await page.keyboard.press('PageDown')
      await settledAt(page, 1)
      const again = await open()
      await again.locator(`.presenter[data-scene="${scene(1)}"]`).waitFor()
      await again.keyboard.press('PageDown')
      await page.locator(`.caption[data-scene="${scene(2)}"]`).waitFor()
      await page.bringToFront()
      await page.keyboard.press('Escape')
      await again.getByRole('status').filter({ hasText: 'No show is running' }).waitFor()
    })
  })
})

describe('a server that is gone', () => {
  it('for what draws itself leaves the scene with its map and its words, and the show goes on', async () => {
    const asked = { path: '/#v=1&lang=en', machine: machines.small, expectedComplaint: /ERR_FAILED|links/ }
    await visitAtlas(asked, async ({ page }) => {
      await page.route(/\/collections\/links\//, (route) => route.abort())
      await page.goto(`${new URL('/', page.url()).href}?again${showAt(0, 'en').slice(1)}`)
      await settledAt(page, 0)
      await page.keyboard.press('PageDown')
      await settledAt(page, 1)
    })
  })
})

describe('names on the map of a show', () => {
  it.each([
    ['on a washed-out projector', machines.oldProjector, 'h', [3, 4, 7]],
    ['in the hand', machines.phone, null, [0, 3, 4]],
  ] as const)(
    'are not cut by the edge %s',
    async (_, machine, key, wanted) => {
      for (const index of wanted)
        await visitAtlas({ path: showAt(index, 'en'), machine, reducedMotion: 'reduce' }, async ({ page }) => {
          await settledAt(page, index)
          if (key) {
            await page.keyboard.press(key)
            await page.locator('.stage[data-contrast="high"]').waitFor()
            await page.waitForTimeout(300)
            await settledAt(page, index)
          }
          await waitForIdle(page)
          const { all, cut } = await page.evaluate(() => {
            const { map } = (globalThis as AtlasWindow).atlas as unknown as {
              map: {
                getStyle(): { layers: { id: string; layout?: Record<string, unknown> }[] }
                queryRenderedFeatures(
                  box: [[number, number], [number, number]],
                  options: { layers: string[] },
                ): { properties: { name_en?: string } }[]
              }
            }
            const layers = map
              .getStyle()
              .layers.filter(({ layout }) => layout?.['text-field'] !== undefined && layout['visibility'] !== 'none')
              // Numbers and names along lines bend with them; they are no names beside a place.
              .filter(({ layout }) => layout?.['symbol-placement'] !== 'line')
              .map(({ id }) => id)
            const { innerWidth: width, innerHeight: height } = globalThis as unknown as Window
            const within = (left: number, top: number, right: number, bottom: number) =>
              map
                .queryRenderedFeatures(
                  [
                    [left, top],
                    [right, bottom],
                  ],
                  { layers },
                )
                .map(({ properties }) => properties.name_en)
            return {
              all: within(0, 0, width, height),
              cut: [...within(width - 1, 0, width, height), ...within(0, 0, width, 1)],
            }
          })
          expect(all.length, scene(index)).toBeGreaterThan(0)
          expect(cut, scene(index)).toEqual([])
        })
    },
    180_000,
  )
})
