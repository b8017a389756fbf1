import type { Pdf } from '../../pdf/create-pdf.ts'
import type { TextStyle } from '../../pdf/lay-out-text.ts'
import type { SmallPrint } from './handout-content.ts'

/** The colours of the show's words, on white paper. */
export const color = {
  deep: '#12343b',
  accent: '#b5380a',
  ink: '#1f2a2e',
  soft: '#5a676b',
  rule: '#d3d9da',
  pale: '#eef2f2',
} as const

const styleOf = (size: number): TextStyle => ({ size, color: color.soft, lineHeight: 1.35 })

/** A line of small print; it leads to what it names where that can be read. Says how high it is. */
export function drawSmallPrint(
  pdf: Pdf,
  { text, url }: Pick<SmallPrint, 'text' | 'url'>,
  place: { x: number; y: number; width: number; maxLines?: number },
  size: number,
): number {
  const style = url === null ? {} : { link: url, color: color.deep }
  return pdf.text([{ text, style }], styleOf(size), place)
}

export function measureSmallPrint(pdf: Pdf, { text }: Pick<SmallPrint, 'text'>, width: number, size: number): number {
  return pdf.measure(text, styleOf(size), width).height
}
