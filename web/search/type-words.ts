/**
 * Which kind of thing does a word before (or, in English, after) a name ask for?
 *
 * `huyện Quảng Xương` asks for a district named Quảng Xương, `Bim Son Industrial Park` for a park named Bỉm
 * Sơn. Names lose the same words, so that both are compared by what is theirs alone.
 */
import type { CollectionId } from '../../server/domain/collections.ts'
import { toBase, toWords, type Word } from './fold.ts'

type Collections = readonly CollectionId[]

export interface TypedName {
  /** The collections that the type word asks for. */
  collections: Collections
  rest: Word[]
}

const communes: Collections = ['communes', 'units']

const before = toPhrases({
  'hành lang kinh tế': ['corridors'],
  'hành lang': ['corridors'],
  'tuyến hành lang': ['corridors'],
  'trung tâm kinh tế động lực': ['centres'],
  'trung tâm động lực': ['centres'],
  'trung tâm kinh tế': ['centres'],
  'trung tâm': ['centres', 'projects'],
  'khu kinh tế cửa khẩu': ['zones'],
  'khu kinh tế': ['zones', 'zone-sea'],
  'khu công nghiệp': ['parks', 'later-parks'],
  'cụm công nghiệp': ['projects'],
  'khu đô thị': ['projects'],
  'khu du lịch': ['projects', 'heritage'],
  'khu di tích': ['heritage'],
  'di tích': ['heritage'],
  'đô thị': ['projects'],
  'cảng hàng không quốc tế': ['airports'],
  'cảng hàng không': ['airports'],
  'sân bay': ['airports'],
  'cảng biển': ['ports'],
  'cảng cá': ['fishing-ports'],
  'bến cảng': ['ports'],
  cảng: ['ports', 'fishing-ports'],
  'cửa khẩu quốc tế': ['border-gates'],
  'cửa khẩu': ['border-gates'],
  'quốc lộ': ['roads'],
  'đường tỉnh': ['roads'],
  'tỉnh lộ': ['roads'],
  'đường cao tốc': ['roads'],
  'cao tốc': ['roads'],
  'đại lộ': ['roads'],
  đường: ['roads'],
  'đường sắt': ['railways'],
  'nhà ga': ['stations'],
  ga: ['stations'],
  'nút giao': ['interchanges'],
  sông: ['rivers'],
  'hồ chứa': ['waterworks'],
  hồ: ['waterworks'],
  đập: ['waterworks'],
  'thủy điện': ['waterworks'],
  'nhà máy thủy điện': ['waterworks'],
  tỉnh: ['province', 'neighbours', 'links'],
  'thành phố': ['districts', 'links'],
  'thị xã': ['districts'],
  huyện: ['districts'],
  phường: communes,
  'thị trấn': [...communes, 'places'],
  xã: communes,
  'industrial park': ['parks', 'later-parks'],
  'economic zone': ['zones', 'zone-sea'],
  'economic corridor': ['corridors'],
  corridor: ['corridors'],
  'national highway': ['roads'],
  'national road': ['roads'],
  'provincial road': ['roads'],
  highway: ['roads'],
  expressway: ['roads'],
  road: ['roads'],
  route: ['roads'],
})

const after = toPhrases({
  'economic driver centre': ['centres'],
  'economic corridor': ['corridors'],
  corridor: ['corridors'],
  'border gate economic zone': ['zones'],
  'economic zone': ['zones', 'zone-sea'],
  'industrial park': ['parks', 'later-parks'],
  'industrial zone': ['parks', 'later-parks'],
  'international airport': ['airports'],
  airport: ['airports'],
  'fishing port': ['fishing-ports'],
  seaport: ['ports'],
  port: ['ports', 'fishing-ports'],
  'international border gate': ['border-gates'],
  'border gate': ['border-gates'],
  railway: ['railways'],
  station: ['stations'],
  interchange: ['interchanges'],
  road: ['roads'],
  expressway: ['roads'],
  river: ['rivers'],
  reservoir: ['waterworks'],
  lake: ['waterworks'],
  dam: ['waterworks'],
  province: ['province', 'neighbours', 'links'],
  city: ['districts', 'links'],
  town: ['districts'],
  district: ['districts'],
  township: [...communes, 'places'],
  ward: communes,
  commune: communes,
})

/** The name without its type word; null where it has none, or is nothing else. The longest phrase wins. */
export function partTypeWord(words: readonly Word[]): TypedName | null {
  let best: TypedName | null = null
  for (const [phrases, start] of [
    [before, (length: number) => [0, length]],
    [after, (length: number) => [words.length - length, words.length]],
  ] as const)
    for (const [phrase, collections] of phrases) {
      const [from = 0, to = 0] = start(phrase.length)
      if (from < 0 || phrase.length >= words.length || toBase(words.slice(from, to)) !== phrase.join(' ')) continue
      const rest = [...words.slice(0, from), ...words.slice(to)]
      if (best === null || rest.length < best.rest.length) best = { collections, rest }
    }
  return best
}

function toPhrases(meanings: Record<string, Collections>): (readonly [phrase: string[], collections: Collections])[] {
  return Object.entries(meanings).map(([phrase, collections]) => [toWords(phrase).map(({ base }) => base), collections])
}
