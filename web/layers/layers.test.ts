import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { collections } from '../../server/domain/collections.ts'
import { buildStyle } from '../map/build-style.ts'
import { languages, phases, type Language, type Phase } from '../state/atlas-state.ts'
import { layers } from './index.ts'

/** What a vector tile adds to a feature's own properties, or MapLibre to every feature. */
const inputs = (language: Language, phase: Phase) => ({
  layers,
  isVisible: () => true,
  context: { language, phase },
  address: 'http://atlas.test',
  extras: [],
  relief: null,
})

/** Every name that an expression reads with `get` or `has`. */
function namesRead(expression: unknown): string[] {
  if (!Array.isArray(expression)) return []
  const [operator, name] = expression as unknown[]
  const own =
    (operator === 'get' || operator === 'has') && typeof name === 'string' && expression.length === 2 ? [name] : []
  return [...own, ...expression.flatMap(namesRead)]
}

describe('the registry of layers', () => {
  it('gives every layer an id of its own', () => {
    expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length)
  })

  it('gives every layer a legend', () => {
    expect(layers.filter((layer) => layer.legend.length === 0).map((layer) => layer.id)).toEqual([])
  })

  it('gives room to the names of the capital and the zones first, then to badges, then to the other names', () => {
    const drawn = buildStyle(inputs('vi', 2021)).layers.map(({ id }) => id)
    const names = drawn.filter((id) => id.endsWith('/name'))
    const badges = drawn.filter((id) => id.endsWith('/badge'))
    const place = (id: string) => drawn.indexOf(id)
    expect(drawn.slice(-2)).toEqual(['zones/area-name', 'places/capital'])
    expect(Math.min(...badges.map(place))).toBeGreaterThan(Math.max(...names.map(place)))
  })

  for (const language of languages) {
    for (const phase of phases) {
      it(`makes a style that MapLibre accepts (${language}, ${phase})`, () => {
        const style = buildStyle(inputs(language, phase))
        expect(validateStyleMin(style).map((error) => error.message)).toEqual([])
        expect(new Set(style.layers.map((layer) => layer.id)).size).toBe(style.layers.length)
      })
    }
  }

  it('reads only properties that the collection has', () => {
    const unknown = layers.flatMap((layer) =>
      layer.parts({ language: 'vi', phase: 2030 }).flatMap((part) => {
        const known = new Set(Object.keys(collections[part.collection].properties.properties))
        const { filter, layout, paint } = { filter: undefined, layout: undefined, paint: undefined, ...part.style }
        const read = [filter, ...Object.values(layout ?? {}), ...Object.values(paint ?? {})].flatMap(namesRead)
        return read.filter((name) => !known.has(name)).map((name) => `${layer.id}/${part.name} reads ${name}`)
      }),
    )
    expect(unknown).toEqual([])
  })

  it('has a legend whose entries name style parts that exist', () => {
    const unknown = layers.flatMap((layer) => {
      const parts = layer.parts({ language: 'vi', phase: 2030 }).map(({ name }) => name)
      const named = layer.legend.flatMap(({ drawnBy }) => drawnBy?.parts ?? [])
      return named.filter((name) => !parts.includes(name)).map((name) => `${layer.id}/${name}`)
    })
    expect(unknown).toEqual([])
  })

  it('draws every layer from a collection that the server has', () => {
    const drawn = layers.flatMap((layer) => layer.collections)
    expect(drawn.filter((collection) => !(collection in collections))).toEqual([])
  })
})
