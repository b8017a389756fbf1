import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { buildStyle } from '../map/build-style.ts'
import { layers } from './index.ts'
import { enlarge, presentationStyle } from './presentation.ts'

const usual = buildStyle({
  layers,
  isVisible: () => true,
  context: { language: 'vi', phase: 2030 },
  address: 'http://atlas.test',
  extras: [],
  relief: null,
})

describe('the style for a projector', () => {
  it.each([
    ['normal', { scale: 1.35, leastTextSize: 15, contrast: 'normal' }],
    ['high', { scale: 1.7, leastTextSize: 24, contrast: 'high' }],
  ] as const)('is one that MapLibre accepts (%s)', (_, presentation) => {
    expect(validateStyleMin(presentationStyle(usual, presentation)).map(({ message }) => message)).toEqual([])
  })

  it('has no name below 24 px, at no zoom, in high contrast', () => {
    const style = presentationStyle(usual, { scale: 1.7, leastTextSize: 24, contrast: 'high' })
    const names = style.layers.filter((layer) => layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined)
    expect(names.length).toBeGreaterThan(10)
    for (const layer of names) {
      const size = layer.type === 'symbol' ? layer.layout?.['text-size'] : 0
      expect(leastOf(size), layer.id).toBeGreaterThanOrEqual(24)
    }
  })

  it('names badges from farther away where words take half the screen, and nothing else', () => {
    const high = presentationStyle(usual, { scale: 1.7, leastTextSize: 24, contrast: 'high' })
    const begins = ({ layers: all }: typeof usual, id: string) => all.find((layer) => layer.id === id)?.minzoom ?? 0
    expect(begins(high, 'heritage/name')).toBeLessThan(begins(usual, 'heritage/name') - 0.5)
    expect(begins(high, 'heritage/badge')).toBe(begins(usual, 'heritage/badge'))
    expect(begins(high, 'centres/name')).toBe(begins(usual, 'centres/name'))
    const normal = presentationStyle(usual, { scale: 1.35, leastTextSize: 15, contrast: 'normal' })
    expect(begins(normal, 'heritage/name')).toBe(begins(usual, 'heritage/name'))
  })

  it('enlarges the sizes at the stops of a zoom, because zoom may only stand outermost', () => {
    expect(enlarge(['interpolate', ['linear'], ['zoom'], 7, 10, 12, ['get', 'size']], 2, 24)).toEqual([
      'interpolate',
      ['linear'],
      ['zoom'],
      7,
      24,
      12,
      ['max', 24, ['*', 2, ['get', 'size']]],
    ])
    expect(enlarge(['step', ['zoom'], 10, 9, 20], 2, 0)).toEqual(['step', ['zoom'], 20, 9, 40])
  })
})

/** The least size an expression can come to, as far as it is written in it. */
function leastOf(size: unknown): number {
  if (typeof size === 'number') return size
  if (!Array.isArray(size)) return 0
  const [operator, ...rest] = size as unknown[]
  if (operator === 'max') return Math.max(...rest.map((one) => (typeof one === 'number' ? one : 0)))
  if (operator === 'interpolate')
    return Math.min(
      ...rest
        .slice(2)
        .filter((_, index) => index % 2 === 1)
        .map(leastOf),
    )
  if (operator === 'step')
    return Math.min(...[rest[1], ...rest.slice(2).filter((_, index) => index % 2 === 1)].map(leastOf))
  return 0
}
