import { toChunks, toLetters } from './break-lines.ts'
import type { FontFace } from './fonts.ts'

/** Turns text into lines of runs: which letters, in which font, how wide. Everything here is in points. */
export interface TextStyle {
  size: number
  face?: FontFace
  color?: string
  /** Times the size; 1.4 suits letters with stacked marks. */
  lineHeight?: number
  letterSpacing?: number
  /** An address that the text leads to. */
  link?: string
}

/** Plain text, or pieces of it that differ from the style around them. A line feed ends a line. */
export type TextInput = string | readonly { text: string; style?: Partial<TextStyle> }[]

/** What the layout asks of a font: a PDF brings the font itself, a canvas its own way to measure. */
export interface Letters {
  name: string
  font: {
    unitsPerEm: number
    layout: (text: string) => { advanceWidth: number }
    hasGlyphForCodePoint: (codePoint: number) => boolean
  }
}

export interface Run {
  text: string
  font: Letters
  style: TextStyle
  widthPt: number
}
export interface Line {
  runs: Run[]
  widthPt: number
  heightPt: number
  /** From the top of the line. */
  baselinePt: number
}
export interface Measured {
  lines: Line[]
  widthPt: number
  heightPt: number
}

interface Settings {
  fontFor: (face: FontFace, codePoint: number) => Letters
  widthPt: number
  language: string
  maxLines?: number
}

const usualLineHeight = 1.4

export function layOutText(text: TextInput, style: TextStyle, settings: Settings): Measured {
  const pieces = (typeof text === 'string' ? [{ text }] : text).map((piece) => ({
    text: piece.text.normalize('NFC'),
    style: { ...style, ...('style' in piece ? piece.style : {}) },
  }))
  const lines: Run[][] = []
  for (const paragraph of toParagraphs(pieces)) lines.push(...fill(paragraph, settings))
  const { maxLines = Number.POSITIVE_INFINITY } = settings
  const kept = lines.slice(0, maxLines)
  const last = kept.at(-1)
  if (lines.length > kept.length && last) kept[kept.length - 1] = shorten(last, style, settings)
  const made = kept.map((runs) => toLine(runs, style))
  return {
    lines: made,
    widthPt: Math.max(0, ...made.map(({ widthPt }) => widthPt)),
    heightPt: made.reduce((sum, { heightPt }) => sum + heightPt, 0),
  }
}

interface Piece {
  text: string
  style: TextStyle
}

function toParagraphs(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]]
  for (const { text, style } of pieces)
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) paragraphs.push([])
      if (part !== '') paragraphs.at(-1)?.push({ text: part, style })
    }
  return paragraphs
}

/** Fills lines greedily, chunk by chunk; a chunk wider than a whole line is split between letters. */
function fill(paragraph: readonly Piece[], settings: Settings): Run[][] {
  const { widthPt, language } = settings
  const whole = paragraph.map(({ text }) => text).join('')
  const lines: Run[][] = []
  let line: Run[] = []
  let used = 0
  const put = (runs: readonly Run[]) => {
    for (const run of runs) {
      const before = line.at(-1)
      if (before && before.font === run.font && before.style === run.style) {
        before.text += run.text
        before.widthPt += run.widthPt
      } else line.push({ ...run })
      used += run.widthPt
    }
  }
  const end = () => {
    lines.push(trimEnd(line))
    line = []
    used = 0
  }
  let start = 0
  for (const chunk of toChunks(whole, language)) {
    // A no-break space has done its work by now, and is copied as a plain one.
    const runs = toRuns(slice(paragraph, start, start + chunk.length), settings)
    start += chunk.length
    const width = widthOf(trimEnd(runs))
    if (used + width <= widthPt + 0.01) put(runs)
    else if (width <= widthPt) {
      end()
      put(runs)
    } else
      for (const run of runs)
        for (const letter of toLetters(run.text, language)) {
          const single = { ...run, text: letter, widthPt: widthOfText(letter, run.font, run.style) }
          if (used + single.widthPt > widthPt && line.length > 0) end()
          put([single])
        }
  }
  lines.push(trimEnd(line))
  return lines
}

/** The part of the pieces from one letter to another. */
function slice(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const parts: Piece[] = []
  let at = 0
  for (const { text, style } of pieces) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (part !== '') parts.push({ text: part, style })
    at += text.length
  }
  return parts
}

/** Letters of one font and style together. A space goes with the font before it. */
function toRuns(pieces: readonly Piece[], { fontFor }: Settings): Run[] {
  const runs: Run[] = []
  for (const { text, style } of pieces) {
    const first = runs.length
    for (const letter of text.replaceAll('\u00a0', ' ')) {
      const before = runs.length > first ? runs.at(-1) : undefined
      const code = letter.codePointAt(0) ?? 0
      const stays = /^[\s\u0300-\u036f]$/u.test(letter) && before?.font.font.hasGlyphForCodePoint(code)
      const font = stays && before ? before.font : fontFor(style.face ?? 'regular', code)
      if (before?.font === font) before.text += letter
      else runs.push({ text: letter, font, style, widthPt: 0 })
    }
  }
  for (const run of runs) run.widthPt = widthOfText(run.text, run.font, run.style)
  return runs
}

function widthOfText(text: string, { font }: Letters, { size, letterSpacing = 0 }: TextStyle): number {
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size + letterSpacing * [...text].length
}

function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { widthPt }) => sum + widthPt, 0)
}

/** Spaces at the end of a line take no room. */
function trimEnd(runs: readonly Run[]): Run[] {
  const kept = runs.map((run) => ({ ...run }))
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    const text = last.text.trimEnd()
    if (text === last.text) break
    last.text = text
    last.widthPt = widthOfText(text, last.font, last.style)
    if (text !== '') break
    kept.pop()
  }
  return kept
}

function shorten(runs: readonly Run[], style: TextStyle, settings: Settings): Run[] {
  const kept = trimEnd(runs)
  const ellipsis = toRuns([{ text: '…', style: kept.at(-1)?.style ?? style }], settings)
  for (let last = kept.at(-1); last && widthOf(kept) + widthOf(ellipsis) > settings.widthPt; last = kept.at(-1)) {
    last.text = toLetters(last.text, settings.language).slice(0, -1).join('')
    last.widthPt = widthOfText(last.text, last.font, last.style)
    if (last.text === '') kept.pop()
  }
  return [...trimEnd(kept), ...ellipsis]
}

function toLine(runs: Run[], style: TextStyle): Line {
  const sizes = runs.map((run) => run.style)
  const tallest = sizes.reduce((most, one) => (one.size > most.size ? one : most), sizes[0] ?? style)
  const heightPt = tallest.size * (tallest.lineHeight ?? usualLineHeight)
  // Be Vietnam Pro: about 1.0 em over and 0.27 em under the baseline; its middle sits in the middle of the line.
  const baselinePt = heightPt / 2 + tallest.size * 0.36
  return { runs, widthPt: widthOf(runs), heightPt, baselinePt }
}
