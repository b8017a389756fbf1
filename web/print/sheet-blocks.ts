import type { LegendSymbol } from '../layers/layer.ts'
import type { Drawing } from '../pdf/create-pdf.ts'
import type { TextStyle } from '../pdf/lay-out-text.ts'
import type { GridLine } from './grid.ts'
import { scaleBar } from './scale-bar.ts'

/** What a sheet says beside its map, and the blocks in which it says it: each of a known height, drawn anywhere. */
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

export const ink = { text: '#1d2b2f', soft: '#5a676b', deep: '#12343b', accent: '#b5380a', rule: '#d9d4c9' } as const

/** Something of a known height that can be drawn anywhere. */
export interface Block {
  height: number
  draw: (x: number, y: number) => void
}

export function titleBlock(pdf: Drawing, unit: number, content: SheetContent, width: number): Block {
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

export function scaleBlock(
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

export function notesBlock(pdf: Drawing, unit: number, content: SheetContent, width: number): Block {
  const style: TextStyle = { size: 5.8 * unit, color: ink.soft, lineHeight: 1.38 }
  return paragraphs(pdf, content.notes, style, width, 0.8 * unit)
}

export function sourcesBlock(pdf: Drawing, unit: number, content: SheetContent, width: number): Block {
  const style: TextStyle = { size: 5.4 * unit, color: ink.soft, lineHeight: 1.36 }
  const text = [
    { text: `${content.sourcesTitle}  `, style: { face: 'bold' as const, color: ink.text } },
    { text: content.sources },
  ]
  const { height } = pdf.measure(text, style, width)
  return { height, draw: (x, y) => void pdf.text(text, style, { x, y, width }) }
}

export function linkBlock(pdf: Drawing, unit: number, content: SheetContent, width: number): Block {
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

export function rule(pdf: Drawing, x: number, y: number, width: number, unit: number): void {
  pdf.line(
    [
      [x, y],
      [x + width, y],
    ],
    { color: ink.rule, width: 0.5 * unit },
  )
}
