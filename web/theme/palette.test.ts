import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  parse,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { distanceClasses, distanceClassOf, distanceOpacity } from './distance-classes.ts'
import { areaOpacity, base, composite, plan } from './palette.ts'

const difference = differenceCiede2000()

/** What the areas look like where they lie on the province, at the opacity they are painted with. */
const areas = {
  province: base.province,
  sea: base.sea,
  zone: composite(plan.industrial, base.province, areaOpacity.zone),
  centre: composite(plan.centre, base.province, areaOpacity.centre),
}

const vision = {
  'full colour vision': (hex: string) => hex,
  protanopia: simulate(filterDeficiencyProt(1)),
  deuteranopia: simulate(filterDeficiencyDeuter(1)),
  tritanopia: simulate(filterDeficiencyTrit(1)),
}

describe('the areas of the map, as composited', () => {
  it('differ by at least 10 CIEDE2000 in full colour vision, in every pair', () => {
    expect(closest(areas, vision['full colour vision'])).toMatchObject({
      distance: expect.toSatisfy((distance: number) => distance >= 10),
    })
  })
  it.each(Object.keys(vision) as (keyof typeof vision)[])('differ by at least 8 under %s', (kind) => {
    expect(closest(areas, vision[kind])).toMatchObject({
      distance: expect.toSatisfy((distance: number) => distance >= 8),
    })
  })
})

describe('the classes of distance, as composited', () => {
  const classes = distanceClasses.map(({ color }) => composite(color, base.province, distanceOpacity))
  it.each(Object.keys(vision) as (keyof typeof vision)[])('differ by at least 10 from the next under %s', (kind) => {
    const seen = classes.map((color) => toColor(vision[kind](color)))
    for (const [i, color] of seen.entries()) {
      const next = seen[i + 1]
      if (next) expect(difference(color, next)).toBeGreaterThanOrEqual(10)
    }
  })

  it('take every distance: 0 is the first, 30 km and more the last', () => {
    expect([0, 4999, 5000, 29_999, 30_000, 90_000].map(distanceClassOf)).toEqual([0, 0, 1, 3, 4, 4])
  })
})

describe('composite', () => {
  it('is the background at opacity 0, the foreground at 1, and half way at a half', () => {
    expect(composite('#000000', '#ffffff', 0)).toBe('#ffffff')
    expect(composite('#204060', '#ffffff', 1)).toBe('#204060')
    expect(composite('#000000', '#ffffff', 0.5)).toBe('#808080')
  })
})

function closest(colors: Record<string, string>, see: (hex: string) => string) {
  const names = Object.keys(colors)
  const pairs = names.flatMap((one, index) =>
    names.slice(index + 1).map((other) => ({
      pair: `${one} / ${other}`,
      distance: difference(toColor(see(colors[one] ?? '')), toColor(see(colors[other] ?? ''))),
    })),
  )
  return pairs.toSorted((a, b) => a.distance - b.distance)[0] ?? { pair: '', distance: 0 }
}

function simulate(filter: ReturnType<typeof filterDeficiencyProt>) {
  return (hex: string) => formatHex(filter(toColor(hex)))
}

function toColor(hex: string) {
  const color = parse(hex)
  if (!color) throw new Error(`${hex} is not a colour`)
  return color
}
