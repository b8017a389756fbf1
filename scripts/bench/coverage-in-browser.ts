/**
 * How long does a step of the slider take in the page's own worker, from asking to having the whole answer:
 * coverage, gaps and the outlines for the map? No distance is asked twice.
 */
import { launchBrowser } from '../../web/e2e/harness/launch-browser.ts'
import { judge, median, type Answer } from './answer.ts'

const distances = [5000, 12_000, 25_000]
const steps = 15
const stepMeters = 100

type Page = typeof globalThis & {
  atlasCoverage?: {
    startCoverageWorker: () => Promise<boolean>
    askCoverage: (question: { bufferMeters: number }, channel: string) => Promise<unknown>
  }
}

export async function measureCoverageInBrowser(url: string): Promise<Answer[]> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } })
    await page.goto(`${url}/#v=1&lang=en&tab=coverage`)
    await page.waitForFunction(() => (globalThis as Page).atlasCoverage !== undefined)
    const works = await page.evaluate(() => (globalThis as Page).atlasCoverage?.startCoverageWorker())
    if (!works) throw new Error('the worker does not start in this browser')
    await page.locator('[data-map-state="idle"]').waitFor({ state: 'attached', timeout: 60_000 })
    const answers: Answer[] = []
    for (const meters of distances) {
      const times = await page.evaluate(
        async (asked) => {
          const taken: number[] = []
          for (const bufferMeters of asked) {
            const began = performance.now()
            await (globalThis as Page).atlasCoverage?.askCoverage({ bufferMeters }, 'bench')
            taken.push(performance.now() - began)
          }
          return taken
        },
        Array.from({ length: steps }, (_, i) => meters + stepMeters * i),
      )
      answers.push(
        judge(
          `  the whole answer in the page’s worker, at ${meters / 1000} km`,
          median(times),
          { atMost: 200 },
          (value) => `${Math.round(value)} ms`,
        ),
      )
    }
    return answers
  } finally {
    await browser.close()
  }
}
