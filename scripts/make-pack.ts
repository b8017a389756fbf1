/**
 * Makes the atlas as a folder for a laptop without Node or a network: `npm run pack`, or `npm run pack -- FOLDER`.
 *
 * `dist/pack/` is the built page with every tile and answer as a file, and scripts that serve it on a double click;
 * `dist/pack.zip` is the same folder zipped, which the atlas server sends at `/pack.zip`. Everything is asked of a real
 * server, so a file holds what a reader would have been answered. Tiles lie unpacked: a server that only has files
 * does not say that bytes are gzipped, and inside the zip they are small anyway.
 */
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { zipSync, type Zippable } from 'fflate'
import type { Contents, OfflineContents } from '../server/domain/offline.ts'
import { serveAtlas } from '../web/e2e/harness/serve-atlas.ts'
import { listFiles } from './pack/list-files.ts'
import { guide } from './pack/guide.ts'
import { readLicences } from './pack/licences.ts'
import { needsServer } from './pack/needs-server.ts'
import { startScripts } from './pack/start-scripts.ts'

const root = resolve(import.meta.dirname, '..')
const usual = join(root, 'dist/pack')
const folder = resolve(process.argv[2] ?? usual)
const zip = `${folder}.zip`
const nameInZip = 'thanh-hoa-atlas'
/** Beside the pack's own files these help only a server that knows of them. */
const leftOut = /\.(?:br|gz|map)$|(?:^|\/)(?:sw\.js|\.vite)/

if (folder !== usual && existsSync(folder)) throw new Error(`${folder} is there already: name a folder that is not.`)

const { url, stop } = await serveAtlas({ LOG_LEVEL: 'silent' })
try {
  await rm(folder, { recursive: true, force: true })
  const site = join(folder, 'site')
  await cp(join(root, 'dist/web'), site, { recursive: true, filter: (from) => !leftOut.test(from) })
  await markAsPack(join(site, 'index.html'))

  const contents = (await (await fetch(`${url}/offline/contents`)).json()) as OfflineContents
  const answers = await writeAnswers(site, [...contents.base.answers, ...contents.pack.answers])
  const tiles = await writeTiles(site, [...contents.base.tiles, ...contents.pack.tiles])
  for (const { name, text } of [...startScripts, ...guide, ...(await readLicences(root))]) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text, { mode: isStarter(name) ? 0o755 : 0o644 })
  }

  const files = await listFiles(folder)
  const bytes = await writeZip(files)
  await writeFile(`${zip}.version`, `${contents.version}\n`)
  const unpacked = (await Promise.all(files.map((name) => stat(join(folder, name))))).reduce(
    (sum, { size }) => sum + size,
    0,
  )
  process.stdout.write(
    `${folder}: ${files.length} files, ${megabytes(unpacked)} (${answers} answers, ${tiles} tiles)\n${zip}: ${megabytes(bytes)}\n`,
  )
} finally {
  await stop()
}

/** So the page knows that answers are files (`web/api/client.ts`). */
async function markAsPack(file: string): Promise<void> {
  const html = await readFile(file, 'utf8')
  const marked = html.replace('<html lang="vi">', `<html lang="vi" data-pack="${publicAddress()}">`)
  if (marked === html) throw new Error('index.html no longer begins with <html lang="vi">: the pack cannot be marked')
  await writeFile(file, marked.replace('<head>', `<head>${needsServer}`))
}

/** Where an atlas on a server is, for links and codes that leave the laptop; nothing: they open on the laptop alone. */
function publicAddress(): string {
  const given = process.env['ATLAS_ADDRESS']
  if (!given) return ''
  const there = URL.canParse(given) ? new URL(given) : null
  if (!there || !/^https?:$/.test(there.protocol))
    throw new Error(`ATLAS_ADDRESS must be an address like https://atlas.example/, got ${given}`)
  return new URL('.', there.origin + there.pathname).href
}

async function writeAnswers(site: string, paths: readonly string[]): Promise<number> {
  const named: Record<string, string> = {}
  await inTurns(new Set(paths), 2, async (path) => {
    // What the page's workers ask for by its plain path lies at that path.
    const file = path.includes('?') ? `answers/${path.slice(1).replaceAll(/[^a-z0-9]+/gi, '-')}.json` : path.slice(1)
    await write(join(site, file), await ask(path))
    named[path] = file
  })
  await write(join(site, 'answers.json'), Buffer.from(JSON.stringify(named)))
  return Object.keys(named).length
}

/** An empty file stands for a tile with nothing in it: a missing one would be a fault. */
async function writeTiles(site: string, spans: Contents['tiles']): Promise<number> {
  const paths = new Set<string>()
  for (const { zoom, minRow, maxRow, minColumn, maxColumn } of spans)
    for (let row = minRow; row <= maxRow; row++)
      for (let column = minColumn; column <= maxColumn; column++)
        paths.add(`/tiles/WebMercatorQuad/${zoom}/${row}/${column}`)
  await inTurns(paths, 8, async (path) => write(join(site, path.slice(1)), await ask(path)))
  return paths.size
}

async function inTurns(paths: Iterable<string>, atOnce: number, act: (path: string) => Promise<void>): Promise<void> {
  const waiting = [...paths]
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await act(path)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function ask(path: string, attemptsLeft = 10): Promise<Buffer> {
  const response = await fetch(url + path, { headers: { accept: 'application/json, application/geo+json, */*;q=0.5' } })
  const { status, headers } = response
  if (status === 503 && attemptsLeft > 0) {
    await pause(1000 * (Number(headers.get('retry-after')) || 2))
    return ask(path, attemptsLeft - 1)
  }
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}

async function writeZip(files: readonly string[]): Promise<number> {
  const entries: Zippable = {}
  for (const name of files) {
    // Unix, with the right to run where a double click needs it.
    const mode = isStarter(name) ? 0o100755 : 0o100644
    const level = /\.(?:png|woff2|webp|jpg)$/.test(name) ? 0 : 6
    entries[`${nameInZip}/${name}`] = [await readFile(join(folder, name)), { level, os: 3, attrs: (mode << 16) >>> 0 }]
  }
  const bytes = zipSync(entries)
  await writeFile(`${zip}.new`, bytes)
  await rename(`${zip}.new`, zip)
  return bytes.length
}

function isStarter(name: string): boolean {
  return /^start\.(?:sh|command|bat)$/.test(name)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
