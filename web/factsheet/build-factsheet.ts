import { createPdf, type Pdf, type Rectangle } from '../pdf/create-pdf.ts'
import type { ReadFile } from '../pdf/fonts.ts'
import { pageSize } from '../pdf/paper.ts'
import type { Language } from '../state/atlas-state.ts'
import { lettersOf, type ContentRow, type FactsheetContent, type Highlight } from './factsheet-content.ts'
import { drawAccessMap, drawLocatorMap, type MapData, type Target } from './park-maps.ts'
import type { Geometry } from 'geojson'

/**
 * Factsheets as a PDF: two A4 pages a park, however much or little is known of it.
 *
 * Where there is more to say than two pages hold, letters get smaller down to six points and then long texts end in
 * “…”; the QR code leads to all of it.
 */
export interface ParkSheet {
  content: FactsheetContent
  geometry: Geometry | null
  uncertaintyMeters: number | null
  targets: readonly Target[]
  /** Where the QR code leads. */
  url: string
}

export interface SheetWords {
  atlas: string
  heading: string
  scan: string
  locator: string
  access: string
  notPlaced: string
  unknown: string
  unknownIntro: string
  sources: string
  key: string
  disclaimer: string
  madeOn: string
  noData: string
}

export interface FactsheetInputs {
  sheets: readonly ParkSheet[]
  words: SheetWords
  maps: MapData
  cities: readonly { name: string; position: [number, number] }[]
  language: Language
  createdAt: Date
  readFile?: ReadFile
}

const margin = 14
const full = 210 - 2 * margin
const gap = 5
const half = (full - gap) / 2
const bottom = 281

const deep = '#12343b'
const accent = '#b5380a'
const ink = '#1f2a2e'
const soft = '#5a676b'
const rule = { color: '#d3d9da', width: 0.5 }

export async function buildFactsheet(inputs: FactsheetInputs): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, words, language, createdAt, readFile, cities } = inputs
  const [first] = sheets
  const pdf = await createPdf({
    title: sheets.length === 1 && first ? `${first.content.title} · ${words.heading}` : words.heading,
    language,
    createdAt,
    characters: [
      ...sheets.map(({ content, targets }) => lettersOf(content) + JSON.stringify(targets)),
      JSON.stringify([words, cities]),
    ].join(''),
    ...(readFile ? { readFile } : {}),
  })
  const pages = sheets.length * 2
  for (const [index, sheet] of sheets.entries()) {
    drawFirstPage(pdf, sheet, inputs)
    drawFooter(pdf, words, index * 2 + 1, pages)
    drawSecondPage(pdf, sheet, inputs)
    drawFooter(pdf, words, index * 2 + 2, pages)
  }
  return pdf.finish()
}

function drawFirstPage(pdf: Pdf, sheet: ParkSheet, { words, maps, cities }: FactsheetInputs): void {
  const { content } = sheet
  pdf.addPage(pageSize('A4', 'portrait'))
  pdf.rectangle({ x: 0, y: 0, width: 210, height: 4 }, { fill: { color: deep } })
  pdf.text(
    `${words.atlas} · ${words.heading}`,
    { size: 7.6, face: 'bold', color: accent },
    { x: margin, y: 10, width: full - 32 },
  )
  let y = 14.5
  y += pdf.text(
    content.title,
    { size: 20, face: 'bold', color: deep, lineHeight: 1.2 },
    { x: margin, y, width: full - 32, maxLines: 2, role: 'H1' },
  )
  y += pdf.text(content.otherTitle, { size: 9.5, color: soft }, { x: margin, y, width: full - 32, maxLines: 1 })
  pdf.text(content.kind, { size: 8.6, face: 'medium', color: ink }, { x: margin, y, width: full - 32, maxLines: 2 })
  pdf.qrCode(sheet.url, { x: 210 - margin - 23, y: 10, size: 23, color: deep })
  pdf.text(
    words.scan,
    { size: 5.8, color: soft },
    { x: 210 - margin - 27, y: 34, width: 31, align: 'center', maxLines: 2 },
  )

  drawHighlights(pdf, content.highlights, 42)
  const blocks = blocksOf(content.sections.filter(({ section }) => firstPageSections.has(section)))
  const fieldsTop = 138
  const room = bottom - fieldsTop
  // Where little is known, the maps take what the fields leave.
  const spare = Math.min(Math.max(room - columnHeight(pdf, blocks), 0), mostSpareForMaps)
  const mapTop = 66
  const locator = { x: margin, y: mapTop + 4.6, width: half, height: 62 + spare }
  const access = { ...locator, x: margin + half + gap }
  const title = { size: 8.4, face: 'bold', color: deep } as const
  pdf.text(words.locator, title, { x: locator.x, y: mapTop, width: half, role: 'H2', maxLines: 1 })
  pdf.text(words.access, title, { x: access.x, y: mapTop, width: half, role: 'H2', maxLines: 1 })
  drawLocatorMap(pdf, locator, maps, sheet, cities)
  if (sheet.geometry && sheet.targets.length > 0) drawAccessMap(pdf, access, maps, sheet, sheet.targets)
  else {
    pdf.rectangle(access, { fill: { color: '#f3f5f5' }, stroke: { color: '#9fb0b5', width: 0.5 } })
    pdf.text(
      words.notPlaced,
      { size: 8, color: soft },
      { x: access.x + 8, y: access.y + 26, width: half - 16, align: 'center' },
    )
  }
  drawColumns(pdf, blocks, { x: margin, y: fieldsTop + spare, width: full, height: room - spare })
}

const mostSpareForMaps = 30

const firstPageSections = new Set(['identity', 'land', 'price', 'utilities'])

function drawSecondPage(pdf: Pdf, sheet: ParkSheet, { words }: FactsheetInputs): void {
  const { content } = sheet
  pdf.addPage(pageSize('A4', 'portrait'))
  pdf.rectangle({ x: 0, y: 0, width: 210, height: 4 }, { fill: { color: deep } })
  pdf.text(
    content.title,
    { size: 10, face: 'bold', color: deep },
    { x: margin, y: 9, width: full, maxLines: 1, role: 'artifact' },
  )
  let y = 16
  y += drawHeading(pdf, words.access, { x: margin, y, width: full }, 1)
  if (content.access) {
    const { height } = pdf.table({
      x: margin,
      y,
      columns: [
        { width: full - 108 },
        { width: 36, align: 'right' },
        { width: 36, align: 'right' },
        { width: 36, align: 'right' },
      ],
      header: content.access.headers,
      rows: content.access.rows,
      style: { size: 7.8, color: ink },
      headerStyle: { size: 7, face: 'bold', color: soft },
      padding: 0.7,
      rule,
    })
    y += height + 1
    y += pdf.text(content.access.note, { size: 6.2, color: soft }, { x: margin, y, width: full, maxLines: 5 }) + 2
  } else y += pdf.text(words.noData, { size: 8, color: soft, face: 'italic' }, { x: margin, y, width: full }) + 3

  const sources = layOutSources(pdf, content.sources)
  const sourcesHeight = headingHeight + 0.6 + sources.height
  const unknownText = content.unknown.length > 0 ? `${words.unknownIntro} ${content.unknown.join(' · ')}` : ''
  const unknownHeight = unknownText ? 8 + pdf.measure(unknownText, { size: 7.4 }, full - 6).height : 0
  const sourcesTop = bottom - sourcesHeight
  const unknownTop = sourcesTop - unknownHeight - 2
  const restSections = content.sections.filter(({ section }) => !firstPageSections.has(section))
  drawColumns(pdf, blocksOf(restSections), { x: margin, y, width: full, height: unknownTop - 3 - y })

  if (unknownText) {
    pdf.rectangle({ x: margin, y: unknownTop, width: full, height: unknownHeight }, { fill: { color: '#f3f1ec' } }, 1.2)
    pdf.text(
      words.unknown,
      { size: 7.8, face: 'bold', color: deep },
      { x: margin + 3, y: unknownTop + 1.4, width: full - 6, role: 'H2' },
    )
    pdf.text(unknownText, { size: 7.4, color: ink }, { x: margin + 3, y: unknownTop + 5.6, width: full - 6 })
  }
  drawHeading(pdf, words.sources, { x: margin, y: sourcesTop, width: full }, 1)
  for (const { text, x, y: below, maxLines } of sources.placed)
    pdf.text(text, sourceStyle, {
      x: margin + x,
      y: sourcesTop + headingHeight + 0.6 + below,
      width: half,
      maxLines,
    })
}

const sourceStyle = { size: 5.8, color: ink, lineHeight: 1.2 }
const mostForSources = 50

/** In two columns, whole where they leave room for the fields, else each in two lines. */
function layOutSources(pdf: Pdf, texts: readonly string[]) {
  const whole = placeSources(pdf, texts, 6)
  return whole.height <= mostForSources ? whole : placeSources(pdf, texts, 2)
}

function placeSources(pdf: Pdf, texts: readonly string[], maxLines: number) {
  const perColumn = Math.ceil(texts.length / 2)
  const ends = [0, 0]
  const placed = texts.map((text, index) => {
    const column = index < perColumn ? 0 : 1
    const { height, lines } = pdf.measure(text, sourceStyle, half)
    const y = ends[column] ?? 0
    ends[column] = y + (height / lines) * Math.min(lines, maxLines) + 0.7
    return { text, x: column * (half + gap), y, maxLines }
  })
  return { placed, height: Math.max(...ends) }
}

function drawHighlights(pdf: Pdf, highlights: readonly Highlight[], y: number): void {
  const width = (full - 3 * 3) / 4
  for (const [index, { label, value, basis, caution }] of highlights.entries()) {
    const x = margin + index * (width + 3)
    pdf.rectangle({ x, y, width, height: 20 }, { fill: { color: '#f1f4f4' } }, 1.5)
    pdf.text(
      label,
      { size: 6.6, color: soft, lineHeight: 1.25 },
      { x: x + 2.5, y: y + 1.8, width: width - 5, maxLines: 2 },
    )
    if (basis === 'none')
      pdf.text(
        value,
        { size: 9, face: 'italic', color: soft },
        { x: x + 2.5, y: y + 10, width: width - 5, maxLines: 2 },
      )
    else {
      const style = fitOnLine(pdf, value, width - 5, 11)
      // Numbers of any size stand on one line across the row.
      const top = y + 10 + (11 - style.size) * 0.36
      pdf.text(value, style, { x: x + 2.5, y: top, width: width - 4, maxLines: 2 })
      underline(pdf, { x: x + 2.5, y: top, width: width - 5 }, value, style, basis)
      if (caution)
        pdf.text(caution, { size: 6, color: soft }, { x: x + 2.5, y: y + 16.4, width: width - 5, maxLines: 1 })
    }
  }
}

function fitOnLine(pdf: Pdf, text: string, width: number, largest: number) {
  let size = largest
  while (size > 6.5 && pdf.measure(text, { size, face: 'bold' }).width > width) size -= 0.5
  return { size, face: 'bold', color: deep } as const
}

type Block = { type: 'heading'; text: string } | { type: 'row'; row: ContentRow }

function blocksOf(sections: FactsheetContent['sections']): Block[] {
  return sections.flatMap(({ title, rows }): Block[] => [
    { type: 'heading', text: title },
    ...rows.map((row): Block => ({ type: 'row', row })),
  ])
}

interface Fit {
  scale: number
  maxLines: number
}
/** From the most generous setting to the tightest. */
const fits: readonly Fit[] = [
  ...[1, 0.95, 0.9, 0.85, 0.8, 0.76].map((scale) => ({ scale, maxLines: 99 })),
  ...[6, 4, 3, 2, 1].map((maxLines) => ({ scale: 0.76, maxLines })),
]

/** Of the taller of two even columns, at the most generous setting. */
function columnHeight(pdf: Pdf, blocks: readonly Block[]): number {
  const [generous] = fits
  if (!generous) return 0
  const heights = blocks.map((block) => drawBlock(pdf, block, { x: 0, y: 0, width: half }, generous, false))
  const split = splitOf(blocks, heights, Infinity) ?? blocks.length
  const sum = (some: readonly number[]) => some.reduce((total, height) => total + height, 0)
  return Math.max(sum(heights.slice(0, split)), sum(heights.slice(split)))
}

/** Rows one below the other in two columns of about the same height; never less than all of them. */
function drawColumns(pdf: Pdf, blocks: readonly Block[], frame: Rectangle): void {
  const measured = fits.map((fit) => ({
    fit,
    heights: blocks.map((block) => drawBlock(pdf, block, { x: 0, y: 0, width: half }, fit, false)),
  }))
  const chosen = measured.find(({ heights }) => splitOf(blocks, heights, frame.height) !== null) ?? measured.at(-1)
  if (!chosen) return
  const split = splitOf(blocks, chosen.heights, frame.height) ?? Math.ceil(blocks.length / 2)
  let y = frame.y
  for (const [index, block] of blocks.entries()) {
    if (index === split) y = frame.y
    const x = frame.x + (index < split ? 0 : half + gap)
    drawBlock(pdf, block, { x, y, width: half }, chosen.fit, true)
    y += chosen.heights[index] ?? 0
  }
}

/** Where the second column begins so that both are as even as can be; null: they do not fit. A heading never ends one. */
function splitOf(blocks: readonly Block[], heights: readonly number[], room: number): number | null {
  const total = heights.reduce((sum, height) => sum + height, 0)
  let best: { split: number; taller: number } | null = null
  let left = 0
  for (let split = 1; split <= blocks.length; split++) {
    left += heights[split - 1] ?? 0
    if (blocks[split - 1]?.type === 'heading') continue
    const taller = Math.max(left, total - left)
    if (taller <= room && (!best || taller < best.taller)) best = { split, taller }
  }
  return best?.split ?? null
}

function drawBlock(pdf: Pdf, block: Block, at: Omit<Rectangle, 'height'>, fit: Fit, really: boolean): number {
  if (block.type === 'heading') return really ? drawHeading(pdf, block.text, at, fit.scale) : headingHeight * fit.scale
  const { scale, maxLines } = fit
  const labelWidth = 27
  const valueWidth = at.width - labelWidth - 2
  const put = (
    text: string,
    style: { size: number; color: string; face?: 'bold' | 'italic' | 'regular' },
    y: number,
    x: number,
    width: number,
  ) => {
    const look = { ...style, size: style.size * scale, lineHeight: 1.32 }
    const { height, lines } = pdf.measure(text, look, width)
    const shown = Math.min(lines, maxLines)
    if (really) pdf.text(text, look, { x, y, width, ...(maxLines < 99 ? { maxLines } : {}) })
    return { height: (height / Math.max(lines, 1)) * shown, lines, look }
  }
  const top = at.y + 0.9 * scale
  const label = put(block.row.label, { size: 7.2, color: soft }, top, at.x, labelWidth)
  let y = top
  for (const { text, basis, about, source } of block.row.values) {
    const x = at.x + labelWidth + 2
    const face = basis === 'none' ? 'italic' : basis === 'words' ? 'regular' : 'bold'
    const value = put(text, { size: 8, color: basis === 'none' ? soft : ink, face }, y, x, valueWidth)
    if (really && value.lines === 1 && (basis === 'stated' || basis === 'computed'))
      underline(pdf, { x, y, width: valueWidth }, text, value.look, basis)
    y += value.height
    if (about) y += put(about, { size: 6.8, color: soft }, y, x, valueWidth).height
    if (source) y += put(source, { size: 6, color: soft }, y, x, valueWidth).height
    y += 0.6 * scale
  }
  const height = Math.max(label.height + 0.9 * scale, y - at.y) + 0.7 * scale
  if (really)
    pdf.line(
      [
        [at.x, at.y + height],
        [at.x + at.width, at.y + height],
      ],
      { color: '#e6eaea', width: 0.4 },
    )
  return height
}

const headingHeight = 6.6

function drawHeading(pdf: Pdf, text: string, { x, y, width }: Omit<Rectangle, 'height'>, scale: number): number {
  pdf.text(
    text,
    { size: 8.6 * scale, face: 'bold', color: accent },
    { x, y: y + 1.2 * scale, width, role: 'H2', maxLines: 1 },
  )
  const base = y + 5.6 * scale
  pdf.line(
    [
      [x, base],
      [x + width, base],
    ],
    { color: deep, width: 0.7 },
  )
  return headingHeight * scale
}

/** Solid under what a source states, dotted under what the atlas computes. */
function underline(
  pdf: Pdf,
  { x, y, width }: Omit<Rectangle, 'height'>,
  text: string,
  style: { size: number; face?: 'bold' | 'italic' | 'regular' },
  basis: 'stated' | 'computed',
): void {
  const measured = pdf.measure(text, style)
  if (measured.width > width) return
  const base = y + measured.height * 0.92
  pdf.line(
    [
      [x, base],
      [x + measured.width, base],
    ],
    basis === 'stated' ? { color: soft, width: 0.5 } : { color: soft, width: 0.7, dash: [0.7, 1.3], cap: 'round' },
  )
}

function drawFooter(pdf: Pdf, words: SheetWords, page: number, pages: number): void {
  pdf.line(
    [
      [margin, 284],
      [210 - margin, 284],
    ],
    rule,
  )
  pdf.text(
    [{ text: words.key }, { text: ` ${words.disclaimer}` }],
    { size: 5.9, color: soft, lineHeight: 1.25 },
    { x: margin, y: 285, width: full - 40, maxLines: 3 },
  )
  pdf.text(
    `${words.madeOn} · ${page} / ${pages}`,
    { size: 6.4, color: soft },
    { x: 210 - margin - 40, y: 285, width: 40, align: 'right' },
  )
}
