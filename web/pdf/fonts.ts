import { create, type Font } from 'fontkit'
import { beVietnamPro } from './font-files/be-vietnam-pro.ts'
import { OutlineSubset } from './font-subset.ts'
import { setWeight } from './variable-font.ts'

/**
 * The letters of a document: Be Vietnam Pro for Latin and Vietnamese, Noto Sans for the rest.
 *
 * The files come in slices of Unicode ranges. Only slices that the text needs are fetched, and of those only
 * the glyphs in use are embedded.
 */
export type FontFace = 'regular' | 'medium' | 'bold' | 'italic'
export type DocumentLanguage = 'vi' | 'en' | 'zh' | 'ja' | 'ko'

/** Fetches a font file; a test reads it from the disk. */
export type ReadFile = (url: string) => Promise<Uint8Array>

export interface LoadedFont {
  /** Unique in a document, and the name that viewers show. */
  name: string
  font: Font
}

export interface FontSet {
  /** The first font of the face that has the letter. */
  fontFor: (face: FontFace, codePoint: number) => LoadedFont
}

const baseSlices = ['vietnamese', 'latin'] as const
type NotoScript = 'sc' | 'jp' | 'kr'

const noto: Record<
  NotoScript,
  () => Promise<{ notoSans: { ranges: Readonly<Record<string, string>>; files: Record<string, string> } }>
> = {
  sc: () => import('./font-files/noto-sans-sc.ts'),
  jp: () => import('./font-files/noto-sans-jp.ts'),
  kr: () => import('./font-files/noto-sans-kr.ts'),
}
const notoWeights: Record<FontFace, number> = { regular: 400, medium: 500, bold: 700, italic: 400 }

/**
 * Loads what `characters` needs. Latin and Vietnamese letters are always there, everything else (Chinese,
 * Japanese, Korean, signs like ≥) only if it is named.
 */
export async function loadFonts(
  characters: string,
  language: DocumentLanguage,
  readFile: ReadFile = fetchFile,
): Promise<FontSet> {
  const base = beVietnamPro.ranges
  const codePoints = [...new Set(characters.normalize('NFC'))]
    .map((letter) => letter.codePointAt(0) ?? 0)
    .filter((code) => code > 0x20)
  const isExtended = codePoints.some((code) => isIn(base['latin-ext'], code) && !isIn(base.vietnamese, code))
  const slices = [...baseSlices, ...(isExtended ? (['latin-ext'] as const) : [])]
  const ready = await Promise.all(
    slices.map((slice) =>
      fetchSlice(
        { family: 'BeVietnamPro', slice, ranges: base[slice] ?? '', urls: beVietnamPro.files[slice] },
        readFile,
      ),
    ),
  )
  const isLoaded = (code: number) =>
    ready.some(({ ranges, open }) => isIn(ranges, code) && open('regular').font.hasGlyphForCodePoint(code))
  for (const script of scriptOrder(language)) {
    // The ranges of a slice name letters that its file may lack, so the files themselves are asked.
    const missing = codePoints.filter((code) => !isLoaded(code))
    if (missing.length === 0) break
    const { notoSans } = await noto[script]()
    const wanted = Object.entries(notoSans.ranges).flatMap(([key, ranges]): Slice[] => {
      if (!missing.some((code) => isIn(ranges, code))) return []
      const slice = key.replaceAll(/[[\]]/g, '')
      const file = `noto-sans-${script}-${slice}-wght-normal.woff2`
      const url = Object.entries(notoSans.files).find(([path]) => path.endsWith(file))?.[1]
      return url === undefined ? [] : [{ family: `NotoSans${script.toUpperCase()}`, slice, ranges, urls: url }]
    })
    ready.push(...(await Promise.all(wanted.map((slice) => fetchSlice(slice, readFile)))))
  }
  return {
    fontFor: (face, codePoint) => {
      for (const { ranges, open } of ready) {
        if (!isIn(ranges, codePoint)) continue
        const loaded = open(face)
        if (loaded.font.hasGlyphForCodePoint(codePoint)) return loaded
      }
      const letter = String.fromCodePoint(codePoint)
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
      throw new Error(`No loaded font has “${letter}” (${name}): name it in "characters".`)
    },
  }
}

interface Slice {
  family: string
  slice: string
  ranges: string
  /** One variable file, or a file for each face. */
  urls: string | Record<FontFace, string>
}

const fetched = new Map<string, Promise<Uint8Array>>()
const opened = new Map<string, LoadedFont>()

/** Fetches the files of a slice once; a face is opened when a letter first asks for it. */
async function fetchSlice({ family, slice, ranges, urls }: Slice, readFile: ReadFile) {
  const bytes = new Map<string, Uint8Array>()
  const fetchOnce = async (url: string) => {
    let file = fetched.get(url)
    if (!file) {
      file = readFile(url)
      file.catch(() => fetched.delete(url))
      fetched.set(url, file)
    }
    bytes.set(url, await file)
  }
  await Promise.all([...new Set(typeof urls === 'string' ? [urls] : Object.values(urls))].map(fetchOnce))
  const open = (face: FontFace): LoadedFont => {
    const name = `${family}-${face}-${slice}`
    const known = opened.get(name)
    if (known) return known
    const url = typeof urls === 'string' ? urls : urls[face]
    const font = create(bytes.get(url) as Buffer) as Font
    if (typeof urls === 'string') setWeight(font, notoWeights[face])
    font.createSubset = () => new OutlineSubset(font) as unknown as ReturnType<Font['createSubset']>
    // pdfkit takes fonts of one name for the same font, and all slices of a family have one name.
    Object.defineProperty(font, 'postscriptName', { value: name })
    const loaded = { name, font }
    opened.set(name, loaded)
    return loaded
  }
  return { ranges, open }
}

/** Letters did not come: without a network there are only those of languages that were read or packed before. */
class LettersMissing extends Error {
  override name = 'LettersMissing'
}

async function fetchFile(url: string): Promise<Uint8Array> {
  try {
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
    return new Uint8Array(await answer.arrayBuffer())
  } catch (cause) {
    throw new LettersMissing(`The font ${url} could not be fetched.`, { cause })
  }
}

/** Han characters look different in the three languages, so the document's own font is asked first. */
function scriptOrder(language: DocumentLanguage): readonly NotoScript[] {
  if (language === 'zh') return ['sc', 'jp', 'kr']
  if (language === 'ja') return ['jp', 'sc', 'kr']
  // Signs such as ≥ have their international shape in the Korean font.
  return ['kr', 'sc', 'jp']
}

const parsed = new Map<string, [number, number][]>()

function isIn(ranges: string | undefined, codePoint: number): boolean {
  if (ranges === undefined) return false
  let list = parsed.get(ranges)
  if (!list) {
    list = ranges.split(',').map((range): [number, number] => {
      const [from = '', to = from] = range.replace(/^U\+/i, '').split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    })
    parsed.set(ranges, list)
  }
  return list.some(([from, to]) => codePoint >= from && codePoint <= to)
}
