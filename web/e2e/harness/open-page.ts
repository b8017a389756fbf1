/**
 * Opens a page as one of the readers of the atlas does, and watches it.
 *
 * Whatever a reader would never be told about is collected as a complaint: errors in the console, uncaught
 * errors, failed requests and answers, and any request to another host. A visit that ends with complaints
 * fails.
 */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { throttle } from './throttle.ts'

/** The machines of the three readers. */
export const machines = {
  laptop: { width: 1366, height: 768 },
  phone: { width: 360, height: 800, touch: true },
  projector: { width: 1920, height: 1080 },
  oldProjector: { width: 1024, height: 768 },
  /** Software rendering is quickest here: for tests in which the size does not matter. */
  small: { width: 800, height: 600 },
} as const satisfies Record<string, Machine>

interface Machine {
  width: number
  height: number
  touch?: boolean
}

export interface VisitOptions {
  /** What follows the address of the atlas: `/#v=1&lang=en`. */
  path?: string
  machine?: Machine
  locale?: string
  reducedMotion?: 'reduce' | 'no-preference'
  /** Slow as a phone of the field: CPU four times slower, 1.6 Mbit/s, 150 ms. */
  throttled?: boolean
  /** Blocked unless a test is about them: what a test asks for should come from the server. */
  serviceWorkers?: 'allow' | 'block'
  /** Complaints the test brings about on purpose. */
  expectedComplaint?: RegExp
}

export interface Visit {
  page: Page
  context: BrowserContext
  /** What has gone wrong so far. */
  complaints: readonly string[]
  /** Hosts the page has asked anything of. */
  hosts: ReadonlySet<string>
}

let browser: Promise<Browser> | undefined

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

/** Opens the atlas, hands it to `act`, and fails if anything on the page complained. */
export async function visitAtlas(options: VisitOptions, act: (visit: Visit) => Promise<void>): Promise<void> {
  await visitPage(inject('atlasUrl'), options, act)
}

export async function visitPage(
  url: string,
  {
    path = '/',
    machine = machines.laptop,
    locale = 'vi-VN',
    reducedMotion = 'no-preference',
    throttled = false,
    serviceWorkers = 'block',
    expectedComplaint,
  }: VisitOptions,
  act: (visit: Visit) => Promise<void>,
): Promise<void> {
  browser ??= launchBrowser()
  const context = await (
    await browser
  ).newContext({
    viewport: { width: machine.width, height: machine.height },
    hasTouch: machine.touch ?? false,
    isMobile: machine.touch ?? false,
    locale,
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion,
    serviceWorkers,
  })
  try {
    const complaints: string[] = []
    const hosts = new Set<string>()
    watch(context, new URL(url).host, complaints, hosts)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    if (throttled) await throttle(page)
    try {
      await page.goto(url + path)
      await act({ page, context, complaints, hosts })
    } catch (error) {
      await keepPicture(page)
      if (complaints.length > 0) console.error(`The page also complained:\n${complaints.join('\n')}`)
      throw error
    }
    const unexpected = complaints.filter((complaint) => !expectedComplaint?.test(complaint))
    if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`)
  } finally {
    await context.close()
  }
}

function watch(context: BrowserContext, ownHost: string, complaints: string[], hosts: Set<string>): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  context.on('weberror', (failure) => {
    complaints.push(`uncaught: ${failure.error().stack ?? failure.error().message}`)
  })
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol === 'data:' || protocol === 'blob:') return
    hosts.add(host)
    if (host !== ownHost) complaints.push(`other host: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    // The map calls off tiles that have left the window.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
}

/** A picture of what the test saw when it failed, under `tmp/e2e/`. */
async function keepPicture(page: Page): Promise<void> {
  const folder = resolve(import.meta.dirname, '../../../tmp/e2e')
  const name = (expect.getState().currentTestName ?? 'page').replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: resolve(folder, `${name}.png`), timeout: 5_000 }).catch(() => undefined)
}
