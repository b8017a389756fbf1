import type { StyleSpecification } from 'maplibre-gl'
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url'
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url'
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url'
import vietnameseItalic from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-italic.woff2?url'
import vietnameseRegular from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url'
import vietnameseBold from '@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff2?url'

/**
 * The letters of the map, from files we serve ourselves: no glyph server anywhere.
 *
 * The Vietnamese file comes first and only for the letters it has; MapLibre asks the files in this order.
 * Be Vietnam Pro must not be used here: MapLibre 6.17 drops its capital Ố Ồ Ễ Ẫ by a third of an em.
 */
const vietnamese = [
  'U+0102-0103',
  'U+0110-0111',
  'U+0128-0129',
  'U+0168-0169',
  'U+01A0-01A1',
  'U+01AF-01B0',
  'U+0300-0301',
  'U+0303-0304',
  'U+0308-0309',
  'U+0323',
  'U+0329',
  'U+1EA0-1EF9',
  'U+20AB',
]

const face = (vietnameseUrl: string, latinUrl: string) => [
  { url: absolute(vietnameseUrl), 'unicode-range': vietnamese },
  { url: absolute(latinUrl), 'unicode-range': ['U+0-10FFFF'] },
]

export const fontFaces: NonNullable<StyleSpecification['font-faces']> = {
  'Noto Sans Regular': face(vietnameseRegular, latinRegular),
  'Noto Sans SemiBold': face(vietnameseBold, latinBold),
  'Noto Sans Italic': face(vietnameseItalic, latinItalic),
}

/** The map's worker has another base address than the page, so relative ones would miss. */
function absolute(url: string): string {
  return typeof document === 'undefined' ? url : new URL(url, document.baseURI).href
}
