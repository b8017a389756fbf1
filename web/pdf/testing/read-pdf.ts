import { readFile } from 'node:fs/promises'
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What an independent reader, Mozilla's pdf.js, finds in a file we made. For tests only. */
export { OPS }

export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false }).promise
}

/** The text of a page in reading order, as a reader would copy it; a line feed where a line ends. */
export async function readText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/** In place of `fetch`: Vite's addresses of font files lead to the disk under test. */
export async function readFontFile(url: string): Promise<Uint8Array> {
  const path = decodeURIComponent(url)
    .replace(/^\/@fs/, '')
    .replace(/\?.*$/, '')
  return new Uint8Array(await readFile(path.startsWith('/node_modules/') ? `.${path}` : path))
}

export interface Shape {
  /** Of the last colour that was set for what it does. */
  color: string
  filled: boolean
  /** Millimetres from the top left corner of the page; curves by their end points. */
  rings: [x: number, y: number][][]
}

/** The lines and areas of a page, where they lie on the paper. */
export async function readShapes(page: PDFPageProxy): Promise<Shape[]> {
  const shapes: Shape[] = []
  await walk(page, (operation, args, { fill, stroke, toPage }) => {
    if (operation !== OPS.constructPath) return
    const [paint, [data]] = args as [number, [Record<string, number> | null]]
    const filled = paint !== OPS.stroke && paint !== OPS.closeStroke
    if (!data || paint === OPS.endPath) return
    const rings = toRings(Object.values(data)).map((ring) => ring.map(toPage))
    shapes.push({ color: filled ? fill : stroke, filled, rings })
  })
  return shapes
}

export interface PlacedPicture {
  /** Pixels. */
  width: number
  height: number
  /** Millimetres from the top left corner of the page. */
  left: number
  top: number
  right: number
  bottom: number
}

/** The pictures of a page, where they lie on the paper. */
export async function readPictures(page: PDFPageProxy): Promise<PlacedPicture[]> {
  const pictures: PlacedPicture[] = []
  await walk(page, (operation, args, { toPage }) => {
    if (operation !== OPS.paintImageXObject) return
    const [, width, height] = args as [string, number, number]
    // A picture fills the unit square.
    const [[left, bottom], [right, top]] = [toPage([0, 0]), toPage([1, 1])]
    pictures.push({ width, height, left, top: Math.min(top, bottom), right, bottom: Math.max(top, bottom) })
  })
  return pictures
}

interface Drawn {
  fill: string
  stroke: string
  /** Millimetres from the top left corner of the page. */
  toPage: (point: [number, number]) => [number, number]
}

/** Goes through all that is drawn on a page, with the colours and the place that hold there. */
async function walk(page: PDFPageProxy, visit: (operation: number, args: unknown[], drawn: Drawn) => void) {
  const { fnArray, argsArray } = await page.getOperatorList()
  const height = page.view[3] ?? 0
  const kept: { matrix: Matrix; fill: string; stroke: string }[] = []
  let state = { matrix: [1, 0, 0, 1, 0, 0] as Matrix, fill: '#000000', stroke: '#000000' }
  const toPage = ([x, y]: [number, number]): [number, number] => {
    const [a, b, c, d, e, f] = state.matrix
    return [((a * x + c * y + e) / 72) * 25.4, ((height - (b * x + d * y + f)) / 72) * 25.4]
  }
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index] as unknown[]
    if (operation === OPS.save) kept.push({ ...state })
    else if (operation === OPS.restore) state = kept.pop() ?? state
    else if (operation === OPS.transform) state = { ...state, matrix: times(state.matrix, args as unknown as Matrix) }
    else if (operation === OPS.setFillRGBColor) state = { ...state, fill: String(args[0]) }
    else if (operation === OPS.setStrokeRGBColor) state = { ...state, stroke: String(args[0]) }
    else visit(operation, args, { fill: state.fill, stroke: state.stroke, toPage })
  }
}

type Matrix = [number, number, number, number, number, number]

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** pdf.js writes a path as numbers: 0 moves, 1 draws a line, 2 a cubic and 3 a quadratic curve, 4 closes. */
function toRings(data: readonly number[]): [number, number][][] {
  const coordinates: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }
  const rings: [number, number][][] = []
  for (let at = 0; at < data.length;) {
    const step = data[at] ?? 4
    const end = at + (coordinates[step] ?? 0)
    const point: [number, number] = [data[end - 1] ?? 0, data[end] ?? 0]
    if (step === 0) rings.push([point])
    else if (step !== 4) rings.at(-1)?.push(point)
    at = end + 1
  }
  return rings
}

/** Paints the filled rectangles of one colour as pixels, for a reader of QR codes. */
export function toPixels(shapes: readonly Shape[], color: string): { pixels: Uint8ClampedArray; size: number } {
  const rings = shapes.filter((shape) => shape.filled && shape.color === color).flatMap((shape) => shape.rings)
  const left = Math.min(...rings.flat().map(([x]) => x))
  const top = Math.min(...rings.flat().map(([, y]) => y))
  const wide = Math.max(...rings.flat().map(([x]) => x)) - left
  const [pixelsPerMm, border] = [300 / wide, 30]
  const size = 300 + 2 * border
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const ring of rings) {
    const toPixel = (mm: number, start: number) => Math.round((mm - start) * pixelsPerMm) + border
    const [xs, ys] = [ring.map(([x]) => toPixel(x, left)), ring.map(([, y]) => toPixel(y, top))]
    for (let y = Math.min(...ys); y < Math.max(...ys); y++)
      for (let x = Math.min(...xs); x < Math.max(...xs); x++) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
  }
  return { pixels, size }
}
