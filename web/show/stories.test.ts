import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import type { CollectionId } from '../../server/domain/collections.ts'
import type { Figure, Origin } from '../../server/domain/provenance.ts'
import type { ClauseEntry, PlanFigure } from '../../server/domain/seeds.ts'
import { Story, storyLanguages, type Callout, type Scene } from '../../server/domain/story.ts'
import { layers } from '../layers/index.ts'
import { collectionOfKind } from '../state/kinds.ts'
import { findStoryProblems, readStory } from './find-story-problems.ts'
import { readShippedStory, shippedStoryIds } from './stories.ts'

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
const figures = readJson('seeds/plan/figures.json') as PlanFigure[]
const origins = new Set((readJson('seeds/sources.json') as Origin[]).map(({ id }) => id))
const clauses = new Set((readJson('seeds/plan/clauses.json') as ClauseEntry[]).map(({ id }) => id))
interface Features {
  features: { id: string; properties: { figures?: Figure[] } }[]
}
const featuresOf = (collection: CollectionId) => (readJson(`data/geojson/${collection}.geojson`) as Features).features
const schema = Compile(Story)
const stories = await Promise.all(
  shippedStoryIds.map(async (id) => (await readShippedStory(id)) ?? expect.fail(`no story ${id}`)),
)
const scenes = stories.flatMap((story) => story.scenes)

/** Why a callout cannot be shown; empty: it can. */
function brokenCallout(callout: Callout): string[] {
  if ('figure' in callout) {
    const figure = figures.find(({ id }) => id === callout.figure)
    if (!figure) return [`no figure ${callout.figure}`]
    const fitting = figure.values.filter(({ period }) => callout.period === undefined || period === callout.period)
    return fitting.length === 1 ? [] : [`${callout.figure} has ${fitting.length} values for ${callout.period}`]
  }
  if ('feature' in callout) {
    const found = findFeature(callout.feature)
    if (!found) return [`no feature ${callout.feature}`]
    const fitting = (found.properties.figures ?? []).filter(
      ({ key, originId }) => key === callout.key && originId === callout.origin,
    )
    if (callout.nth === undefined && fitting.length !== 1)
      return [`${callout.feature} has ${fitting.length} figures ${callout.key} of ${callout.origin}`]
    return fitting[callout.nth ?? 0] ? [] : [`${callout.feature} has no ${callout.nth}. ${callout.key}`]
  }
  if ('list' in callout) {
    const ids = featuresOf(callout.list).map(({ id }) => id)
    return (callout.ids ?? []).filter((id) => !ids.includes(id)).map((id) => `${callout.list} has no ${id}`)
  }
  if ('contact' in callout) return origins.has(callout.contact) ? [] : [`no origin ${callout.contact}`]
  return []
}

function findFeature(name: string) {
  const [kind = '', id] = name.split(':')
  const collection = collectionOfKind(kind)
  return collection ? featuresOf(collection).find((feature) => feature.id === id) : undefined
}

describe('every story that comes with the atlas', () => {
  it('is called as its file', () => {
    expect(stories.map(({ id }) => id)).toEqual(shippedStoryIds)
  })

  it('fits the schema, and the page’s own check says so too', () => {
    for (const story of stories) {
      expect([...schema.Errors(story)]).toEqual([])
      expect(findStoryProblems(story)).toEqual([])
    }
  })

  it('has twelve scenes or more', () => {
    for (const story of stories) expect(story.scenes.length).toBeGreaterThanOrEqual(12)
  })

  it('names only layers, features, figures, clauses and origins that there are', () => {
    const known = new Set(layers.map(({ id }) => id))
    const broken = scenes.flatMap((scene) => [
      ...[...scene.layers.shown, ...scene.layers.hidden].filter((id) => !known.has(id)).map((id) => `no layer ${id}`),
      ...(scene.selection && !findFeature(scene.selection) ? [`no feature ${scene.selection}`] : []),
      ...(scene.sources ?? []).flatMap(({ origin, locator }) => [
        ...(origins.has(origin) ? [] : [`no origin ${origin}`]),
        ...(locator && origin === 'action-programme-2021' && !clauses.has(locator) ? [`no clause ${locator}`] : []),
      ]),
      ...(scene.callouts ?? []).flatMap(brokenCallout),
      ...(scene.drawings ?? []).flatMap((drawing) =>
        drawing.draw === 'arcs'
          ? drawing.to.filter((id) => !featuresOf('links').some((link) => link.id === id)).map((id) => `no link ${id}`)
          : [],
      ),
    ])
    expect(broken).toEqual([])
  })

  it('hides only what is shown by default, and shows only what is not', () => {
    const usual = new Map(layers.map(({ id, visibleByDefault }) => [id, visibleByDefault]))
    for (const { layers: changes } of scenes) {
      expect(changes.shown.filter((id) => usual.get(id) !== false)).toEqual([])
      expect(changes.hidden.filter((id) => usual.get(id) !== true)).toEqual([])
    }
  })

  it('has titles, callouts and labels in five languages and notes in Vietnamese and English, all composed', () => {
    const textsOf = (scene: Scene) => [
      scene.texts.title,
      scene.texts.callout ?? {},
      ...(scene.callouts ?? []).flatMap((callout) => (callout.label ? [callout.label] : [])),
    ]
    for (const story of stories) {
      for (const texts of [story.title, ...story.scenes.flatMap(textsOf)])
        for (const language of storyLanguages) expect(texts[language], JSON.stringify(texts)).toBeTruthy()
      for (const { id, texts } of story.scenes)
        for (const language of ['vi', 'en'] as const) expect(texts.notes?.[language], `${id} ${language}`).toBeTruthy()
      expect(JSON.stringify(story)).toBe(JSON.stringify(story).normalize('NFC'))
    }
  })

  it('types no number into its words: only years, the name of the resolution and of the ellipsoid have digits', () => {
    const allowed = /\b(20\d\d|58-NQ\/TW|WGS 84)\b|20\d\d(?=年|년)/gu
    const typed = scenes.flatMap(({ id, texts, callouts }) =>
      [
        texts.title,
        texts.callout ?? {},
        texts.notes ?? {},
        ...(callouts ?? []).map(({ label }) => label ?? {}),
      ].flatMap((words) =>
        Object.values(words)
          .filter((text) => /\d/.test(text.replaceAll(allowed, '')))
          .map((text) => `${id}: ${text}`),
      ),
    )
    expect(typed).toEqual([])
  })

  it('says where its words come from, wherever it states something of the plan', () => {
    const bare = scenes.filter(({ sources, callouts }) => !sources && !callouts?.length).map(({ id }) => id)
    expect(bare).toEqual([])
  })
})

describe('the page’s own check of a story', () => {
  const whole = stories[0] ?? expect.fail('there is no story')

  it('says what is wrong, and where', () => {
    const broken = structuredClone(whole) as unknown as { scenes: Record<string, unknown>[] }
    broken.scenes[2] = { ...broken.scenes[2], durationSeconds: 'long', colour: 'red' }
    delete broken.scenes[3]?.['camera']
    expect(findStoryProblems(broken).map(({ rule, path }) => `${path} ${rule}`)).toEqual([
      'scenes/2/durationSeconds not-number',
      'scenes/2/colour unknown-field',
      'scenes/3/camera missing',
    ])
    expect(readStory('{"format":').problems?.[0]?.rule).toBe('not-json')
    expect(readStory('[]').problems?.[0]?.rule).toBe('not-a-story')
    expect(readStory('{"format":"thanh-hoa-story","version":2}').problems?.[0]?.rule).toBe('newer')
  })

  it('refuses two scenes of one name, which a link could not tell apart', () => {
    const [first, ...rest] = whole.scenes
    if (!first) return expect.fail()
    const twice = { ...whole, scenes: [first, first, ...rest] }
    expect(findStoryProblems(twice).map(({ rule }) => rule)).toEqual(['same-id'])
  })

  it('agrees with the schema about every spoilt story', () => {
    const junk = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.boolean(), fc.constant([]), fc.constant({}))
    const paths = everyPath(whole)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.option(junk, { nil: undefined }), (path, value) => {
        const spoilt: unknown = structuredClone(whole)
        put(spoilt, path, value)
        const repeats = findStoryProblems(spoilt).every(({ rule }) => rule === 'same-id')
        const fits = schema.Check(spoilt)
        // The page takes any collection and any key of a figure for a name: what there is not, the scene itself says.
        const onlyNames = /(list|key|collection)$/.test(path.join('/')) && typeof value === 'string'
        if (!onlyNames) expect(repeats, `${path.join('/')} = ${JSON.stringify(value)}`).toBe(fits)
      }),
      { numRuns: 600 },
    )
  })
})

function everyPath(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, one]) => everyPath(one, [...path, key]))
  return path.length > 0 ? [path, ...inner] : inner
}

/** Undefined takes the field away. */
function put(whole: unknown, path: readonly string[], value: unknown): void {
  const [last = '', ...before] = path.toReversed()
  let holder = whole as Record<string, unknown>
  for (const key of before.toReversed()) holder = holder[key] as Record<string, unknown>
  if (value === undefined) {
    if (Array.isArray(holder)) holder.splice(Number(last), 1)
    else delete holder[last]
  } else holder[last] = value
}
