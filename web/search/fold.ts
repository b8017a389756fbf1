/**
 * When are two spellings the same name?
 *
 * A text becomes words. Each word has a `base` (small letters, no accents, đ = d), by which it is found, and a
 * `key` that keeps every accent but not where in the syllable the tone was put: hoá and hóa have one key.
 */
export interface Word {
  base: string
  key: string
}

const tones = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'])
const barred = '\u0335'

export function toWords(text: string): Word[] {
  const words: Word[] = []
  let base = ''
  let key = ''
  let tone = ''
  const close = () => {
    if (base) words.push({ base, key: key + tone })
    base = key = tone = ''
  }
  for (const character of text.toLowerCase().normalize('NFD')) {
    if (character === 'đ') {
      base += 'd'
      key += `d${barred}`
    } else if (/[\p{L}\p{N}]/u.test(character)) {
      base += character
      key += character
    } else if (tones.has(character)) tone = character
    else if (/\p{M}/u.test(character)) key += character
    else close()
  }
  close()
  return words
}

/** The text as it is compared when accents do not matter: `Hoằng Hoá – TX.` becomes `hoang hoa tx`. */
export function fold(text: string): string {
  return toBase(toWords(text))
}

export function toBase(words: readonly Word[]): string {
  return words.map(({ base }) => base).join(' ')
}

/** Without blanks, because people also type `dongson`. */
export function toCompact(words: readonly Word[]): string {
  return words.map(({ base }) => base).join('')
}

export type AccentAgreement = 'exact' | 'open' | 'conflict'

/**
 * How the accents of a typed word fit the word of a name that it begins: letter by letter the same
 * (`exact`), none that contradicts because some were left out (`open`), or another word (`conflict`).
 */
export function compareAccents(typed: Word, named: Word): AccentAgreement {
  if (typed.key === named.key) return 'exact'
  if (typed.key === typed.base) return 'open'
  const typedLetters = toLetters(typed.key)
  const namedLetters = toLetters(named.key)
  for (const [index, { letter, marks }] of typedLetters.letters.entries()) {
    const other = namedLetters.letters[index]
    if (other?.letter !== letter || !Array.from(marks).every((mark) => other.marks.includes(mark))) return 'conflict'
  }
  return typedLetters.tone === '' || typedLetters.tone === namedLetters.tone ? 'open' : 'conflict'
}

function toLetters(key: string): { letters: { letter: string; marks: string }[]; tone: string } {
  const letters: { letter: string; marks: string }[] = []
  let tone = ''
  for (const character of key) {
    const last = letters.at(-1)
    if (tones.has(character)) tone = character
    else if (/\p{M}/u.test(character) && last) last.marks += character
    else letters.push({ letter: character, marks: '' })
  }
  return { letters, tone }
}
