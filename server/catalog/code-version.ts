/**
 * A text that changes when the server's own code does.
 *
 * With the catalog's version it makes the ETags: an answer is the same as before only if neither the data
 * nor the code that writes it has changed. Restarting the same code over the same data gives the same text.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export function readCodeVersion(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter(isServed).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 8)
}

function isServed(file: string): boolean {
  return /\.(js|ts)$/.test(file) && !/\.test\.(js|ts)$|(^|[\\/])testing[\\/]/.test(file)
}
