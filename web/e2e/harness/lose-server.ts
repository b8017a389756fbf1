/**
 * Takes the network away from a page and its service worker alike: the server ends.
 *
 * Playwright's `context.setOffline` cuts the page alone; its service worker goes on fetching, and a test that relies on
 * it proves nothing.
 */
import type { Page } from 'playwright-core'
import { machines, visitPage, type VisitOptions } from './open-page.ts'
import { serveAtlas } from './serve-atlas.ts'
import { waitForIdle } from './wait-for-idle.ts'

const unreachable = /CONNECTION_REFUSED|Failed to fetch|status of (?:404|503)|^(?:404|503): /

/** Visits once, has the server end for good, and lets the visitor go on. */
export async function visitThenLoseServer(
  options: VisitOptions,
  act: (page: Page) => Promise<void>,
  isKept = true,
): Promise<void> {
  const atlas = await serveAtlas({ LOG_LEVEL: 'silent' })
  try {
    await visitPage(
      atlas.url,
      { machine: machines.small, serviceWorkers: 'allow', expectedComplaint: unreachable, ...options },
      async ({ page }) => {
        if (isKept) await page.locator('html[data-offline="ready"]').waitFor({ state: 'attached', timeout: 60_000 })
        else await waitForIdle(page)
        await atlas.stop()
        await act(page)
      },
    )
  } finally {
    await atlas.stop()
  }
}
