import { describe, expect, test } from 'vitest'
import { largestRemainder, populationOfCommunes } from './population.ts'

type Commune = Parameters<typeof populationOfCommunes>[1][number]
type District = Parameters<typeof populationOfCommunes>[0][number]

function commune(id: string, population2009: number | null, population2019: number | null): Commune {
  return {
    id,
    code: id,
    name_vi: id,
    name_en: id,
    kind: 'commune',
    districtId: 'd',
    position: [105, 20],
    areaHectares: null,
    population2009,
    population2019,
    originIds: ['census-2019'],
  }
}

function district(population2019: number): District[] {
  return [
    {
      id: 'd',
      code: '380',
      name_vi: 'D',
      name_en: 'D',
      kind: 'district',
      seat: 'S',
      seatPosition: [105, 20],
      seatUncertaintyMeters: 1000,
      seatOriginId: 'geonames',
      areaHectares: 1,
      areaOriginId: 'census-2019',
      population2019,
      populationOriginId: 'census-2019',
      communeCount: 2,
    },
  ]
}

const everywhere = () => true

describe('people of communes', () => {
  test('a published figure stays as it is', () => {
    const result = populationOfCommunes(district(300), [commune('a', 100, 120), commune('b', 150, 180)], everywhere)
    expect(result.get('a')).toEqual({ population2019: 120, populationBasis: 'census' })
  })

  test('what a district has left goes to the unknown communes by their people of 2009', () => {
    const communes = [commune('a', 100, 120), commune('b', 100, null), commune('c', 300, null)]
    const result = populationOfCommunes(district(521), communes, everywhere)
    // 401 left: 100.25 and 300.75.
    expect(result.get('b')).toEqual({ population2019: 100, populationBasis: 'estimated' })
    expect(result.get('c')).toEqual({ population2019: 301, populationBasis: 'estimated' })
  })

  test('a commune unknown in 2009 as well counts as an average one of its district', () => {
    const communes = [commune('a', 200, 200), commune('b', 100, null), commune('c', null, null)]
    const result = populationOfCommunes(district(700), communes, everywhere)
    // Weights 100 and 150 share 500.
    expect(result.get('b')?.population2019).toBe(200)
    expect(result.get('c')?.population2019).toBe(300)
  })

  test('where nothing is left, the town that holds its people is split, and both are estimates', () => {
    const communes = [
      commune('town', 100, 400),
      commune('joined', 300, null),
      commune('far', 100, 500),
      commune('calm', 100, 100),
    ]
    const touching = (a: string, b: string) => ![a, b].includes('far')
    const result = populationOfCommunes(district(1000), communes, touching)
    expect(result.get('town')).toEqual({ population2019: 100, populationBasis: 'estimated' })
    expect(result.get('joined')).toEqual({ population2019: 300, populationBasis: 'estimated' })
    expect(result.get('far')).toEqual({ population2019: 500, populationBasis: 'census' })
  })

  test('communes that miss their district’s published total are scaled to it and no longer called census', () => {
    const result = populationOfCommunes(district(330), [commune('a', 100, 100), commune('b', 200, 200)], everywhere)
    expect(result.get('a')).toEqual({ population2019: 110, populationBasis: 'estimated' })
    expect(result.get('b')).toEqual({ population2019: 220, populationBasis: 'estimated' })
  })
})

test('whole shares add up to the total', () => {
  expect(largestRemainder(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(largestRemainder(100, [1, 2, 3, 4]).reduce((a, b) => a + b)).toBe(100)
  expect(largestRemainder(7, [0, 0])).toEqual([4, 3])
})
