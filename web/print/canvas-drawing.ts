import { encode } from 'uqr'
import type { Drawing, Paint, Rectangle, Stroke, TextPlace } from '../pdf/create-pdf.ts'
import type { FontFace } from '../pdf/fonts.ts'
import { layOutText, type Letters, type Measured, type TextInput, type TextStyle } from '../pdf/lay-out-text.ts'

/**
 * What draws a sheet into a PDF draws it here onto a canvas: the same millimetres and points, at 96 pixels to the
 * inch, with the letters of the page.
 */
export const pixelsPerMm = 96 / 25.4
const pixelsPerPoint = 96 / 72

/** The page has two weights; what a document sets in medium is bold on the screen. */
const weights: Record<FontFace, string> = { regular: '400', medium: '600', bold: '600', italic: 'italic 400' }
const family = "'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif"

type Context = OffscreenCanvasRenderingContext2D
type Point = readonly [x: number, y: number]

export class CanvasDrawing implements Drawing {
  readonly #context: Context
  readonly #language: string
  readonly #letters = new Map<FontFace, Letters>()

  /** The context is scaled so that one unit is a pixel at 96 to the inch. */
  constructor(context: Context, language: string) {
    this.#context = context
    // Letters as wide as they are measured, whatever their size.
    context.textRendering = 'geometricPrecision'
    this.#language = language
  }

  measure(text: TextInput, style: TextStyle, width = Number.POSITIVE_INFINITY) {
    const { lines, widthPt, heightPt } = this.#layOut(text, style, width)
    return { width: (widthPt / 72) * 25.4, height: (heightPt / 72) * 25.4, lines: lines.length }
  }

  text(text: TextInput, style: TextStyle, { x, y, width, align = 'left', maxLines }: TextPlace): number {
    const { lines, heightPt } = this.#layOut(text, style, width, maxLines)
    const context = this.#context
    let top = y * pixelsPerMm
    for (const line of lines) {
      let left = x * pixelsPerMm
      if (align !== 'left')
        left += (width * pixelsPerMm - line.widthPt * pixelsPerPoint) * (align === 'right' ? 1 : 0.5)
      for (const run of line.runs) {
        context.font = fontOf(run.style.face ?? 'regular', run.style.size * pixelsPerPoint)
        context.letterSpacing = `${(run.style.letterSpacing ?? 0) * pixelsPerPoint}px`
        context.fillStyle = run.style.color ?? '#000000'
        context.fillText(run.text, left, top + line.baselinePt * pixelsPerPoint)
        left += run.widthPt * pixelsPerPoint
      }
      top += line.heightPt * pixelsPerPoint
    }
    context.letterSpacing = '0px'
    return (heightPt / 72) * 25.4
  }

  line(points: readonly Point[], stroke: Stroke): void {
    this.#paint(trace(points, false), { stroke })
  }

  polygon(rings: readonly (readonly Point[])[], paint: Paint): void {
    const path = new Path2D()
    for (const ring of rings) path.addPath(trace(ring, true))
    this.#paint(path, paint)
  }

  rectangle({ x, y, width, height }: Rectangle, paint: Paint, radius = 0): void {
    const path = new Path2D()
    path.roundRect(x * pixelsPerMm, y * pixelsPerMm, width * pixelsPerMm, height * pixelsPerMm, radius * pixelsPerMm)
    this.#paint(path, paint)
  }

  circle([x, y]: Point, radius: number, paint: Paint): void {
    const path = new Path2D()
    path.arc(x * pixelsPerMm, y * pixelsPerMm, radius * pixelsPerMm, 0, 2 * Math.PI)
    this.#paint(path, paint)
  }

  path(d: string, { x, y, scale }: { x: number; y: number; scale: number }, { fill, stroke }: Paint): void {
    const context = this.#context
    context.save()
    context.translate(x * pixelsPerMm, y * pixelsPerMm)
    context.scale(scale * pixelsPerMm, scale * pixelsPerMm)
    // The stroke's width is in the path's own units.
    const width = (stroke?.width ?? 0) / pixelsPerPoint
    this.#paint(new Path2D(d), { ...(fill ? { fill } : {}), ...(stroke ? { stroke: { ...stroke, width } } : {}) })
    context.restore()
  }

  clip({ x, y, width, height }: Rectangle, draw: () => void): void {
    const context = this.#context
    context.save()
    context.beginPath()
    context.rect(x * pixelsPerMm, y * pixelsPerMm, width * pixelsPerMm, height * pixelsPerMm)
    context.clip()
    draw()
    context.restore()
  }

  rotate(degrees: number, [x, y]: Point, draw: () => void): void {
    const context = this.#context
    context.save()
    context.translate(x * pixelsPerMm, y * pixelsPerMm)
    context.rotate((degrees * Math.PI) / 180)
    context.translate(-x * pixelsPerMm, -y * pixelsPerMm)
    draw()
    context.restore()
  }

  qrCode(
    text: string,
    { x, y, size, color = '#000000' }: { x: number; y: number; size: number; color?: string },
  ): void {
    const { data } = encode(text, { ecc: 'M', border: 0 })
    const module = (size / data.length) * pixelsPerMm
    const path = new Path2D()
    for (const [row, cells] of data.entries())
      for (const [column, isDark] of cells.entries())
        // A hair wider, so that no seam shines between two dark ones.
        if (isDark)
          path.rect(x * pixelsPerMm + column * module, y * pixelsPerMm + row * module, module * 1.03, module * 1.03)
    this.#paint(path, { fill: { color } })
  }

  #layOut(text: TextInput, style: TextStyle, width: number, maxLines?: number): Measured {
    return layOutText(text, style, {
      widthPt: (width / 25.4) * 72,
      language: this.#language,
      fontFor: (face) => this.#lettersOf(face),
      ...(maxLines === undefined ? {} : { maxLines }),
    })
  }

  #lettersOf(face: FontFace): Letters {
    const known = this.#letters.get(face)
    if (known) return known
    const context = this.#context
    const letters: Letters = {
      name: face,
      font: {
        unitsPerEm: 100,
        layout: (text) => {
          context.font = fontOf(face, 100)
          context.letterSpacing = '0px'
          return { advanceWidth: context.measureText(text).width }
        },
        hasGlyphForCodePoint: () => true,
      },
    }
    this.#letters.set(face, letters)
    return letters
  }

  #paint(path: Path2D, { fill, stroke }: Paint): void {
    const context = this.#context
    context.save()
    if (fill) {
      context.globalAlpha = fill.opacity ?? 1
      context.fillStyle = fill.color
      context.fill(path, 'evenodd')
    }
    if (stroke) {
      context.globalAlpha = stroke.opacity ?? 1
      context.strokeStyle = stroke.color
      context.lineWidth = stroke.width * pixelsPerPoint
      context.lineCap = stroke.cap ?? 'butt'
      context.lineJoin = stroke.join ?? 'miter'
      context.setLineDash((stroke.dash ?? []).map((length) => length * pixelsPerPoint))
      context.stroke(path)
    }
    context.restore()
  }
}

/** Fetches the page's own letters in the faces that a drawing uses, if they are not there yet. */
export async function loadPageFonts(text: string): Promise<void> {
  await Promise.all(Object.keys(weights).map((face) => document.fonts.load(fontOf(face as FontFace, 16), text)))
}

function fontOf(face: FontFace, pixels: number): string {
  return `${weights[face]} ${pixels}px ${family}`
}

function trace(points: readonly Point[], closed: boolean): Path2D {
  const path = new Path2D()
  for (const [index, [x, y]] of points.entries())
    if (index === 0) path.moveTo(x * pixelsPerMm, y * pixelsPerMm)
    else path.lineTo(x * pixelsPerMm, y * pixelsPerMm)
  if (closed) path.closePath()
  return path
}
