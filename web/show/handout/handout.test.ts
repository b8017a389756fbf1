import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PlanDocument } from '../../../server/domain/analysis.ts'
import type { Scene, Story } from '../../../server/domain/story.ts'
import { startSpeaking, wordsIn } from '../../i18n/index.ts'
import { openPdf, readFontFile, readText } from '../../pdf/testing/read-pdf.ts'
import { languages } from '../../state/atlas-state.ts'
import { readShippedStory, shippedStoryIds } from '../stories.ts'
import { buildHandout, type HandoutWords } from './build-handout.ts'
import { readPages, type HandoutData } from './read-content.ts'
import { samePicture, viewOf } from './scene-view.ts'

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))

const plan = {
  figures: readJson('seeds/plan/figures.json'),
  origins: readJson('seeds/sources.json'),
} as PlanDocument
const data: HandoutData = {
  plan,
  collection: (id) => Promise.resolve(readJson(`data/geojson/${id}.geojson`) as never),
  reach: () => Promise.reject(new Error('out of reach')),
  parkTimes: () => Promise.reject(new Error('no roads')),
}
const words: HandoutWords = {
  atlas: 'Atlas',
  subject: 'Subject',
  open: 'Open',
  noPicture: 'No picture here',
  picture: 'Map',
  scan: 'Scan',
  contact: 'Contact',
  closing: 'Closing',
  allSources: 'Sources',
  credits: 'Credits',
  madeOn: 'Made',
  key: 'Key',
}
const shipped: Story = (await readShippedStory(shippedStoryIds[0] ?? '')) ?? expect.fail('no story')
const urlOf = ({ id }: Scene) => `https://atlas.example/#${id}`
await startSpeaking('vi')

describe('what a handout says', () => {
  it('reads numbers from the plan, with who states them and where that can be read', async () => {
    const t = await wordsIn('en', ['details', 'show'])
    const pages = await readPages(shipped, data, { language: 'en', t }, urlOf)
    const blocks = pages.find(({ id }) => id === 'dau-tu-the-nao')?.blocks
    expect(blocks?.[0]).toMatchObject({ type: 'number', kind: 'stated', parts: { number: '161,225', after: 'ha' } })
    const stated = pages.flatMap((page) => page.blocks).filter((block) => block.type === 'number')
    expect(stated.map(({ source }) => source.text).filter((text) => text === '')).toEqual([])
    expect(stated.some(({ source }) => source.url?.startsWith('http'))).toBe(true)
  })

  it('says of a park without a published area that there is none, and gives it no bar', async () => {
    const t = await wordsIn('en', ['details', 'show'])
    const pages = await readPages(shipped, data, { language: 'en', t }, urlOf)
    const bars = pages.flatMap(({ blocks }) => blocks).find((block) => block.type === 'bars')
    expect(bars?.rows.filter(({ value }) => value === null)).not.toEqual([])
    for (const row of bars?.rows ?? [])
      if (row.value === null) expect(row).toMatchObject({ after: 'no data', share: 0 })
      else expect(row.after).toMatch(/^[a-z]$/)
  })

  it('says what a figure is about in the language of the reader', async () => {
    const t = await wordsIn('ja', ['details', 'show'])
    const [scene] = shipped.scenes
    if (!scene) expect.fail('no scene')
    const callouts: Scene['callouts'] = [{ feature: 'port:nghi-son', key: 'channelLength', origin: 'sg22' }]
    const story: Story = { ...shipped, scenes: [{ ...scene, callouts }] }
    const [page] = await readPages(story, data, { language: 'ja', t }, urlOf)
    expect(page?.blocks[0]).toMatchObject({ type: 'number', label: '2022 年に改良が承認された航路' })
  })

  it('goes on with a sentence where something is gone or cannot be read', async () => {
    const t = await wordsIn('en', ['details', 'show'])
    const [scene] = shipped.scenes
    if (!scene) expect.fail('no scene')
    const broken: Story = {
      ...shipped,
      scenes: [
        {
          ...scene,
          callouts: [{ figure: 'never-was' }, { measure: 'access', to: 'airport' }, { contact: 'nobody' }],
        },
      ],
    }
    const [page] = await readPages(broken, data, { language: 'en', t }, urlOf)
    expect(page?.blocks.map((block) => block.type === 'sentence' && block.text)).toEqual([
      expect.stringContaining('never-was'),
      expect.stringContaining('no roads'),
      expect.stringContaining('nobody'),
    ])
  })
})

describe('how it is laid out', () => {
  it.each(languages)(
    'a page a scene and one at the end, nothing over the edge, words that can be copied (%s)',
    async (language) => {
      const t = await wordsIn(language, ['details', 'show'])
      const pages = await readPages(shipped, data, { language, t }, urlOf)
      const bytes = await buildHandout({
        content: {
          title: shipped.title[language] ?? '',
          pages,
          closing: { url: 'https://atlas.example/#story', notes: ['A note'], contact: null, sources: [] },
        },
        pictures: new Map(),
        words: { ...words, key: t('handout.key') },
        language,
        createdAt: new Date('2026-11-26T00:00:00Z'),
        readFile: readFontFile,
      })
      const file = await openPdf(bytes)
      expect(file.numPages).toBe(shipped.scenes.length + 1)
      expect((await file.getOutline()).map(({ title }) => title)).toEqual([
        ...pages.map(({ title }, index) => `${index + 1}  ${title}`),
        'Closing',
      ])
      for (const [index, page] of pages.entries()) {
        const sheet = await file.getPage(index + 1)
        const text = (await readText(sheet)).replace(/\s/g, '')
        expect(text).toContain(page.title.normalize('NFC').replace(/\s/g, ''))
        expect(text).toContain('Nopicturehere')
        const links = (await sheet.getAnnotations()) as { url?: string }[]
        expect(links.map(({ url }) => url)).toContain(page.url)
        const { items } = await sheet.getTextContent()
        const [, , right = 0] = sheet.view
        for (const item of items) {
          if (!('transform' in item)) continue
          const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
          expect(x + item.width, item.str).toBeLessThanOrEqual(right)
          expect(y, item.str).toBeGreaterThan(10)
        }
      }
    },
  )
})

describe('the view of a scene', () => {
  it('shows a frame whole, with the margin of the show', () => {
    const { longitude, latitude, zoom } = viewOf({ frame: [104, 19, 106, 21] }, 800, 800)
    expect(longitude).toBe(105)
    expect(latitude).toBeGreaterThan(19.9)
    // The height is what limits it: 2° of latitude at 20° are 2.128° of longitude.
    const pixels = ((2 / Math.cos((20 * Math.PI) / 180)) * 512 * 2 ** zoom) / 360
    expect(pixels).toBeCloseTo(800 * 0.91, -1)
  })

  it('is the very camera that a reader left', () => {
    const camera = { zoom: 9, latitude: 20, longitude: 105, bearing: 0, pitch: 0 }
    expect(viewOf(camera, 800, 600)).toBe(camera)
  })

  it('is the same picture whatever the words are, and another one with other layers', () => {
    const [scene] = shipped.scenes
    if (!scene) expect.fail('no scene')
    expect(samePicture(scene, { ...scene, id: 'x', texts: { title: { en: 'Other words' } } })).toBe(true)
    expect(samePicture(scene, { ...scene, layers: { shown: ['parks'], hidden: [] } })).toBe(false)
  })
})
