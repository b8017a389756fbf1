import { describe, expect, test } from 'vitest'
import { fromVn2000, toVn2000, vn2000Systems, type Vn2000System } from './vn2000.ts'

/** From cs2cs, with the parameters of Decision 05/2007/QĐ-BTNMT: latitudes first, then east and north. */
const golden = [
  [
    [19.807, 105.776],
    [19.807990151, 105.774132071],
    [581102.2425, 2191076.7308],
    [581077.9094, 2190419.342],
  ],
  [
    [20.67, 104.38],
    [20.670971306, 104.378118859],
    [435207.6523, 2286543.9527],
    [435227.0919, 2285857.9209],
  ],
  [
    [19.3, 105.0],
    [19.300984122, 104.998136273],
    [499804.1396, 2134771.7209],
    [499804.1983, 2134131.2254],
  ],
  [
    [19.35, 105.82],
    [19.350992372, 105.81813748],
    [585954.8114, 2140510.2354],
    [585929.0224, 2139868.0181],
  ],
  [
    [20.05, 106.05],
    [20.050992108, 106.048129865],
    [609642.1187, 2218133.3777],
    [609609.2228, 2217467.8711],
  ],
] as const

describe('the golden table of cs2cs', () => {
  test.each(golden)('%j', ([latitude, longitude], [latitude4756, longitude4756], grid5897, grid3405) => {
    const position = [longitude, latitude]
    const geographic = toVn2000('EPSG:4756', position)
    expect(Math.abs(geographic[0] - longitude4756)).toBeLessThan(1e-8)
    expect(Math.abs(geographic[1] - latitude4756)).toBeLessThan(1e-8)
    expectWithinOneMillimetre(toVn2000('EPSG:5897', position), grid5897)
    expectWithinOneMillimetre(toVn2000('EPSG:3405', position), grid3405)
  })
})

test('there and back moves no position by a millimetre', () => {
  for (const system of Object.keys(vn2000Systems) as Vn2000System[]) {
    for (const [[latitude, longitude]] of golden) {
      const [backLongitude, backLatitude] = fromVn2000(system, toVn2000(system, [longitude, latitude]))
      expect(Math.abs(backLongitude - longitude)).toBeLessThan(9e-9)
      expect(Math.abs(backLatitude - latitude)).toBeLessThan(9e-9)
    }
  }
})

test('zone 49 is six degrees further east than zone 48', () => {
  const [east] = toVn2000('EPSG:3406', [111, 16.5])
  expect(Math.abs(east - 500_000)).toBeLessThan(300)
})

function expectWithinOneMillimetre(got: readonly [number, number], wanted: readonly [number, number]): void {
  expect(Math.hypot(got[0] - wanted[0], got[1] - wanted[1])).toBeLessThan(0.001)
}
