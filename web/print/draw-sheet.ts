import type { LegendSymbol } from '../layers/layer.ts'
import type { Drawing, Pdf } from '../pdf/create-pdf.ts'
import type { TextStyle } from '../pdf/lay-out-text.ts'
import { drawSwatch, swatchSize } from './draw-swatch.ts'
import { gridInterval, gridLines, type GridLine, type GridSystem } from './grid.ts'
import type { PaperMap } from './paper-map.ts'
import { scaleBar } from './scale-bar.ts'
import type { Area, Sheet } from './sheet.ts'

/** Puts a printed map together: the frame and its grid, and the column or strip that explains it. */
export interface SheetContent {
  kicker: string
  title: string
  planYear: string
  legendTitle: string
  legend: readonly LegendGroup[]
  scale: string
  scaleInWords: string
  /** Of a length in metres, at the scale bar. */
  barLabel: (meters: number) => string
  north: string
  notes: readonly string[]
  sourcesTitle: string
  sources: string
  linkTitle: string
  /** What the QR code opens; none where it is empty. */
  link: string
  date: string
  gridLabel: (value: number, axis: GridLine['axis']) => string
}

export interface LegendGroup {
  title: string
  layers: readonly { title: string; entries: readonly { text: string; symbol: LegendSymbol }[] }[]
}

/** A picture of a part of the frame, in shares of its width and height. */
export interface MapPicture {
  bytes: Uint8Array
  left: number
  top: number
  width: number
  height: number
}

export interface SheetInput {
  sheet: Sheet
  map: PaperMap
  content: SheetContent
  pictures: readonly MapPicture[]
  /** What the pictures show, for someone who has the page read aloud. */
  description: string
  grid: GridSystem | null
}

const ink = { text: '#1d2b2f', soft: '#5a676b', deep: '#12343b', accent: '#b5380a', rule: '#d9d4c9' } as const

/** How far the lines of the grid stand apart at least, on A3. */
const gridSpacingMm = 36

export function drawSheet(pdf: Pdf, { sheet, map, content, pictures, description, grid }: SheetInput): void {
  const { frame, unit } = sheet
  pdf.clip(frame, () => {
    for (const [index, { bytes, left, top, width, height }] of pictures.entries())
      pdf.image(
        bytes,
        {
          x: frame.x + left * frame.width,
          y: frame.y + top * frame.height,
          width: width * frame.width,
          height: height * frame.height,
        },
        ...(index === 0 ? [description] : []),
      )
  })
  const interval = gridInterval(map.scale, gridSpacingMm * unit)
  drawFrame(pdf, sheet, grid ? gridLines(map, grid, interval) : [], content)
  if (sheet.shape === 'column') drawExplanation(pdf, { area: sheet.info, unit, scale: map.scale, content })
  else drawStrip(pdf, sheet, map, content)
}

/** The interval that `drawSheet` chooses, for the note that names it. */
export function sheetGridInterval({ unit }: Sheet, scale: number): number {
  return gridInterval(scale, gridSpacingMm * unit)
}

function drawFrame(
  pdf: Drawing,
  { frame, band, unit }: Sheet,
  lines: readonly GridLine[],
  content: SheetContent,
): void {
  for (const { parts } of lines)
    for (const part of parts)
      pdf.line(
        part.map(([x, y]) => [frame.x + x, frame.y + y] as const),
        { color: gridColor, width: 0.4 * unit, opacity: 0.55 },
      )
  pdf.rectangle(frame, { stroke: { color: ink.deep, width: (band > 0 ? 0.6 : 0.9) * unit } })
  if (band === 0) return
  const outer = {
    x: frame.x - band,
    y: frame.y - band,
    width: frame.width + 2 * band,
    height: frame.height + 2 * band,
  }
  pdf.rectangle(outer, { stroke: { color: ink.deep, width: 1.1 * unit } })
  const style: TextStyle = { size: 6.2 * unit, color: ink.deep, lineHeight: 1.2 }
  const { height } = pdf.measure('0', style)
  const labelWidth = 30 * unit
  for (const { axis, value, parts } of lines) {
    const text = content.gridLabel(value, axis)
    const ends = parts.flatMap((part) => [part[0], part.at(-1)]).filter((point) => point !== undefined)
    for (const [x, y] of ends) {
      const isAt = (one: number, other: number) => Math.abs(one - other) < 0.01
      const middle: [number, number] | null =
        axis === 'east'
          ? isAt(y, 0) || isAt(y, frame.height)
            ? [frame.x + x, frame.y + (isAt(y, 0) ? -band / 2 : frame.height + band / 2)]
            : null
          : isAt(x, 0) || isAt(x, frame.width)
            ? [frame.x + (isAt(x, 0) ? -band / 2 : frame.width + band / 2), frame.y + y]
            : null
      if (!middle) continue
      // A label near a corner would stand in the other side's band.
      const along = axis === 'east' ? x : y
      const room = (pdf.measure(text, style).width + 1) / 2
      if (along < room || along > (axis === 'east' ? frame.width : frame.height) - room) continue
      const draw = () =>
        void pdf.text(text, style, {
          x: middle[0] - labelWidth / 2,
          y: middle[1] - height / 2,
          width: labelWidth,
          align: 'center',
        })
      if (axis === 'east') draw()
      else pdf.rotate(-90, middle, draw)
    }
  }
}

/** The colour of the grid's lines, by which a test finds them in the file. */
export const gridColor = '#0f3a44'

/** Something of a known height that can be drawn anywhere. */
interface Block {
  height: number
  draw: (x: number, y: number) => void
}

export interface Explanation {
  area: Area
  unit: number
  /** 250000 for 1:250,000, of which only the bar is drawn if the content has no words for it. */
  scale: number
  content: SheetContent
  /** Where north lies, clockwise from upwards. */
  northDegrees?: number
}

/** Everything that explains a map, in a column: from above title and legend, from below sources, notes, scale. */
export function drawExplanation(pdf: Drawing, { area, unit, scale, content, northDegrees = 0 }: Explanation): void {
  const gap = 4.2 * unit
  const title = titleBlock(pdf, unit, content, area.width)
  title.draw(area.x, area.y)
  const top = area.y + title.height + gap
  let bottom = area.y + area.height
  for (const block of [
    ...(content.link === '' ? [] : [linkBlock(pdf, unit, content, area.width)]),
    sourcesBlock(pdf, unit, content, area.width),
    notesBlock(pdf, unit, content, area.width),
    scaleBlock(pdf, unit, scale, content, area.width, northDegrees),
  ]) {
    bottom -= block.height
    block.draw(area.x, bottom)
    bottom -= gap * 0.55
    rule(pdf, area.x, bottom, area.width, unit)
    bottom -= gap * 0.55
  }
  drawLegend(pdf, content, { ...area, y: top, height: bottom - top }, unit, [1, 2])
}

/** Three columns side by side: title and scale; legend; notes, sources and link. */
function drawStrip(pdf: Drawing, sheet: Sheet, map: PaperMap, content: SheetContent): void {
  if (content.legend.length === 0) return drawLowStrip(pdf, sheet, map, content)
  const { info, unit } = sheet
  const gap = 6 * unit
  const left = info.width * 0.25
  const right = info.width * 0.25
  titleBlock(pdf, unit, content, left).draw(info.x, info.y)
  const scale = scaleBlock(pdf, unit, map.scale, content, left)
  scale.draw(info.x, info.y + info.height - scale.height)
  const end = info.x + info.width - right
  let at = info.y
  for (const block of [
    notesBlock(pdf, unit, content, right),
    sourcesBlock(pdf, unit, content, right),
    linkBlock(pdf, unit, content, right),
  ]) {
    block.draw(end, at)
    at += block.height + 3 * unit
  }
  const legend = { x: info.x + left + gap, y: info.y, width: info.width - left - right - 2 * gap, height: info.height }
  for (const x of [legend.x - gap / 2, end - gap / 2])
    pdf.line(
      [
        [x, info.y],
        [x, info.y + info.height],
      ],
      { color: ink.rule, width: 0.5 * unit },
    )
  drawLegend(pdf, content, legend, unit, [2, 3])
}

/** Without a legend: title, scale, small print and link in one row, or in two where the paper is narrow. */
function drawLowStrip(pdf: Drawing, sheet: Sheet, map: PaperMap, content: SheetContent): void {
  const { info, unit, page } = sheet
  const gap = 6 * unit
  const isWide = page.widthMm > page.heightMm
  const title = info.width * (isWide ? 0.27 : 0.56)
  const scale = info.width * (isWide ? 0.2 : 0.44) - gap
  const link = info.width * (isWide ? 0.18 : 0.4) - gap
  const small = info.width * (isWide ? 0.35 : 0.6) - gap
  titleBlock(pdf, unit, content, title).draw(info.x, info.y)
  scaleBlock(pdf, unit, map.scale, content, scale).draw(info.x + title + gap, info.y)
  const row = isWide
    ? { x: info.x + title + scale + 2 * gap, y: info.y }
    : { x: info.x, y: info.y + Math.max(titleBlock(pdf, unit, content, title).height, 20 * unit) + 3 * unit }
  const notes = notesBlock(pdf, unit, content, small)
  notes.draw(row.x, row.y)
  sourcesBlock(pdf, unit, content, small).draw(row.x, row.y + notes.height + 1.6 * unit)
  linkBlock(pdf, unit, content, link).draw(info.x + info.width - link, row.y)
}

function titleBlock(pdf: Drawing, unit: number, content: SheetContent, width: number): Block {
  const kicker: TextStyle = { size: 6.6 * unit, face: 'bold', color: ink.accent, letterSpacing: 0.5 * unit }
  const title: TextStyle = { size: 17 * unit, face: 'bold', color: ink.deep, lineHeight: 1.25 }
  const year: TextStyle = { size: 8.2 * unit, face: 'medium', color: ink.soft }
  const heights = {
    kicker: pdf.measure(content.kicker, kicker, width).height,
    title: Math.min(pdf.measure(content.title, title, width).height, (4 * 17 * 1.25 * unit * 25.4) / 72),
    year: pdf.measure(content.planYear, year, width).height,
  }
  const bar = 1.2 * unit
  return {
    height: bar + 2 * unit + heights.kicker + heights.title + 1 * unit + heights.year,
    draw: (x, y) => {
      pdf.rectangle({ x, y, width: 16 * unit, height: bar }, { fill: { color: ink.accent } })
      let at = y + bar + 2 * unit
      at += pdf.text(content.kicker, kicker, { x, y: at, width })
      at += pdf.text(content.title, title, { x, y: at, width, maxLines: 4, role: 'H1' }) + 1 * unit
      pdf.text(content.planYear, year, { x, y: at, width })
    },
  }
}

function scaleBlock(
  pdf: Drawing,
  unit: number,
  denominator: number,
  content: SheetContent,
  width: number,
  northDegrees = 0,
): Block {
  const arrow = 13 * unit
  const room = width - arrow
  const scale: TextStyle = { size: 11 * unit, face: 'bold', color: ink.deep, lineHeight: 1.3 }
  const words: TextStyle = { size: 6.6 * unit, color: ink.soft }
  const label: TextStyle = { size: 6 * unit, color: ink.text, lineHeight: 1.2 }
  const heightOf = (text: string, style: TextStyle) => (text === '' ? 0 : pdf.measure(text, style, room).height)
  const head = heightOf(content.scale, scale) + heightOf(content.scaleInWords, words)
  const bar = scaleBar(denominator, Math.min(room - 5 * unit, 62 * unit))
  const thick = 1.3 * unit
  const labelHeight = pdf.measure('0', label).height
  return {
    height: Math.max(head + 1.6 * unit + labelHeight + thick + 0.6 * unit, 15.5 * unit),
    draw: (x, y) => {
      let at = y
      if (content.scale !== '') at += pdf.text(content.scale, scale, { x, y, width: room, role: 'H2' })
      at += pdf.text(content.scaleInWords, words, { x, y: at, width: room }) + 1.6 * unit
      const step = bar.lengthMm / bar.parts
      const labels = Array.from({ length: bar.parts + 1 }, (_, part) =>
        content.barLabel((bar.meters * part) / bar.parts),
      )
      const widest = Math.max(...labels.map((text) => pdf.measure(text, label).width))
      // Where there is no room for all, the ends do.
      const every = widest + 1.5 * unit < step ? 1 : bar.parts % 2 === 0 && widest < 1.9 * step ? 2 : bar.parts
      for (const [part, text] of labels.entries())
        if (part % every === 0)
          pdf.text(text, label, {
            x: part === 0 ? x : x + part * step - 15 * unit,
            y: at,
            width: 30 * unit,
            align: part === 0 ? 'left' : 'center',
          })
      at += labelHeight + 0.4 * unit
      for (let part = 0; part < bar.parts; part++)
        pdf.rectangle(
          { x: x + part * step, y: at, width: step, height: thick },
          { fill: { color: part % 2 === 0 ? ink.deep : '#ffffff' }, stroke: { color: ink.deep, width: 0.5 * unit } },
        )
      const middle = [x + width - arrow / 2, y + 7.5 * unit] as const
      pdf.rotate(northDegrees, middle, () => drawNorth(pdf, content.north, middle[0], y + 0.6 * unit, unit))
    },
  }
}

function drawNorth(pdf: Drawing, letter: string, x: number, y: number, unit: number): void {
  pdf.text(
    letter,
    { size: 8 * unit, face: 'bold', color: ink.deep, lineHeight: 1.1 },
    { x: x - 5 * unit, y, width: 10 * unit, align: 'center' },
  )
  const tip = y + 3.6 * unit
  const foot = tip + 10.5 * unit
  const notch = foot - 2.6 * unit
  const half = 3.1 * unit
  const stroke = { color: ink.deep, width: 0.6 * unit, join: 'round' as const }
  pdf.polygon(
    [
      [
        [x, tip],
        [x - half, foot],
        [x, notch],
      ],
    ],
    { fill: { color: ink.deep }, stroke },
  )
  pdf.polygon(
    [
      [
        [x, tip],
        [x + half, foot],
        [x, notch],
      ],
    ],
    { fill: { color: '#ffffff' }, stroke },
  )
}

function notesBlock(pdf: Drawing, unit: number, content: SheetContent, width: number): Block {
  const style: TextStyle = { size: 5.8 * unit, color: ink.soft, lineHeight: 1.38 }
  return paragraphs(pdf, content.notes, style, width, 0.8 * unit)
}

function sourcesBlock(pdf: Drawing, unit: number, content: SheetContent, width: number): Block {
  const style: TextStyle = { size: 5.4 * unit, color: ink.soft, lineHeight: 1.36 }
  const text = [
    { text: `${content.sourcesTitle}  `, style: { face: 'bold' as const, color: ink.text } },
    { text: content.sources },
  ]
  const { height } = pdf.measure(text, style, width)
  return { height, draw: (x, y) => void pdf.text(text, style, { x, y, width }) }
}

function linkBlock(pdf: Drawing, unit: number, content: SheetContent, width: number): Block {
  const size = 21 * unit
  const room = width - size - 4 * unit
  const head: TextStyle = { size: 7 * unit, face: 'bold', color: ink.text }
  const small: TextStyle = { size: 5.8 * unit, color: ink.soft }
  return {
    height: size,
    draw: (x, y) => {
      pdf.qrCode(content.link, { x, y, size, color: ink.deep })
      const left = x + size + 4 * unit
      const at = y + pdf.text(content.linkTitle, head, { x: left, y, width: room, maxLines: 3 })
      const host = pdf.text([{ text: content.link, style: { link: content.link } }], small, {
        x: left,
        y: at,
        width: room,
        maxLines: 3,
      })
      pdf.text(content.date, small, { x: left, y: Math.max(at + host, y + size - 3 * unit), width: room, maxLines: 1 })
    },
  }
}

function paragraphs(pdf: Drawing, texts: readonly string[], style: TextStyle, width: number, gap: number): Block {
  const heights = texts.map((text) => pdf.measure(text, style, width).height)
  return {
    height: heights.reduce((sum, height) => sum + height + gap, -gap),
    draw: (x, y) => {
      let at = y
      for (const text of texts) at += pdf.text(text, style, { x, y: at, width }) + gap
    },
  }
}

function rule(pdf: Drawing, x: number, y: number, width: number, unit: number): void {
  pdf.line(
    [
      [x, y],
      [x + width, y],
    ],
    { color: ink.rule, width: 0.5 * unit },
  )
}

/** Groups and layers in columns; the letters are as large as the room allows, within limits. */
function drawLegend(pdf: Drawing, content: SheetContent, area: Area, unit: number, columns: readonly number[]): void {
  if (content.legend.length === 0) return
  const sizes = columns.includes(1) ? [1.24, 1.16, 1.08] : []
  for (const size of [...sizes, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46])
    for (const count of columns) {
      const placed = placeLegend(pdf, content, area, unit * size, count)
      if (!placed) continue
      for (const { block, x, y } of placed) block.draw(x, y)
      return
    }
  throw new Error('The legend does not fit on the sheet: print it larger, or switch layers off.')
}

function placeLegend(pdf: Drawing, content: SheetContent, area: Area, unit: number, columns: number) {
  const gap = 5 * unit
  const width = (area.width - gap * (columns - 1)) / columns
  const blocks = legendBlocks(pdf, content, unit, width)
  const title: TextStyle = { size: 9.5 * unit, face: 'bold', color: ink.deep }
  const head: Block = {
    height: pdf.measure(content.legendTitle, title).height + 0.6 * unit,
    draw: (x, y) => void pdf.text(content.legendTitle, title, { x, y, width: area.width, role: 'H2' }),
  }
  const placed: { block: Block; x: number; y: number }[] = [{ block: head, x: area.x, y: area.y }]
  const top = area.y + head.height
  let column = 0
  let at = top
  for (const { block, keepsWith } of blocks) {
    if (at + block.height + keepsWith > area.y + area.height) {
      column++
      at = top
      if (column >= columns) return null
    }
    placed.push({ block, x: area.x + column * (width + gap), y: at })
    at += block.height
  }
  return placed
}

/** `keepsWith` is how much must follow in the same column: no heading stands alone at its foot. */
function legendBlocks(pdf: Drawing, { legend }: SheetContent, unit: number, width: number) {
  const group: TextStyle = { size: 6.2 * unit, face: 'bold', color: ink.accent, letterSpacing: 0.4 * unit }
  const layer: TextStyle = { size: 7.4 * unit, face: 'medium', color: ink.text, lineHeight: 1.3 }
  const entry: TextStyle = { size: 6.8 * unit, color: ink.text, lineHeight: 1.3 }
  const soft: TextStyle = { size: 6.2 * unit, color: ink.soft, lineHeight: 1.3 }
  const scale = 0.27 * unit
  const left = swatchSize.width * scale + 2 * unit
  const room = width - left
  const least = swatchSize.height * scale
  const row = (text: { text: string; style: Partial<TextStyle> }[], style: TextStyle, symbol: LegendSymbol): Block => {
    const { height } = pdf.measure(text, style, room)
    const whole = Math.max(height, least)
    return {
      height: whole + 0.7 * unit,
      draw: (x, y) => {
        drawSwatch(pdf, symbol, x, y + Math.max(0, (Math.min(whole, least * 1.2) - least) / 2), scale)
        pdf.text(text, style, { x: x + left, y: y + (whole - height) / 2, width: room })
      },
    }
  }
  const blocks: { block: Block; keepsWith: number }[] = []
  for (const [index, { title, layers }] of legend.entries()) {
    const above = index === 0 ? 0.6 * unit : 2 * unit
    const height = pdf.measure(title.toLocaleUpperCase(), group, width).height + above
    const follows = 12 * unit
    blocks.push({
      block: {
        height,
        draw: (x, y) => void pdf.text(title.toLocaleUpperCase(), group, { x, y: y + above, width, role: 'H3' }),
      },
      keepsWith: follows,
    })
    for (const { title: name, entries } of layers) {
      const [only] = entries
      if (entries.length === 1 && only) {
        const lines = [
          { text: name, style: layer },
          ...(only.text === '' || only.text === name ? [] : [{ text: `\n${only.text}`, style: soft }]),
        ]
        blocks.push({ block: row(lines, layer, only.symbol), keepsWith: 0 })
        continue
      }
      const head = pdf.measure(name, layer, width).height
      blocks.push({
        block: { height: head + 0.4 * unit, draw: (x, y) => void pdf.text(name, layer, { x, y, width }) },
        keepsWith: 5 * unit,
      })
      for (const { text, symbol } of entries)
        blocks.push({ block: row([{ text, style: entry }], entry, symbol), keepsWith: 0 })
    }
  }
  return blocks
}
