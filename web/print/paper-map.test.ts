import geodesic from 'geographiclib-geodesic'
import { describe, expect, test } from 'vitest'
import { makePaperMap, scaleTolerance, stretchAt, toView } from './paper-map.ts'

/** Metres on the ellipsoid, by Karney's algorithm: an independent tool. */
function meters([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  return geodesic.Geodesic.WGS84.Inverse(lat1, lng1, lat2, lng2).s12 ?? Number.NaN
}

const a3 = makePaperMap({ center: [105.4, 19.9], scale: 250_000, widthMm: 304, heightMm: 268 })

describe('A3 at 1:250,000', () => {
  test.each([
    ['from west to east', [102, 134], [202, 134]],
    ['from north to south', [152, 84], [152, 184]],
    ['aslant', [112, 104], [192, 164]],
  ] as const)('ten centimetres in the middle are 25 km %s, to 0.02 %%', (_, from, to) => {
    const measured = meters(a3.toPosition(from), a3.toPosition(to))
    expect(measured / 25_000).toBeGreaterThan(0.9998)
    expect(measured / 25_000).toBeLessThan(1.0002)
  })

  test.each([0, 268])('at height %i mm of the frame the scale is off by less than 0.3 %%', (y) => {
    const measured = meters(a3.toPosition([102, y]), a3.toPosition([202, y]))
    expect(Math.abs(measured / 25_000 - 1)).toBeLessThan(0.003)
    expect(Math.abs(measured / 25_000 - 1)).toBeLessThan(a3.scaleErrorAtEdge + 0.0003)
  })

  test('the frame says how far off its edges are: 0.2 %', () => {
    expect(a3.scaleErrorAtEdge).toBeGreaterThan(0.0015)
    expect(a3.scaleErrorAtEdge).toBeLessThan(0.0025)
  })

  test('there and back is the same place', () => {
    const [x, y] = a3.toPaper(a3.toPosition([12.5, 250]))
    expect(x).toBeCloseTo(12.5, 9)
    expect(y).toBeCloseTo(250, 9)
  })
})

describe.each([
  { name: 'A4 portrait at 1:1,000,000', heightMm: 222, worst: 0.0065 },
  { name: 'A4 landscape at 1:1,000,000', heightMm: 188, worst: 0.0055 },
  { name: 'A0 portrait at 1:1,000,000', heightMm: 1000, worst: 0.032 },
])('$name', ({ heightMm, worst }) => {
  const map = makePaperMap({ center: [105.4, 19.9], scale: 1_000_000, widthMm: 170, heightMm })
  /** How much too long a centimetre is drawn. */
  const errorAt = (y: number) => 10_000 / meters(map.toPosition([80, y]), map.toPosition([90, y])) - 1
  const [upper, lower] = [errorAt(0), errorAt(heightMm)]

  test('is as much too large at the upper edge as too small at the lower', () => {
    expect(upper).toBeGreaterThan(0)
    expect(lower).toBeLessThan(0)
    expect(Math.abs(upper + lower) / (upper - lower)).toBeLessThan(0.01)
  })

  test('says so', () => {
    const measured = Math.max(upper, -lower)
    expect(Math.abs(map.scaleErrorAtEdge / measured - 1)).toBeLessThan(0.05)
    expect(measured).toBeLessThan(worst)
    expect(measured).toBeGreaterThan(scaleTolerance)
  })

  test('is true where it says so', () => {
    const y = map.toPaper([105.4, map.trueLatitude])[1]
    expect(Math.abs(errorAt(y))).toBeLessThan(0.0001)
  })
})

test('at 20° the sphere stretches north by 0.6 % more than east', () => {
  // a/(M cos φ) and a/(N cos φ) with M = 6,342,888 m and N = 6,380,637 m at 20° (WGS 84).
  const { east, north } = stretchAt(20)
  expect(east).toBeCloseTo(6_378_137 / 6_380_636.8 / Math.cos((20 * Math.PI) / 180), 6)
  expect(north / east).toBeCloseTo(6_380_636.8 / 6_342_887.9, 5)
})

test('at the equator and 1:1,000,000 a millimetre is a kilometre, and the world 40,075 mm wide', () => {
  const map = makePaperMap({ center: [0, 0], scale: 1_000_000, widthMm: 100, heightMm: 10 })
  expect(map.mercatorPerMm.x).toBeCloseTo(1000, 3)
  // 512 pixels show the world at zoom 0: with one pixel to the millimetre, 40,075 pixels are zoom 6.29.
  expect(toView(map, 1).zoom).toBeCloseTo(Math.log2(40_075.017 / 512), 6)
})
