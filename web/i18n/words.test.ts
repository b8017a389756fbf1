import { describe, expect, it } from 'vitest'
import { collections } from '../../server/domain/collections.ts'
import { categoryIds, isPresence, valuesOf } from '../invest/categories.ts'
import { criterionIds, unitOf } from '../invest/criteria.ts'
import { layers } from '../layers/index.ts'
import { FigureKey, NoteKey, OriginKind, Unit } from '../../server/domain/provenance.ts'
import { PlanFigure } from '../../server/domain/seeds.ts'
import { languages, type Language } from '../state/atlas-state.ts'
import { kinds } from '../state/kinds.ts'

type Words = { [key: string]: string | Words }

const files = import.meta.glob<Words>('./*/*.json', { eager: true, import: 'default' })
const texts = import.meta.glob<string>('./*/*.json', { eager: true, import: 'default', query: '?raw' })
const filesOf = (language: Language) =>
  Object.entries(files).flatMap(([path, words]) => {
    const [, folder, area = ''] = /^\.\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? []
    return folder === language ? [{ area, words }] : []
  })

function keysOf(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key.replace(/_(one|other)$/, '')] : keysOf(value, `${prefix}${key}.`),
  )
}

function countKeys(words: Words): number {
  return Object.values(words).reduce((sum, value) => sum + 1 + (typeof value === 'string' ? 0 : countKeys(value)), 0)
}

/** The names in double braces, by key. */
function gapsOf(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [
            [
              prefix + key,
              [...value.matchAll(/{{(\w+)}}/g)]
                .map(([, name = '']) => name)
                .toSorted((one, other) => one.localeCompare(other))
                .join(),
            ],
          ]
        : [...gapsOf(value, `${prefix}${key}.`)],
    ),
  )
}
const unique = (keys: string[]) => [...new Set(keys)].toSorted()
const inVietnamese = new Set(filesOf('vi').flatMap(({ words }) => keysOf(words)))

describe('the words of the interface', () => {
  it('are complete in Vietnamese and English', () => {
    const areas = (language: Language) => filesOf(language).map(({ area }) => area)
    expect(areas('en').toSorted()).toEqual(areas('vi').toSorted())
  })

  it.each(languages)('are all there in %s for the first view, the show and all an investor meets', (language) => {
    const areas = filesOf(language).map(({ area }) => area)
    const investor = ['access', 'details', 'export', 'factsheet', 'invest', 'phases', 'print', 'readout']
    expect(areas).toEqual(expect.arrayContaining(['first', 'show', 'venue', ...investor]))
  })

  it('name no key twice in one place, where the later one would win unseen', () => {
    const twice = Object.entries(texts).filter(([, text]) => {
      const words = JSON.parse(text) as Words
      return countKeys(words) !== [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*:/g)].length
    })
    expect(twice.map(([path]) => path)).toEqual([])
  })

  it.each(languages.flatMap((language) => filesOf(language).map(({ area, words }) => ({ language, area, words }))))(
    'say the same in $language/$area as in Vietnamese',
    ({ language, area, words }) => {
      const wanted = unique(keysOf(filesOf('vi').find((one) => one.area === area)?.words ?? {}))
      const own = unique(keysOf(words))
      expect(wanted.filter((key) => !own.includes(key))).toEqual([])
      // A word translated before it is spoken does no harm.
      if (language === 'vi' || language === 'en') expect(own).toEqual(wanted)
    },
  )

  it.each(languages.flatMap((language) => filesOf(language).map(({ area, words }) => ({ language, area, words }))))(
    'leave in $language/$area the same gaps for values as in English',
    ({ area, words }) => {
      const english = gapsOf(filesOf('en').find((one) => one.area === area)?.words ?? {})
      const differing = [...gapsOf(words)].filter(([key, gaps]) => english.has(key) && english.get(key) !== gaps)
      expect(differing).toEqual([])
    },
  )

  it('leave no word to two areas, so that none depends on which was fetched first', () => {
    const keys = filesOf('vi').flatMap(({ words }) => unique(keysOf(words)))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('are stored composed, so that a search for “Ầ” finds it', () => {
    for (const { words } of filesOf('vi')) expect(JSON.stringify(words)).toBe(JSON.stringify(words).normalize('NFC'))
  })

  it.each([
    ['zh', ['工业区', '地图集', '弯曲系数', '宜山港（', '清化市（']],
    ['ja', ['ギソン', 'ナーメオ', 'コミューン', '中核拠点', '旧郡', '本地図']],
    ['ko', ['공업단지', '지도집', '실행계획', '군·시', '응이선항(', '타인호아시(']],
  ] as const)('use one word for one thing in %s', (language, others) => {
    const said = filesOf(language).map(({ words }) => JSON.stringify(words))
    expect(others.filter((other) => said.some((text) => text.includes(other)))).toEqual([])
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

  it('name everything that parks are limited by, and every value of it', () => {
    const ids = [...criterionIds, ...categoryIds]
    const wanted = [
      ...ids.flatMap((id) => [`invest.criterion.${id}`, `invest.short.${id}`]),
      ...criterionIds.map((id) => `invest.reason.${id}`),
      // Steps are chosen by their names and have no unit.
      ...criterionIds.flatMap((id) =>
        unitOf(id) === 'level' || unitOf(id) === 'status' ? [] : [`invest.unit.${unitOf(id)}`],
      ),
      ...categoryIds.flatMap((id) =>
        valuesOf(id).map((value) => `invest.value.${isPresence(id) ? 'presence' : id}.${value}`),
      ),
    ]
    expect(wanted.filter((key) => !inVietnamese.has(key))).toEqual([])
  })

  it('call one feature of a collection what the server calls it', () => {
    for (const [collection, kind] of Object.entries(kinds)) {
      expect(collections[collection as keyof typeof collections].singular).toBe(kind)
    }
  })
})
