import { describe, expect, it } from 'vitest'
import { collections } from '../../server/domain/collections.ts'
import enDetails from './en-details.json' with { type: 'json' }
import enFirst from './en.json' with { type: 'json' }
import viDetails from './vi-details.json' with { type: 'json' }
import viFirst from './vi.json' with { type: 'json' }
import { layers } from '../layers/index.ts'
import { FigureKey, NoteKey, OriginKind, Unit } from '../../server/domain/provenance.ts'
import { PlanFigure } from '../../server/domain/seeds.ts'
import { kinds } from '../state/kinds.ts'

const vi = { ...viFirst, ...viDetails }
const en = { ...enFirst, ...enDetails }

type Words = { [key: string]: string | Words }

function keysOf(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key.replace(/_(one|other)$/, '')] : keysOf(value, `${prefix}${key}.`),
  )
}
const unique = (keys: string[]) => [...new Set(keys)].toSorted()
const inVietnamese = new Set(keysOf(vi))

describe('the words of the interface', () => {
  it('are complete in both languages', () => {
    expect(unique(keysOf(en))).toEqual(unique(keysOf(vi)))
  })

  it('are stored composed, so that a search for “Ầ” finds it', () => {
    expect(JSON.stringify(vi)).toBe(JSON.stringify(vi).normalize('NFC'))
  })

  it('name every layer and every entry of its legend', () => {
    const wanted = layers.flatMap((layer) => [
      `layer.${layer.id}`,
      ...layer.legend.map((entry) => `legend.${layer.id}.${entry.label}`),
    ])
    expect(wanted.filter((key) => !inVietnamese.has(key))).toEqual([])
  })

  it('name every kind of figure, note, unit and origin that a seed may use', () => {
    const wanted = [
      ...FigureKey.enum.map((key) => `figureKey.${key}`),
      ...NoteKey.enum.map((key) => `noteKey.${key}`),
      ...Unit.enum.map((key) => `unit.${key}`),
      ...PlanFigure.properties.unit.enum.map((key) => `unit.${key}`),
      ...PlanFigure.properties.section.enum.map((key) => `figures.section.${key}`),
      ...OriginKind.enum.map((key) => `origin.${key}`),
      ...Object.values(kinds).map((kind) => `kind.${kind}`),
    ]
    expect(wanted.filter((key) => !inVietnamese.has(key))).toEqual([])
  })

  it('call one feature of a collection what the server calls it', () => {
    for (const [collection, kind] of Object.entries(kinds)) {
      expect(collections[collection as keyof typeof collections].singular).toBe(kind)
    }
  })
})
