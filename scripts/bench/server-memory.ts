/** How much memory does the server hold (its resident set), threads included? */
import { execFileSync } from 'node:child_process'
import { judge, type Answer } from './answer.ts'
import { askJson } from './ask.ts'

export function measureServerMemory(pid: number, when: string): Answer {
  const kibibytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  const toMegabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  return judge(`server memory (RSS) ${when}`, kibibytes * 1024, { atMost: 250e6 }, toMegabytes)
}

/** Has the thread of analyses work on both its grounds: coverage at thirty distances, what five parks can reach, access of all. */
export async function askAnalyses(url: string): Promise<void> {
  for (let step = 0; step < 30; step++) await askJson(`${url}/analysis/coverage?bufferMeters=${1000 + 500 * step}`)
  for (const park of ['bim-son', 'le-mon', 'hoang-long', 'ngoc-lac', 'bai-tranh'])
    await askJson(`${url}/analysis/travel-time?feature=park:${park}&minutes=30,60,90`)
  await askJson(`${url}/analysis/access/parks`)
}
