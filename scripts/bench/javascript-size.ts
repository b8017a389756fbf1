/**
 * How much JavaScript does the built page have, gzipped: what its entry needs at once, and what comes later?
 *
 * Read from Vite's manifest: the entry with all its static imports is one sum; every other chunk is loaded
 * when it is asked for. MapLibre's worker stands apart. What a browser really loads before the first map is
 * measured by `first-map.ts`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { formatKilobytes, judge, type Answer } from './answer.ts'

interface Chunk {
  file: string
  name?: string
  isEntry?: boolean
  imports?: string[]
}

export function measureJavascriptSize(webFolder: string): Answer[] {
  const manifest = JSON.parse(readFileSync(join(webFolder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const atOnce = new Set<string>()
  const follow = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || atOnce.has(chunk.file)) return
    atOnce.add(chunk.file)
    chunk.imports?.forEach(follow)
  }
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry) follow(key)

  const sizeOf = (file: string) => gzippedSize(join(webFolder, file))
  const isScript = (file: string) => file.endsWith('.js')
  const later = [...new Set(Object.values(manifest).map(({ file }) => file))]
    .filter((file) => isScript(file) && !atOnce.has(file))
    .map((file) => ({ file, size: sizeOf(file) }))
    .sort((one, other) => other.size - one.size)
  const entrySize = [...atOnce].filter(isScript).reduce((sum, file) => sum + sizeOf(file), 0)
  return [
    judge('JavaScript of the entry and its static imports, gzipped', entrySize, null, formatKilobytes),
    ...later
      .slice(0, 6)
      .map(({ file, size }) => judge(`  loaded when asked for: ${toName(file)}`, size, null, formatKilobytes)),
  ]
}

export function gzippedSize(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length
}

/** Without the hash: `assets/maplibre-gl-worker-BxK2f9aQ.js` is `maplibre-gl-worker`. */
export function toName(file: string): string {
  return file.replace(/^.*\//, '').replace(/(-[\w-]{8})?\.js$/, '')
}
