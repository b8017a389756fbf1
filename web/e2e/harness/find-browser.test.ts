import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-browsers-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const linux = { platform: 'linux', arch: 'x64' }

test('CHROMIUM_PATH comes before an installed browser', async () => {
  const named = await putExecutable('named', 'my-chromium')
  const installed = await putExecutable('bin', 'chromium')
  const environment = { CHROMIUM_PATH: named, PATH: join(folder, 'bin') }
  expect((await findBrowser({ ...linux, environment, cacheFolder: folder })).executablePath).toBe(named)
  const { executablePath } = await findBrowser({
    ...linux,
    environment: { PATH: join(folder, 'bin') },
    cacheFolder: folder,
  })
  expect(executablePath).toBe(installed)
})

test.each(['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'])(
  'an installed %s is found on PATH',
  async (command) => {
    const installed = await putExecutable(`only-${command}`, command)
    const environment = { PATH: `${join(folder, 'nothing-here')}:${join(folder, `only-${command}`)}` }
    expect(await findBrowser({ ...linux, environment, cacheFolder: folder })).toEqual({
      executablePath: installed,
      environment: {},
    })
  },
)

test('a CHROMIUM_PATH that leads nowhere is an error that names it, not a silent fallback', async () => {
  const environment = { CHROMIUM_PATH: '/no/such/chromium', PATH: '' }
  await expect(findBrowser({ ...linux, environment, cacheFolder: folder })).rejects.toThrow(
    /"\/no\/such\/chromium".*Install/s,
  )
})

test('where the bundled browser cannot run, the error says what to do', async () => {
  const surroundings = { platform: 'win32', arch: 'arm64', environment: { PATH: '' }, cacheFolder: folder }
  await expect(findBrowser(surroundings)).rejects.toThrow(
    /win32 arm64.*Install Chromium or Google Chrome.*CHROMIUM_PATH/s,
  )
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'with no browser at all the bundled one is unpacked once, with its libraries, also by two runs at once',
  async () => {
    const cacheFolder = join(folder, 'cache')
    const surroundings = { ...linux, environment: { ...process.env, CHROMIUM_PATH: undefined, PATH: '' }, cacheFolder }
    const [one, two] = await Promise.all([findBrowser(surroundings), findBrowser(surroundings)])
    expect(two).toEqual(one)
    const { size, mtimeMs, mode } = await stat(one.executablePath)
    expect(size).toBeGreaterThan(100_000_000)
    expect(mode & 0o100).toBe(0o100)
    await stat(join(one.environment['LD_LIBRARY_PATH']?.split(':')[0] ?? '', 'libnss3.so'))
    await findBrowser(surroundings)
    expect((await stat(one.executablePath)).mtimeMs).toBe(mtimeMs)
  },
)

async function putExecutable(place: string, name: string): Promise<string> {
  const file = join(folder, place, name)
  await mkdir(join(folder, place), { recursive: true })
  await writeFile(file, '#!/bin/sh\n')
  await chmod(file, 0o755)
  return file
}
