import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { collectionIds, collections } from '../domain/collections.ts'
import { fixtureFeatures, fixturePlan } from '../testing/fixture-catalog.ts'
import { CatalogError, findCollectionProblems, readCatalog } from './read-catalog.ts'

const folder = mkdtempSync(join(tmpdir(), 'atlas-catalog-'))
const folders = { geojson: join(folder, 'geojson'), seeds: join(folder, 'seeds') }
afterAll(() => rmSync(folder, { recursive: true }))

const write = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value))

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folders.geojson, { recursive: true })
  mkdirSync(join(folders.seeds, 'plan'), { recursive: true })
  mkdirSync(join(folders.seeds, 'transport'), { recursive: true })
  for (const id of collectionIds) {
    // Awkward ids are for the routes; files may not have them.
    const features = fixtureFeatures[id].filter(({ id: featureId }) => /^[a-z0-9-]+$/.test(featureId))
    write(`geojson/${id}.geojson`, { type: 'FeatureCollection', features })
  }
  write('seeds/sources.json', fixturePlan.origins)
  write('seeds/plan/figures.json', fixturePlan.figures)
  write('seeds/transport/driving.json', fixturePlan.driving)
  write('seeds/distances.json', fixturePlan.distances)
  write('seeds/distance-places.json', fixturePlan.distancePlaces)
  for (const file of ['pillars', 'clauses', 'disagreements'] as const)
    write(`seeds/plan/${file}.json`, fixturePlan[file])
})

const problemsOf = (read: () => unknown): readonly string[] => {
  try {
    read()
  } catch (error) {
    if (error instanceof CatalogError) return error.problems
    throw error
  }
  return []
}

test('good folders become a catalog with look-ups', () => {
  const catalog = readCatalog(folders)
  expect([...catalog.collections.keys()]).toEqual(collectionIds)
  expect(catalog.collections.get('parks')?.byId.get('park-a')?.properties.name_vi).toBe('Tên park-a')
  expect(catalog.collections.get('nope')).toBeUndefined()
  expect(catalog.collections.get('__proto__')).toBeUndefined()
  expect(catalog.originsById.get('decree')?.kind).toBe('law')
  expect(catalog.collections.get('airports')?.extent).toBeNull()
})

test('the version is that of the bytes: the same twice, another after any change', () => {
  const first = readCatalog(folders).version
  expect(readCatalog(folders).version).toBe(first)
  const file = join(folders.geojson, 'parks.geojson')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n`)
  const second = readCatalog(folders).version
  expect(second).not.toBe(first)
  write('seeds/plan/clauses.json', [])
  expect(readCatalog(folders).version).not.toBe(second)
})

describe('what is wrong is said in a sentence', () => {
  const spoil = (change: (properties: Record<string, unknown>, whole: Record<string, unknown>) => void) => {
    const features = structuredClone(fixtureFeatures.parks) as unknown as Record<string, unknown>[]
    const [first] = features
    if (!first) throw new Error('the fixtures have parks')
    change(first['properties'] as Record<string, unknown>, first)
    return findCollectionProblems('parks', collections.parks, { type: 'FeatureCollection', features })
  }

  test('a file that is not there', () => {
    rmSync(join(folders.geojson, 'parks.geojson'))
    expect(problemsOf(() => readCatalog(folders))).toEqual([
      'data/geojson/parks.geojson: must be a readable FeatureCollection: there is no such file; `npm run data:build` makes it',
    ])
  })

  test('a file that is no JSON, and one that is no collection', () => {
    writeFileSync(join(folders.geojson, 'parks.geojson'), '{')
    write('geojson/roads.geojson', { type: 'Feature' })
    expect(problemsOf(() => readCatalog(folders))).toEqual([
      expect.stringContaining('data/geojson/parks.geojson: must be a readable FeatureCollection'),
      'data/geojson/roads.geojson: must be a FeatureCollection with a list of features',
    ])
  })

  test('a value that does not fit, with what stood there', () => {
    expect(spoil((properties) => (properties['statedAreaHectares'] = -1))).toEqual([
      'features/0 ("park-a") statedAreaHectares must be > 0, got -1',
    ])
    expect(spoil((properties) => (properties['status'] = 'finished')).join()).toMatch(/status .*got "finished"/)
    expect(spoil((properties) => delete properties['name_vi']).join()).toContain('name_vi')
    expect(spoil((properties) => (properties['colour'] = 'red')).join()).toContain('colour')
  })

  test('an id that is another, or comes twice', () => {
    expect(spoil((_, feature) => (feature['id'] = 'other'))).toEqual([
      'features/0 id must equal properties.id, got "other" and "park-a"',
    ])
    expect(
      spoil((properties, feature) => {
        properties['id'] = 'park-b'
        feature['id'] = 'park-b'
      }),
    ).toEqual(['features/1 id must be unique in parks, got "park-b" again'])
  })

  test('a shape of another kind, or with a coordinate that is no number', () => {
    expect(
      spoil(
        (_, feature) =>
          (feature['geometry'] = {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          }),
      ),
    ).toEqual(['features/0 ("park-a") geometry must be null or Polygon or MultiPolygon or Point, got "LineString"'])
    expect(spoil((_, feature) => (feature['geometry'] = { type: 'Point', coordinates: [105, null] }))).toEqual([
      'features/0 ("park-a") coordinates of the Point must be positions of two numbers',
    ])
  })

  test('an origin nobody knows', () => {
    write(
      'seeds/sources.json',
      fixturePlan.origins.filter(({ id }) => id !== 'programme'),
    )
    expect(problemsOf(() => readCatalog(folders))).toContain(
      'data/geojson/parks.geojson: park-a originIds must be in seeds/sources.json, got "programme"',
    )
  })

  test('a seed that does not fit', () => {
    write('seeds/plan/figures.json', [{ id: 'x' }])
    expect(problemsOf(() => readCatalog(folders)).join('\n')).toContain('seeds/plan/figures.json: ')
  })
})
