/**
 * Where a line may end.
 *
 * Words are found by the browser's own segmenter. Latin, Vietnamese and Korean text breaks after spaces and
 * hyphens; Chinese and Japanese between words, but no line begins with closing punctuation or ends with an
 * opening one, and a number stays with its unit.
 */
export function toChunks(text: string, language: string): string[] {
  const chunks: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const before = chunks.at(-1)
    if (before === undefined || mayBreak(before, segment)) chunks.push(segment)
    else chunks[chunks.length - 1] = before + segment
  }
  return chunks
}

/** What a reader sees as single letters, for a word that is longer than the line. */
export function toLetters(text: string, language: string): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
}

const space = /[ \t\u2009\u3000]$/u
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
const neverFirst =
  /^[\p{Pe}\p{Pf}!%),.:;?\]}¢°·’”‰′″℃、。〃々〉》」』】〕〗〙〛〜〻ゝゞ・ーヽヾ–—…‥！％），．：；？］｝～]/u
const neverLast = /[\p{Ps}\p{Pi}$(£¥[{‘“〈《「『【〔〖〘〝＄（［｛￥]$/u

function mayBreak(before: string, next: string): boolean {
  if (space.test(before)) return !/^[ \t\u2009]/u.test(next)
  if (/^\s/u.test(next)) return false
  if (neverFirst.test(next) || neverLast.test(before)) return false
  if (/\p{L}[-–—/]$/u.test(before)) return /^[\p{L}\p{N}]/u.test(next)
  const last = [...before].at(-1) ?? ''
  const first = [...next][0] ?? ''
  if (/\p{N}/u.test(last)) return false
  return ideograph.test(last) || ideograph.test(first)
}
