/** Does a double click serve the folder, with whatever the machine has, and say so where it has nothing? */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startScripts } from './start-scripts.ts'

const place = mkdtempSync(join(tmpdir(), 'atlas-start-'))
/** Spaces, letters beyond ASCII and what a shell takes for its own. */
const folder = join(place, "Bản đồ & Thanh Hóa (it's $1)")
const site: Record<string, string | Buffer> = {
  'index.html': '<!doctype html><title>Bản đồ</title>',
  'assets/map.js': 'export {}',
  'assets/clipper.wasm': Buffer.from([0, 97, 115, 109]),
  'assets/look.css': 'a{}',
  plan: '{"parks":11}',
  'tiles/WebMercatorQuad/9/225/406': Buffer.from([26, 0, 255, 10, 13]),
  'tiles/WebMercatorQuad/9/225/407': '',
}

const programs = ['python3', 'perl', 'busybox'].flatMap((name) => {
  const path = findProgram(name)
  return path ? [{ name, path }] : []
})
/** Takes the first port, as another program on the machine may. */
let occupant: Server | undefined
const running: ChildProcess[] = []

beforeAll(() => {
  for (const [name, bytes] of Object.entries(site)) write(join(folder, 'site', name), bytes)
  for (const { name, text } of startScripts) write(join(folder, name), text)
  write(join(place, 'secret'), 'not for anybody')
  occupant = createServer().on('error', () => undefined)
  occupant.listen(8320, '127.0.0.1')
})
afterEach(() => {
  for (const one of running.splice(0)) one.kill('SIGTERM')
})
afterAll(() => {
  occupant?.close()
  rmSync(place, { recursive: true, force: true })
})

test.each(programs)('with $name alone every file arrives as what it is, from a port that is free', async (program) => {
  const { address, said } = await start([program])
  expect(said).toContain('Bản đồ quy hoạch Thanh Hóa')
  expect(address).not.toContain(':8320/')
  for (const [name, bytes] of Object.entries(site)) {
    const response = await fetch(address + name)
    expect(response.status, name).toBe(200)
    expect(Buffer.from(await response.arrayBuffer()), name).toEqual(Buffer.from(bytes))
  }
  const typeOf = async (name: string) => (await fetch(address + name)).headers.get('content-type')
  expect(await typeOf('')).toMatch(/^text\/html/)
  expect(await typeOf('assets/map.js')).toMatch(/^text\/javascript/)
  expect(await typeOf('assets/clipper.wasm')).toBe('application/wasm')
  expect(await typeOf('assets/look.css')).toMatch(/^text\/css/)
  expect((await fetch(`${address}index.html`, { method: 'HEAD' })).status).toBe(200)
  expect((await fetch(`${address}no-such-file`)).status).toBe(404)
  expect((await fetch(`${address}%2e%2e/%2e%2e/secret`)).status).toBeGreaterThanOrEqual(400)
  expect((await fetch(`${address}plan`, { method: 'POST', body: '{}' })).status).toBeGreaterThanOrEqual(400)
})

test('with nothing that can serve, it says what is needed', async () => {
  const child = run([])
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  expect(await new Promise((ended) => child.once('close', ended))).toBe(1)
  expect(said).toContain('Cần python3, perl hoặc busybox')
  expect(said).toContain('python3, perl or busybox is needed')
})

test('Windows reads its scripts: line ends, and a mark of the encoding where there are Vietnamese letters', () => {
  const textOf = (name: string) => startScripts.find((one) => one.name === name)?.text ?? ''
  expect(textOf('start.bat')).toMatch(/^[\x20-\x7e\r\n]+$/)
  expect(textOf('serve.ps1')).toMatch(/^\uFEFF/)
  for (const name of ['start.bat', 'serve.ps1']) expect(textOf(name).replaceAll('\r\n', ''), name).not.toMatch(/[\r\n]/)
})

interface Program {
  name: string
  path: string
}

function run(programsThere: readonly Program[]): ChildProcess {
  const path = mkdtempSync(join(place, 'path-'))
  for (const { name, path: real } of programsThere) symlinkSync(real, join(path, name))
  // Nothing but these programs and no variable of ours, as on a fresh machine.
  const child = spawn('/bin/sh', [join(folder, 'start.sh')], { cwd: '/', env: { PATH: path, ATLAS_NO_BROWSER: '1' } })
  running.push(child)
  return child
}

async function start(programsThere: readonly Program[]): Promise<{ address: string; said: string }> {
  const child = run(programsThere)
  let said = ''
  const address = await new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const match = /http:\S+/.exec(said)
      if (match) found(match[0])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', () => failed(new Error(`It ended: ${said}`)))
  })
  return { address, said }
}

/** The program itself: a shim in its place would need more of the machine. */
function findProgram(name: string): string | null {
  const found = ['/usr/bin', '/bin', '/usr/local/bin'].map((one) => join(one, name)).find((one) => existsSync(one))
  return found ?? null
}

function write(file: string, bytes: string | Buffer): void {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, bytes)
}
