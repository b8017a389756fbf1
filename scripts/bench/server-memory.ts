/** How much memory does the server hold (its resident set) after it has made every tile? */
import { execFileSync } from 'node:child_process'
import { judge, type Answer } from './answer.ts'

export function measureServerMemory(pid: number): Answer[] {
  const kibibytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  const toMegabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  return [judge('server memory (RSS) after all tiles', kibibytes * 1024, { atMost: 250e6 }, toMegabytes)]
}
