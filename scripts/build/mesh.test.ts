import { describe, expect, test } from 'vitest'
import { ellipsoidAreaHectares } from '../../server/analysis/measure.ts'
import { positionsOf } from '../../server/analysis/positions-of.ts'
import { buildMesh, type Ground, type Site } from './mesh.ts'
import { outside, polygonOf } from './topology.ts'

/** The border runs down the meridian of 104.9° E, the coast down that of 105.4° E. */
const ground: Ground = {
  mainland: [
    [
      [104, 19],
      [106, 19],
      [105.4, 19.5],
      [105.4, 20.5],
      [106, 21],
      [104, 21],
      [104, 19],
    ],
  ],
  islands: [
    [
      [105.42, 20.01],
      [105.43, 20.01],
      [105.43, 20.02],
      [105.42, 20.02],
      [105.42, 20.01],
    ],
  ],
  border: [
    [104, 20.9],
    [104.9, 20.9],
    [104.9, 19.05],
    [104.9, 19],
  ],
}

/** Two communes side by side, and one of the neighbouring province in the north and the south of each. */
const sites: Site[] = [
  { position: [105, 20], cell: 0 },
  { position: [105.2, 20], cell: 1 },
  ...[20.2, 19.8].flatMap((latitude) =>
    [105, 105.2].map((longitude) => ({ position: [longitude, latitude], cell: outside })),
  ),
]

describe('two communes between a border and a coast', () => {
  const edges = buildMesh(sites, ground)
  const west = polygonOf(edges, (cell) => cell === 0)
  const east = polygonOf(edges, (cell) => cell === 1)

  test('meet half-way between their points', () => {
    expect(Math.max(...longitudes(west))).toBeCloseTo(105.1, 4)
  })
  test('end at the border in the west and half-way to the neighbours in the north and south', () => {
    expect(Math.min(...longitudes(west))).toBeCloseTo(104.9, 4)
    expect(Math.max(...latitudes(west))).toBeCloseTo(20.1, 3)
    expect(Math.min(...latitudes(west))).toBeCloseTo(19.9, 3)
  })
  test('end at the coast in the east and get the island off it, whole', () => {
    expect(east?.type).toBe('MultiPolygon')
    const [mainland, island] = east?.type === 'MultiPolygon' ? east.coordinates : []
    expect(Math.max(...(mainland?.flat() ?? []).map(([x]) => Number(x)))).toBeCloseTo(105.4, 4)
    expect(island?.[0]).toHaveLength(5)
  })
  test('add up to the province', () => {
    const both = ellipsoidAreaHectares(polygonOf(edges, () => true))
    expect((ellipsoidAreaHectares(west) + ellipsoidAreaHectares(east)) / both).toBeCloseTo(1, 9)
  })
  test('know which of their edges is coast, border, island and wall', () => {
    const kinds = new Set(edges.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['border', 'coast', 'island', 'wall'])
  })
})

test('a scrap of a cell beyond a bay goes to the neighbour it shares most edge with', () => {
  // A bay from the south to 20.12° N, between 105.05° and 105.07° E: the far bank of cell 0 is cut off.
  const bay: Ground = {
    ...ground,
    islands: [],
    mainland: [
      [
        [104, 19],
        [105.05, 19.2],
        [105.05, 20.12],
        [105.07, 20.12],
        [105.07, 19.2],
        [106, 19],
        [105.4, 19.5],
        [105.4, 20.5],
        [106, 21],
        [104, 21],
        [104, 19],
      ],
    ],
  }
  const edges = buildMesh(sites, bay)
  const west = polygonOf(edges, (cell) => cell === 0)
  const east = polygonOf(edges, (cell) => cell === 1)
  expect([west?.type, east?.type]).toEqual(['Polygon', 'Polygon'])
  expect(Math.max(...longitudes(west))).toBeCloseTo(105.05, 3)
  expect(Math.min(...longitudes(east))).toBeCloseTo(105.07, 3)
})

test('a commune whose name stands on an island has ground on the mainland too, where its second point says', () => {
  const named: Site[] = [
    ...sites,
    { position: [105.425, 20.015], cell: 2 },
    { position: [105.35, 20], cell: 2 },
    ...[20.2, 19.8].map((latitude) => ({ position: [105.35, latitude], cell: outside })),
  ]
  const shape = polygonOf(buildMesh(named, ground), (cell) => cell === 2)
  expect(shape?.type).toBe('MultiPolygon')
  const [mainland, island] = shape?.type === 'MultiPolygon' ? shape.coordinates : []
  expect(Math.min(...(mainland?.flat() ?? []).map(([x]) => Number(x)))).toBeCloseTo(105.275, 4)
  expect(island?.[0]).toHaveLength(5)
})

type Shape = ReturnType<typeof polygonOf>

function longitudes(shape: Shape): number[] {
  return positionsOf(shape ?? null).map(([longitude]) => Number(longitude))
}

function latitudes(shape: Shape): number[] {
  return positionsOf(shape ?? null).map(([, latitude]) => Number(latitude))
}
