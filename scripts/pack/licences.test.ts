import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readLicences } from './licences.ts'

const texts = new Map(
  (await readLicences(resolve(import.meta.dirname, '../..'))).map(({ name, text }) => [name, text] as const),
)

test('the folder carries our licence, the notices and the terms of the base map', () => {
  expect(texts.get('LICENSE')).toContain('Apache License')
  expect(texts.get('NOTICE')).toContain('© OpenStreetMap contributors')
  expect(texts.get('NOTICE-BASEMAP.md')).toContain('GNU Lesser General Public License')
})

test.each([
  ['maplibre-gl', 'Redistributions in binary form must reproduce the above copyright'],
  ['@fontsource/be-vietnam-pro', 'SIL OPEN FONT LICENSE'],
  ['sql.js', 'MIT'],
  ['pbf', 'Mapbox'],
  // Its text is also that of the coast's licence.
  ['geojson-validation', 'GNU LESSER GENERAL PUBLIC LICENSE'],
])('the text of the licence of %s is there', (name, words) => {
  const all = texts.get('LICENCES-SOFTWARE.txt')?.split('='.repeat(80)) ?? []
  expect(all.find((text) => text.trimStart().startsWith(`${name} `))?.toLowerCase()).toContain(words.toLowerCase())
})

test('tools that build and test the atlas are not part of the folder, nor are their licences', () => {
  expect(texts.get('LICENCES-SOFTWARE.txt')).not.toMatch(/^vitest /m)
})
