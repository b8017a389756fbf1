/**
 * How long does the page's own worker take to shake a ranking a thousand times, from starting it to its answer?
 *
 * With as many parks and weights as there are; which points they have makes no difference to the time.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../../web/e2e/harness/launch-browser.ts'
import { judge, type Answer } from './answer.ts'

const parks = 20
const weights = 15
const rounds = 5

/** @param webFolder the built page, whose worker has a name with a hash. */
export async function measureRankingStability(url: string, webFolder: string): Promise<Answer[]> {
  const worker = readdirSync(join(webFolder, 'assets')).find((name) => /^stability-worker-.*\.js$/.test(name))
  if (!worker) throw new Error('the built page has no stability worker')
  const question = {
    parks: Array.from({ length: parks }, (_, park) => ({
      id: `park-${park}`,
      points: Array.from({ length: weights }, (__, weight) => (37 * park + 61 * weight * (park + 1)) % 101),
    })),
    shares: Array.from({ length: weights }, () => 1 / weights),
    unknown: 'none',
  }
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${url}/#v=1&lang=en&ui=invest`)
    // As a reader meets it: the map has come to rest.
    await page.locator('[data-map-state="idle"]').waitFor({ state: 'attached', timeout: 60_000 })
    const times = await page.evaluate(
      async ([address, asked, repeats]) => {
        const taken: number[] = []
        for (let round = 0; round < repeats; round++) {
          const began = performance.now()
          const shaker = new Worker(address, { type: 'module' })
          const answer = await new Promise<{ draws: number }>((told, failed) => {
            shaker.addEventListener('message', ({ data }) => told(data as { draws: number }))
            shaker.addEventListener('error', () => failed(new Error('the worker failed')))
            shaker.postMessage(asked)
          })
          taken.push(performance.now() - began)
          shaker.terminate()
          if (answer.draws !== 1000) throw new Error(`only ${answer.draws} draws`)
        }
        return taken
      },
      [`${url}/assets/${worker}`, question, rounds] as const,
    )
    const what = `1,000 shaken rankings of ${parks} parks by ${weights} weights in the page’s worker (slowest of ${rounds})`
    return [judge(what, Math.max(...times), { atMost: 500 }, (milliseconds) => `${milliseconds.toFixed(0)} ms`)]
  } finally {
    await browser.close()
  }
}
