/**
 * How quick are the planner's tasks in the page: finding a corridor, reading its coverage, a step of the slider until
 * tables and map show it, a printed sheet, and a file of ten megabytes?
 *
 * 1366 × 768, drawn in software, server on the same machine.
 */
import type { Browser, Page } from 'playwright-core'
import { dropFile } from '../../web/e2e/harness/drop-file.ts'
import { tenMegabytes } from '../../web/e2e/harness/large-file.ts'
import { launchBrowser } from '../../web/e2e/harness/launch-browser.ts'
import { waitForIdle } from '../../web/e2e/harness/wait-for-idle.ts'
import { judge, quantile, type Answer } from './answer.ts'

const runs = 10
const steps = 20

export async function measurePlanner(url: string): Promise<Answer[]> {
  const browser = await launchBrowser()
  try {
    // The first question after the server's start also starts its thread.
    const [, cold] = await inNewPage(browser, `${url}/#v=1&lang=vi`, findAndRead)
    const finding: number[] = []
    const reading: number[] = []
    for (let run = 0; run < runs; run++) {
      const [found, read] = await inNewPage(browser, `${url}/#v=1&lang=vi`, findAndRead)
      finding.push(found)
      reading.push(read)
    }
    const stepping = await inNewPage(browser, `${url}/#v=1&lang=en&tab=coverage`, pullSlider)
    const printing = await inNewPage(browser, `${url}/#v=1&lang=en&m=9.6/19.6/105.8&p=2030`, print)
    const importing = await inNewPage(browser, `${url}/#v=1&lang=en&tab=data`, importLargeFile)
    const milliseconds = (value: number) => `${Math.round(value)} ms`
    const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`
    return [
      judge('P-1 a corridor found by typing (95 of 100)', quantile(finding, 0.95), { atMost: 3000 }, milliseconds),
      judge('P-2 its coverage read (95 of 100)', quantile(reading, 0.95), { atMost: 1000 }, milliseconds),
      judge('  the first one after the server’s start', cold, null, milliseconds),
      judge(
        'P-4 a step of the slider until all tables and the map show it (95 of 100)',
        quantile(stepping.all, 0.95),
        { atMost: 200 },
        milliseconds,
      ),
      judge('  the middle one', quantile(stepping.all, 0.5), null, milliseconds),
      judge('  until all tables show it, the middle one', quantile(stepping.tables, 0.5), null, milliseconds),
      judge('  until the map has drawn the new reach, the middle one', quantile(stepping.map, 0.5), null, milliseconds),
      judge('P-7 A3 at 1:250,000 printed', printing, { atMost: 8000 }, seconds),
      judge('P-8 a file of 10 MB on the map', importing, { atMost: 5000 }, seconds),
    ]
  } finally {
    await browser.close()
  }
}

async function inNewPage<T>(browser: Browser, address: string, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, serviceWorkers: 'block' })
  try {
    // The loader of TypeScript gives functions their names by a helper that the page has not got.
    await context.addInitScript('globalThis.__name = (named) => named')
    const page = await context.newPage()
    await page.goto(address)
    await waitForIdle(page, 60_000)
    return await act(page)
  } finally {
    await context.close()
  }
}

async function findAndRead(page: Page): Promise<[found: number, read: number]> {
  let begun = performance.now()
  await page.locator('#search').fill('hanh lang ven bien')
  await arrive(page, '[role=option]')
  await page.keyboard.press('Enter')
  // Found means framed as well: the flight is over.
  await arrive(page, '.card h2')
  await page.waitForFunction(
    () => !(globalThis as unknown as { atlas: { map: { isMoving: () => boolean } } }).atlas.map.isMoving(),
    null,
    { polling: 'raf' },
  )
  const found = performance.now() - begun
  await waitForIdle(page, 60_000)
  begun = performance.now()
  await page.getByRole('button', { name: 'Xem độ phủ' }).click()
  await arrive(page, '.coverage-table .total-row')
  return [found, performance.now() - begun]
}

/** Looked for in every frame: a locator looks again after up to half a second. */
async function arrive(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector, { polling: 'raf' })
}

interface Steps {
  tables: number[]
  map: number[]
  /** The later of the two. */
  all: number[]
}

interface SourceEvent {
  dataType: string
  sourceId?: string
  tile?: unknown
}

interface WatchedMap {
  on: (event: 'data' | 'render', listen: (event: SourceEvent) => void) => void
  off: (event: 'data' | 'render', listen: (event: SourceEvent) => void) => void
  isSourceLoaded: (id: string) => boolean
}

/** From the event of the slider, as React hears it, in the page's own clock. */
async function pullSlider(page: Page): Promise<Steps> {
  await page.waitForFunction(() => 'atlasCoverage' in globalThis)
  await page.evaluate(() =>
    (
      globalThis as unknown as { atlasCoverage: { startCoverageWorker: () => Promise<boolean> } }
    ).atlasCoverage.startCoverageWorker(),
  )
  await page.locator('.coverage-table .total-row').first().waitFor()
  await waitForIdle(page, 60_000)
  const taken: Steps = { tables: [], map: [], all: [] }
  for (let step = 0; step < steps; step++) {
    const [tables, map] = await page.evaluate(async () => {
      const slider = document.querySelector<HTMLInputElement>('.buffer input[type=range]')
      const total = () => document.querySelector('.coverage-table .total-row')?.textContent
      if (!slider) throw new Error('there is no slider')
      const engine = (globalThis as unknown as { atlas: { map: WatchedMap } }).atlas.map
      const drawn = new Promise<number>((resolve) => {
        let hasChanged = false
        const hear = ({ dataType, sourceId, tile }: SourceEvent) => {
          hasChanged ||= dataType === 'source' && sourceId === 'reach' && tile !== undefined
        }
        const look = () => {
          if (!hasChanged || !engine.isSourceLoaded('reach')) return
          engine.off('data', hear)
          engine.off('render', look)
          resolve(performance.now())
        }
        engine.on('data', hear)
        engine.on('render', look)
      })
      const before = total()
      const begun = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
        slider,
        String(slider.valueAsNumber + 0.5),
      )
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise<void>((resolve) => {
        const look = () => (total() === before ? requestAnimationFrame(look) : resolve())
        look()
      })
      const shown = performance.now()
      return [shown - begun, (await drawn) - begun] as const
    })
    taken.tables.push(tables)
    taken.map.push(map)
    taken.all.push(Math.max(tables, map))
    await waitForIdle(page, 60_000)
  }
  return taken
}

async function print(page: Page): Promise<number> {
  await page.keyboard.press('p')
  await page.locator('.print-panel').waitFor()
  await waitForIdle(page, 60_000)
  const begun = performance.now()
  await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: 'Download PDF' }).click(),
  ])
  return performance.now() - begun
}

/** From the drop until its layer stands in the list, by the page's clock: the way of the bytes to the page is none of it. */
async function importLargeFile(page: Page): Promise<number> {
  const taken = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.addEventListener(
          'drop',
          () => {
            const begun = performance.now()
            const look = () =>
              document.querySelector('.data-layer') === null
                ? requestAnimationFrame(look)
                : resolve(performance.now() - begun)
            look()
          },
          { capture: true, once: true },
        )
      }),
  )
  await dropFile(page, 'lines.geojson', tenMegabytes())
  return taken
}
