import { Compile } from 'typebox/compile'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { AreaContents } from '../domain/contents.ts'
import { WhatIf } from '../domain/what-if.ts'
import { squareCatalog } from '../testing/coverage-catalog.ts'
import { lineString, polygon, rectangle } from '../testing/coverage-fixture.ts'
import { fixtureApp } from '../testing/fixture-app.ts'

// A thread has to start first, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

const app = await fixtureApp({ catalog: squareCatalog() })
afterAll(() => app.close())

const post = (url: string, payload: object | string) =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json' }, payload })
const drawn = (geometry: object | null, more: object = {}) => ({ type: 'Feature', properties: {}, geometry, ...more })
const refused = async (asking: ReturnType<typeof post>) => {
  const response = await asking
  expect(response.headers['content-type']).toBe('application/problem+json')
  return [response.statusCode, response.json<{ detail: string }>().detail] as const
}

describe('what a drawn area holds', () => {
  test('is told as described, and adds up', async () => {
    const response = await post('/analysis/contents', drawn(rectangle(-5, -15, 5, -5)))
    expect(response.statusCode, response.body.slice(0, 400)).toBe(200)
    const answer = response.json<AreaContents>()
    expect([...Compile(AreaContents).Errors(answer)]).toEqual([])
    expect(answer.whole.areaHectares.value).toBeCloseTo(10_000, 1)
    // The corridor `straight` runs along y = -10 and is 200 m off at most.
    const corridors = answer.lines.find(({ collection }) => collection === 'corridors')
    const straight = corridors?.features.find(({ featureId }) => featureId === 'straight')
    expect(straight?.insideKilometers.value).toBeCloseTo(10, 2)
    expect(straight?.insideKilometers.low).toBeCloseTo(9.6, 2)
  })

  test.each([
    [drawn(polygon([0, 0], [5, 5], [5, 0], [0, 5])), 'crosses or touches itself'],
    [drawn(lineString([0, 0], [1, 0])), 'The area “area” must be a Polygon or a MultiPolygon.'],
    [drawn(null, { id: 'mine' }), 'The area “mine” must be'],
    [drawn(rectangle(0, 0, 1, 1), { properties: { uncertaintyMeters: -1 } }), 'uncertaintyMeters'],
    [rectangle(0, 0, 1, 1), 'geometry'],
  ])('%j is a 400 that says why', async (body, sentence) => {
    expect(await refused(post('/analysis/contents', body))).toEqual([400, expect.stringContaining(sentence)])
  })

  test('GET is a 405 that says what there is', async () => {
    const response = await app.inject('/analysis/contents')
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'OPTIONS, POST'])
  })
})

describe('what a scenario changes', () => {
  const lines = (...features: object[]) => ({ bufferMeters: 5000, lines: { type: 'FeatureCollection', features } })

  test('is told as described: a corridor left out is ground lost, and nothing else', async () => {
    const hook = drawn(lineString([-20, 15], [0, 15], [0, 20]), { id: 'hook', properties: { uncertaintyMeters: 200 } })
    const response = await post('/analysis/what-if', lines(hook))
    expect(response.statusCode, response.body.slice(0, 400)).toBe(200)
    const answer = response.json<WhatIf>()
    expect([...Compile(WhatIf).Errors(answer)]).toEqual([])
    expect(answer.gained.areaHectares.high).toBe(0)
    // A strip 10 km wide across 40 km of land.
    expect(Math.abs(answer.lost.areaHectares.value / 40_000 - 1)).toBeLessThan(1e-3)
    const difference = answer.scenario.areaHectares.value - answer.plan.areaHectares.value
    expect(answer.lost.areaHectares.value).toBeCloseTo(-difference, 3)
    expect(answer.outlines).toMatchObject({ gained: null, lost: { type: 'Polygon' } })
  })

  test.each([
    [lines(), 'There is no line to ask about'],
    [lines(drawn(rectangle(0, 0, 1, 1))), 'must be a LineString'],
    [{ bufferMeters: 5000 }, 'lines'],
  ])('%j is a 400 that says why', async (body, sentence) => {
    expect(await refused(post('/analysis/what-if', body))).toEqual([400, expect.stringContaining(sentence)])
  })
})
