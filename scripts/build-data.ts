/**
 * Makes every file of data/geojson from seeds and data/basemap.
 *
 *   npm run data:build              writes what has changed
 *   npm run data:build -- --check   writes nothing; exit code 1 and the names of the files that differ
 *
 * Two runs make the same bytes. `--seeds`, `--basemap` and `--out` name other folders, for tries.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collectionIds } from '../server/domain/collections.ts'
import { readSeeds } from '../server/catalog/read-seeds.ts'
import { buildCollections } from './build/build-collections.ts'
import { toText } from './build/features.ts'
import { readBasemap } from './build/read-basemap.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    seeds: { type: 'string', default: join(root, 'seeds') },
    basemap: { type: 'string', default: join(root, 'data/basemap') },
    out: { type: 'string', default: join(root, 'data/geojson') },
  },
})

const started = performance.now()
const built = await buildCollections(readSeeds(options.seeds), readBasemap(options.basemap))
const files = new Map(collectionIds.map((id) => [`${id}.geojson`, toText(built[id])]))
const existing = existsSync(options.out) ? readdirSync(options.out).filter((name) => name.endsWith('.geojson')) : []
const stray = existing.filter((name) => !files.has(name))
const differing = [...files].filter(
  ([name, text]) => !existing.includes(name) || readFileSync(join(options.out, name), 'utf8') !== text,
)

if (options.check) {
  for (const [name] of differing) console.error(`${name}: must be what data:build makes; run npm run data:build`)
  for (const name of stray) console.error(`${name}: must be a collection of server/domain/collections.ts`)
  if (differing.length + stray.length > 0) process.exitCode = 1
  else console.log(`${files.size} files are what data:build makes`)
} else {
  mkdirSync(options.out, { recursive: true })
  for (const [name, text] of differing) writeFileSync(join(options.out, name), text)
  for (const [name, text] of files) {
    const kilobytes = (Buffer.byteLength(text) / 1000).toFixed(1).padStart(8)
    console.log(`${kilobytes} kB  ${name}${differing.some(([other]) => other === name) ? '' : '  (unchanged)'}`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${files.size} files, ${differing.length} written, in ${seconds} s`)
}
