import type { Drawing, Pdf } from '../pdf/create-pdf.ts'
import type { TextStyle } from '../pdf/lay-out-text.ts'
import { gridInterval, gridLines, type GridLine, type GridSystem } from './grid.ts'
import type { PaperMap } from './paper-map.ts'
import type { Area, Sheet } from './sheet.ts'
import {
  ink,
  linkBlock,
  notesBlock,
  rule,
  scaleBlock,
  sourcesBlock,
  titleBlock,
  type SheetContent,
} from './sheet-blocks.ts'
import { drawLegend } from './sheet-legend.ts'

/** Puts a printed map together: the frame and its grid, and the column or strip that explains it. */

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
