/**
 * `npm run bench`: the budgets of the atlas, measured on this machine and printed beside their limits.
 *
 * It measures what `npm run build` made, with the server in a process of its own. It only tells: a budget
 * that is exceeded, or cannot be measured here, never fails the command. `npm run bench -- phone show` measures only
 * what has one of these words in its name.
 */
import { cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { serveAtlas } from '../web/e2e/harness/serve-atlas.ts'
import { toTable, type Answer } from './bench/answer.ts'
import { measureAreaError } from './bench/area-error.ts'
import { keepAlive } from './bench/ask.ts'
import { measureCoverageInBrowser } from './bench/coverage-in-browser.ts'
import { measureCoverageStep } from './bench/coverage-step.ts'
import { checkDistances } from './bench/distance-check.ts'
import { measureFactsheet } from './bench/factsheet.ts'
import { measureFirstMap } from './bench/first-map.ts'
import { measureJavascriptSize } from './bench/javascript-size.ts'
import { measurePhoneList } from './bench/phone-list.ts'
import { measurePlanner } from './bench/planner.ts'
import { measurePostgisCoverage } from './bench/postgis-coverage.ts'
import { measureRankingStability } from './bench/ranking-stability.ts'
import { askAnalyses, measureServerMemory } from './bench/server-memory.ts'
import { measureShow } from './bench/show.ts'
import { measureTileThroughput } from './bench/tile-throughput.ts'
import { walkTiles, type TileWalk } from './bench/tile-sizes.ts'

const root = resolve(import.meta.dirname, '..')
const webFolder = resolve(root, 'dist/web')
const answers: Answer[] = []
let distances = ''
const loadBefore = loadavg()[0] ?? 0

const wanted = process.argv.slice(2)

async function measure(question: string, ask: () => Answer[] | Promise<Answer[]>): Promise<void> {
  if (wanted.length > 0 && !wanted.some((word) => question.includes(word))) return
  console.error(`measuring: ${question} …`)
  try {
    answers.push(...(await ask()))
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    answers.push({ question, value: '', limit: '', verdict: `not measured: ${reason}` })
  }
}

await measure('size of the JavaScript', () => measureJavascriptSize(webFolder))
await measure('error of areas', () => measureAreaError(resolve(root, 'data/geojson/districts.geojson')))
await measure('a step of the distance slider', () => measureCoverageStep(resolve(root, 'data/geojson')))
await measure('distances by road', () => {
  const checked = checkDistances(resolve(root, 'data/geojson'), resolve(root, 'seeds'))
  distances = checked.table
  return checked.answers
})
await measure('the same question in PostGIS', () => measurePostgisCoverage(resolve(root, 'data/geojson')))
const server = await serveAtlas({ LOG_LEVEL: 'warn' }).catch((error: unknown) => {
  answers.push({
    question: 'everything that needs the server',
    value: '',
    limit: '',
    verdict: `not measured: ${String(error)}`,
  })
  return null
})
if (server) {
  try {
    let tiles: TileWalk | null = null
    await measure('first useful map', () => measureFirstMap(server.url, webFolder))
    await measure('the list of parks on a slow phone', () => measurePhoneList(server.url))
    await measure('stability of a ranking', () => measureRankingStability(server.url, webFolder))
    await measure('the factsheet of a park', () => measureFactsheet(server.url))
    await measure('the show', () => measureShow(server.url))
    await measure('a step of the distance slider in the browser', () => measureCoverageInBrowser(server.url))
    await measure('the planner’s tasks', () => measurePlanner(server.url))
    await measure('tile sizes', async () => {
      tiles = await walkTiles(server.url)
      return tiles.answers
    })
    await measure('server memory', () => [measureServerMemory(server.pid, 'after all tiles')])
    await measure('cached tiles a second', async () => {
      if (!tiles) throw new Error('no tile is known')
      const { typical, largest } = tiles
      return [
        ...(await measureTileThroughput(typical, server.pid, { atLeast: 10_000 })),
        ...(await measureTileThroughput(largest, server.pid, null)),
      ]
    })
    await measure('server memory after that', () => [measureServerMemory(server.pid, 'after the load')])
    await measure('server memory with analyses at work', async () => {
      await askAnalyses(server.url)
      return [measureServerMemory(server.pid, 'after coverage and access as well')]
    })
  } finally {
    keepAlive.destroy()
    await server.stop()
  }
}

console.log(`\nPublished distances by road beside computed ones, km:\n${distances}`)
console.log(`\n${toTable(answers)}\n`)
console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`)
console.log(`Load before it began: ${loadBefore.toFixed(1)}. Times mean little where that is not well below the cores.`)
