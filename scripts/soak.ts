/**
 * Does a kiosk grow? `npm run soak -- MINUTES` (480 unless said otherwise) lets the attract loop play and a visitor come
 * by every two minutes, and prints once a minute what the page's heap, its buffers, the browser's processes and the
 * server hold.
 *
 * Heap and buffers are read after a collection, through the DevTools protocol. The browser's processes are told apart:
 * those that run pages and their workers, the one that draws, and all others; each counts its part of the memory it
 * shares (the kernel's Pss). The growth is the slope of a straight line through the readings after the first fifth, in
 * megabytes an hour.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { CDPSession } from 'playwright-core'
import { launchBrowser } from '../web/e2e/harness/launch-browser.ts'
import { serveAtlas } from '../web/e2e/harness/serve-atlas.ts'

const minutes = Number(process.argv[2] ?? 480)
if (!(minutes > 0)) throw new Error(`soak takes a number of minutes, got "${process.argv[2]}"`)
const visitEveryMilliseconds = 120_000
const readEveryMilliseconds = Math.min(60_000, (minutes * 60_000) / 10)
const idleSeconds = 15

const kinds = ['heap', 'buffers', 'pages', 'graphics', 'others', 'server'] as const
/** Bytes of each kind. */
type Reading = { hours: number } & Record<(typeof kinds)[number], number>

const { url, pid, stop } = await serveAtlas({ LOG_LEVEL: 'silent' })
const browser = await launchBrowser()
const readings: Reading[] = []
let visits = 0
const complaints: string[] = []
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${url}/#v=1&lang=vi&ui=kiosk&idle=${idleSeconds}`)
  await page.locator('[data-map-state="idle"]').waitFor({ state: 'attached', timeout: 120_000 })
  const session = await page.context().newCDPSession(page)
  const started = Date.now()
  const end = started + minutes * 60_000
  let nextVisit = started + visitEveryMilliseconds / 4
  let nextReading = started
  while (Date.now() < end) {
    if (Date.now() >= nextReading) {
      nextReading += readEveryMilliseconds
      const reading = await read(session, (Date.now() - started) / 3_600_000)
      readings.push(reading)
      print(reading)
    }
    if (Date.now() >= nextVisit) {
      nextVisit += visitEveryMilliseconds
      visits++
      await page.locator('.kiosk-attract').click({ timeout: 60_000 })
      await page.locator('#search').fill('bim son')
      await page.locator('[role="option"]').first().click({ timeout: 60_000 })
      for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
      // The visitor walks away: the kiosk starts over by itself.
      await page.locator('.kiosk-attract').waitFor({ timeout: (idleSeconds + 60) * 1000 })
    }
    await new Promise((wake) => setTimeout(wake, 500))
  }
  const last = await read(session, (Date.now() - started) / 3_600_000)
  readings.push(last)
  print(last)
  report()
} finally {
  await browser.close()
  await stop()
}

async function read(session: CDPSession, hours: number): Promise<Reading> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
  const reading: Reading = {
    hours,
    heap: usedSize,
    buffers: backingStorageSize,
    pages: 0,
    graphics: 0,
    others: 0,
    server: heldBytes(pid),
  }
  for (const id of descendantsOf(process.pid)) {
    const line = commandLine(id)
    if (id === pid || !/chrom/i.test(line)) continue
    const [, type] = /--type=([a-z-]+)/.exec(line) ?? []
    reading[type === 'renderer' ? 'pages' : type === 'gpu-process' ? 'graphics' : 'others'] += heldBytes(id)
  }
  return reading
}

function print(reading: Reading): void {
  const parts = kinds.map((kind) => `${kind} ${megabytes(reading[kind])}`)
  process.stdout.write(`${(reading.hours * 60).toFixed(1).padStart(6)} min   ${parts.join('   ')}   visits ${visits}\n`)
}

function report(): void {
  const settled = readings.slice(Math.floor(readings.length / 5))
  for (const what of kinds) {
    const slope = slopeOf(settled.map((reading) => [reading.hours, reading[what]]))
    process.stdout.write(`${what.padEnd(8)} ${slope >= 0 ? '+' : ''}${(slope / 1e6).toFixed(1)} MB an hour\n`)
  }
  process.stdout.write(`${visits} visits, ${complaints.length} uncaught errors\n`)
  for (const complaint of new Set(complaints)) process.stdout.write(`  ${complaint}\n`)
}

/** Least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
  const x = mean(points.map(([value]) => value))
  const y = mean(points.map(([, value]) => value))
  const spread = points.reduce((sum, [value]) => sum + (value - x) ** 2, 0)
  return spread === 0 ? 0 : points.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0) / spread
}

function childrenOf(id: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const [, parent] = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8')) ?? []
      return Number(parent) === id ? [Number(name)] : []
    } catch {
      return []
    }
  })
}

function descendantsOf(id: number): number[] {
  return childrenOf(id).flatMap((child) => [child, ...descendantsOf(child)])
}

/** Empty of a process that has ended. */
function commandLine(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function heldBytes(id: number): number {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1).padStart(7)} MB`
}
