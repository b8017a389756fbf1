import type { Font, Glyph } from 'fontkit'

/**
 * Sets a variable WOFF2 font to one weight, for every glyph it is asked for from now on.
 *
 * fontkit 2.0.4 varies the outlines of TrueType files while it decodes them; those of WOFF2 files are decoded
 * beforehand and stay at the default weight. The variation is therefore applied here, once for each glyph and
 * before its outline is first read, by fontkit's own processor. This file is the only one that knows fontkit's
 * inside; `fonts.test.ts` watches it.
 */
export function setWeight(font: Font, weight: number): void {
  const inside = font as unknown as Inside
  inside.variationCoords = [weight]
  const varied = new Set<number>()
  const getGlyph = font.getGlyph.bind(font)
  const vary = (glyph: Glyph): void => {
    if (varied.has(glyph.id)) return
    varied.add(glyph.id)
    const { points, components } = (glyph as unknown as InsideGlyph)._decode() ?? {}
    if (points?.[0]) {
      const ends = [points[0], points[0], points[0], points[0]].map(toEnd)
      inside._variationProcessor.transformPoints(glyph.id, [...points, ...ends])
    }
    for (const { glyphID } of components ?? []) vary(getGlyph(glyphID))
  }
  font.getGlyph = (id, codePoints) => {
    const glyph = getGlyph(id, codePoints)
    vary(glyph)
    return glyph
  }
}

/** Four more points close every glyph's list: they carry its metrics, which `HVAR` has anyway. */
function toEnd(point: OutlinePoint): OutlinePoint {
  const copy = point.copy()
  copy.endContour = true
  return copy
}

interface OutlinePoint {
  x: number
  y: number
  endContour: boolean
  copy: () => OutlinePoint
}
interface InsideGlyph {
  _decode: () => { points?: OutlinePoint[]; components?: { glyphID: number }[] } | undefined
}
interface Inside {
  variationCoords: readonly number[]
  _variationProcessor: { transformPoints: (id: number, points: OutlinePoint[]) => void }
}
