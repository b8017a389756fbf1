import type { developerTerms, placeTerms, sectorTerms } from '../../server/domain/park-terms.ts'
import type { Sentence } from '../../server/domain/analysis.ts'
import type { Age } from './age.ts'
import { formOf, type ParkForm } from './park-group.ts'
import {
  ageOfProvenance,
  fieldOf,
  type FieldKey,
  type FieldValue,
  type ParkProfile,
  type Provenance,
} from './profile.ts'

/**
 * What parks can be chosen by that is no number: where, what kind, who builds it, for which sectors, what is laid on.
 *
 * `code` names the category in links and each value's the value; given once and never again to another, and new values
 * come last (`pack-limits.ts` counts them). What a sentence of a source says of sectors, developers and places stands in
 * its note's `terms`.
 */
const stated = { yes: 'y', no: 'n' } as const

const codes = {
  sectors: {
    code: 'S',
    values: {
      'high-tech': 'ht',
      electronics: 'el',
      mechanical: 'me',
      automotive: 'au',
      chemicals: 'ch',
      medical: 'md',
      food: 'fo',
      energy: 'en',
    } satisfies Record<(typeof sectorTerms)[number], string>,
  },
  centre: {
    code: 'C',
    values: {
      'thanh-hoa-sam-son': 'th',
      'nghi-son': 'ns',
      'bim-son-thach-thanh': 'bs',
      'lam-son-sao-vang': 'ls',
      outside: 'no',
    },
  },
  /** As they were until July 2025, by their official codes. */
  district: {
    code: 'D',
    values: {
      'thanh-hoa': '380',
      'bim-son': '381',
      'nghi-son': '407',
      'ngoc-lac': '389',
      'thach-thanh': '391',
      'ha-trung': '392',
      'tho-xuan': '395',
      'trieu-son': '397',
      'thieu-hoa': '398',
      'hoang-hoa': '399',
      'nhu-xuan': '402',
      'nhu-thanh': '403',
      'nong-cong': '404',
      'dong-son': '405',
      'quang-xuong': '406',
    } satisfies Record<(typeof placeTerms)[number], string>,
  },
  kind: {
    code: 'K',
    values: { industrial: 'ip', service: 'sv', 'urban-service': 'us', 'in-zone': 'iz' } satisfies Record<
      ParkForm,
      string
    >,
  },
  developer: {
    code: 'V',
    values: {
      flc: 'fl',
      'binh-minh': 'bm',
      'vid-thanh-hoa': 'vi',
      'tan-phuc-hung': 'tp',
      hud4: 'hu',
      'cuong-thinh-thi': 'ct',
      'mien-trung': 'mt',
      sumitomo: 'su',
      wha: 'wh',
    } satisfies Record<(typeof developerTerms)[number], string>,
  },
  power: { code: 'P', values: stated },
  water: { code: 'W', values: stated },
  wastewater: { code: 'U', values: stated },
  gas: { code: 'G', values: stated },
  telecom: { code: 'T', values: stated },
  incentives: { code: 'N', values: stated },
} as const satisfies Record<string, { code: string; values: Record<string, string> }>

export type CategoryId = keyof typeof codes
export const categoryIds = Object.keys(codes) as CategoryId[]

/** Categories of which sources say no more than that there is something or that there is none. */
export const presenceIds = [
  'power',
  'water',
  'wastewater',
  'gas',
  'telecom',
  'incentives',
] as const satisfies readonly (CategoryId & FieldKey)[]

/** A park's values of one category; of several, each holds. */
export interface Trait {
  values: readonly string[]
  age: Age
  provenance: Provenance
}
export type Traits = Readonly<Record<CategoryId, Trait | null>>

export function isCategory(id: string): id is CategoryId {
  return Object.hasOwn(codes, id)
}

export function isPresence(id: CategoryId): boolean {
  return (presenceIds as readonly CategoryId[]).includes(id)
}

/** Values of a category in the order in which they are offered. */
export function valuesOf(id: CategoryId): readonly string[] {
  return Object.keys(codes[id].values)
}

/** `S-el.au` in a link. */
export function toCategoryCode(id: CategoryId, values: readonly string[]): string {
  const known: Record<string, string> = codes[id].values
  return `${codes[id].code}-${values.map((value) => known[value] ?? value).join('.')}`
}

/** Null: it was altered on the way. */
export function fromCategoryCode(text: string): { id: CategoryId; values: readonly string[] } | null {
  const [, code, list = ''] = /^([A-Z])-([a-z0-9.]{1,200})$/.exec(text) ?? []
  const id = categoryIds.find((one) => codes[one].code === code)
  if (!id) return null
  const parts = list.split('.')
  const read = new Set(parts)
  const values = Object.entries(codes[id].values).flatMap(([value, own]) => (read.has(own) ? [value] : []))
  return values.length === parts.length ? { id, values } : null
}

export function traitsOf(profile: ParkProfile): Traits {
  const places = termsOf(profile.places)
  const presence = Object.fromEntries(presenceIds.map((id) => [id, presenceOf(fieldOf(profile, id).values)])) as Record<
    (typeof presenceIds)[number],
    Trait | null
  >
  const [kind] = fieldOf(profile, 'kind').values
  return {
    ...presence,
    sectors: surely(termsOf(fieldOf(profile, 'sectors').values)),
    developer: surely(termsOf(fieldOf(profile, 'developer').values)),
    // The name of a park says its place too, so that a weak source is believed.
    district: places,
    centre: centreOf(profile, places),
    kind: kind ? traitOf([formOf(profile.park)], kind.provenance) : null,
  }
}

const centreOfDistrict: Readonly<Record<string, string>> = {
  'thanh-hoa': 'thanh-hoa-sam-son',
  'sam-son': 'thanh-hoa-sam-son',
  'nghi-son': 'nghi-son',
  'bim-son': 'bim-son-thach-thanh',
  'thach-thanh': 'bim-son-thach-thanh',
  'tho-xuan': 'lam-son-sao-vang',
}

const centreMethod: Sentence = {
  text_vi:
    'Theo huyện (trước tháng 7 năm 2025) mà nguồn ghi khu nằm trong đó; khu trong Khu kinh tế Nghi Sơn thuộc trung tâm phía Nam. Ranh giới của các trung tâm chưa được công bố.',
  text_en:
    'By the district (before July 2025) in which sources place the park; parks inside the Nghi Sơn zone belong to the southern centre. No outline of the centres was published.',
  text_zh: '按来源所记园区所在的县（2025 年 7 月以前）；宜山（Nghi Sơn）经济区内的园区属南部中心。各中心的边界未公布。',
  text_ja:
    '出典が団地の所在地とする県（2025 年 7 月より前）による。ニソン（Nghi Sơn）経済区内の団地は南部拠点に属する。拠点の境界は公表されていない。',
  text_ko:
    '출처가 단지 소재지로 밝힌 현(2025년 7월 이전)에 따름. 응이선(Nghi Sơn) 경제구역 안의 단지는 남부 거점에 속한다. 거점의 경계는 공표되지 않았다.',
}

function centreOf(profile: ParkProfile, places: Trait | null): Trait | null {
  const computed = { basis: 'computed', method: centreMethod, from: null } as const
  if (profile.group === 'zone') return traitOf(['nghi-son'], computed)
  if (!places) return null
  const centres = places.values.flatMap((district) => centreOfDistrict[district] ?? [])
  const from = places.provenance.basis === 'stated' ? places.provenance : null
  return traitOf(centres.length > 0 ? [...new Set(centres)] : ['outside'], { ...computed, from })
}

function termsOf(values: readonly FieldValue[]): Trait | null {
  for (const value of values) {
    if (value.type === 'note' && value.note.terms) return traitOf(value.note.terms, value.provenance)
  }
  return null
}

/** There is some where a source states any; there is none where all that state it say 0. */
function presenceOf(values: readonly FieldValue[]): Trait | null {
  const [first] = values
  if (!first) return null
  const isNone = values.every((value) => value.type === 'figure' && value.figure.value === 0)
  return traitOf([isNone ? 'no' : 'yes'], first.provenance)
}

/** As with numbers: what is hardly sure is shown with its caution, but nobody is judged by it. */
function surely(trait: Trait | null): Trait | null {
  return trait?.provenance.basis === 'stated' && trait.provenance.confidence === 'low' ? null : trait
}

function traitOf(values: readonly string[], provenance: Provenance): Trait {
  return { values, provenance, age: ageOfProvenance(provenance) }
}
