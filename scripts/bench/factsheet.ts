/**
 * How long does the factsheet of a park take, from the press of its language until the file is there?
 *
 * Nothing of it is cached: the code that makes it, its letters and its data are fetched meanwhile. On a laptop, and on
 * a phone with the processor slowed four times, 1.6 Mbit/s and 150 ms.
 */
import { launchBrowser } from '../../web/e2e/harness/launch-browser.ts'
import { throttle } from '../../web/e2e/harness/throttle.ts'
import { judge, median, type Answer } from './answer.ts'

const runs = 3
const languages = { English: 'English', Korean: '한국어' }
const machines = {
  'a laptop': { isSlow: false, options: { viewport: { width: 1366, height: 768 } } },
  'a slow phone': { isSlow: true, options: { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true } },
}

export async function measureFactsheet(url: string): Promise<Answer[]> {
  const browser = await launchBrowser()
  try {
    const answers: Answer[] = []
    for (const [machine, { isSlow, options }] of Object.entries(machines))
      for (const [language, name] of Object.entries(languages)) {
        const times: number[] = []
        for (let run = 0; run < runs; run += 1) {
          const context = await browser.newContext({ ...options, locale: 'en-GB' })
          const page = await context.newPage()
          page.setDefaultTimeout(60_000)
          if (isSlow) await throttle(page)
          await page.goto(`${url}/#v=1&lang=en&ui=invest&sel=park:bim-son`)
          await page.locator('[data-map-state="idle"]').waitFor()
          await page.getByRole('button', { name: 'Factsheet (PDF)' }).click()
          const choice = page.getByRole('group', { name: 'Language of the factsheet' }).getByRole('button', { name })
          await choice.waitFor()
          const download = page.waitForEvent('download')
          const began = performance.now()
          await choice.click()
          await download
          times.push(performance.now() - began)
          await context.close()
        }
        answers.push(
          judge(
            `factsheet in ${language} on ${machine} (median of ${runs})`,
            median(times),
            isSlow ? null : { atMost: 5000 },
            (value) => `${Math.round(value)} ms`,
          ),
        )
      }
    return answers
  } finally {
    await browser.close()
  }
}
