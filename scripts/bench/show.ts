/**
 * How quick is the show: a scene until all has come to rest, the presenter's window behind the show, and the map
 * after its WebGL context was taken away?
 *
 * 1366 × 768, drawn in software, server on the same machine.
 */
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../web/e2e/harness/launch-browser.ts'
import { judge, median, quantile, type Answer } from './answer.ts'

const start = '/#v=1&lang=vi&ui=show&show=cuc-tang-truong-moi:cuc-tang-truong-moi'

export async function measureShow(url: string): Promise<Answer[]> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
    const page = await context.newPage()
    await page.goto(url + start)
    await page.locator('[data-show-state="settled"][class*="stage"]').waitFor({ timeout: 60_000 })
    const scenes = await page.locator('.stage-progress li').count()
    const settled: number[] = []
    for (let scene = 1; scene < scenes; scene++) {
      // A presenter talks: the tiles of the next scene are fetched meanwhile.
      await page.waitForTimeout(1500)
      settled.push(await millisecondsAfter(page, () => settledAgain(page), 'PageDown'))
    }
    const presenter = await context.newPage()
    await presenter.goto(`${url}/#v=1&lang=vi&ui=presenter`)
    await presenter.locator('.presenter[data-scene]').waitFor()
    const echoes: number[] = []
    for (let turn = 0; turn < 20; turn++) echoes.push(await echo(presenter, turn % 2 === 0 ? 'PageUp' : 'PageDown'))
    await presenter.close()
    const recovery = await loseContext(page)
    const milliseconds = (value: number) => `${Math.round(value)} ms`
    return [
      judge('a scene until it has come to rest (95 of 100)', quantile(settled, 0.95), { atMost: 2500 }, milliseconds),
      judge('  the middle one', median(settled), null, milliseconds),
      judge('presenter to show and back (95 of 100)', quantile(echoes, 0.95), { atMost: 100 }, milliseconds),
      judge('the same scene after a lost WebGL context', recovery, { atMost: 3000 }, milliseconds),
    ]
  } finally {
    await browser.close()
  }
}

async function millisecondsAfter(page: Page, done: () => Promise<void>, key: string): Promise<number> {
  const begun = performance.now()
  await page.keyboard.press(key)
  await done()
  return performance.now() - begun
}

async function settledAgain(page: Page): Promise<void> {
  await page.locator('[data-show-state="moving"]').waitFor({ state: 'attached' })
  await page.locator('[data-show-state="settled"]').waitFor({ state: 'attached', timeout: 60_000 })
}

/** From a key in the presenter's window until that window shows what the show has answered. */
function echo(presenter: Page, key: string): Promise<number> {
  return presenter.evaluate(async (pressed) => {
    const view = document.querySelector<HTMLElement>('.presenter')
    if (!view) throw new Error('there is no presenter view')
    const before = view.dataset['scene']
    const begun = performance.now()
    const heard = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (view.dataset['scene'] === before) return
        observer.disconnect()
        resolve()
      })
      observer.observe(view, { attributes: true })
    })
    window.dispatchEvent(new KeyboardEvent('keydown', { key: pressed }))
    await heard
    return performance.now() - begun
  }, key)
}

async function loseContext(page: Page): Promise<number> {
  await page.bringToFront()
  await page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 })
  const begun = performance.now()
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')
    canvas?.setAttribute('data-first', 'true')
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await page.locator('.maplibregl-canvas:not([data-first])').waitFor({ state: 'attached' })
  await page.locator('[data-map-state="useful"], [data-map-state="idle"]').waitFor({ timeout: 60_000 })
  return performance.now() - begun
}
