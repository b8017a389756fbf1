/**
 * How long until the first useful map, and how much JavaScript was loaded by then?
 *
 * Useful means: the map has come to rest for the first time and shows features of the plan. A new browser context each time, so nothing
 * is cached; 1366 × 768, server on the same machine, drawn in software.
 */
import { join } from 'node:path'
import { launchBrowser } from '../../web/e2e/harness/launch-browser.ts'
import { formatKilobytes, judge, median, type Answer } from './answer.ts'
import { gzippedSize, toName } from './javascript-size.ts'

const planCollections = ['centres', 'corridors', 'zones', 'parks']
const runs = 5

interface Visit {
  milliseconds: number
  scripts: string[]
}

export async function measureFirstMap(url: string, webFolder: string): Promise<Answer[]> {
  const browser = await launchBrowser()
  try {
    const visits: Visit[] = []
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
      const scripts: string[] = []
      const page = await context.newPage()
      page.on('response', (response) => {
        const { pathname } = new URL(response.url())
        if (/\.m?js$/.test(pathname)) scripts.push(pathname)
      })
      await page.goto(url, { waitUntil: 'commit' })
      const arrived = await page.waitForFunction(
        (collections) => {
          const { atlas } = globalThis as { atlas?: { map?: { queryRenderedFeatures(): { sourceLayer?: string }[] } } }
          if (!atlas?.map || !document.querySelector('[data-map-state="useful"], [data-map-state="idle"]')) return null
          const useful = atlas.map
            .queryRenderedFeatures()
            .some(({ sourceLayer }) => sourceLayer !== undefined && collections.includes(sourceLayer))
          return useful ? performance.now() : null
        },
        planCollections,
        { timeout: 60_000, polling: 'raf' },
      )
      visits.push({ milliseconds: Number(await arrived.jsonValue()), scripts: [...new Set(scripts)] })
      await context.close()
    }
    const scripts = visits[0]?.scripts ?? []
    const sizes = scripts.map((path) => ({ path, size: gzippedSize(join(webFolder, path)) }))
    const isWorker = ({ path }: { path: string }) => /worker/.test(path)
    const sum = (some: typeof sizes) => some.reduce((total, { size }) => total + size, 0)
    return [
      judge(
        `first useful map on localhost (median of ${runs})`,
        median(visits.map(({ milliseconds }) => milliseconds)),
        { atMost: 2500 },
        (value) => `${Math.round(value)} ms`,
      ),
      judge(
        'JavaScript before the first map, gzipped, without workers',
        sum(sizes.filter((script) => !isWorker(script))),
        { atMost: 420_000 },
        formatKilobytes,
      ),
      ...sizes.map((script) =>
        judge(
          `  ${isWorker(script) ? 'worker, apart' : 'of it'}: ${toName(script.path)}`,
          script.size,
          null,
          formatKilobytes,
        ),
      ),
    ]
  } finally {
    await browser.close()
  }
}
