import ranges from '@fontsource/be-vietnam-pro/unicode.json'
import latin400Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import latin500Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2?url'
import latin700Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-700-normal.woff2?url'
import latin400Italic from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-italic.woff2?url'
import latinExt400Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-400-normal.woff2?url'
import latinExt500Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-500-normal.woff2?url'
import latinExt700Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-700-normal.woff2?url'
import latinExt400Italic from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-400-italic.woff2?url'
import vietnamese400Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import vietnamese500Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2?url'
import vietnamese700Normal from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-700-normal.woff2?url'
import vietnamese400Italic from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-italic.woff2?url'
import type { FontFace } from '../fonts.ts'

/** Be Vietnam Pro, the letters of every document: three slices in the faces that documents use. */
export const beVietnamPro = {
  ranges: ranges as Readonly<Record<string, string>>,
  files: {
    vietnamese: {
      regular: vietnamese400Normal,
      medium: vietnamese500Normal,
      bold: vietnamese700Normal,
      italic: vietnamese400Italic,
    },
    latin: { regular: latin400Normal, medium: latin500Normal, bold: latin700Normal, italic: latin400Italic },
    'latin-ext': {
      regular: latinExt400Normal,
      medium: latinExt500Normal,
      bold: latinExt700Normal,
      italic: latinExt400Italic,
    },
  } satisfies Record<string, Record<FontFace, string>>,
}
