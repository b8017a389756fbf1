import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readSeeds, readSeedsWithProblems, seedFileNames } from './read-seeds.ts'

const origin = { id: 'paper', title: 'Paper', publisher: null, date: '2021', kind: 'law', licence: null, address: null }

function seedsFolder(contents: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'seeds-'))
  for (const file of seedFileNames) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), contents[file] ?? '[]')
  }
  return folder
}

test('entries that fit are read', () => {
  const seeds = readSeeds(seedsFolder({ 'sources.json': JSON.stringify([origin]) }))
  expect(seeds['sources.json']).toEqual([origin])
  expect(Object.keys(seeds).sort()).toEqual([...seedFileNames].sort())
})

test('an entry that does not fit is named with its field and what stood there', () => {
  const folder = seedsFolder({ 'sources.json': JSON.stringify([origin, { ...origin, id: 'Not A Slug' }]) })
  const { seeds, problems } = readSeedsWithProblems(folder)
  expect(seeds['sources.json']).toEqual([origin])
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(/^sources\.json: entries\/1 \(Not A Slug\) id must match pattern/)
  expect(problems[0]).toContain('got "Not A Slug"')
  expect(() => readSeeds(folder)).toThrow('sources.json: entries/1')
})

test('a broken file and a file that is no list are named', () => {
  const { problems } = readSeedsWithProblems(seedsFolder({ 'zones.json': '[{', 'parks.json': '{}' }))
  expect(problems.find((problem) => problem.startsWith('zones.json: must be a readable JSON file'))).toBeDefined()
  expect(problems).toContain('parks.json: must be a list of entries, got object')
})
