/**
 * How well does what was typed fit a name?
 *
 * The better kind of match always wins: the whole name, its beginning, its words, a part of it, and at last a
 * name with one or two slips or most of its words. Accents then decide between names that are the same without them: those typed
 * exactly come first, those that contradict what was typed come well below.
 */
import type { CollectionId } from '../../server/domain/collections.ts'
import { countTypos } from './count-typos.ts'
import { compareAccents, toBase, toCompact, type AccentAgreement, type Word } from './fold.ts'
import { partTypeWord, type TypedName } from './type-words.ts'

export interface SearchableName {
  words: Word[]
  base: string
  compact: string
  /** The name without its type word (`Huyện`, `Industrial Park`), where it has one. */
  core: SearchableName | null
}

const points = {
  whole: 1000,
  wholeWithoutBlanks: 950,
  beginning: 800,
  beginningOfAWord: 760,
  beginningWithoutBlanks: 700,
  phraseInside: 680,
  phraseInsideBegun: 660,
  allWords: 640,
  wordsWithContext: 560,
  partInside: 400,
  wholeWithTypos: 260,
  beginningWithTypos: 200,
  mostWords: 120,
} as const

const forAccents: Record<AccentAgreement, number> = { exact: 90, open: 0, conflict: -250 }
const forAnotherType = -300
const forTheType = 120

export function toSearchableName(words: Word[]): SearchableName {
  const rest = partTypeWord(words)?.rest
  return {
    words,
    base: toBase(words),
    compact: toCompact(words),
    core: rest ? { ...toSearchableName(rest), core: null } : null,
  }
}

export interface Typed {
  whole: SearchableName
  /** What the type word asks for and what is left without it: `KCN Bim Son`. */
  typed: TypedName | null
}

type Pair = readonly [typed: Word, named: Word]

/** Points of one form of what was typed against one form of a name; null where it does not fit. */
export type Matcher = (
  typed: SearchableName,
  name: SearchableName,
  context: readonly Word[],
  /** Given where the type words of the name were not asked for: they then count for little. */
  core: SearchableName | null,
) => number | null

/** Null where the name does not fit at all. `matcher` is one of those below, the surest first. */
export function matchName(
  matcher: Matcher,
  { whole, typed }: Typed,
  name: SearchableName,
  context: readonly Word[],
  collection: CollectionId | null,
): number | null {
  let best: number | null = null
  const offer = (match: number | null, extra: number) => {
    if (match !== null && (best === null || match + extra > best)) best = match + extra
  }
  const asksForType = collection !== null && typed?.collections.includes(collection)
  for (const form of name.core ? [name, name.core] : [name]) {
    offer(matcher(whole, form, context, typed === null ? form.core : null), 0)
    if (whole.core) offer(matcher(whole.core, form, context, form.core), asksForType ? forTheType : forAnotherType)
  }
  return best
}

export const matchSurely: Matcher = (typed, name, context, core) => {
  // Whatever fits holds every typed word: this alone turns most names away.
  if (
    !typed.words.every(({ base }) => name.compact.includes(base) || context.some((word) => word.base.startsWith(base)))
  )
    return null
  const side = pairUp(typed.words, name.words)
  if (name.base === typed.base) return points.whole + forAccents[agree(side)]
  if (name.compact === typed.compact) return points.wholeWithoutBlanks
  if (name.base.startsWith(`${typed.base} `)) return points.beginning + forAccents[agree(side)]
  if (name.base.startsWith(typed.base)) return points.beginningOfAWord + forAccents[agree(side)]
  if (typed.compact.length >= 4 && name.compact.startsWith(typed.compact)) return points.beginningWithoutBlanks
  const phrase = findPhrase(typed, name)
  if (phrase) {
    const isWhole = ` ${name.base} `.includes(` ${typed.base} `)
    return (isWhole ? points.phraseInside : points.phraseInsideBegun) + forAccents[agree(phrase)]
  }
  const inside = findWords(typed.words, name.words)
  if (inside && isMostly(inside, core ?? name)) return points.allWords + forAccents[agree(inside)]
  const around = context.length > 0 ? findWords(typed.words, [...name.words, ...context]) : null
  if (around?.some(([, named]) => (core ?? name).words.includes(named)))
    return points.wordsWithContext + forAccents[agree(around)]
  return typed.compact.length >= 3 && name.compact.includes(typed.compact) ? points.partInside : null
}

export const matchWithTypos: Matcher = ({ compact: typed }, { compact: name }) => {
  if (typed.length < 5 || /\d/.test(typed)) return null
  const limit = typed.length < 8 ? 1 : 2
  const slips = countTypos(typed, name, limit)
  if (slips <= limit) return points.wholeWithTypos - 30 * slips
  const beginning = countTypos(typed, name.slice(0, typed.length), limit)
  return beginning <= limit ? points.beginningWithTypos - 30 * beginning : null
}

/** Words that both have, as a share of the words of both; below it two texts only happen to share a word. */
const leastShared = { aWholeName: 0.4, aPart: 0.6 } as const

/** A document's longer wording of a name: `Nút giao Gia Miêu (CT.01)`, `5 trụ cột tăng trưởng`. */
export const matchMostWords: Matcher = ({ words: typed }, { words: named }) => {
  const left = [...named]
  for (const word of typed) {
    const index = left.findIndex((other) => other.base === word.base && compareAccents(word, other) !== 'conflict')
    if (index >= 0) left.splice(index, 1)
  }
  const shared = named.length - left.length
  const share = (2 * shared) / (typed.length + named.length)
  return shared >= 2 && share >= (left.length === 0 ? leastShared.aWholeName : leastShared.aPart)
    ? points.mostWords * share
    : null
}

function isMostly(pairs: readonly Pair[], core: SearchableName): boolean {
  const own = pairs.filter(([, named]) => core.words.some(({ base }) => base === named.base))
  return own.length * 2 > pairs.length
}

function pairUp(typed: readonly Word[], named: readonly Word[]): Pair[] {
  return typed.flatMap((word, index) => {
    const other = named[index]
    return other ? [[word, other] as const] : []
  })
}

/**
 * Each typed word with the same word of the name, in any order; the last one may still be unfinished. Null
 * where one is missing.
 */
function findWords(typed: readonly Word[], named: readonly Word[]): Pair[] | null {
  const left = [...named]
  const pairs: Pair[] = []
  for (const [index, word] of typed.entries()) {
    const isLast = index === typed.length - 1
    const fitting = left.filter(({ base }) => base === word.base || (isLast && base.startsWith(word.base)))
    const chosen = fitting.find((other) => compareAccents(word, other) !== 'conflict') ?? fitting[0]
    if (chosen === undefined) return null
    left.splice(left.indexOf(chosen), 1)
    pairs.push([word, chosen])
  }
  return pairs
}

function findPhrase(typed: SearchableName, name: SearchableName): Pair[] | null {
  if (!` ${name.base}`.includes(` ${typed.base}`)) return null
  for (let start = 0; start + typed.words.length <= name.words.length; start += 1) {
    const part = name.words.slice(start, start + typed.words.length)
    if (typed.words.every(({ base }, index) => part[index]?.base.startsWith(base))) return pairUp(typed.words, part)
  }
  return null
}

/** Who types no accent at all says nothing about accents. */
function agree(pairs: readonly Pair[]): AccentAgreement {
  if (pairs.every(([typed]) => typed.key === typed.base)) return 'open'
  const agreements = pairs.map(([typed, named]) => compareAccents(typed, named))
  if (agreements.includes('conflict')) return 'conflict'
  return agreements.includes('open') ? 'open' : 'exact'
}
