/**
 * VNI for Windows, the two-byte encoding of Vietnamese that southern offices and AutoCAD drawings used before Unicode:
 * a letter, and after it a byte that carries its mark, its tone or both.
 */
const tones = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const
const circumflex = '\u0302'
const breve = '\u0306'

/** What a byte adds to the letter before it, by the letter that windows-1252 has for the byte. */
const marks = new Map<string, string>([
  ...[...'øùûõï'].map((byte, at) => [byte, tones[at] ?? ''] as const),
  ['â', circumflex],
  ...[...'àáåãä'].map((byte, at) => [byte, circumflex + (tones[at] ?? '')] as const),
  ['ê', breve],
  ...[...'èéúüë'].map((byte, at) => [byte, breve + (tones[at] ?? '')] as const),
])

/** Letters that have a byte of their own. */
const letters: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

/** @param text the bytes as windows-1252 has them */
export function decodeVni(text: string): string {
  return text
    .replaceAll(/([aeouyôö])([øùûõïâàáåãäêèéúüë])/giu, (both, letter: string, byte: string) => {
      const mark = marks.get(byte.toLowerCase())
      return mark === undefined ? both : `${ownLetter(letter)}${mark}`
    })
    .replaceAll(/[ôöñæóòî](?![\u0300-\u0323])/giu, ownLetter)
    .normalize('NFC')
}

function ownLetter(letter: string): string {
  const small = letters[letter.toLowerCase()]
  if (small === undefined) return letter
  return letter === letter.toLowerCase() ? small : small.toUpperCase()
}
