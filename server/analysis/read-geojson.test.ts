import { expect, test } from 'vitest'
import { mostVertices, readGeoJson } from './read-geojson.ts'

test('shapes come out of whatever they are packed in, in order', () => {
  const point = { type: 'Point', coordinates: [1, 2] }
  const line = {
    type: 'LineString',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  }
  const read = readGeoJson({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: { type: 'GeometryCollection', geometries: [point, line] }, properties: {} },
      { type: 'Feature', geometry: null, properties: {} },
      { type: 'Feature', geometry: point, properties: {} },
    ],
  })
  expect(read).toEqual({ geometries: [point, line, point], vertexCount: 4 })
})

test('heights and further members are not looked at', () => {
  const read = readGeoJson({ type: 'Point', coordinates: [1, 2, 99], bbox: 'nonsense', crs: null })
  expect(read).toMatchObject({ vertexCount: 1 })
})

test('what is wrong is found where it stands', () => {
  const problem = readGeoJson({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [1, 2],
                [3, 4],
                [5, null],
                [1, 2],
              ],
            ],
          ],
        },
      },
    ],
  })
  expect(problem).toEqual({
    problem: 'features/0/geometry/coordinates/0/0/2 must be [longitude, latitude] in degrees, got [5, …].',
  })
})

test('one position too many is refused', () => {
  const coordinates = Array.from({ length: mostVertices + 1 }, () => [1, 2])
  expect(readGeoJson({ type: 'MultiPoint', coordinates })).toEqual({
    problem: `The body may hold ${mostVertices} positions, and holds more.`,
  })
  expect(readGeoJson({ type: 'MultiPoint', coordinates: coordinates.slice(1) })).toMatchObject({
    vertexCount: mostVertices,
  })
})
