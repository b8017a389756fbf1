/**
 * Refuses bad data with a sentence a person can act on, and says how true the shapes are.
 *
 *   npm run data:check                        every rule; exit code 1 on a problem
 *   npm run data:check -- <reference folder>  the same, and a table of errors against the outlines there
 *
 * `--seeds` and `--geojson` name other folders, for tries.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collectionIds } from '../server/domain/collections.ts'
import { loadOverlay } from '../server/analysis/overlay.ts'
import { measureAccuracy, type AccuracyInput } from './check/accuracy.ts'
import { readAtlas } from './check/atlas.ts'
import { rules } from './check/rules.ts'

/** A mistake in a script makes thousands of problems; nobody reads more than a screenful. */
const mostShownPerRule = 20

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: join(root, 'seeds') },
    geojson: { type: 'string', default: join(root, 'data/geojson') },
  },
})

const { atlas, problems: readingProblems } = readAtlas({ geojson: options.geojson, seeds: options.seeds })
let problemCount = 0
for (const problems of [readingProblems, ...rules.map((rule) => rule(atlas))]) {
  problemCount += problems.length
  for (const problem of problems.slice(0, mostShownPerRule)) console.error(problem)
  if (problems.length > mostShownPerRule) console.error(`… and ${problems.length - mostShownPerRule} more of this kind`)
}
const featureCount = collectionIds.reduce((sum, id) => sum + atlas.collections[id].length, 0)
console.log(
  `${collectionIds.length} collections, ${featureCount.toLocaleString('en')} features, ${problemCount.toLocaleString('en')} problems`,
)
if (problemCount > 0) process.exitCode = 1

const [referenceFolder] = positionals
if (referenceFolder !== undefined && problemCount === 0) {
  const { plane } = await loadOverlay()
  // Every rule has held, so every feature is what its collection promises.
  const drawn = Object.fromEntries(
    collectionIds.map((id) => [id, { type: 'FeatureCollection', features: atlas.collections[id] }]),
  ) as unknown as AccuracyInput
  const rows = measureAccuracy(drawn, referenceFolder, plane)
  const width = Math.max(...rows.map(({ what }) => what.length))
  console.log(rows.map(({ what, value }) => `${what.padEnd(width)}  ${value}`).join('\n'))
}
