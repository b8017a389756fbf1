import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { loadFonts, type DocumentLanguage, type FontSet, type ReadFile } from './fonts.ts'
import { layOutText, type Line, type Measured, type TextInput, type TextStyle } from './lay-out-text.ts'
import type { PageSize } from './paper.ts'

/**
 * Makes PDF files in the browser, offline: vector text that can be selected, fonts embedded as subsets.
 *
 * Positions and sizes are millimetres from the top left corner of the page, font sizes and line widths points.
 */
export interface PdfOptions {
  title: string
  language: DocumentLanguage
  /** Written into the file; the same one and the same drawing give the same bytes. */
  createdAt: Date
  subject?: string
  keywords?: readonly string[]
  /** All text that may be drawn, as far as it goes beyond Latin and Vietnamese letters (≥, 中, 한 …). */
  characters?: string
  readFile?: ReadFile
}

export interface Stroke {
  color: string
  /** Points. */
  width: number
  /** Points. */
  dash?: readonly number[]
  cap?: 'butt' | 'round' | 'square'
  join?: 'miter' | 'round' | 'bevel'
  opacity?: number
}
export interface Fill {
  color: string
  opacity?: number
}
export interface Paint {
  fill?: Fill
  stroke?: Stroke
}
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}
type PointMm = readonly [x: number, y: number]

export interface TextPlace {
  x: number
  y: number
  /** Text longer than this wraps. */
  width: number
  align?: 'left' | 'right' | 'center'
  /** What does not fit any more ends in “…”. */
  maxLines?: number
  /** What it is for someone who has the page read aloud; `artifact` is skipped. */
  role?: 'H1' | 'H2' | 'H3' | 'P' | 'artifact'
}

export interface Column {
  /** Millimetres. */
  width: number
  align?: 'left' | 'right' | 'center'
}
export interface TableInput {
  x: number
  y: number
  columns: readonly Column[]
  header?: readonly TextInput[]
  rows: readonly (readonly TextInput[])[]
  style?: TextStyle
  headerStyle?: TextStyle
  /** Between text and rule, millimetres. */
  padding?: number
  rule?: Stroke
  /** Rows that would go beyond it are left to the caller, who may continue on another page. */
  maxHeight?: number
}

const author = 'Thanh Hóa planning atlas'
const pointsPerMm = 72 / 25.4

export async function createPdf(options: PdfOptions): Promise<Pdf> {
  const fonts = await loadFonts(options.characters ?? '', options.language, options.readFile)
  return new Pdf(options, fonts)
}

export class Pdf {
  readonly #doc: PDFKit.PDFDocument
  readonly #fonts: FontSet
  readonly #language: DocumentLanguage
  readonly #bytes: Promise<Uint8Array<ArrayBuffer>>

  constructor({ title, language, createdAt, subject, keywords }: PdfOptions, fonts: FontSet) {
    this.#fonts = fonts
    this.#language = language
    const latin = fonts.fontFor('regular', 0x61)
    this.#doc = new PDFDocument({
      autoFirstPage: false,
      // Typed as a name only; a font that is already open is taken as well.
      font: latin.font as unknown as string,
      pdfVersion: '1.7',
      lang: language,
      tagged: true,
      displayTitle: true,
      info: {
        Title: title,
        Author: author,
        Creator: author,
        Producer: author,
        CreationDate: createdAt,
        ModDate: createdAt,
        ...(subject === undefined ? {} : { Subject: subject }),
        ...(keywords === undefined ? {} : { Keywords: keywords.join(', ') }),
      },
    })
    this.#bytes = collect(this.#doc)
  }

  addPage({ widthMm, heightMm }: PageSize): void {
    this.#doc.addPage({ size: [widthMm * pointsPerMm, heightMm * pointsPerMm], margin: 0 })
  }

  /** Lists the page in the reader's table of contents. */
  bookmark(title: string): void {
    this.#doc.outline.addItem(title)
  }

  /** How text would fall, without drawing it. Millimetres. */
  measure(
    text: TextInput,
    style: TextStyle,
    width = Number.POSITIVE_INFINITY,
  ): { width: number; height: number; lines: number } {
    const { lines, widthPt, heightPt } = this.#layOut(text, style, width)
    return { width: widthPt / pointsPerMm, height: heightPt / pointsPerMm, lines: lines.length }
  }

  /** Draws text from the top of its first line and returns how high it is in millimetres. */
  text(text: TextInput, style: TextStyle, place: TextPlace): number {
    const laidOut = this.#layOut(text, style, place.width, place.maxLines)
    this.#tagged(place.role ?? 'P', () => this.#drawLines(laidOut, place))
    return laidOut.heightPt / pointsPerMm
  }

  /** A table with rules between rows. Says how high it is and how many rows found room. */
  table(input: TableInput): { height: number; rows: number } {
    const { x, y, columns, header, rows, style = { size: 9 }, maxHeight = Number.POSITIVE_INFINITY } = input
    const { headerStyle = { ...style, face: 'bold' }, padding = 1, rule = { color: '#c9cdd2', width: 0.5 } } = input
    const whole = columns.reduce((sum, { width }) => sum + width, 0)
    let at = y
    const drawRow = (cells: readonly TextInput[], look: TextStyle): boolean => {
      const heights = columns.map(
        ({ width }, index) => this.measure(cells[index] ?? '', look, width - 2 * padding).height,
      )
      const height = Math.max(...heights) + 2 * padding
      if (at + height - y > maxHeight) return false
      let left = x
      for (const [index, { width, align }] of columns.entries()) {
        const cell = cells[index] ?? ''
        if (cell !== '')
          this.text(cell, look, {
            x: left + padding,
            y: at + padding,
            width: width - 2 * padding,
            ...(align ? { align } : {}),
          })
        left += width
      }
      at += height
      this.line(
        [
          [x, at],
          [x + whole, at],
        ],
        rule,
      )
      return true
    }
    if (header) drawRow(header, headerStyle)
    const drawn = rows.findIndex((row) => !drawRow(row, style))
    return { height: at - y, rows: drawn === -1 ? rows.length : drawn }
  }

  /** A PNG or JPEG. */
  image(bytes: Uint8Array, { x, y, width, height }: Rectangle, description?: string): void {
    const draw = () =>
      // pdfkit wants its own kind of bytes in Node and any in the browser.
      void this.#doc.image(bytes.slice().buffer, x * pointsPerMm, y * pointsPerMm, {
        width: width * pointsPerMm,
        height: height * pointsPerMm,
      })
    this.#tagged(description === undefined ? 'artifact' : 'Figure', draw, description)
  }

  line(points: readonly PointMm[], stroke: Stroke): void {
    this.#paint(() => this.#trace(points), { stroke })
  }

  /** Rings: an outline, and holes in it. */
  polygon(rings: readonly (readonly PointMm[])[], paint: Paint): void {
    this.#paint(() => {
      for (const ring of rings) {
        this.#trace(ring)
        this.#doc.closePath()
      }
    }, paint)
  }

  rectangle({ x, y, width, height }: Rectangle, paint: Paint, radius = 0): void {
    this.#paint(() => {
      const [left, top, right, bottom] = [x, y, width, height].map((mm) => mm * pointsPerMm) as [
        number,
        number,
        number,
        number,
      ]
      if (radius > 0) this.#doc.roundedRect(left, top, right, bottom, radius * pointsPerMm)
      else this.#doc.rect(left, top, right, bottom)
    }, paint)
  }

  circle([x, y]: PointMm, radius: number, paint: Paint): void {
    this.#paint(() => void this.#doc.circle(x * pointsPerMm, y * pointsPerMm, radius * pointsPerMm), paint)
  }

  /** An SVG path in units of its own, `scale` millimetres each; the stroke's width is in the path's units. */
  path(d: string, { x, y, scale }: { x: number; y: number; scale: number }, paint: Paint): void {
    this.#doc.save()
    this.#doc.translate(x * pointsPerMm, y * pointsPerMm).scale(scale * pointsPerMm)
    this.#paint(() => void this.#doc.path(d), paint)
    this.#doc.restore()
  }

  /** What `draw` draws is seen inside the rectangle only. */
  clip({ x, y, width, height }: Rectangle, draw: () => void): void {
    this.#doc.save()
    this.#doc.rect(x * pointsPerMm, y * pointsPerMm, width * pointsPerMm, height * pointsPerMm).clip()
    draw()
    this.#doc.restore()
  }

  /** Turns what `draw` draws clockwise about a point. */
  rotate(degrees: number, [x, y]: PointMm, draw: () => void): void {
    this.#doc.save()
    this.#doc.rotate(degrees, { origin: [x * pointsPerMm, y * pointsPerMm] })
    draw()
    this.#doc.restore()
  }

  /** A QR code of the text, as one vector shape; leave four modules of white around it. */
  qrCode(
    text: string,
    { x, y, size, color = '#000000' }: { x: number; y: number; size: number; color?: string },
  ): void {
    const { data } = encode(text, { ecc: 'M', border: 0 })
    const module = size / data.length
    this.#paint(
      () => {
        for (const [row, cells] of data.entries())
          for (let from = 0; from < cells.length; from++) {
            if (!cells[from]) continue
            let to = from
            while (cells[to]) to++
            this.#doc.rect(
              (x + from * module) * pointsPerMm,
              (y + row * module) * pointsPerMm,
              (to - from) * module * pointsPerMm,
              module * pointsPerMm,
            )
            from = to
          }
      },
      { fill: { color } },
    )
    this.link({ x, y, width: size, height: size }, text)
  }

  /** Makes a part of the page lead to an address. */
  link({ x, y, width, height }: Rectangle, url: string): void {
    this.#doc.link(x * pointsPerMm, y * pointsPerMm, width * pointsPerMm, height * pointsPerMm, url)
  }

  finish(): Promise<Uint8Array<ArrayBuffer>> {
    this.#doc.end()
    return this.#bytes
  }

  #layOut(text: TextInput, style: TextStyle, width: number, maxLines?: number): Measured {
    return layOutText(text, style, {
      widthPt: width * pointsPerMm,
      language: this.#language,
      fontFor: this.#fonts.fontFor,
      ...(maxLines === undefined ? {} : { maxLines }),
    })
  }

  #drawLines({ lines, widthPt }: Measured, { x, y, width, align = 'left' }: TextPlace): void {
    const room = Number.isFinite(width) ? width * pointsPerMm : widthPt
    let top = y * pointsPerMm
    for (const line of lines) {
      let left = x * pointsPerMm
      if (align !== 'left') left += (room - line.widthPt) * (align === 'right' ? 1 : 0.5)
      const baseline = top + line.baselinePt
      this.#linkRuns(line, left, top)
      for (const run of line.runs) {
        const { style } = run
        this.#doc.font(run.font.font as unknown as string).fontSize(style.size)
        this.#doc.fillColor(style.color ?? '#000000')
        this.#doc.text(run.text, left, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...(style.letterSpacing === undefined ? {} : { characterSpacing: style.letterSpacing }),
        })
        left += run.widthPt
      }
      top += line.heightPt
    }
  }

  /** Runs of one style are one link, although their letters come from several fonts. */
  #linkRuns({ runs, heightPt }: Line, from: number, top: number): void {
    let left = from
    for (let first = 0; first < runs.length;) {
      const style = runs[first]?.style
      let width = 0
      for (; runs[first] && runs[first]?.style === style; first++) width += runs[first]?.widthPt ?? 0
      if (style?.link !== undefined) this.#doc.link(left, top, width, heightPt, style.link)
      left += width
    }
  }

  #trace(points: readonly PointMm[]): void {
    for (const [index, [x, y]] of points.entries())
      if (index === 0) this.#doc.moveTo(x * pointsPerMm, y * pointsPerMm)
      else this.#doc.lineTo(x * pointsPerMm, y * pointsPerMm)
  }

  #paint(shape: () => void, { fill, stroke }: Paint): void {
    const doc = this.#doc
    this.#tagged('artifact', () => {
      doc.save()
      if (fill) doc.fillColor(fill.color, fill.opacity ?? 1)
      if (stroke) {
        doc.lineWidth(stroke.width).strokeColor(stroke.color, stroke.opacity ?? 1)
        doc.lineCap(stroke.cap ?? 'butt').lineJoin(stroke.join ?? 'miter')
        if (stroke.dash) doc.dash(stroke.dash[0] ?? 1, { space: stroke.dash[1] ?? stroke.dash[0] ?? 1 })
      }
      shape()
      if (fill && stroke) doc.fillAndStroke()
      else if (fill) doc.fill('even-odd')
      else doc.stroke()
      doc.restore()
    })
  }

  #tagged(role: string, draw: () => void, alt?: string): void {
    const doc = this.#doc
    if (role === 'artifact') {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    } else doc.addStructure(doc.struct(role, alt === undefined ? {} : { alt }, draw))
  }
}

/** What a sheet or a legend needs of a page, so that it can be drawn elsewhere as well. */
export type Drawing = Pick<
  Pdf,
  'measure' | 'text' | 'line' | 'polygon' | 'rectangle' | 'circle' | 'path' | 'clip' | 'rotate' | 'qrCode'
>

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('error', reject)
    doc.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
      let at = 0
      for (const chunk of chunks) {
        bytes.set(chunk, at)
        at += chunk.length
      }
      resolve(bytes)
    })
  })
}
