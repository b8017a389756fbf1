import type { LineString, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { lineString } from '../testing/coverage-fixture.ts'
import { mostKeptVertices, mostLines, mostVertices, readCoverageLines, toCoverageLines } from './coverage-lines.ts'

const good: LineString = lineString([0, 0], [10, 0])

function read(geometry: unknown, uncertaintyMeters = 0, bufferMeters = 5000) {
  return readCoverageLines([{ id: 'drawn', geometry: geometry as LineString, uncertaintyMeters }], bufferMeters)
}

function problemOf(answer: ReturnType<typeof readCoverageLines>) {
  if (!('problem' in answer)) throw new Error('it was answered')
  const { code, text_en, text_vi } = answer.problem
  expect(text_en).toMatch(/^[A-Z].*\.$/)
  expect(text_vi).toMatch(/^\p{Lu}.*\.$/u)
  expect(text_vi).toBe(text_vi.normalize('NFC'))
  return { code, text_en }
}

describe('a sentence, not a crash', () => {
  test.each([
    ['a distance below half a kilometre', 499],
    ['a distance above thirty', 30_001],
    ['no number', Number.NaN],
    ['an endless distance', Infinity],
  ])('%s', (_, bufferMeters) => {
    expect(problemOf(read(good, 0, bufferMeters)).code).toBe('bad-buffer')
  })

  test.each([
    [
      'NaN',
      [
        [Number.NaN, 19.8],
        [105, 20],
      ],
    ],
    [
      'an endless longitude',
      [
        [Infinity, 19.8],
        [105, 20],
      ],
    ],
    [
      'text',
      [
        ['105', '20'],
        [105, 20],
      ],
    ],
    ['an empty position', [[], [105, 20]]],
    ['null', [null, [105, 20]]],
  ])('a corner that is %s', (_, coordinates) => {
    expect(problemOf(read({ type: 'LineString', coordinates }))).toEqual({
      code: 'bad-position',
      text_en: 'Corner 1 of the line “drawn” must be [longitude, latitude] in degrees.',
    })
  })

  test.each([
    ['across the 180th meridian', [179.9, 20], [-179.9, 20]],
    ['all round the earth', [105, 20], [465, 20]],
    ['with latitude first', [19.8, 105.7], [20, 105.8]],
    ['on the other side of the earth', [-75, -20], [-75.1, -20]],
    ['in metres', [581102, 2191076], [581202, 2191076]],
  ])('a line %s', (_, ...coordinates) => {
    expect(problemOf(read({ type: 'LineString', coordinates })).code).toBe('far-away')
  })

  test.each([
    ['a polygon', { type: 'Polygon', coordinates: [good.coordinates] }],
    ['nothing', null],
    ['no coordinates', { type: 'LineString' }],
    ['no parts', { type: 'MultiLineString', coordinates: [] }],
    ['a single corner', { type: 'LineString', coordinates: good.coordinates.slice(1) }],
    ['a part of no corners', { type: 'MultiLineString', coordinates: [good.coordinates, []] }],
  ])('%s instead of a line', (_, geometry) => {
    expect(problemOf(read(geometry)).code).toBe('bad-geometry')
  })

  test('a line whose corners are all in one place', () => {
    const { coordinates } = lineString([1, 1], [1, 1], [1, 1])
    expect(problemOf(read({ type: 'LineString', coordinates })).code).toBe('no-length')
  })

  test('no line, too many lines, two lines of one name', () => {
    const line = { id: 'a', geometry: good, uncertaintyMeters: 0 }
    const many = Array.from({ length: mostLines + 1 }, (_, i) => ({ ...line, id: String(i) }))
    expect(problemOf(readCoverageLines([], 5000)).code).toBe('no-line')
    expect(problemOf(readCoverageLines(many, 5000)).code).toBe('too-many-lines')
    expect(problemOf(readCoverageLines([line, line], 5000)).code).toBe('same-id')
  })

  test.each([-1, Number.NaN, Infinity, 30_001])('an uncertainty of %s m', (meters) => {
    expect(problemOf(read(good, meters)).code).toBe('bad-uncertainty')
  })

  test('a hundred thousand corners, and as many as may be sent of which too many matter', () => {
    const zigzag = (count: number): Position[] =>
      Array.from({ length: count }, (_, i) => [105 + (i % 2) * 0.001, 19.5 + i * 1e-5])
    expect(problemOf(read({ type: 'LineString', coordinates: zigzag(100_000) })).code).toBe('too-many-vertices')
    expect(zigzag(mostVertices).length).toBeLessThanOrEqual(mostVertices)
    expect(problemOf(read({ type: 'LineString', coordinates: zigzag(mostVertices) })).code).toBe('too-many-vertices')
  })

  test('a name of ten thousand letters is not repeated in full', () => {
    const line = { id: 'x'.repeat(10_000), geometry: good, uncertaintyMeters: -1 }
    expect(problemOf(readCoverageLines([line], 5000)).text_en.length).toBeLessThan(200)
  })
})

describe('lines in the plane', () => {
  test('a short line keeps its corners; a part without length is left out', () => {
    const answer = read({
      type: 'MultiLineString',
      coordinates: [lineString([0, 0], [1, 2], [3, 0]).coordinates, lineString([5, 5], [5, 5]).coordinates],
    })
    if ('problem' in answer) throw new Error(answer.problem.text_en)
    const [first, ...others] = answer.lines[0]?.parts ?? []
    expect(others).toEqual([])
    expect(first?.map(([x, y]) => [Math.round(x), Math.round(y)])).toEqual([
      [0, 0],
      [1000, 2000],
      [3000, 0],
    ])
  })

  test('a long edge follows the geodesic', () => {
    const answer = read({
      type: 'LineString',
      coordinates: [
        [103, 20],
        [107, 20],
      ],
    })
    if ('problem' in answer) throw new Error(answer.problem.text_en)
    expect(answer.lines[0]?.parts[0]?.length).toBeGreaterThan(20)
  })

  test('tens of thousands of corners along a smooth road are thinned to what matters', () => {
    const coordinates = Array.from({ length: 40_000 }, (_, i) => [105 + i * 2e-5, 19.8 + 0.05 * Math.sin(i / 4000)])
    const answer = read({ type: 'LineString', coordinates })
    if ('problem' in answer) throw new Error(answer.problem.text_en)
    const kept = answer.lines[0]?.parts[0]?.length ?? 0
    expect(kept).toBeGreaterThan(50)
    expect(kept).toBeLessThan(mostKeptVertices / 2)
  })

  test('corridors nobody has placed are left out', () => {
    const properties = { uncertaintyMeters: 3000 }
    const corridors = [
      { type: 'Feature', id: 'drawn', geometry: good, properties },
      { type: 'Feature', id: 'unplaced', geometry: null, properties },
    ]
    const lines = toCoverageLines(corridors as unknown as Parameters<typeof toCoverageLines>[0])
    expect(lines).toEqual([{ id: 'drawn', geometry: good, uncertaintyMeters: 3000 }])
  })
})
