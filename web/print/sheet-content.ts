import type { TFunction } from 'i18next'
import { fetchCollection, fetchPlan } from '../api/client.ts'
import { formatNumber } from '../format/numbers.ts'
import { titleOf } from '../format/origin.ts'
import { layers } from '../layers/index.ts'
import type { MapExtra } from '../map/extras/extra.ts'
import type { DrawnFeature } from '../map/render-picture.ts'
import { isLayerVisible, type AtlasState, type Language } from '../state/atlas-state.ts'
import { drawnExtras, drawnLegend } from './drawn-legend.ts'
import { drawnOrigins } from './drawn-origins.ts'
import type { SheetContent } from './sheet-blocks.ts'

/** The words of a sheet or a picture, in the language now spoken, for what is drawn on it. */
export interface ContentRequest {
  state: AtlasState
  t: TFunction
  title: string
  link: string
  now: Date
  drawn: readonly DrawnFeature[]
  extras: readonly MapExtra[]
  legend: boolean
  /** The words for a scale that holds for the whole sheet; a picture has only its bar. */
  scale?: { denominator: number; notes: readonly string[] }
  signal?: AbortSignal
}

/** How many of the origins there is room to name; the rest is counted. */
const namedOrigins = 5
const longestTitle = 74

export async function toContent(request: ContentRequest): Promise<SheetContent> {
  const { state, t, title, link, now, drawn, extras, legend, scale, signal } = request
  const { language, phase } = state
  const plan = await fetchPlan(signal)
  const { origins, uncertaintyMeters } = await drawnOrigins(drawn, plan.origins, async (collection) => {
    const { features } = await fetchCollection(collection, signal)
    // All of them have what is read here: origins and a radius.
    return features as Awaited<ReturnType<typeof fetchCollection<'parks'>>>['features']
  })
  const named = origins.slice(0, namedOrigins).map((origin) => {
    const whole = titleOf(origin, language)
    const short = whole.length > longestTitle ? `${whole.slice(0, longestTitle - 2).trimEnd()}…` : whole
    return [short, origin.date, origin.licence].filter(Boolean).join(', ')
  })
  const more = origins.length - named.length
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(now)
  const printed = t(link === '' ? 'print.sheet.made' : 'print.sheet.date', { date })
  const groups = legend ? drawnLegend(layers, (layer) => isLayerVisible(state, layer), drawn) : []
  const added = legend ? drawnExtras(extras, drawn) : []
  return {
    kicker: t('app.title').toLocaleUpperCase(language),
    title: title.trim() || t('print.sheet.usualTitle'),
    planYear: t('print.sheet.planYear', { year: t(`phase.${phase}`) }),
    legendTitle: t('legend.title'),
    legend: [
      ...(added.length > 0
        ? [
            {
              title: t('print.sheet.extras'),
              layers: added.map(({ text, symbol }) => ({
                title: 'word' in text ? t(text.word) : text.name,
                entries: [{ text: '', symbol }],
              })),
            },
          ]
        : []),
      ...groups.map(({ group, layers: shown }) => ({
        title: t(`group.${group}`),
        layers: shown.map(({ layer, entries }) => ({
          title: t(`layer.${layer.id}`),
          entries: entries.map((entry) => ({ text: t(`legend.${layer.id}.${entry.label}`), symbol: entry })),
        })),
      })),
    ],
    scale: scale ? t('print.sheet.scale', { scale: formatNumber(scale.denominator, language, 0) }) : '',
    scaleInWords: scale
      ? t('print.sheet.scaleInWords', { length: formatLength(scale.denominator / 100, language) })
      : t('print.sheet.scaleInMiddle'),
    barLabel: (meters) => (meters === 0 ? '0' : formatLength(meters, language)),
    north: t('print.sheet.northLetter'),
    notes: [
      t('print.sheet.notSurvey'),
      ...(uncertaintyMeters
        ? [
            t('print.sheet.uncertainty', {
              least: formatLength(uncertaintyMeters.least, language),
              most: formatLength(uncertaintyMeters.most, language),
            }),
          ]
        : []),
      ...(scale?.notes ?? []),
      ...(link === '' ? [printed] : []),
    ],
    sourcesTitle: t('print.sheet.sources'),
    sources: [
      ...named,
      ...(more > 0 ? [t('print.sheet.moreSources', { count: more })] : []),
      t('app.attribution'),
    ].join(' · '),
    linkTitle: t('print.sheet.sameView'),
    link,
    date: printed,
    gridLabel: (value, axis) => `${formatNumber(value, language, 0)} ${axis === 'east' ? 'mE' : 'mN'}`,
  }
}

/** With a no-break space between the number and its unit. */
export function formatLength(meters: number, language: Language): string {
  return meters < 1000
    ? `${formatNumber(meters, language, 0)}\u00a0m`
    : `${formatNumber(meters / 1000, language, 1)}\u00a0km`
}
