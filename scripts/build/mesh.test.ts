import type { Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { ellipsoidAreaHectares } from '../../server/analysis/measure.ts'
import { buildMesh, type Ground, type Site } from './mesh.ts'
import { outside, polygonOf } from './topology.ts'

/** Land from 104° to 106° E; the border runs down the meridian of 104.6° E, the coast is straight at 106° E. */
const ground: Ground = {
  mainland: [[[104, 19], [106, 19], [106, 21], [104, 21], [104, 19]]],
  islands: [[[106.1, 20.1], [106.12, 20.1], [106.12, 20.12], [106.1, 20.12], [106.1, 20.1]]],
  border: [[104, 20.9], [104.6, 20.9], [104.6, 19.05], [104.6, 19]],
}

/** Two communes side by side, and one of the neighbouring province in the north and the south. */
const sites: Site[] = [
  { position: [105, 20], cell: 0 },
  { position: [105.6, 20], cell: 1 },
  ...[20.4, 19.6].flatMap((latitude) => [105, 105.6].map((longitude) => ({ position: [longitude, latitude], cell: outside }))),
]

describe('two communes between a border and a coast', () => {
  const edges = buildMesh(sites, coastAt(106, ground))
  const [west, east, both] = [polygonOf(edges, (cell) => cell === 0), polygonOf(edges, (cell) => cell === 1), polygonOf(edges, () => true)]

  test('meet half-way between their points', () => {
    const eastmost = Math.max(...(west?.type === 'Polygon' ? (west.coordinates[0] ?? []) : []).map(([x]) => Number(x)))
    expect(eastmost).toBeCloseTo(105.3, 3)
  })
  test('end at the border in the west and half-way to the neighbours in the north and south', () => {
    const ring = west?.type === 'Polygon' ? (west.coordinates[0] ?? []) : []
    expect(Math.min(...ring.map(([x]) => Number(x)))).toBe(104.6)
    expect(Math.max(...ring.map(([, y]) => Number(y)))).toBeCloseTo(20.2, 2)
    expect(Math.min(...ring.map(([, y]) => Number(y)))).toBeCloseTo(19.8, 2)
  })
  test('get the island with the nearer point, whole', () => {
    expect(east?.type).toBe('MultiPolygon')
    expect(east?.type === 'MultiPolygon' && east.coordinates[1]?.[0]).toHaveLength(5)
  })
  test('add up to the province', () => {
    const sum = [west, east].reduce((total, part) => total + ellipsoidAreaHectares(part), 0)
    expect(sum / ellipsoidAreaHectares(both)).toBeCloseTo(1, 9)
  })
  test('know which of their edges is coast, border, island and wall', () => {
    const kinds = new Set(edges.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['border', 'coast', 'island', 'wall'])
  })
})

test('a scrap of a cell beyond a bay goes to the neighbour it shares most edge with', () => {
  // A bay cuts the land at 105.45° E from the south up to 20.15° N: the far bank of cell 0 is cut off.
  const bay: Ground = {
    ...ground,
    islands: [],
    mainland: [[[104, 19], [105.22, 19], [105.22, 20.25], [105.27, 20.25], [105.27, 19], [106.001, 19.001], [106.001, 20.999], [104, 21], [104, 19]]],
  }
  const edges = buildMesh(sites, bay)
  expect(polygonOf(edges, (cell) => cell === 0)?.type).toBe('Polygon')
  expect(polygonOf(edges, (cell) => cell === 1)?.type).toBe('Polygon')
})

/** The outermost lines of a ring count as the frame of the map, so the coast must not lie on them. */
function coastAt(longitude: number, { mainland, ...rest }: Ground): Ground {
  const bent = mainland.map((ring) =>
    ring.flatMap((position): Position[] =>
      position[0] === longitude && position[1] === 19 ? [position, [longitude - 0.1, 19.3], [longitude - 0.1, 20.7]] : [position],
    ),
  )
  return { mainland: bent, ...rest }
}
