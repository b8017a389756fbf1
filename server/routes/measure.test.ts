import { afterAll, describe, expect, test } from 'vitest'
import type { MeasureAnswer } from '../domain/analysis.ts'
import { fixtureApp } from '../testing/fixture-app.ts'

const app = await fixtureApp()
afterAll(() => app.close())

const post = (payload: string | object, type = 'application/geo+json') =>
  app.inject({ method: 'POST', url: '/analysis/measure', headers: { 'content-type': type }, payload })
const measure = async (geojson: object) => {
  const response = await post(JSON.stringify(geojson))
  expect(response.statusCode, response.body).toBe(200)
  return response.json<MeasureAnswer>()
}
const detail = async (payload: string | object, status = 400) => {
  const response = await post(payload)
  expect([response.statusCode, response.headers['content-type']]).toEqual([status, 'application/problem+json'])
  return response.json<{ detail: string }>().detail
}

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

describe('what is measured', () => {
  test('a polygon has an area on the ellipsoid and on the grid, and a perimeter, each with its method', async () => {
    const answer = await measure({ type: 'Polygon', coordinates: [square(105.7, 19.8, 0.1)] })
    // Karney's PolygonArea (geographiclib-geodesic) and geodesic perimeter.
    expect(answer.ellipsoidArea?.areaHectares).toBeCloseTo(11595.57, 0)
    expect(answer.gridArea?.crs).toBe('EPSG:5897')
    expect(Number(answer.gridArea?.areaHectares) / Number(answer.ellipsoidArea?.areaHectares)).toBeCloseTo(1, 3)
    expect(answer.gridArea?.areaHectares).not.toBe(answer.ellipsoidArea?.areaHectares)
    expect(answer.perimeter?.lengthKilometers).toBeCloseTo(43.08, 1)
    expect(answer.length).toBeNull()
    expect(answer.vertexCount).toBe(5)
    expect(answer.bbox?.map((number) => Number(number.toFixed(7)))).toEqual([105.7, 19.8, 105.8, 19.9])
    for (const part of [answer.ellipsoidArea, answer.gridArea, answer.perimeter]) {
      expect(part?.method.text_vi).not.toBe('')
      expect(part?.method.text_en).not.toBe('')
    }
  })

  test('a line has a length and no area', async () => {
    const answer = await measure({
      type: 'LineString',
      coordinates: [
        [105, 20],
        [105, 21],
      ],
    })
    // A degree of the meridian from 20° to 21° north: 110.71 km.
    expect(answer.length?.lengthKilometers).toBeCloseTo(110.71, 1)
    expect([answer.ellipsoidArea, answer.gridArea, answer.perimeter]).toEqual([null, null, null])
  })

  test('the parts of a collection add up, features without a shape count for nothing', async () => {
    const polygon = { type: 'Polygon', coordinates: [square(105.7, 19.8, 0.1)] }
    const one = await measure(polygon)
    const feature = { type: 'Feature', properties: { any: ['thing'] }, geometry: polygon }
    const all = await measure({
      type: 'FeatureCollection',
      features: [
        feature,
        { type: 'Feature', properties: null, geometry: null },
        {
          type: 'Feature',
          properties: {},
          geometry: { type: 'GeometryCollection', geometries: [polygon, { type: 'Point', coordinates: [105, 20] }] },
        },
      ],
    })
    expect(all.ellipsoidArea?.areaHectares).toBeCloseTo(2 * Number(one.ellipsoidArea?.areaHectares), 3)
    expect(all.vertexCount).toBe(11)
  })

  test('far from the grid there is no area on the grid', async () => {
    const answer = await measure({ type: 'Polygon', coordinates: [square(10, 50, 0.1)] })
    expect(answer.gridArea).toBeNull()
    expect(answer.ellipsoidArea?.areaHectares).toBeGreaterThan(0)
  })

  test('nothing measures nothing', async () => {
    expect(await measure({ type: 'FeatureCollection', features: [] })).toEqual({
      ellipsoidArea: null,
      gridArea: null,
      length: null,
      perimeter: null,
      vertexCount: 0,
      bbox: null,
    })
  })

  test('plain JSON is read as well', async () => {
    expect((await post({ type: 'Point', coordinates: [105, 20] }, 'application/json')).statusCode).toBe(200)
  })
})

describe('what is refused', () => {
  test.each([
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [105, 20],
            [106, 20],
            [106, 21],
          ],
        ],
      },
      'coordinates/0 must have at least 4 positions, got 3.',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [105, 20],
            [106, 20],
            [106, 21],
            [105, 21],
          ],
        ],
      },
      'coordinates/0 must end where it begins, at [105, 20], got [105, 21].',
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [105, 20],
          ['106', 20],
        ],
      },
      'coordinates/1 must be [longitude, latitude] in degrees, got ["106", 20].',
    ],
    [
      { type: 'Point', coordinates: [581102, 2191076] },
      'coordinates must be [longitude, latitude] in degrees, got [581102, 2191076].',
    ],
    [{ type: 'Feature', geometry: { type: 'Circle' } }, 'geometry/type must be a kind of GeoJSON'],
    [{ type: 'FeatureCollection', features: {} }, 'features must be a list, got an object.'],
    [{ type: 'Feature' }, 'geometry must be a GeoJSON object, got nothing.'],
    [{ type: 'Shape' }, 'must be equal to one of the allowed values'],
  ])('%j', async (body, sentence) => {
    expect(await detail(JSON.stringify(body))).toContain(sentence)
  })

  test.each([
    ['', 'body'],
    ['{', 'body'],
    ['[]', 'body'],
    ['null', 'body'],
    ['{"type":"Point","coordinates":[1e999,2]}', 'coordinates'],
    ['{"type":"Point","coordinates":[1,2],"__proto__":{"x":1}}', 'body'],
    ['{"type":"Point","coordinates":[1,2],"constructor":{"prototype":{"x":1}}}', 'body'],
  ])('the body %s', async (body, named) => {
    expect(await detail(body)).toContain(named)
  })

  test('a body of another kind is a 415, no body a 400', async () => {
    expect((await post('a,b', 'text/csv')).statusCode).toBe(415)
    expect((await post('<a/>', 'application/xml')).statusCode).toBe(415)
    expect((await app.inject({ method: 'POST', url: '/analysis/measure' })).statusCode).toBe(400)
  })
})

test('one client may ask often, not endlessly: then it is a 429 that says when to come back', async () => {
  const server = await fixtureApp()
  const ask = () =>
    server.inject({
      method: 'POST',
      url: '/analysis/measure',
      headers: { 'content-type': 'application/json' },
      payload: '[',
    })
  const statuses: number[] = []
  for (let i = 0; i < 240; i++) statuses.push((await ask()).statusCode)
  expect(new Set(statuses)).toEqual(new Set([400]))
  const refused = await ask()
  expect([refused.statusCode, refused.headers['content-type']]).toEqual([429, 'application/problem+json'])
  expect(refused.json<{ detail: string }>().detail).toContain('240 requests a minute')
  expect(refused.headers['retry-after']).toBeDefined()
  await server.close()
})
