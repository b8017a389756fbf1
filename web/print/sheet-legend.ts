import type { LegendSymbol } from '../layers/layer.ts'
import type { Drawing } from '../pdf/create-pdf.ts'
import type { TextStyle } from '../pdf/lay-out-text.ts'
import { drawSwatch, swatchSize } from './draw-swatch.ts'
import type { Area } from './sheet.ts'
import { ink, type Block, type SheetContent } from './sheet-blocks.ts'

/** Groups and layers in columns; the letters are as large as the room allows, within limits. */
export function drawLegend(
  pdf: Drawing,
  content: SheetContent,
  area: Area,
  unit: number,
  columns: readonly number[],
): void {
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
