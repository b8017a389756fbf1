import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { build, type Plugin } from 'vite'

const root = resolve(import.meta.dirname, '..')

/**
 * Writes `sw.js` beside the built page: `web/offline/service-worker.ts` with the list of files it keeps and the
 * version of the data it may show with them.
 *
 * The worker is bundled by a build of its own, after the page's, because it names the page's files. vite-plugin-pwa
 * would do the same with some three hundred more packages; the part of workbox that runs in the browser is used as it is.
 */
export function serviceWorker(): Plugin {
  let folder = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir
    },
    writeBundle: async () => {
      const files = await listPageFiles(folder)
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        define: {
          atlasFiles: JSON.stringify(files),
          atlasLetterFiles: JSON.stringify(await listLetterFiles(folder)),
          atlasDataVersion: JSON.stringify(await readDataVersion()),
          'process.env.NODE_ENV': '"production"',
        },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2022',
          rolldownOptions: {
            input: join(root, 'web/offline/service-worker.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      })
    },
  }
}

interface KeptFile {
  url: string
  /** Null: the name carries a hash of the content. */
  revision: string | null
}

/** Letters of languages that few readers speak are many and large: they are kept when they are first used. */
const leftOut = /(?:\.(?:br|gz|map)|^sw\.js|^\.vite\/.*|noto-(?:sans|serif)-(?:sc|tc|jp|kr|hk)-.*\.woff2)$/

/** The files of the page that the worker keeps from the first visit on. */
export async function listPageFiles(folder: string): Promise<KeptFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((name) => !leftOut.test(name) && !leftOut.test(name.replace(/^.*\//, '')))
    .toSorted()
  return Promise.all(
    names.map(async (url) => ({
      url,
      revision: url.startsWith('assets/') ? null : hashOf(await readFile(join(folder, url))),
    })),
  )
}

/** Letters of Chinese, Japanese and Korean by language: a pack keeps those of the languages it is to speak. */
async function listLetterFiles(folder: string): Promise<Record<string, string[]>> {
  const names = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.woff2')).toSorted()
  const of = (script: string) =>
    names.filter((name) => name.startsWith(`noto-sans-${script}-`)).map((name) => `assets/${name}`)
  return { zh: of('sc'), ja: of('jp'), ko: of('kr') }
}

/** Changes with whatever an answer or a tile is made from: data, seeds, and the server's code. */
async function readDataVersion(): Promise<string> {
  const version = createHash('sha256')
  for (const place of ['data', 'seeds', 'server']) {
    const names = (await readdir(join(root, place), { recursive: true })).toSorted()
    for (const name of names) {
      if (!/\.(?:json|geojson|png|ts)$/.test(name) || name.endsWith('.test.ts')) continue
      version.update(`${place}/${name}\n`).update(await readFile(join(root, place, name)))
    }
  }
  return version.digest('hex').slice(0, 16)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
