/**
 * The text in some bytes, and in which encoding it was found.
 *
 * A byte-order mark decides; then valid UTF-8; then, for what can only be an older one-byte encoding of
 * Vietnamese, the one in which the words look more Vietnamese: windows-1258, TCVN3 (ABC) or VNI. Such a guess is
 * told to the reader.
 */
import { decodeTcvn3 } from './tcvn3.ts'
import { decodeVni } from './vni.ts'

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1258' | 'TCVN3' | 'VNI' | (string & {})

export interface DecodedText {
  text: string
  encoding: Encoding
  /** False when nothing in the file says so and the bytes allow more than one reading. */
  isCertain: boolean
}

export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = byMark(bytes)
  if (marked) return { text: decodeAs(bytes, marked), encoding: marked, isCertain: true }
  const wide = withoutMark(bytes)
  if (wide) return { text: decodeAs(bytes, wide), encoding: wide, isCertain: true }
  const named = declared === undefined ? null : toEncoding(declared)
  if (named) return { text: decodeAs(bytes, named), encoding: named, isCertain: true }
  const utf8 = decodeAsUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8', isCertain: true }
  const encoding = guessOneByte(bytes)
  return { text: decodeAs(bytes, encoding), encoding, isCertain: false }
}

export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return decodeLetters(bytes, encoding)
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
}

function decodeLetters(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'TCVN3':
      return decodeTcvn3(bytes)
    case 'VNI':
      return decodeVni(new TextDecoder('windows-1252').decode(bytes))
    default:
      return new TextDecoder(encoding).decode(bytes)
  }
}

/** The encodings no browser knows; both take one byte to one letter of windows-1252 first. */
export const ownEncodings: readonly Encoding[] = ['TCVN3', 'VNI']

/** The encoding that a `.cpg` file or an XML declaration names, if a browser can read it. */
export function toEncoding(name: string): Encoding | null {
  const label = name.trim().toLowerCase()
  if (label === '') return null
  if (/tcvn|^abc$|vscii/.test(label)) return 'TCVN3'
  if (/^vni\b/.test(label)) return 'VNI'
  const number = /^(?:cp|ansi|windows)?[\s_-]*(\d{4,5})$/.exec(label)?.[1]
  const spelled = number === '65001' ? 'utf-8' : number?.startsWith('125') ? `windows-${number}` : label
  try {
    const known = new TextDecoder(spelled).encoding
    return known === 'utf-8' ? 'UTF-8' : known
  } catch {
    return null
  }
}

function byMark([a, b, c]: Uint8Array): Encoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8'
  if (a === 0xff && b === 0xfe) return 'UTF-16LE'
  return a === 0xfe && b === 0xff ? 'UTF-16BE' : null
}

/** Latin text in UTF-16 has a zero in every other byte; no text in another encoding has any. */
function withoutMark(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 2000)
  const zeros = (parity: number) => sample.filter((byte, at) => byte === 0 && at % 2 === parity).length
  const [even, odd] = [zeros(0), zeros(1)]
  const many = sample.length / 4
  if (odd > many && even < many / 8) return 'UTF-16LE'
  return even > many && odd < many / 8 ? 'UTF-16BE' : null
}

/** A table may cut a word in the middle of a letter: a few broken ones among many good ones are still UTF-8. */
function decodeAsUtf8(bytes: Uint8Array): string | null {
  const text = decodeAs(bytes, 'UTF-8')
  const broken = text.match(/\uFFFD/gu)?.length ?? 0
  if (broken === 0) return text
  return broken * 10 < (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) ? text : null
}

function guessOneByte(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, 200_000)
  const guesses = ['windows-1258', 'TCVN3', 'VNI'] as const
  const [best = 'windows-1258'] = guesses
    .map((encoding) => ({ encoding, oddities: countOddities(decodeAs(sample, encoding)) }))
    .toSorted((a, b) => a.oddities - b.oddities)
    .map(({ encoding }) => encoding)
  return best
}

const toned = /[\u0300\u0301\u0303\u0309\u0323]/gu
const syllable =
  /^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?(?:a[iouy]?|ă|â[uy]?|eo?|êu?|i(?:a|êu?|u)?|o(?:a[ioy]?|ă|eo?|i|o)?|ôi?|ơi?|u(?:a|â[y]?|ê|i|ôi?|ơ|y(?:a|êu?|u)?)?|ư(?:a|i|ơ[iu]?|u)?|y(?:êu?)?)(?:ch|c|m|ngh?|nh|n|p|t)?$/u

/** Letters that no Vietnamese word has, words that are no syllable or have two tones, and capitals after small letters. */
function countOddities(text: string): number {
  let oddities = text.match(/[¡-¿×÷\uFFFD]/gu)?.length ?? 0
  for (const word of text.match(/[\p{L}\p{M}]*[^\p{ASCII}][\p{L}\p{M}]*/gu) ?? []) {
    const spelled = word.normalize('NFD')
    if (!syllable.test(spelled.replaceAll(toned, '').normalize('NFC').toLowerCase())) oddities++
    if ((spelled.match(toned)?.length ?? 0) > 1) oddities++
    if (/\p{Ll}\p{M}*\p{Lu}/u.test(word)) oddities++
  }
  return oddities
}
