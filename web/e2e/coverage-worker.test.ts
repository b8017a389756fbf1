/** Does the page's own worker say what the server says, and is it the one that answers while the slider moves? */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import type { CoverageQuestion } from '../compute/coverage-messages.ts'
import { ask, post } from './harness/ask-server.ts'
import { machines, visitAtlas } from './harness/open-page.ts'

type CoverageWindow = typeof globalThis & {
  atlasCoverage: {
    startCoverageWorker: () => Promise<boolean>
    askCoverage: (question: CoverageQuestion, channel?: string) => Promise<CoverageAnswer | null>
  }
}

const panel = '/#v=1&lang=en&tab=coverage'
const steps = (page: Page) =>
  page.evaluate(() => {
    const marks = performance.getEntriesByName('coverage-step') as PerformanceMeasure[]
    return marks.filter(({ detail }) => detail === 'figures').length
  })

async function startWorker(page: Page): Promise<boolean> {
  await page.locator('.coverage-whole').waitFor()
  return page.evaluate(() => (globalThis as CoverageWindow).atlasCoverage.startCoverageWorker())
}

/** Every number of an answer, by where it stands. */
function numbersOf(value: unknown, path = ''): [path: string, number: number][] {
  if (typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, `${path}/${key}`))
}

describe('the coverage worker', () => {
  it('answers as the server does, to 0.01 %, for several distances and sets of corridors', async () => {
    await visitAtlas({ path: panel, machine: machines.small }, async ({ page }) => {
      expect(await startWorker(page)).toBe(true)
      const sets = await page.evaluate(async () => {
        const { features } = (await (await fetch('/collections/corridors/items?f=geojson&limit=200')).json()) as {
          features: { id: string }[]
        }
        const all = features.map(({ id }) => id)
        return [all, all.slice(1, 4), all.slice(-1)]
      })
      expect(sets.map((ids) => ids.length)).toEqual([6, 3, 1])
      for (const corridorIds of sets) {
        for (const bufferMeters of [500, 12_340, 30_000]) {
          const [before, [own, served]] = [
            await steps(page),
            await Promise.all([
              askPage(page, { corridorIds, bufferMeters }),
              ask<CoverageAnswer>(
                page,
                `/analysis/coverage?bufferMeters=${bufferMeters}&corridors=${corridorIds.join()}`,
              ),
            ]),
          ]
          expect(await steps(page)).toBe(before + 1)
          const [ownNumbers, servedNumbers] = [numbersOf(own?.coverage), numbersOf(served.coverage)]
          expect(ownNumbers.map(([path]) => path)).toEqual(servedNumbers.map(([path]) => path))
          const off = ownNumbers.filter(([, number], i) => {
            const other = servedNumbers[i]?.[1] ?? NaN
            return !(Math.abs(number - other) <= Math.abs(other) * 1e-4 + 1e-9)
          })
          expect(off).toEqual([])
          expect(own?.gaps.total.areaHectares).toBeCloseTo(served.gaps.total.areaHectares, 2)
        }
      }
    })
  })

  it('answers for any lines, and says why it cannot', async () => {
    await visitAtlas({ path: panel, machine: machines.small }, async ({ page }) => {
      expect(await startWorker(page)).toBe(true)
      const drawn = { type: 'LineString' as const, coordinates: [[105.1, 19.6], [105.7, 19.95]] } // prettier-ignore
      const lines = [{ id: 'drawn', geometry: drawn, uncertaintyMeters: 300 }]
      const features = lines.map(({ id, geometry, uncertaintyMeters }) => ({
        type: 'Feature',
        id,
        geometry,
        properties: { uncertaintyMeters },
      }))
      const [own, served] = await Promise.all([
        askPage(page, { lines, bufferMeters: 7000 }),
        post<CoverageAnswer>(page, '/analysis/coverage', {
          bufferMeters: 7000,
          lines: { type: 'FeatureCollection', features },
        }),
      ])
      expect(own?.coverage.lines.map(({ lineId }) => lineId)).toEqual(['drawn'])
      const { value } = served.coverage.whole.people
      expect(Math.abs((own?.coverage.whole.people.value ?? 0) / value - 1)).toBeLessThan(1e-4)

      const refusal = await page.evaluate(async (question) => {
        try {
          await (globalThis as CoverageWindow).atlasCoverage.askCoverage(question, 'test')
          return ''
        } catch (error) {
          return String(error)
        }
      }, { lines: [{ ...lines[0]!, geometry: { ...drawn, coordinates: [[2, 48], [3, 48]] } }], bufferMeters: 7000 }) // prettier-ignore
      expect(refusal).toContain('too far from Thanh Hóa')
    })
  })

  it('answers while the slider moves; the server is not asked', async () => {
    await visitAtlas({ path: panel, machine: machines.small }, async ({ page }) => {
      expect(await startWorker(page)).toBe(true)
      const asked: string[] = []
      page.on('request', (request) => {
        // The change against 5 km is held against the server's answer, which is asked for once.
        const { pathname, searchParams } = new URL(request.url())
        if (pathname === '/analysis/coverage' && searchParams.get('bufferMeters') !== '5000') asked.push(request.url())
      })
      await page.locator('input[type=range]').focus()
      for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.locator('.coverage').getAttribute('aria-busy')).toBe('false')
      expect(await page.locator('input[type=range]').inputValue()).toBe('8')
      expect(await steps(page)).toBeGreaterThan(0)
      expect(asked).toEqual([])
    })
  })

  it('leaves it to the server where the page has no WebAssembly', async () => {
    await visitAtlas(
      { path: '/healthz', machine: machines.small, expectedComplaint: /wasm|WebAssembly|ArrayBuffer instantiation/i },
      async ({ page }) => {
        await page.route('**/*.wasm', (route) => route.fulfill({ status: 200, body: 'no wasm' }))
        await page.goto(new URL(panel, page.url()).href)
        expect(await startWorker(page)).toBe(false)
        const whole = page.locator('.coverage-whole dd').first()
        const before = await whole.textContent()
        await page.locator('input[type=range]').fill('9')
        await expect.poll(() => whole.textContent()).not.toBe(before)
        expect(await steps(page)).toBe(0)
      },
    )
  })
})

function askPage(page: Page, question: CoverageQuestion): Promise<CoverageAnswer | null> {
  return page.evaluate((asked) => (globalThis as CoverageWindow).atlasCoverage.askCoverage(asked, 'test'), question)
}
