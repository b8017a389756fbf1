/**
 * What travels with the folder, because it travels with the works: our licence and notices, the terms of the base map,
 * and the licence text of every package that the atlas runs on.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }>
}

export async function readLicences(root: string): Promise<{ name: string; text: string }[]> {
  const read = (name: string) => readFile(join(root, name), 'utf8')
  return [
    { name: 'LICENSE', text: await read('LICENSE') },
    { name: 'NOTICE', text: await read('NOTICE') },
    { name: 'NOTICE-BASEMAP.md', text: await read('data/basemap/NOTICE.md') },
    {
      name: 'LICENCES-SOFTWARE.txt',
      text: await readPackageLicences(root, JSON.parse(await read('package-lock.json')) as Lock),
    },
  ]
}

async function readPackageLicences(root: string, { packages }: Lock): Promise<string> {
  const texts: string[] = []
  for (const [path, { version, license, dev }] of Object.entries(packages)) {
    if (!path.startsWith('node_modules/') || dev === true) continue
    const name = path.replace(/^.*node_modules\//, '')
    texts.push(`${name} ${version ?? ''} (${license ?? 'see its text'})\n\n${await readOwnLicence(join(root, path))}`)
  }
  return texts.join(`\n\n${'='.repeat(80)}\n\n`)
}

/** A package that carries no text has its licence's name alone; one that is for another machine is not there. */
async function readOwnLicence(folder: string): Promise<string> {
  const files = await readdir(folder).catch(() => [])
  const texts = files.filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)).toSorted()
  const read = await Promise.all(texts.map((file) => readFile(join(folder, file), 'utf8')))
  return read.map((text) => text.trim()).join('\n\n')
}
