import type { Font, Glyph, PathCommand } from 'fontkit'

/**
 * A TrueType file with only the glyphs a document uses, made from their outlines.
 *
 * fontkit's own subset copies bytes of the `glyf` table, which WOFF2 stores transformed and a variable font
 * stores for its default weight only. Outlines are right in both cases, so these are written anew: simple
 * glyphs without hints, as PDF viewers draw them anyway. Built only on fontkit's documented interface.
 */
export class OutlineSubset {
  /** pdfkit asks for it to tell TrueType from CFF. */
  readonly cff = undefined
  readonly #font: Font
  readonly #glyphs: number[] = [0]
  readonly #placeOf = new Map<number, number>([[0, 0]])

  constructor(font: Font) {
    this.#font = font
  }

  /** Takes a glyph in and says which number it has in the subset. */
  includeGlyph(glyph: number | Glyph): number {
    const id = typeof glyph === 'number' ? glyph : glyph.id
    const known = this.#placeOf.get(id)
    if (known !== undefined) return known
    const place = this.#glyphs.length
    this.#glyphs.push(id)
    this.#placeOf.set(id, place)
    return place
  }

  encode(): Uint8Array {
    const font = this.#font
    const glyphs = this.#glyphs.map((id) => font.getGlyph(id))
    const outlines = glyphs.map((glyph) => encodeOutline(glyph.path.commands))
    const advances = glyphs.map((glyph) => Math.round(glyph.advanceWidth))
    const loca: number[] = [0]
    for (const { bytes } of outlines) loca.push((loca.at(-1) ?? 0) + bytes.length)
    const bounds = uniteBounds(outlines.map(({ box }) => box))
    const count = outlines.length
    return writeSfnt({
      glyf: joined(outlines.map(({ bytes }) => bytes)),
      head: encodeHead(font.unitsPerEm, bounds),
      hhea: encodeHhea(font, Math.max(...advances), count),
      hmtx: fields(count * 4, (view) => {
        for (const [index, advance] of advances.entries()) {
          view.setUint16(index * 4, advance)
          view.setInt16(index * 4 + 2, outlines[index]?.box?.minX ?? 0)
        }
      }),
      loca: fields(loca.length * 4, (view) => {
        for (const [index, offset] of loca.entries()) view.setUint32(index * 4, offset)
      }),
      maxp: encodeMaxp(count, outlines),
    })
  }
}

interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}
interface Outline {
  bytes: Uint8Array
  box: Box | null
  points: number
  contours: number
}
interface Point {
  x: number
  y: number
  onCurve: boolean
}

const nothing: Outline = { bytes: new Uint8Array(0), box: null, points: 0, contours: 0 }

/** One simple glyph of the `glyf` table, coordinates as two-byte steps, padded to four bytes. */
function encodeOutline(commands: readonly PathCommand[]): Outline {
  const contours = toContours(commands)
  const points = contours.flat()
  if (points.length === 0) return nothing
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const box = { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
  const size = 10 + contours.length * 2 + 2 + points.length * 5
  const bytes = fields(size + ((4 - (size % 4)) % 4), (view) => {
    view.setInt16(0, contours.length)
    view.setInt16(2, box.minX)
    view.setInt16(4, box.minY)
    view.setInt16(6, box.maxX)
    view.setInt16(8, box.maxY)
    let at = 10
    let last = -1
    for (const contour of contours) {
      last += contour.length
      view.setUint16(at, last)
      at += 2
    }
    at += 2
    for (const { onCurve } of points) view.setUint8(at++, onCurve ? 1 : 0)
    for (const axis of ['x', 'y'] as const) {
      let before = 0
      for (const point of points) {
        view.setInt16(at, point[axis] - before)
        before = point[axis]
        at += 2
      }
    }
  })
  return { bytes, box, points: points.length, contours: contours.length }
}

/** Closed rings of on-curve and control points; a ring's last point is not its first one again. */
function toContours(commands: readonly PathCommand[]): Point[][] {
  const contours: Point[][] = []
  let ring: Point[] = []
  const close = () => {
    const first = ring[0]
    const last = ring.at(-1)
    if (ring.length > 1 && first && last?.onCurve && last.x === first.x && last.y === first.y) ring.pop()
    if (ring.length > 1) contours.push(ring)
    ring = []
  }
  const add = (x = 0, y = 0, onCurve = true) => ring.push({ x: Math.round(x), y: Math.round(y), onCurve })
  for (const { command, args } of commands)
    switch (command) {
      case 'moveTo':
        close()
        add(args[0], args[1])
        break
      case 'lineTo':
        add(args[0], args[1])
        break
      case 'quadraticCurveTo':
        add(args[0], args[1], false)
        add(args[2], args[3])
        break
      case 'closePath':
        close()
        break
      case 'bezierCurveTo':
        throw new Error('A font of cubic outlines (CFF) cannot be embedded as TrueType.')
    }
  close()
  return contours
}

function encodeHead(unitsPerEm: number, { minX, minY, maxX, maxY }: Box): Uint8Array {
  return fields(54, (view) => {
    view.setUint32(0, 0x00010000)
    view.setUint32(4, 0x00010000)
    view.setUint32(12, 0x5f0f3cf5)
    view.setUint16(16, 0b1011)
    view.setUint16(18, unitsPerEm)
    view.setInt16(36, minX)
    view.setInt16(38, minY)
    view.setInt16(40, maxX)
    view.setInt16(42, maxY)
    view.setUint16(46, 8)
    view.setInt16(48, 2)
    view.setInt16(50, 1)
  })
}

function encodeHhea({ ascent, descent, lineGap }: Font, widest: number, glyphs: number): Uint8Array {
  return fields(36, (view) => {
    view.setUint32(0, 0x00010000)
    view.setInt16(4, ascent)
    view.setInt16(6, descent)
    view.setInt16(8, lineGap)
    view.setUint16(10, widest)
    view.setInt16(18, 1)
    view.setUint16(34, glyphs)
  })
}

function encodeMaxp(count: number, outlines: readonly Outline[]): Uint8Array {
  return fields(32, (view) => {
    view.setUint32(0, 0x00010000)
    view.setUint16(4, count)
    view.setUint16(6, Math.max(...outlines.map(({ points }) => points)))
    view.setUint16(8, Math.max(...outlines.map(({ contours }) => contours)))
    view.setUint16(14, 2)
  })
}

/** Table directory and tables, each padded to four bytes and with its checksum. */
function writeSfnt(tables: Record<string, Uint8Array>): Uint8Array {
  const entries = Object.entries(tables).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const power = Math.floor(Math.log2(entries.length))
  const directory = new Uint8Array(12 + entries.length * 16)
  const view = new DataView(directory.buffer)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, entries.length)
  view.setUint16(6, 2 ** power * 16)
  view.setUint16(8, power)
  view.setUint16(10, entries.length * 16 - 2 ** power * 16)
  let offset = directory.length
  const bodies: Uint8Array[] = []
  for (const [index, [tag, table]] of entries.entries()) {
    const padded = new Uint8Array(Math.ceil(table.length / 4) * 4)
    padded.set(table)
    const at = 12 + index * 16
    for (let letter = 0; letter < 4; letter++) view.setUint8(at + letter, tag.charCodeAt(letter))
    view.setUint32(at + 4, checksum(padded))
    view.setUint32(at + 8, offset)
    view.setUint32(at + 12, table.length)
    offset += padded.length
    bodies.push(padded)
  }
  return joined([directory, ...bodies])
}

function checksum(padded: Uint8Array): number {
  const view = new DataView(padded.buffer, padded.byteOffset, padded.byteLength)
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

function uniteBounds(boxes: readonly (Box | null)[]): Box {
  const known = boxes.filter((box) => box !== null)
  if (known.length === 0) return { minX: 0, minY: 0, maxX: 0, maxY: 0 }
  return {
    minX: Math.min(...known.map(({ minX }) => minX)),
    minY: Math.min(...known.map(({ minY }) => minY)),
    maxX: Math.max(...known.map(({ maxX }) => maxX)),
    maxY: Math.max(...known.map(({ maxY }) => maxY)),
  }
}

function fields(size: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size)
  write(new DataView(bytes.buffer))
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
