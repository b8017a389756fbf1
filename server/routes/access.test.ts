import { afterAll, describe, expect, test, vi } from 'vitest'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Access, DistanceCheck, ParkAccessTable, TravelTime } from '../domain/access.ts'
import { fixtureApp } from '../testing/fixture-app.ts'

// A thread has to start first, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

const app = await fixtureApp()
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const refused = async (url: string) => {
  const response = await get(url)
  expect(response.headers['content-type']).toBe('application/problem+json')
  return [response.statusCode, response.json<{ detail: string }>().detail] as const
}
const errorsOf = (schema: TSchema, value: unknown) => [...Compile(schema).Errors(value)].slice(0, 3)

describe('access of a place', () => {
  test('is told as described, for a feature and for a position', async () => {
    for (const query of ['feature=park:park-a', 'from=105.8,19.8', 'from=105.8,19.8&phase=2030&f=json']) {
      const response = await get(`/analysis/access?${query}`)
      expect(response.statusCode, query).toBe(200)
      expect(errorsOf(Access, response.json()), query).toEqual([])
    }
  })

  test('says where from and at which phase', async () => {
    const { from, phase } = (await get('/analysis/access?feature=park:park-a&phase=2021')).json<Access>()
    expect(from).toMatchObject({ feature: 'park:park-a', position: [105.8, 19.8], uncertaintyMeters: 100 })
    expect(phase).toBe(2021)
  })

  test.each([
    ['', 400, 'either from'],
    ['?from=105.8,19.8&feature=park:park-a', 400, 'either from'],
    ['?from=105.8', 400, 'longitude,latitude'],
    ['?from=19.8,105.8', 400, 'longitude,latitude'],
    ['?from=NaN,NaN', 400, 'longitude,latitude'],
    ['?from=105.8,19.8,7', 400, 'longitude,latitude'],
    ['?from=1e2,19.8', 400, 'longitude,latitude'],
    ['?from=105.8,19.8&from=105.9,19.8', 400, 'given once'],
    ['?feature=park', 400, 'a kind and an id'],
    ['?feature=park:nowhere', 404, '"park:nowhere"'],
    ['?feature=__proto__:constructor', 400, 'a kind and an id'],
    ['?feature=park:__proto__', 404, '"park:__proto__"'],
    ['?feature=zone:gate-zone', 400, 'Nobody has published'],
    [`?feature=park:${'x'.repeat(300)}`, 400, 'a kind and an id'],
    ['?from=105.8,19.8&phase=2024', 400, 'one of 2021, 2025, 2030'],
    ['?from=105.8,19.8&speed=900', 400, '"speed"'],
  ])('refuses %s', async (query, status, words) => {
    const [code, detail] = await refused(`/analysis/access${query}`)
    expect(code).toBe(status)
    expect(detail).toContain(words)
  })
})

describe('access of all parks', () => {
  test('is told as described, with the people within half an hour', async () => {
    const response = await get('/analysis/access/parks')
    const table = response.json<ParkAccessTable>()
    expect(errorsOf(ParkAccessTable, table)).toEqual([])
    expect(table.parks.map(({ feature }) => feature)).toEqual(['park:park-a', 'park:park-b', 'park:park-c'])
    // People live in the west of the fixture, so only the third park has some about it.
    const people = table.parks.map(({ peopleWithin30Minutes }) => peopleWithin30Minutes?.value ?? -1)
    expect(people.map(Math.sign)).toEqual([0, 0, 1])
  })

  test('has a tag of its own for every phase, known without working it out', async () => {
    const [first, other] = await Promise.all([get('/analysis/access/parks'), get('/analysis/access/parks?phase=2021')])
    expect(first.headers.etag).not.toBe(other.headers.etag)
    const again = await get('/analysis/access/parks', { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('travel time', () => {
  test('is told as described, each number of minutes once and in order', async () => {
    const response = await get('/analysis/travel-time?feature=park:park-a&minutes=60,30,60')
    const answer = response.json<TravelTime>()
    expect(errorsOf(TravelTime, answer)).toEqual([])
    expect(answer.areas.map(({ minutes }) => minutes)).toEqual([30, 60])
    expect(answer.areas[0]?.outlines.value?.type).toMatch(/Polygon/)
  })

  test.each([
    ['', 400, 'feature must be given'],
    ['?feature=park:nowhere', 404, '"park:nowhere"'],
    ['?feature=park:park-a&minutes=', 400, 'whole numbers'],
    ['?feature=park:park-a&minutes=0', 400, 'whole numbers'],
    ['?feature=park:park-a&minutes=1e9', 400, 'whole numbers'],
    ['?feature=park:park-a&minutes=10,20,30,40', 400, 'up to 3'],
    ['?feature=park:park-a&minutes=30.5', 400, 'whole numbers'],
  ])('refuses %s', async (query, status, words) => {
    const [code, detail] = await refused(`/analysis/travel-time${query}`)
    expect(code).toBe(status)
    expect(detail).toContain(words)
  })
})

test('the distance check is told as described, empty where nothing is published', async () => {
  const answer = (await get('/analysis/distance-check')).json<DistanceCheck>()
  expect(errorsOf(DistanceCheck, answer)).toEqual([])
  expect(answer.summary).toMatchObject({ published: 0, counted: 0, medianError: null, insideShare: null })
})
