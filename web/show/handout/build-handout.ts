import { createPdf, type Pdf, type Rectangle } from '../../pdf/create-pdf.ts'
import type { ReadFile } from '../../pdf/fonts.ts'
import type { TextStyle } from '../../pdf/lay-out-text.ts'
import { pageSize } from '../../pdf/paper.ts'
import type { Language } from '../../state/atlas-state.ts'
import { drawBlocks } from './draw-blocks.ts'
import { color, measureSmallPrint, drawSmallPrint } from './draw-text.ts'
import { lettersOf, type HandoutContent, type HandoutPage } from './handout-content.ts'

/**
 * The handout of a story: A4 across, a page a scene and one at the end. Words at the left on a column that never
 * moves, the map at the right to the edges of the paper, small print below it.
 */
export interface HandoutInputs {
  content: HandoutContent
  /** By scene; null: there is none, and the page says so. */
  pictures: ReadonlyMap<string, Uint8Array | null>
  words: HandoutWords
  language: Language
  createdAt: Date
  readFile?: ReadFile
}

export interface HandoutWords {
  atlas: string
  subject: string
  open: string
  noPicture: string
  /** “map: …” for those who have the page read aloud. */
  picture: string
  scan: string
  contact: string
  closing: string
  allSources: string
  credits: string
  madeOn: string
  key: string
}

const page = { width: 297, height: 210 }
const margin = 14
const column = { x: margin, width: 82 }
const map: Rectangle = { x: 106, y: 0, width: page.width - 106, height: ((page.width - 106) * 720) / 832 }
const below = { x: map.x, y: map.height + 5, width: map.width - margin }
const footer = 199

export async function buildHandout(inputs: HandoutInputs): Promise<Uint8Array<ArrayBuffer>> {
  const { content, words, language, createdAt, readFile } = inputs
  const pdf = await createPdf({
    title: content.title,
    subject: words.subject,
    keywords: content.pages.map(({ title }) => title),
    language,
    createdAt,
    characters: lettersOf(content) + JSON.stringify(words),
    ...(readFile ? { readFile } : {}),
  })
  for (const [index, one] of content.pages.entries()) {
    pdf.addPage(pageSize('A4', 'landscape'))
    pdf.bookmark(`${index + 1}  ${one.title}`)
    drawPage(pdf, one, index, inputs)
  }
  pdf.addPage(pageSize('A4', 'landscape'))
  pdf.bookmark(words.closing)
  drawClosing(pdf, inputs)
  return pdf.finish()
}

function drawPage(pdf: Pdf, one: HandoutPage, index: number, inputs: HandoutInputs): void {
  const { content, words, pictures } = inputs
  drawMap(pdf, one, pictures.get(one.id) ?? null, words)
  pdf.rectangle({ x: margin, y: margin, width: 12, height: 1.2 }, { fill: { color: color.accent } })
  const isOpening = index === 0
  let y = margin + 5
  y += pdf.text(
    isOpening ? words.atlas : content.title,
    { size: 8, face: 'medium', color: color.accent },
    { ...column, y, maxLines: 2 },
  )
  y += 1.5
  y += drawTitle(pdf, one.title, titleStyle(pdf, one.title, isOpening ? 30 : 22), y)
  if (one.sentence) {
    y += 2.5
    y += pdf.text(one.sentence, { size: 10.5, color: color.ink, lineHeight: 1.5 }, { ...column, y })
  }
  drawBlocks(pdf, one.blocks, { ...column, y: y + 6, height: footer - 5 - (y + 6) })
  drawBelow(pdf, one, words)
  drawFooter(pdf, `${index + 1}`, inputs)
}

/** As large as it can stand without breaking a word, on at most four lines. */
function titleStyle(pdf: Pdf, text: string, largest: number): TextStyle {
  for (let size = largest; ; size -= 1) {
    const style = { size, face: 'bold', color: color.deep, lineHeight: 1.22 } as const
    const isWhole = text.split(' ').every((word) => pdf.measure(word, style).width <= column.width)
    if (size <= 14 || (isWhole && pdf.measure(text, style, column.width).lines <= 4)) return style
  }
}

/** On lines of about the same length: no word stands alone on the last one. */
function drawTitle(pdf: Pdf, text: string, style: TextStyle, y: number): number {
  const { lines } = pdf.measure(text, style, column.width)
  let { width } = column
  while (width > column.width / 2 && pdf.measure(text, style, width - 2).lines === lines) width -= 2
  return pdf.text(text, style, { x: column.x, y, width, role: 'H1' })
}

function drawMap(pdf: Pdf, one: HandoutPage, picture: Uint8Array | null, words: HandoutWords): void {
  if (picture) pdf.clip(map, () => pdf.image(picture, map, `${words.picture}: ${one.title}`))
  else {
    pdf.rectangle(map, { fill: { color: color.pale } })
    const width = 100
    pdf.text(
      words.noPicture,
      { size: 10, color: color.soft },
      { x: map.x + (map.width - width) / 2, y: map.height / 2 - 6, width, align: 'center' },
    )
  }
  pdf.link(map, one.url)
}

/** Small print under the map: where the words come from, whose the map is, and the way to the same view. */
function drawBelow(pdf: Pdf, one: HandoutPage, words: HandoutWords): void {
  const link = { size: 8.5, face: 'bold', color: color.accent, link: one.url } as const
  const wide = pdf.measure(words.open, link).width
  pdf.text([{ text: words.open, style: link }], link, {
    x: below.x + below.width - wide - 1,
    y: below.y,
    width: wide + 1,
  })
  const room = { x: below.x, width: below.width - wide - 10 }
  let { y } = below
  for (const print of one.sources) y += drawSmallPrint(pdf, print, { ...room, y, maxLines: 2 }, 7.2)
  pdf.text(words.credits, { size: 6.2, color: color.soft, lineHeight: 1.35 }, { ...room, y: y + 0.8, maxLines: 3 })
}

function drawFooter(pdf: Pdf, number: string, { content, words }: HandoutInputs): void {
  pdf.line(
    [
      [margin, footer],
      [page.width - margin, footer],
    ],
    { color: color.rule, width: 0.5 },
  )
  const style = { size: 7, color: color.soft }
  const y = footer + 1.6
  pdf.text(words.key, style, { x: margin, y, width: 150, maxLines: 1 })
  pdf.text(
    `${number} / ${content.pages.length + 1}`,
    { ...style, face: 'bold', color: color.deep },
    {
      x: page.width - margin - 30,
      y,
      width: 30,
      align: 'right',
    },
  )
  pdf.text(words.madeOn, style, { x: page.width - margin - 130, y, width: 110, align: 'right', maxLines: 1 })
}

/** The way on: a code to photograph, whom to ask, and all that was cited. */
function drawClosing(pdf: Pdf, inputs: HandoutInputs): void {
  const { content, words } = inputs
  const { closing } = content
  const panel = { x: 0, y: 0, width: map.x, height: page.height }
  pdf.rectangle(panel, { fill: { color: color.deep } })
  pdf.rectangle({ x: margin, y: margin, width: 12, height: 1.2 }, { fill: { color: '#f2701d' } })
  let y = margin + 5
  y += pdf.text(words.atlas, { size: 8, face: 'medium', color: '#f7b48c' }, { ...column, y, maxLines: 2 })
  y += 1.5
  const title = { ...titleStyle(pdf, content.title, 24), color: '#ffffff' }
  y += drawTitle(pdf, content.title, title, y)
  y += 8
  const code = 58
  pdf.rectangle({ x: margin, y, width: code, height: code }, { fill: { color: '#ffffff' } }, 2)
  pdf.qrCode(closing.url, { x: margin + 5, y: y + 5, size: code - 10, color: color.ink })
  y += code + 3
  y += pdf.text(words.scan, { size: 10, face: 'bold', color: '#ffffff' }, { ...column, y })
  const small = { size: 7.2, color: '#c5d3d6', lineHeight: 1.4 }
  y += pdf.text([{ text: closing.url, style: { link: closing.url } }], small, { ...column, y, maxLines: 2 })
  for (const note of closing.notes) y += pdf.text(note, small, { ...column, y: y + 1 }) + 1

  const right = { x: map.x + 12, width: page.width - margin - map.x - 12 }
  y = margin + 4
  if (closing.contact) {
    const { host, url, label, source } = closing.contact
    y += pdf.text(words.contact, { size: 8, face: 'medium', color: color.accent }, { ...right, y, role: 'H2' }) + 1
    const style = { size: 18, face: 'bold', color: color.deep, link: url } as const
    y += pdf.text([{ text: host, style }], style, { ...right, y })
    y += pdf.text(label, { size: 10, color: color.ink }, { ...right, y })
    y += pdf.text(source.text, { size: 7.2, color: color.soft }, { ...right, y, maxLines: 2 }) + 8
  }
  y += pdf.text(words.allSources, { size: 8, face: 'medium', color: color.accent }, { ...right, y, role: 'H2' }) + 1.5
  drawSources(pdf, inputs, { ...right, y, height: footer - 5 - y })
  pdf.text(
    `${content.pages.length + 1} / ${content.pages.length + 1}`,
    { size: 7, face: 'bold', color: color.deep },
    {
      x: page.width - margin - 30,
      y: footer + 1.6,
      width: 30,
      align: 'right',
    },
  )
  pdf.text(words.madeOn, { size: 7, color: color.soft }, { x: right.x, y: footer + 1.6, width: 110, maxLines: 1 })
}

/** In one column, or in two where there are many; smaller until all of them find room. */
function drawSources(pdf: Pdf, { content, words }: HandoutInputs, frame: Rectangle): void {
  const { sources } = content.closing
  const credits = { size: 6.2, color: color.soft, lineHeight: 1.35 }
  const creditsHeight = pdf.measure(words.credits, credits, frame.width).height
  const room = frame.height - creditsHeight - 4
  const gap = 8
  const layouts = [8.5, 8, 7.5, 7, 6.5, 6].flatMap((size) => [1, 2].map((columns) => ({ size, columns })))
  const fits = layouts.map(({ size, columns }) => {
    const width = (frame.width - gap * (columns - 1)) / columns
    const heights = sources.map((print) => measureSmallPrint(pdf, print, width, size) + 1.2)
    const perColumn = Math.ceil(sources.length / columns)
    const tallest = Math.max(
      ...Array.from({ length: columns }, (_, index) =>
        heights.slice(index * perColumn, (index + 1) * perColumn).reduce((sum, height) => sum + height, 0),
      ),
    )
    return { size, columns, width, heights, perColumn, tallest }
  })
  const chosen = fits.find(({ tallest }) => tallest <= room) ?? fits.at(-1)
  if (!chosen) return
  let y = frame.y
  for (const [index, print] of sources.entries()) {
    const at = Math.floor(index / chosen.perColumn)
    if (index % chosen.perColumn === 0) y = frame.y
    drawSmallPrint(pdf, print, { x: frame.x + at * (chosen.width + gap), y, width: chosen.width }, chosen.size)
    y += chosen.heights[index] ?? 0
  }
  pdf.text(words.credits, credits, { x: frame.x, y: frame.y + frame.height - creditsHeight, width: frame.width })
}
