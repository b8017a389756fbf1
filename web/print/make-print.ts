import type { TFunction } from 'i18next'
import { provinceGrid } from '../compute/vn2000.ts'
import { formatPercent } from '../format/numbers.ts'
import { createPdf } from '../pdf/create-pdf.ts'
import type { AtlasState, Language } from '../state/atlas-state.ts'
import { drawSheet, sheetGridInterval } from './draw-sheet.ts'
import { gridConvergence } from './grid.ts'
import { makePaperMap, toView, type PaperMap } from './paper-map.ts'
import type { PrintSettings } from './settings.ts'
import { layOutSheet, type Sheet } from './sheet.ts'
import { formatLength, toContent } from './sheet-content.ts'

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
  const { tiles, drawn, extras } = await renderPicture({
    ...view,
    state,
    pixelRatio: settings.dpi / pixelsPerInch,
    type: 'image/jpeg',
    signal,
    onProgress: (done, total) => onProgress(0.05 + (0.8 * done) / total),
  })
  const content = await toContent({
    state,
    t,
    title: settings.title,
    link,
    now,
    drawn,
    extras,
    legend: settings.legend,
    scale: { denominator: settings.scale, notes: scaleNotes(request, sheet, map) },
    signal,
  })
  onProgress(0.9)
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

/** Where the scale is true and how the grid lies. */
function scaleNotes({ settings, state, t }: PrintRequest, sheet: Sheet, map: PaperMap): string[] {
  const scaleTrue = t('print.sheet.scaleTrue', {
    latitude: formatDegrees(map.trueLatitude),
    error: sayScaleError(map.scaleErrorAtEdge, state.language),
  })
  if (!settings.grid) return [scaleTrue]
  const grid = t('print.sheet.grid', {
    interval: formatLength(sheetGridInterval(sheet, settings.scale), state.language),
    angle: formatDegrees(gridConvergence(map, provinceGrid), true),
  })
  return [scaleTrue, grid]
}

/** At most: rounded up, or else 0.55 % would read as 0.5 %, and a town plan as free of error. */
export function sayScaleError(share: number, language: Language): string {
  return formatPercent(Math.ceil(share * 1000) / 1000, language)
}

function formatDegrees(degrees: number, signed = false): string {
  const minutes = Math.round(Math.abs(degrees) * 60)
  const sign = degrees < 0 ? '−' : signed ? '+' : ''
  return `${sign}${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`
}
