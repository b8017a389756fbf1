/**
 * What in the atlas does a reader mean by what was typed?
 *
 * Vietnamese and English names and other spellings are asked, with or without accents, with old and new
 * units, type words, acronyms and decision numbers. Where a match is equally good, what the plan is about
 * comes before the ground it lies on.
 */
import type { SearchEntry } from '../../server/domain/analysis.ts'
import { expandAcronyms } from './acronyms.ts'
import { toWords, type Word } from './fold.ts'
import {
  matchMostWords,
  matchName,
  matchSurely,
  matchWithTypos,
  toSearchableName,
  type Matcher,
  type SearchableName,
  type Typed,
} from './match-name.ts'
import { toSearchables, type SearchablePlan, type SearchTarget } from './targets.ts'
import { partTypeWord } from './type-words.ts'

export type SearchIndex = readonly IndexedTarget[]

interface IndexedTarget {
  target: SearchTarget
  spellings: { text: string; name: SearchableName; deduction: number; isAlias: boolean }[]
  context: Word[]
}

export interface SearchHit {
  target: SearchTarget
  points: number
  /** The other spelling by which it was found, where its names do not explain the hit. */
  alias: string | null
}

export interface HitGroup<Group> {
  group: Group
  hits: SearchHit[]
}

/** Beside so many sure hits nobody needs a guess about typing slips. */
const enoughSureHits = 3

/** Made once from what the server sends, so that each key typed costs little. */
export function buildSearchIndex(entries: readonly SearchEntry[], plan: SearchablePlan | null = null): SearchIndex {
  return toSearchables(entries, plan).map(({ target, aliases, context }) => ({
    target,
    spellings: [
      { text: target.name_vi, deduction: 0, isAlias: false },
      { text: target.name_en, deduction: 5, isAlias: false },
      ...aliases.map((text) => ({ text, deduction: 20, isAlias: true })),
    ].map((spelling) => ({ ...spelling, name: toSearchableName(readWords(spelling.text)) })),
    context: readWords(context),
  }))
}

export function search(index: SearchIndex, text: string, limit = 40): SearchHit[] {
  const words = readWords(text)
  if (words.length === 0) return []
  const typed: Typed = { whole: toSearchableName(words), typed: partTypeWord(words) }
  const sure = findHits(index, typed, matchSurely)
  const found = new Set(sure.map(({ target }) => target))
  const guessed =
    sure.length >= enoughSureHits
      ? []
      : findHits(index, typed, matchWithTypos).filter(({ target }) => !found.has(target))
  const hits = [...sure, ...guessed]
  return (hits.length > 0 ? hits : findHits(index, typed, matchMostWords)).sort(byPoints).slice(0, limit)
}

function findHits(index: SearchIndex, typed: Typed, matcher: Matcher): SearchHit[] {
  const hits: SearchHit[] = []
  for (const { target, spellings, context } of index) {
    const collection = target.type === 'feature' ? target.collection : null
    let best: SearchHit | null = null
    for (const { text, name, deduction, isAlias } of spellings) {
      const match = matchName(matcher, typed, name, context, collection)
      if (match === null) continue
      const points = match - deduction + target.weight
      if (best === null || points > best.points) best = { target, points, alias: isAlias ? text : null }
    }
    if (best) hits.push(best)
  }
  return hits
}

/** Hits under the headings of the panel; the group of the best hit comes first. */
export function groupHits<Group>(
  hits: readonly SearchHit[],
  toGroup: (target: SearchTarget) => Group,
): HitGroup<Group>[] {
  const groups = new Map<Group, SearchHit[]>()
  for (const hit of hits) {
    const group = toGroup(hit.target)
    const members = groups.get(group)
    if (members) members.push(hit)
    else groups.set(group, [hit])
  }
  return [...groups].map(([group, members]) => ({ group, hits: members }))
}

function readWords(text: string): Word[] {
  return expandAcronyms(toWords(text))
}

function byPoints(one: SearchHit, other: SearchHit): number {
  return (
    other.points - one.points ||
    one.target.name_vi.length - other.target.name_vi.length ||
    one.target.name_vi.localeCompare(other.target.name_vi, 'vi') ||
    one.target.id.localeCompare(other.target.id)
  )
}
