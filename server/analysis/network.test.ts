import { describe, expect, test } from 'vitest'
import { interchange, kilometerPost, network, place, road, way, type Kilometers } from '../testing/network-fixture.ts'
import type { DrivingEntry } from '../domain/driving.ts'
import { findWays } from './network.ts'

const roadsOf = ({ legs }: ReturnType<typeof way>) =>
  legs.filter(({ cost }) => cost.kilometers.value > 0.001).map(({ roadId, kind }) => roadId ?? kind)

describe('kilometres and minutes', () => {
  test('along one road at 60 km/h: 30 km take 30 minutes, at best 15, at worst 45 km in 90', () => {
    const on = network([
      road('a', [
        [0, 0],
        [40, 0],
      ]),
    ])
    const { kilometers, minutes } = way(on, place([5, 0]), place([35, 0]))
    expect(kilometers.value).toBeCloseTo(30, 2)
    expect(minutes.value).toBeCloseTo(30, 2)
    expect(kilometers.low).toBeCloseTo(30, 2)
    expect(minutes.low).toBeCloseTo(15, 2)
    expect(kilometers.high).toBeCloseTo(45, 2)
    expect(minutes.high).toBeCloseTo(90, 2)
  })

  test('round a corner: 20 km east and 30 km north are 50, not the straight 36', () => {
    const on = network([
      road('a', [
        [0, 0],
        [20, 0],
      ]),
      road('b', [
        [20, 0],
        [20, 30],
      ]),
    ])
    const found = way(on, place([0, 0]), place([20, 30]))
    expect(found.kilometers.value).toBeCloseTo(50, 2)
    expect(found.minutes.value).toBeCloseTo(50, 2)
    expect(roadsOf(found)).toEqual(['a', 'b'])
  })

  test('two kilometres off the road are a local leg at 30 km/h', () => {
    const on = network([
      road('a', [
        [0, 0],
        [40, 0],
      ]),
    ])
    const found = way(on, place([5, 2]), place([35, 0]))
    expect(found.kilometers.value).toBeCloseTo(32, 2)
    expect(found.minutes.value).toBeCloseTo(34, 2)
    expect(roadsOf(found)).toEqual(['local', 'a'])
  })

  test('neighbours need no road: 3 km take 6 minutes', () => {
    const on = network([
      road('a', [
        [0, 0],
        [40, 0],
      ]),
    ])
    const found = way(on, place([10, 5]), place([13, 5]))
    expect(found.kilometers.value).toBeCloseTo(3, 2)
    expect(found.minutes.value).toBeCloseTo(6, 2)
  })

  test('the uncertainty of both ends is saved at the least and added at the most, at the mean speed', () => {
    const on = network([
      road('a', [
        [0, 0],
        [40, 0],
      ]),
    ])
    const { kilometers, minutes } = way(on, place([5, 0], 1000), place([35, 0], 2000))
    expect(kilometers.low).toBeCloseTo(27, 2)
    expect(kilometers.high).toBeCloseTo(48, 2)
    expect(minutes.low).toBeCloseTo(12, 2)
    expect(minutes.high).toBeCloseTo(93, 2)
  })

  test('hills are driven at half the speed', () => {
    const on = network(
      [
        road('a', [
          [0, 0],
          [10, 0],
          [40, 0],
        ]),
      ],
      { isHill: ([x]) => x > 10_000 },
    )
    expect(way(on, place([0, 0]), place([40, 0])).minutes.value).toBeCloseTo(10 + 60, 1)
  })

  test('where no road leads there is no way', () => {
    expect(findWays(network([]), place([0, 0]), [place([50, 0])])).toEqual([null])
  })
})

describe('where roads join', () => {
  const along = (points: Kilometers[], uncertaintyMeters = 0) => road('b', points, { uncertaintyMeters })
  const main = road('a', [
    [0, 0],
    [40, 0],
  ])
  const joins = (other: ReturnType<typeof road>) => {
    const on = network([main, other])
    return roadsOf(way(on, place([0, 0]), place([20, 30])))
  }

  test('where their lines cross', () => {
    expect(
      joins(
        along([
          [20, -5],
          [20, 30],
        ]),
      ),
    ).toEqual(['a', 'b'])
  })

  test('where one ends within the uncertainty of both', () => {
    const gap = joins(
      along(
        [
          [20, 1.5],
          [20, 30],
        ],
        2000,
      ),
    )
    expect(gap).toEqual(['a', 'local', 'b'])
  })

  test('but not where one ends farther away: then it takes local roads all the way', () => {
    const on = network([
      main,
      along(
        [
          [20, 4],
          [20, 30],
        ],
        2000,
      ),
    ])
    expect(on.graph.hasEdge('a/0@20000.00', 'b/0@0.00')).toBe(false)
  })

  test('and not where they run side by side', () => {
    const side = road(
      'b',
      [
        [5, 0.5],
        [35, 0.5],
      ],
      { uncertaintyMeters: 400 },
    )
    const on = network([
      road(
        'a',
        [
          [0, 0],
          [40, 0],
        ],
        { uncertaintyMeters: 400 },
      ),
      side,
    ])
    // Both ends of b join a; nothing between.
    expect(on.nodes.get('a/0')).toHaveLength(4)
    expect(on.nodes.get('b/0')).toHaveLength(2)
  })
})

describe('the expressway', () => {
  const expressway = road(
    'e',
    [
      [20, -30],
      [20, 0],
      [20, 30],
    ],
    { roadClass: 'expressway', kind: 'expressway' },
  )
  const main = road('a', [
    [0, 0],
    [40, 0],
  ])
  const north = road('n', [
    [0, 30],
    [40, 30],
  ])
  const places = [place([0, 0]), place([40, 30])] as const

  test('crosses other roads without a junction', () => {
    const on = network([expressway, main, north])
    expect(on.nodes.get('a/0')).toHaveLength(2)
    expect(roadsOf(way(on, ...places))).not.toContain('e')
  })

  test('is entered and left at interchanges', () => {
    const on = network([expressway, main, north], {
      interchanges: [interchange('i', [20, 0]), interchange('j', [20, 30])],
    })
    const found = way(on, ...places)
    expect(roadsOf(found)).toEqual(['a', 'e', 'n'])
    expect(found.kilometers.value).toBeCloseTo(70, 1)
    expect(found.minutes.value).toBeCloseTo(20 + 18 + 20, 1)
  })

  test('and not at those that are not open yet', () => {
    const opensLater = { status: 'planned', openedYear: 2025 } as const
    const interchanges = [interchange('i', [20, 0], opensLater), interchange('j', [20, 30])]
    expect(roadsOf(way(network([expressway, main, north], { interchanges }), ...places))).not.toContain('e')
    const later = network([expressway, main, north], { interchanges, phase: 2025 })
    expect(roadsOf(way(later, ...places))).toContain('e')
  })

  test('is as long between interchanges as their kilometre posts say', () => {
    const interchanges = [
      interchange('i', [20, 0], { figures: kilometerPost(100) }),
      interchange('j', [20, 30], { figures: kilometerPost(131) }),
    ]
    const length: DrivingEntry = { id: 'l', kind: 'length', roadId: 'e', kilometers: 62, originId: 'programme' }
    const on = network([expressway, main, north], { interchanges, driving: [length] })
    const { legs } = way(on, ...places)
    const driven = legs.find(({ roadId }) => roadId === 'e')?.cost.kilometers
    expect(driven?.value).toBeCloseTo(31, 2)
    expect(driven?.low).toBeCloseTo(31 * 0.99, 2)
    expect(driven?.high).toBeCloseTo(31 * 1.01, 2)
  })
})

describe('a published length', () => {
  const length: DrivingEntry = { id: 'l', kind: 'length', roadId: 'a', kilometers: 50, originId: 'programme' }
  const line = road('a', [
    [0, 0],
    [10, 0],
    [40, 0],
  ])

  test('stretches the line, its share a stretch, a tenth more or less', () => {
    const { kilometers } = way(network([line], { driving: [length] }), place([0, 0]), place([20, 0]))
    expect(kilometers.value).toBeCloseTo(25, 1)
    expect(kilometers.low).toBeCloseTo(22.5, 1)
    expect(kilometers.high).toBeCloseTo(27.5, 1)
  })

  test('is missed in the hills first: 10 km of plain stay 10, 30 km of hills become 40', () => {
    const on = network([line], { driving: [length], isHill: ([x]) => x > 10_000 })
    expect(way(on, place([0, 0]), place([10, 0])).kilometers.value).toBeCloseTo(10, 1)
    expect(way(on, place([0, 0]), place([40, 0])).kilometers.value).toBeCloseTo(50, 1)
  })
})

describe('phases', () => {
  const short = road(
    'short',
    [
      [0, 0],
      [40, 0],
    ],
    { status: 'planned', openedYear: 2025 },
  )
  const long = road('long', [
    [0, 0],
    [20, 20],
    [40, 0],
  ])

  test('a road that does not exist yet is not driven on', () => {
    const [from, to] = [place([0, 0]), place([40, 0])]
    expect(roadsOf(way(network([short, long]), from, to))).toEqual(['long'])
    expect(roadsOf(way(network([short, long], { phase: 2025 }), from, to))).toEqual(['short'])
  })

  test('nor one that is only a hypothesis', () => {
    const guessed = road(
      'guessed',
      [
        [0, 0],
        [40, 0],
      ],
      { kind: 'national-road-hypothesis' },
    )
    expect(network([guessed]).lines).toEqual([])
  })
})

test('beyond the province one drives from where a road leaves it', () => {
  const exit: DrivingEntry = { id: 'x', kind: 'exit', roadId: 'a', end: 'last' }
  const on = network(
    [
      road('a', [
        [0, 0],
        [40, 0],
      ]),
    ],
    { driving: [exit], isBeyond: ([x]) => x > 45_000 },
  )
  const found = way(on, place([0, 0]), place([70, 40]))
  expect(roadsOf(found)).toEqual(['a', 'beyond'])
  expect(found.kilometers.value).toBeCloseTo(40 + 50, 1)
})
