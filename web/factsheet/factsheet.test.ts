import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure, Note, Origin } from '../../server/domain/provenance.ts'
import { parseLocalized } from '../format/parse-localized.ts'
import { startSpeaking, wordsIn } from '../i18n/index.ts'
import type { Park } from '../invest/park-group.ts'
import { buildProfile, type ProfileInputs } from '../invest/profile.ts'
import { openPdf, readFontFile, readText } from '../pdf/testing/read-pdf.ts'
import { languages, type Language } from '../state/atlas-state.ts'
import { buildFactsheet, type SheetWords } from './build-factsheet.ts'
import { factsheetContent } from './factsheet-content.ts'

const origins: Origin[] = ['programme', 'press'].map((id) => ({
  id,
  title: `Title of ${id}`,
  publisher: `Publisher of ${id}`,
  kind: 'press',
  date: '2024-11-05',
  address: null,
  licence: null,
})) as unknown as Origin[]

const area: Figure = {
  key: 'area',
  value: 1234.5,
  unit: 'ha',
  originId: 'press',
  locator: null,
  date: null,
  confidence: 'high',
}
const note = (text: string): Note => ({
  key: 'statusNow',
  text_vi: text,
  text_en: text,
  originId: 'press',
  locator: null,
  date: null,
  confidence: 'high',
})

function park(notes: readonly Note[] = []): Park {
  return {
    type: 'Feature',
    id: 'x',
    geometry: { type: 'Point', coordinates: [105.8, 20] },
    properties: {
      id: 'x',
      name_vi: 'KCN Thử',
      name_en: 'Thử Industrial Park',
      kind: 'industrial-park',
      geometryBasis: 'symbol',
      uncertaintyMeters: 1500,
      originIds: ['programme'],
      aliases: [],
      clauses: [],
      pillarIds: [],
      status: 'planned',
      targetYear: 2030,
      figures: [area],
      notes: [...notes],
      statedAreaHectares: 1234.5,
      statedAreaOriginId: 'press',
      drawnAreaHectares: null,
    },
  } as unknown as Park
}

const words: SheetWords = {
  atlas: 'Atlas',
  heading: 'Factsheet',
  scan: 'Scan',
  locator: 'Where',
  access: 'Access',
  notPlaced: 'Not placed',
  unknown: 'Not known',
  unknownIntro: 'Nobody has published:',
  sources: 'Sources',
  key: 'Key.',
  disclaimer: 'Disclaimer.',
  madeOn: 'Made today',
  noData: 'No data',
}
const noMaps = { province: [province()], districts: [], zones: [], roads: [], parks: [] }

function province() {
  return {
    type: 'Feature' as const,
    properties: {},
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [105, 19],
          [106, 19],
          [106, 20.5],
          [105, 20.5],
          [105, 19],
        ],
      ],
    },
  }
}

beforeAll(async () => {
  await startSpeaking('en')
})

async function contentIn(language: Language, notes: readonly Note[] = []) {
  const t = await wordsIn(language, ['details', 'invest', 'factsheet'])
  const profile = buildProfile(park(notes), { origins, access: null, today: new Date('2026-11-25') })
  return factsheetContent({ profile, origins, language, t, accessMethod: null, accessPhase: 2025 })
}

async function sheet(language: Language, notes: readonly Note[] = []) {
  const content = await contentIn(language, notes)
  const bytes = await buildFactsheet({
    sheets: [
      {
        content,
        geometry: park().geometry,
        uncertaintyMeters: 1500,
        targets: [],
        url: 'https://atlas.test/#v=1&sel=park:x',
      },
    ],
    words,
    maps: noMaps,
    cities: [],
    language,
    createdAt: new Date('2026-11-25T00:00:00Z'),
    readFile: readFontFile,
  })
  return { content, file: await openPdf(bytes) }
}

describe('what a factsheet says', () => {
  it('numbers its sources in the order in which they are first named', async () => {
    const { sources, sections } = await contentIn('en')
    expect(sources).toContain('[2] Title of press · Publisher of press · 5 Nov 2024')
    const total = sections.find(({ section }) => section === 'land')?.rows[0]?.values[0]
    expect(total).toMatchObject({ text: '1,234.5\u00a0ha', basis: 'stated' })
    expect(total?.source).toMatch(/^\[2\]/)
  })

  it('marks what is older than two years beside the numbers that are read first, too', async () => {
    const { highlights, sections } = await contentIn('en')
    expect(highlights[0]).toMatchObject({ value: '1,234.5\u00a0ha', caution: 'ageing' })
    const total = sections.find(({ section }) => section === 'land')?.rows[0]?.values[0]
    expect(total?.source).toMatch(/ageing$/)
    // Which list a park is on does not grow old.
    const kind = sections[0]?.rows.find(({ label }) => label === 'Kind')?.values[0]
    expect(kind?.source).not.toMatch(/ageing/)
  })

  it('says of every field without a value that there are no data, and lists it', async () => {
    const { sections, unknown } = await contentIn('en')
    const empty = sections.flatMap(({ rows }) => rows.filter(({ values }) => values[0]?.basis === 'none'))
    expect(empty.length).toBeGreaterThan(10)
    for (const { label, values } of empty) {
      expect(values).toEqual([{ text: 'No data', basis: 'none', about: null, source: null }])
      expect(unknown).toContain(label)
    }
  })

  it.each([
    ['vi', '1.234,5 ha'],
    ['en', '1,234.5 ha'],
    ['zh', '1,234.5公顷'],
    ['ja', '1,234.5 ha'],
    ['ko', '1,234.5ha'],
  ] as const)('writes numbers as %s does', async (language, expected) => {
    const { highlights } = await contentIn(language)
    expect(highlights[0]?.value.replaceAll('\u00a0', ' ')).toContain(expected)
  })
})

/** What the words for large numbers stand for; where a language has none, Chinese, Japanese and Korean count in myriads. */
const sizes: Readonly<Record<string, number>> = {
  triệu: 1e6,
  million: 1e6,
  tỷ: 1e9,
  billion: 1e9,
  万: 1e4,
  만: 1e4,
  亿: 1e8,
  億: 1e8,
  억: 1e8,
  万亿: 1e12,
  兆: 1e12,
  조: 1e12,
}

/** Every number of a text, as a reader of the language takes it. */
function readNumbers(text: string, language: Language): number[] {
  const counted = Object.keys(sizes).toSorted((one, other) => other.length - one.length)
  return [...text.matchAll(new RegExp(`(\\d[\\d.,]*)(?:[\\s\u00a0]*(${counted.join('|')}))?`, 'g'))].map(
    ([, digits = '', size = '']) =>
      Number(((parseLocalized(digits, language) ?? NaN) * (sizes[size] ?? 1)).toPrecision(12)),
  )
}

describe('the numbers of a factsheet', () => {
  it('are the same in all five languages, for every figure of every park', async () => {
    const parks = ['parks', 'later-parks'].flatMap((name) => {
      const path = resolve(import.meta.dirname, `../../data/geojson/${name}.geojson`)
      return (JSON.parse(readFileSync(path, 'utf8')) as { features: Park[] }).features
    })
    const way = { low: 955.4, value: 1064.2, high: 1178.3 }
    const target = {
      role: 'ha-noi',
      name_vi: null,
      name_en: null,
      roadKilometers: way,
      minutes: way,
      straightKilometers: way,
    }
    const nothing = { text_vi: '', text_en: '' }
    const numbersIn = async (language: Language) => {
      const t = await wordsIn(language, ['details', 'invest', 'factsheet'])
      return parks.flatMap((one) => {
        const access = {
          park: { targets: [target], peopleWithin30Minutes: { low: 812_345, value: 1_234_567, high: 1_500_000 } },
          method: nothing,
          peopleMethod: nothing,
        } as unknown as NonNullable<ProfileInputs['access']>
        const profile = buildProfile(one, { origins, access, today: new Date('2026-11-25') })
        const content = factsheetContent({ profile, origins, language, t, accessMethod: null, accessPhase: 2025 })
        const fields = profile.fields.filter(({ key }) => key !== 'name' && key !== 'access')
        const rows = content.sections.flatMap(({ rows: own }) => own)
        const shown = fields.flatMap(({ key, values }, index) =>
          values.flatMap((value, number) => {
            const text = rows[index]?.values[number]?.text ?? ''
            if (value.type !== 'figure' && value.type !== 'measure') return []
            return [`${one.properties.id} ${key} ${readNumbers(text, language).join(' ')}`]
          }),
        )
        const access30 = content.access?.rows.flatMap((row) =>
          row.slice(1).map((text) => readNumbers(text, language).join(' ')),
        )
        const first = content.highlights.map(({ value }) => readNumbers(value, language).join(' '))
        return [...shown, ...(access30 ?? []), ...first]
      })
    }
    const english = await numbersIn('en')
    expect(english).toContain('phu-quy investment 1320000000000')
    expect(english).toContain('1064 955 1178')
    expect(english.filter((text) => /NaN/.test(text))).toEqual([])
    for (const language of languages) expect(await numbersIn(language)).toEqual(english)
  })
})

describe('the file', () => {
  it.each(languages)('has two pages with every label of the fields, in %s', async (language) => {
    const { content, file } = await sheet(language)
    expect(file.numPages).toBe(2)
    const text = (await Promise.all([1, 2].map(async (page) => readText(await file.getPage(page))))).join('\n')
    const flat = text.replace(/\s+/g, '')
    for (const { title, rows } of content.sections) {
      expect(flat).toContain(title.replace(/\s+/g, ''))
      for (const { label } of rows) expect(flat).toContain(label.replace(/\s+/g, ''))
    }
  })

  it('has two pages even where there is far too much to say', async () => {
    const long = note('A very long remark about the state of things in this park. '.repeat(12))
    const { file } = await sheet(
      'en',
      Array.from({ length: 14 }, () => long),
    )
    expect(file.numPages).toBe(2)
    const second = await readText(await file.getPage(2))
    expect(second).toContain('…')
    expect(second).toContain('Sources')
  })

  it('leads from its code to the park', async () => {
    const { file } = await sheet('en')
    const links = (await (await file.getPage(1)).getAnnotations()) as { url?: string }[]
    expect(links.map(({ url }) => url)).toContain('https://atlas.test/#v=1&sel=park:x')
  })
})
