import type { TFunction } from 'i18next'
import type { ParkAccessTable } from '../../../server/domain/access.ts'
import type { PlanDocument } from '../../../server/domain/analysis.ts'
import type { CollectionId, CollectionOf } from '../../../server/domain/collections.ts'
import type { CoverageAnswer } from '../../../server/domain/coverage.ts'
import type { Callout, Scene, Story } from '../../../server/domain/story.ts'
import { formatKilometers, formatNumber, formatPercent } from '../../format/numbers.ts'
import { nameOf, type AnyProperties } from '../../panels/card/any-feature.ts'
import { aboutText } from '../../panels/invest/note-text.ts'
import type { Language, Phase } from '../../state/atlas-state.ts'
import { collectionOfKind } from '../../state/kinds.ts'
import { numberParts } from '../number-parts.ts'
import { nearestParks, parkAreaRows, shortParkName, sourceLetter } from '../park-bars.ts'
import { sourceText, type SourceRef } from '../source-text.ts'
import { speakTexts } from '../speak-texts.ts'
import type { Block, ContactBlock, HandoutPage, SmallPrint } from './handout-content.ts'

/** Where the numbers of a story are read; in a test, from files. */
export interface HandoutData {
  plan: PlanDocument
  collection: <Id extends CollectionId>(id: Id) => Promise<CollectionOf<Id>>
  reach: (bufferMeters: number) => Promise<CoverageAnswer>
  parkTimes: (phase: Phase) => Promise<ParkAccessTable>
}

export interface Speaking {
  language: Language
  t: TFunction
}

/** The words and numbers of every scene, read from the atlas now. A part that cannot be read becomes a sentence. */
export function readPages(
  story: Story,
  data: HandoutData,
  speaking: Speaking,
  urlOf: (scene: Scene) => string,
): Promise<HandoutPage[]> {
  return Promise.all(
    story.scenes.map(async (scene): Promise<HandoutPage> => {
      const { language } = speaking
      const blocks = await Promise.all(
        (scene.callouts ?? []).map((callout) =>
          readBlock(callout, scene, data, speaking).catch((error: unknown): Block => {
            const message = error instanceof Error ? error.message : String(error)
            return { type: 'sentence', text: speaking.t('show.failed', { message }) }
          }),
        ),
      )
      return {
        id: scene.id,
        title: speakTexts(scene.texts.title, language, scene.language),
        sentence: speakTexts(scene.texts.callout, language, scene.language),
        blocks: blocks.filter((block) => block !== null),
        sources: (scene.sources ?? []).map(({ origin, locator }) =>
          smallPrint({ originId: origin, locator, isFull: true }, data, speaking),
        ),
        url: urlOf(scene),
      }
    }),
  )
}

export function smallPrint(source: SourceRef, { plan }: HandoutData, { language, t }: Speaking): SmallPrint {
  return {
    text: sourceText(source, plan.origins, language, t),
    url: plan.origins.find(({ id }) => id === source.originId)?.address ?? null,
    originId: source.originId,
  }
}

/** Null: it has its place on the last page. */
async function readBlock(callout: Callout, scene: Scene, data: HandoutData, speaking: Speaking): Promise<Block | null> {
  if ('code' in callout) return null
  if ('contact' in callout) return contact(callout, data, speaking)
  if ('figure' in callout) return planFigure(callout, data, speaking)
  if ('feature' in callout) return featureFigure(callout, data, speaking)
  if ('list' in callout) return featureList(callout, data, speaking)
  if ('chart' in callout) return parkAreas(callout, data, speaking)
  return callout.measure === 'coverage'
    ? coverage(callout, data, speaking)
    : access(callout, scene.phase, data, speaking)
}

type Of<Key extends string> = Extract<Callout, Record<Key, unknown>>
type Measure<Name extends string> = Extract<Callout, { measure: Name }>

const gone = (what: string, { t }: Speaking): Block => ({ type: 'sentence', text: t('handout.gone', { what }) })

function planFigure(callout: Of<'figure'>, data: HandoutData, speaking: Speaking): Block {
  const { language, t } = speaking
  const figure = data.plan.figures.find(({ id }) => id === callout.figure)
  const value = figure?.values.find(({ period }) => callout.period === undefined || period === callout.period)
  if (!figure || !value) return gone(callout.figure, speaking)
  const label = speakTexts(callout.label, language) || (language === 'vi' ? figure.label_vi : figure.label_en)
  const span = value.period?.includes('-') ? ` · ${value.period.replace('-', '–')}` : ''
  return {
    type: 'number',
    parts: numberParts({ ...value, unit: figure.unit }, language, t),
    label: label + span,
    kind: 'stated',
    source: smallPrint({ originId: figure.originId, locator: figure.clause }, data, speaking),
  }
}

function contact({ contact: id, label }: Of<'contact'>, data: HandoutData, speaking: Speaking): Block {
  return contactOf(id, speakTexts(label, speaking.language), data, speaking) ?? gone(id, speaking)
}

/** Whom to ask: the site of a source; null: the source has none. */
export function contactOf(id: string, label: string, data: HandoutData, speaking: Speaking): ContactBlock | null {
  const origin = data.plan.origins.find((one) => one.id === id)
  if (!origin?.address) return null
  const { host, protocol } = new URL(origin.address)
  const source = smallPrint({ originId: id }, data, speaking)
  return { type: 'contact', host, url: `${protocol}//${host}/`, label, source }
}

async function featureFigure(callout: Of<'feature'>, data: HandoutData, speaking: Speaking): Promise<Block> {
  const { language, t } = speaking
  const [kind = '', id = ''] = callout.feature.split(':')
  const collection = collectionOfKind(kind)
  const features = collection ? propertiesIn(await data.collection(collection)) : []
  const { figures = [] } = features.find((one) => one.id === id) ?? {}
  const fitting = figures.filter(({ key, originId }) => key === callout.key && originId === callout.origin)
  const figure = fitting[callout.nth ?? 0]
  if (!figure) return gone(`${callout.feature} ${callout.key}`, speaking)
  const about = aboutText(figure, language)
  return {
    type: 'number',
    parts: numberParts(figure, language, t),
    label: speakTexts(callout.label, language) || (about ?? t(`figureKey.${figure.key}`)),
    kind: 'stated',
    source: smallPrint({ originId: figure.originId, locator: figure.locator, date: figure.date }, data, speaking),
  }
}

async function featureList(callout: Of<'list'>, data: HandoutData, speaking: Speaking): Promise<Block> {
  const { language, t } = speaking
  const features = propertiesIn(await data.collection(callout.list)).filter(
    ({ id }) => !callout.ids || callout.ids.includes(id),
  )
  const items = features.map((properties) => ({
    name: nameOf(properties, language),
    value:
      typeof properties.drawnLengthKilometers === 'number'
        ? formatKilometers(properties.drawnLengthKilometers, language)
        : null,
  }))
  const hasLengths = items.some(({ value }) => value !== null)
  const note = [speakTexts(callout.label, language), hasLengths ? t('show.computedLength') : '']
  return { type: 'list', items, note: note.filter(Boolean).join(': ') }
}

function propertiesIn(collection: { features: readonly { properties: unknown }[] }): AnyProperties[] {
  return collection.features.map(({ properties }) => properties as AnyProperties)
}

async function parkAreas(callout: Of<'chart'>, data: HandoutData, speaking: Speaking): Promise<Block> {
  const { language } = speaking
  const { features } = await data.collection('parks')
  const rows = parkAreaRows(features.map(({ properties }) => properties))
  const prints = rows.map(({ source }) => (source ? smallPrint(source, data, speaking) : null))
  const sources = [...new Map(prints.flatMap((one) => (one ? [[one.text, one] as const] : []))).values()]
  const largest = Math.max(...rows.map(({ hectares }) => hectares ?? 0))
  return {
    type: 'bars',
    label: speakTexts(callout.label, language),
    kind: 'stated',
    rows: rows.map(({ park, hectares }, index) => ({
      name: shortParkName(nameOf(park, language)),
      value: hectares === null ? null : `${formatNumber(hectares, language, 0)} ha`,
      after: prints[index]
        ? sourceLetter(sources.findIndex(({ text }) => text === prints[index]?.text))
        : speaking.t('show.noData'),
      share: (hectares ?? 0) / largest,
      range: null,
    })),
    sources: sources.map((print, index) => ({ ...print, text: `${sourceLetter(index)} ${print.text}` })),
  }
}

async function coverage(callout: Measure<'coverage'>, data: HandoutData, speaking: Speaking): Promise<Block> {
  const { language, t } = speaking
  const { whole } = (await data.reach(callout.bufferMeters)).coverage
  const share = callout.of === 'land' ? whole.areaShare : whole.peopleShare
  if (!share) return gone('coverage', speaking)
  const [low = '', high = ''] = [share.low, share.high].map((one) => formatPercent(one, language, 0))
  const buffer = `${formatNumber(callout.bufferMeters / 1000, language, 1)} km`
  return {
    type: 'number',
    parts: {
      before: '',
      number: formatPercent(share.value, language, 0),
      after: `(${low.replace(/\s?%$/, '')}–${high})`,
    },
    label: speakTexts(callout.label, language),
    kind: 'computed',
    source: { text: t('show.computedCoverage', { buffer }), url: null, originId: null },
  }
}

async function access(callout: Measure<'access'>, phase: Phase, data: HandoutData, speaking: Speaking): Promise<Block> {
  const { language, t } = speaking
  const rows = nearestParks(await data.parkTimes(phase), callout.to)
  const longest = Math.max(...rows.map(({ minutes }) => minutes.high))
  const write = (value: number) => formatNumber(value, language, 0)
  return {
    type: 'bars',
    label: speakTexts(callout.label, language),
    kind: 'computed',
    rows: rows.map(({ park, minutes }) => ({
      name: shortParkName(nameOf({ id: park.feature, ...park }, language)),
      value: t('show.minutes', { value: write(minutes.value) }),
      after: `(${write(minutes.low)}–${write(minutes.high)})`,
      share: minutes.value / longest,
      range: { low: minutes.low / longest, high: minutes.high / longest },
    })),
    sources: [{ text: t('show.computedAccess', { phase }), url: null, originId: null }],
  }
}
