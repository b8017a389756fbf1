/**
 * Which browser do the tests drive?
 *
 * In this order: `CHROMIUM_PATH`, a Chromium or Chrome that is installed, and else the binary that the npm
 * package `@sparticuz/chromium` carries, unpacked once with the libraries and fonts it needs, so that a bare
 * Linux x64 machine with nothing but Node passes every test. Where there is none, the tests fail and say what
 * to do; they never skip.
 */
import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

export interface Browser {
  executablePath: string
  /** What has to be added to the environment of the browser's process. */
  environment: Record<string, string>
}

interface Surroundings {
  environment: Readonly<Record<string, string | undefined>>
  platform: string
  arch: string
  /** Where the bundled binary is unpacked to. */
  cacheFolder: string
}

const root = resolve(import.meta.dirname, '../../..')

const commands = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const instruction =
  'Install Chromium or Google Chrome (Debian: `apt-get install chromium`), or set CHROMIUM_PATH to the executable of one.'

export async function findBrowser(
  surroundings: Surroundings = {
    environment: process.env,
    platform: platform(),
    arch: arch(),
    cacheFolder: join(root, 'node_modules/.cache/atlas-chromium'),
  },
): Promise<Browser> {
  const named = surroundings.environment['CHROMIUM_PATH']
  if (named) {
    if (await isExecutable(named)) return { executablePath: named, environment: {} }
    throw new Error(`CHROMIUM_PATH is "${named}", but there is no executable file. ${instruction}`)
  }
  const installed = await findInstalled(surroundings)
  if (installed) return { executablePath: installed, environment: {} }
  if (surroundings.platform === 'linux' && surroundings.arch === 'x64') return unpackBundled(surroundings)
  throw new Error(
    `No browser was found, and the one that npm installed runs on Linux x64 only (this is ${surroundings.platform} ${surroundings.arch}). ${instruction}`,
  )
}

async function findInstalled({ environment, platform: system }: Surroundings): Promise<string | undefined> {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  for (const candidate of system === 'darwin' ? [...onPath, ...macApplications] : onPath)
    if (await isExecutable(candidate)) return candidate
  return undefined
}

/**
 * The package unpacks itself into the temporary folder, and its libraries (NSS, expat) only where it takes
 * the machine for a serverless one. So it is told that in a process of its own, with a folder of ours, and
 * the result is moved into place in one step: two test runs at once cannot see half a browser.
 */
async function unpackBundled({ environment, cacheFolder }: Surroundings): Promise<Browser> {
  const { version } = JSON.parse(
    await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string }
  const folder = join(cacheFolder, version)
  const browser: Browser = {
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), environment['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      ...((await exists('/etc/fonts/fonts.conf')) ? {} : { FONTCONFIG_PATH: folder }),
    },
  }
  if (await isExecutable(browser.executablePath)) return browser

  await mkdir(cacheFolder, { recursive: true })
  const workshop = await mkdtemp(join(cacheFolder, 'unpacking-'))
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    await promisify(execFile)(
      process.execPath,
      ['--input-type=commonjs', '-e', 'require(process.argv[1]).executablePath()', entry],
      { env: { ...environment, TMPDIR: workshop, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
    )
    await writeFile(join(workshop, 'fonts.conf'), fontsConfiguration(folder))
    await rename(workshop, folder).catch(async (error: unknown) => {
      // Another run was faster, and its folder is as good as ours.
      if (!(await isExecutable(browser.executablePath))) throw error
    })
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
  if (await isExecutable(browser.executablePath)) return browser
  throw new Error(`@sparticuz/chromium ${version} left no executable in ${dirname(folder)}. ${instruction}`)
}

function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
