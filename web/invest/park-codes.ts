/**
 * Two letters for each park, so that a shortlist fits into a short link. Given once and never again to another park.
 */
export const parkCodes: Readonly<Record<string, string>> = {
  'le-mon': 'lm',
  'dinh-huong-tay-bac-ga': 'dh',
  'hoang-long': 'hl',
  'bim-son': 'bs',
  'lam-son-sao-vang': 'ls',
  'ngoc-lac': 'nl',
  'bai-tranh': 'bt',
  'thach-quang': 'tq',
  'phia-tay-thanh-hoa': 'pt',
  'phu-quy': 'pq',
  'quang-luu-quang-loc': 'qq',
  'ha-long': 'hg',
  'giang-quang-thinh': 'gq',
  'tuong-linh': 'tl',
  'bac-hoang-hoa': 'bh',
  'nghi-son-kcn-3': 'n3',
  'nghi-son-kcn-6': 'n6',
  'nghi-son-kcn-15': 'nf',
  'nghi-son-kcn-16': 'ng',
  'nghi-son-kcn-21': 'nv',
}

/** Names under which parks have been known, and those they have now; a link with an old one is led on, with a notice. */
const aliases: Readonly<Record<string, string>> = {
  'luu-binh': 'quang-luu-quang-loc',
  'dinh-huong': 'dinh-huong-tay-bac-ga',
  'tay-bac-ga': 'dinh-huong-tay-bac-ga',
  'flc-hoang-long': 'hoang-long',
  'phia-tay-tp-thanh-hoa': 'phia-tay-thanh-hoa',
  'thang-long-thanh-hoa': 'phia-tay-thanh-hoa',
  'wha-smart-technology': 'phu-quy',
  'bim-son-a': 'bim-son',
  'bim-son-b': 'bim-son',
  'ns-kcn-3': 'nghi-son-kcn-3',
  'ns-kcn-6': 'nghi-son-kcn-6',
  'ns-kcn-15': 'nghi-son-kcn-15',
  'ns-kcn-16': 'nghi-son-kcn-16',
  'ns-kcn-21': 'nghi-son-kcn-21',
}

export type ResolvedPark =
  | { type: 'known'; id: string }
  | { type: 'renamed'; id: string; from: string }
  | { type: 'unknown'; from: string }

/** A park by its code or id, by a former id, or not at all. */
export function resolvePark(text: string): ResolvedPark {
  const id = idOfCode.get(text) ?? (Object.hasOwn(parkCodes, text) ? text : undefined)
  if (id) return { type: 'known', id }
  const bare = text.replace(/^ip-/, '')
  const now = Object.hasOwn(aliases, bare) ? aliases[bare] : Object.hasOwn(parkCodes, bare) ? bare : undefined
  return now ? { type: 'renamed', id: now, from: text } : { type: 'unknown', from: text }
}

const idOfCode = new Map(Object.entries(parkCodes).map(([id, code]) => [code, id]))
