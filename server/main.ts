/**
 * Starts the server: settings, catalog, app, port. What is wrong with any of them is said in a sentence.
 */
import closeWithGrace from 'close-with-grace'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { buildApp } from './app.ts'
import { readCodeVersion } from './catalog/code-version.ts'
import { CatalogError, readCatalog } from './catalog/read-catalog.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { findWebFolder } from './plugins/web-page.ts'

// V8 lets the heap grow to several times what is alive before it looks for garbage: 350 MB for 60 MB of atlas
// while tiles are being cut. Looking after every 10 % more, code made small rather than fast, and a young generation of
// 6 MB instead of 48 (that must be said before the process starts: `npm start` does) keep it below 250 MB with the
// threads of coverage and of access at work; an answer takes some 5 % longer.
setFlagsFromString('--heap-growing-percent=10')
setFlagsFromString('--optimize-for-size')

try {
  await start()
} catch (error) {
  process.stderr.write(`${toSentence(error)}\n`)
  process.exit(1)
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const root = findRoot(import.meta.dirname)
  const catalog = readCatalog({ geojson: join(root, 'data/geojson'), seeds: join(root, 'seeds') })
  const app = await buildApp({
    config,
    catalog,
    codeVersion: readCodeVersion(import.meta.dirname),
    webFolder: findWebFolder(join(root, 'dist/web')),
    packFile: join(root, 'dist/pack.zip'),
  })
  closeWithGrace({ delay: 10_000 }, async ({ err, signal }) => {
    if (err) app.log.error({ err }, 'stopping after an error')
    else app.log.info({ signal }, 'stopping')
    await app.close()
  })
  try {
    await app.listen({
      host: config.host,
      port: config.port,
      listenTextResolver: (address) => `the atlas is at ${address}/`,
    })
  } catch (error) {
    await app.close()
    const sentence = sentenceOfListening(error, config)
    throw sentence === null ? error : new ConfigError(sentence)
  }
}

/** The folder of the project: above `server` as well as above `dist/server`. */
function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new ConfigError('The server must lie inside the project: no package.json is above it.')
  return findRoot(above)
}

/** What stops a server from listening and can be mended by its settings; null for anything else. */
function sentenceOfListening(error: unknown, { host, port }: Config): string | null {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is in use by another program: stop that, or choose another with PORT=${port + 1}.`
    case 'EADDRNOTAVAIL':
      return `HOST must be an address of this machine, got "${host}".`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST must be a name that leads to this machine; "${host}" leads nowhere.`
    case 'EACCES':
      return `Port ${port} may not be opened by this user: choose one above 1023, for instance PORT=8080.`
    default:
      return null
  }
}

function toSentence(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof CatalogError) return `The atlas cannot start on these data:\n${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
