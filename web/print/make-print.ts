import type { TFunction } from 'i18next'
import { fetchCollection, fetchPlan } from '../api/client.ts'
import { provinceGrid } from '../compute/vn2000.ts'
import { formatNumber, formatPercent } from '../format/numbers.ts'
import { layers } from '../layers/index.ts'
import type { DrawnFeature } from '../map/render-picture.ts'
import { createPdf } from '../pdf/create-pdf.ts'
import { isLayerVisible, type AtlasState, type Language } from '../state/atlas-state.ts'
import { drawnLegend } from './drawn-legend.ts'
import { drawnOrigins, type DrawnOrigins } from './drawn-origins.ts'
import { drawSheet, sheetGridInterval, type SheetContent } from './draw-sheet.ts'
import { gridConvergence } from './grid.ts'
import { makePaperMap, toView, type PaperMap } from './paper-map.ts'
import type { PrintSettings } from './settings.ts'
import { layOutSheet, type Sheet } from './sheet.ts'

/** Makes the PDF of a printed map, from the reader's settings to the bytes. */
export interface PrintRequest {
  settings: PrintSettings
  center: readonly [longitude: number, latitude: number]
  state: AtlasState
  t: TFunction
  /** What the QR code opens. */
  link: string
  now: Date
  signal: AbortSignal
  /** Shares of the whole work, 0 to 1. */
  onProgress: (share: number) => void
}

/** Letters and lines on paper are this much smaller than on a screen of 96 pixels to the inch. */
const pixelsPerInch = 125

export async function makePrint(request: PrintRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { settings, center, state, t, link, now, signal, onProgress } = request
  const sheet = layOutSheet(settings)
  const map = paperMapOf(settings, center)
  const { renderPicture } = await import('../map/render-picture.ts')
  const view = toView(map, pixelsPerInch / 25.4)
  const { tiles, drawn } = await renderPicture({
    ...view,
    state,
    pixelRatio: settings.dpi / pixelsPerInch,
    type: 'image/jpeg',
    signal,
    onProgress: (done, total) => onProgress(0.05 + (0.8 * done) / total),
  })
  const plan = await fetchPlan(signal)
  const origins = await drawnOrigins(drawn, plan.origins, async (collection) => {
    const { features } = await fetchCollection(collection, signal)
    // All of them have what is read here: origins and a radius.
    return features as Awaited<ReturnType<typeof fetchCollection<'parks'>>>['features']
  })
  onProgress(0.9)
  const content = toContent({ settings, state, t, link, now, sheet, map, drawn, origins })
  const pdf = await createPdf({
    title: content.title,
    language: state.language,
    createdAt: now,
    subject: `${content.scale}, ${content.planYear}`,
    characters: JSON.stringify(content) + content.barLabel(1000) + content.gridLabel(1000, 'east'),
  })
  signal.throwIfAborted()
  pdf.addPage(sheet.page)
  const grid = settings.grid ? provinceGrid : null
  const description = `${content.title}, ${content.scale}`
  drawSheet(pdf, { sheet, map, content, pictures: tiles, description, grid })
  const bytes = await pdf.finish()
  signal.throwIfAborted()
  onProgress(1)
  return bytes
}

export function paperMapOf(settings: PrintSettings, center: readonly [longitude: number, latitude: number]): PaperMap {
  const { frame } = layOutSheet(settings)
  return makePaperMap({ center, scale: settings.scale, widthMm: frame.width, heightMm: frame.height })
}

interface Facts extends Pick<PrintRequest, 'settings' | 'state' | 't' | 'link' | 'now'> {
  sheet: Sheet
  map: PaperMap
  drawn: readonly DrawnFeature[]
  origins: DrawnOrigins
}

/** How many of the origins the sheet has room to name; the rest is counted. */
const namedOrigins = 5

function toContent({ settings, state, t, link, now, sheet, map, drawn, origins }: Facts): SheetContent {
  const { language, phase } = state
  const number = (value: number, digits = 0) => formatNumber(value, language, digits)
  const legend = settings.legend ? drawnLegend(layers, (layer) => isLayerVisible(state, layer), drawn) : []
  const interval = sheetGridInterval(sheet, settings.scale)
  const groundMeters = settings.scale / 100
  const notes = [
    t('print.sheet.notSurvey'),
    origins.uncertaintyMeters
      ? t('print.sheet.uncertainty', {
          least: formatLength(origins.uncertaintyMeters.least, language),
          most: formatLength(origins.uncertaintyMeters.most, language),
        })
      : null,
    t('print.sheet.scaleTrue', {
      latitude: formatDegrees(map.center[1]),
      error: formatPercent(map.scaleErrorAtEdge, language),
    }),
    settings.grid
      ? t('print.sheet.grid', {
          interval: formatLength(interval, language),
          angle: formatDegrees(gridConvergence(map, provinceGrid), true),
        })
      : null,
  ]
  const named = origins.origins.slice(0, namedOrigins).map(({ title, date, licence }) => {
    const short = title.length > 74 ? `${title.slice(0, 72).trimEnd()}…` : title
    return [short, date, licence].filter(Boolean).join(', ')
  })
  const more = origins.origins.length - named.length
  return {
    kicker: t('app.title').toLocaleUpperCase(language),
    title: settings.title.trim() || t('print.sheet.usualTitle'),
    planYear: t('print.sheet.planYear', { year: t(`phase.${phase}`) }),
    legendTitle: t('legend.title'),
    legend: legend.map(({ group, layers: shown }) => ({
      title: t(`group.${group}`),
      layers: shown.map(({ layer, entries }) => ({
        title: t(`layer.${layer.id}`),
        entries: entries.map((entry) => ({ text: t(`legend.${layer.id}.${entry.label}`), symbol: entry })),
      })),
    })),
    scale: t('print.sheet.scale', { scale: number(settings.scale) }),
    scaleInWords: t('print.sheet.scaleInWords', { length: formatLength(groundMeters, language) }),
    barLabel: (meters) => (meters === 0 ? '0' : formatLength(meters, language)),
    north: t('print.sheet.northLetter'),
    notes: notes.filter((note) => note !== null),
    sourcesTitle: t('print.sheet.sources'),
    sources: [
      ...named,
      ...(more > 0 ? [t('print.sheet.moreSources', { count: more })] : []),
      t('app.attribution'),
    ].join(' · '),
    linkTitle: t('print.sheet.sameView'),
    link,
    date: t('print.sheet.date', {
      date: new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(now),
    }),
    gridLabel: (value, axis) => `${number(value)} ${axis === 'east' ? 'mE' : 'mN'}`,
  }
}

function formatLength(meters: number, language: Language): string {
  return meters < 1000
    ? `${formatNumber(meters, language, 0)}\u00a0m`
    : `${formatNumber(meters / 1000, language, 1)}\u00a0km`
}

function formatDegrees(degrees: number, signed = false): string {
  const minutes = Math.round(Math.abs(degrees) * 60)
  const sign = degrees < 0 ? '−' : signed ? '+' : ''
  return `${sign}${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`
}
