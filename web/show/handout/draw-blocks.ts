import type { Pdf, Rectangle } from '../../pdf/create-pdf.ts'
import type { TextInput, TextStyle } from '../../pdf/lay-out-text.ts'
import { color, drawSmallPrint, measureSmallPrint } from './draw-text.ts'
import type { BarRow, Block, ContactBlock } from './handout-content.ts'

/**
 * The numbers, lists and charts of a scene, one below the other. As large as their room allows: everything gets
 * smaller together, and nothing is left out.
 */
export function drawBlocks(pdf: Pdf, blocks: readonly Block[], room: Rectangle): void {
  const scale =
    sizes.find((one) => drawAll(pdf, blocks, room, { scale: one, really: false }) <= room.height) ?? sizes.at(-1) ?? 1
  drawAll(pdf, blocks, room, { scale, really: true })
}

const sizes = [1.08, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6]

interface Setting {
  scale: number
  /** Else only measured. */
  really: boolean
}
type Place = Omit<Rectangle, 'height'>

function drawAll(pdf: Pdf, blocks: readonly Block[], place: Place, setting: Setting): number {
  let { y } = place
  for (const [index, block] of blocks.entries()) {
    if (index > 0) y += 4.2 * setting.scale
    y += drawBlock(pdf, block, { ...place, y }, setting)
  }
  return y - place.y
}

function drawBlock(pdf: Pdf, block: Block, place: Place, setting: Setting): number {
  switch (block.type) {
    case 'number':
      return drawNumber(pdf, block, place, setting)
    case 'list':
      return drawList(pdf, block, place, setting)
    case 'bars':
      return drawBars(pdf, block, place, setting)
    case 'contact':
      return drawContact(pdf, block, place, setting)
    case 'sentence':
      return put(pdf, block.text, { size: 8.5, color: color.soft, face: 'italic' }, place, setting)
  }
}

/** Draws or only measures, at the scale of the page. */
function put(pdf: Pdf, text: TextInput, style: TextStyle, place: Place, { scale, really }: Setting): number {
  const look = { lineHeight: 1.35, ...style, size: style.size * scale }
  return really ? pdf.text(text, look, place) : pdf.measure(text, look, place.width).height
}

function putSmallPrint(
  pdf: Pdf,
  print: { text: string; url: string | null },
  place: Place,
  { scale, really }: Setting,
): number {
  // Small print stays readable.
  const size = Math.max(5.8, 6.6 * scale)
  return really ? drawSmallPrint(pdf, print, place, size) : measureSmallPrint(pdf, print, place.width, size)
}

function drawNumber(
  pdf: Pdf,
  { parts, label, kind, source }: Extract<Block, { type: 'number' }>,
  place: Place,
  setting: Setting,
): number {
  const { scale, really } = setting
  const before = parts.before ? `${parts.before} ` : ''
  const after = parts.after ? ` ${parts.after}` : ''
  const set = (size: number) => {
    const unit = { size: size / 2, face: 'medium', color: color.deep } as const
    const numberStyle = { size, face: 'bold', color: color.deep, lineHeight: 1.12 } as const
    const pieces = [
      { text: before, style: unit },
      { text: parts.number, style: numberStyle },
      { text: after, style: unit },
    ].filter(({ text }) => text !== '')
    return { unit, numberStyle, pieces }
  }
  // A number and its unit stay on one line.
  let size = 21 * scale
  while (size > 11 && pdf.measure(set(size).pieces, set(size).numberStyle, place.width).lines > 1) size -= 0.5
  const { unit, numberStyle, pieces } = set(size)
  let { y } = place
  const value = pdf.measure(pieces, numberStyle, place.width)
  if (really) {
    pdf.text(pieces, numberStyle, { ...place, y })
    if (value.lines === 1) {
      const left = place.x + (before ? pdf.measure(`${before}.`, unit).width - pdf.measure('.', unit).width : 0)
      underline(pdf, left, y + value.height * 0.97, pdf.measure(parts.number, numberStyle).width, kind)
    }
  }
  y += value.height + 0.9 * scale
  y += put(pdf, label, { size: 8.8, color: color.ink }, { ...place, y }, setting)
  y += putSmallPrint(pdf, source, { ...place, y }, setting)
  return y - place.y
}

function drawContact(pdf: Pdf, { host, url, label, source }: ContactBlock, place: Place, setting: Setting): number {
  const style = { size: 14, face: 'bold', color: color.deep, link: url } as const
  let y = place.y + put(pdf, host, style, place, setting)
  y += put(pdf, label, { size: 8.8, color: color.ink }, { ...place, y }, setting)
  y += putSmallPrint(pdf, source, { ...place, y }, setting)
  return y - place.y
}

function drawList(pdf: Pdf, { items, note }: Extract<Block, { type: 'list' }>, place: Place, setting: Setting): number {
  const { scale, really } = setting
  const isNumbered = items.some(({ value }) => value !== null)
  const indent = (isNumbered ? 6.5 : 3.8) * scale
  const valueWidth = isNumbered ? 18 * scale : 0
  let { y } = place
  for (const [index, { name, value }] of items.entries()) {
    const style = { size: 9, color: color.ink }
    const at = { x: place.x + indent, y, width: place.width - indent - valueWidth - 1 }
    const height = put(pdf, name, style, at, setting)
    const firstLine = 9 * scale * 1.35 * (25.4 / 72)
    if (really && isNumbered) {
      const radius = 2.1 * scale
      pdf.circle([place.x + radius, y + firstLine / 2], radius, { fill: { color: color.accent } })
      pdf.text(
        String(index + 1),
        { size: 7 * scale, face: 'bold', color: '#ffffff', lineHeight: 1 },
        { x: place.x, y: y + firstLine / 2 - 7 * scale * 0.5 * (25.4 / 72), width: 2 * radius, align: 'center' },
      )
    } else if (really)
      pdf.circle([place.x + 1.1 * scale, y + firstLine / 2], 0.75 * scale, { fill: { color: color.accent } })
    if (value !== null) {
      const x = place.x + place.width - valueWidth
      put(pdf, value, { ...style, face: 'medium' }, { x, y, width: valueWidth }, { scale, really: false })
      if (really) {
        const look = { size: 9 * scale, face: 'medium', color: color.deep, lineHeight: 1.35 } as const
        const { width } = pdf.measure(value, look)
        pdf.text(value, look, { x, y, width: valueWidth, align: 'right' })
        underline(pdf, x + valueWidth - width, y + firstLine, width, 'computed')
      }
    }
    y += height + 1 * scale
  }
  if (note) y += putSmallPrint(pdf, { text: note, url: null }, { ...place, y }, setting)
  return y - place.y
}

function drawBars(
  pdf: Pdf,
  { label, kind, rows, sources }: Extract<Block, { type: 'bars' }>,
  place: Place,
  setting: Setting,
): number {
  const { scale } = setting
  let { y } = place
  if (label) y += put(pdf, label, { size: 8.8, color: color.ink }, { ...place, y }, setting) + 1.2 * scale
  for (const row of rows) y += drawBar(pdf, row, kind, { ...place, y }, setting)
  for (const source of sources) y += putSmallPrint(pdf, source, { ...place, y }, setting)
  return y - place.y
}

/** A name, its number at the right edge, and the bar below both. */
function drawBar(pdf: Pdf, row: BarRow, kind: 'stated' | 'computed', place: Place, { scale, really }: Setting): number {
  const height = 6.4 * scale
  if (!really) return height
  const line = { size: 8.4 * scale, lineHeight: 1.3 }
  const known = row.value !== null
  const small = { size: 6.4 * scale, color: color.soft }
  const value = [
    {
      text: row.value ?? row.after,
      style: { face: known ? 'medium' : 'italic', color: known ? color.deep : color.soft },
    },
    ...(known && row.after ? [{ text: ` ${row.after}`, style: small }] : []),
  ] as const
  const valueWidth = pdf.measure([...value], line).width
  const room = place.width - valueWidth - 2
  const name = { ...line, color: color.ink }
  while (name.size > 6 && pdf.measure(row.name, name).width > room) name.size -= 0.2
  pdf.text(row.name, name, { ...place, width: room, maxLines: 1 })
  pdf.text([...value], line, { ...place, x: place.x + place.width - valueWidth - 0.5, width: valueWidth + 0.5 })
  const barTop = place.y + 4.2 * scale
  const bar = { x: place.x, y: barTop, height: 1.1 * scale }
  pdf.rectangle({ ...bar, width: place.width }, { fill: { color: color.pale } }, 0.4)
  if (known && row.share > 0)
    pdf.rectangle(
      { ...bar, width: Math.max(place.width * row.share, 0.6) },
      { fill: { color: kind === 'stated' ? color.deep : '#3b7d86' } },
      0.3,
    )
  if (row.range) {
    const middle = barTop + bar.height / 2
    pdf.line(
      [
        [place.x + place.width * row.range.low, middle],
        [place.x + place.width * row.range.high, middle],
      ],
      { color: color.accent, width: 0.9, cap: 'round' },
    )
  }
  return height
}

/** Solid under what a source states, dotted under what the atlas computes. */
function underline(pdf: Pdf, x: number, y: number, width: number, kind: 'stated' | 'computed'): void {
  pdf.line(
    [
      [x, y],
      [x + width, y],
    ],
    kind === 'stated'
      ? { color: color.accent, width: 0.8 }
      : { color: color.accent, width: 1, dash: [1, 1.6], cap: 'round' },
  )
}
