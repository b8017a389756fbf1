/**
 * How soon can an investor read the list of parks on a slow phone?
 *
 * 360 × 800 by touch, processor slowed four times, 1.6 Mbit/s and 150 ms, nothing cached: until the last of the
 * programme's eleven parks stands in the list.
 */
import { launchBrowser } from '../../web/e2e/harness/launch-browser.ts'
import { throttle } from '../../web/e2e/harness/throttle.ts'
import { judge, median, type Answer } from './answer.ts'

const runs = 3

export async function measurePhoneList(url: string): Promise<Answer[]> {
  const browser = await launchBrowser()
  try {
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 800 },
        hasTouch: true,
        isMobile: true,
        locale: 'en-GB',
      })
      const page = await context.newPage()
      await throttle(page)
      await page.goto(`${url}/#v=1&lang=en&ui=invest`, { waitUntil: 'commit' })
      await page.locator('.cards > li').nth(10).waitFor({ timeout: 60_000 })
      times.push(await page.evaluate(() => performance.now()))
      await context.close()
    }
    return [
      judge(
        `list of parks on a slow phone (median of ${runs})`,
        median(times),
        { atMost: 5000 },
        (value) => `${Math.round(value)} ms`,
      ),
    ]
  } finally {
    await browser.close()
  }
}
