/**
 * What do the short forms of Vietnamese documents stand for?
 *
 * They are written out in names and in what is typed alike, so that `KCN Bỉm Sơn` is `Khu công nghiệp Bỉm Sơn`
 * and `ĐT.506` is `đường tỉnh 506`.
 */
import { toWords, type Word } from './fold.ts'

type Place = 'anywhere' | 'before-a-number' | 'before-a-name' | 'first-before-a-name'

const acronyms = new Map<string, { words: Word[]; place: Place }>()
write('anywhere', { kcn: 'khu công nghiệp', kkt: 'khu kinh tế', ccn: 'cụm công nghiệp', kđt: 'khu đô thị' })
write('anywhere', { kdl: 'khu du lịch', ql: 'quốc lộ', hcm: 'Hồ Chí Minh', ubnd: 'ủy ban nhân dân' })
write('before-a-number', { đt: 'đường tỉnh', tl: 'đường tỉnh', ct: 'cao tốc' })
write('before-a-name', { tp: 'thành phố', tx: 'thị xã', tt: 'thị trấn' })
write('first-before-a-name', { h: 'huyện', p: 'phường', x: 'xã' })

/** Short forms to which the number or the name may be joined: `ql45`, `đt506`, `kcnbimson`. */
const joined = /^(?:(ql|dt|tl|ct)(\d.*)|(kcn|kkt|ccn)(\p{L}{3,}))$/u

export function expandAcronyms(words: readonly Word[]): Word[] {
  const parted = words.flatMap(partJoined)
  return parted.flatMap((word, index) => {
    const acronym = acronyms.get(word.base)
    return acronym && standsThere(acronym.place, index, parted[index + 1]) ? acronym.words : [word]
  })
}

function standsThere(place: Place, index: number, next: Word | undefined): boolean {
  if (place === 'anywhere') return true
  if (next === undefined) return false
  const beforeNumber = /^\d/.test(next.base)
  if (place === 'before-a-number') return beforeNumber
  return !beforeNumber && (place === 'before-a-name' || index === 0)
}

function partJoined(word: Word): Word[] {
  const parts = joined.exec(word.base)?.slice(1).filter(Boolean)
  return parts?.map((part) => ({ base: part, key: part })) ?? [word]
}

function write(place: Place, meanings: Record<string, string>): void {
  for (const [short, long] of Object.entries(meanings))
    acronyms.set(toWords(short)[0]?.base ?? short, { words: toWords(long), place })
}
