/** Does NOTICE name everything the atlas runs on, with the licence its package states? */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const notice = readFileSync(resolve(root, 'NOTICE'), 'utf8')
const { dependencies } = readPackage(root)

test.each(Object.keys(dependencies ?? {}))('NOTICE names %s with its licence', (name) => {
  const line = notice.split('\n').find((text) => text.startsWith(`${name} `))
  expect(line?.split(/\s+/)[1]).toBe(readPackage(resolve(root, 'node_modules', name)).license)
})

test('NOTICE names nothing that the atlas no longer runs on', () => {
  const listed = [...notice.matchAll(/^(@?[a-z][\w./-]*) {2,}\S/gm)].map(([, name]) => name)
  expect(listed.filter((name) => !(name && name in (dependencies ?? {})))).toEqual([])
})

test.each(['© OpenStreetMap contributors', 'GSHHG', 'Natural Earth', 'GeoNames', 'OurAirports', 'SRTM30'])(
  'NOTICE credits %s',
  (owner) => {
    expect(notice).toContain(owner)
  },
)

function readPackage(folder: string): { license?: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as ReturnType<typeof readPackage>
}
