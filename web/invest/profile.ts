import type { Sentence } from '../../server/domain/analysis.ts'
import type { AccessTarget, ParkAccess } from '../../server/domain/access.ts'
import type { Range } from '../../server/domain/coverage.ts'
import type { Figure, Note, Origin } from '../../server/domain/provenance.ts'
import { ageOf, yearsSince, type Age } from './age.ts'
import { groupOf, type Park, type ParkGroup } from './park-group.ts'
import { contactsFrom, type Contact } from './contacts.ts'

/**
 * What is known of a park, field by field in the order of the factsheet.
 *
 * The one place where a park becomes fields: card, list, funnel, ranking, comparison and factsheet all read this. A
 * field without values is unknown and says so on the screen; there is no zero for it. Every value says who states
 * it and when, or how it is computed.
 */
export const profileSections = {
  identity: ['name', 'kind', 'developer', 'decision', 'landRight'],
  land: ['total', 'leasable', 'leased', 'occupancy', 'remaining'],
  price: ['rent', 'rentUntil'],
  utilities: ['power', 'water', 'wastewater', 'gas', 'telecom'],
  access: ['access'],
  labour: ['workingAge', 'peopleWithin30Minutes', 'jobs'],
  business: ['sectors', 'incentives', 'investment'],
  readiness: ['readiness', 'status', 'latest', 'cautions'],
  contact: ['contact'],
  sources: ['verifiedOn'],
} as const
export type ProfileSection = keyof typeof profileSections
export type FieldKey = (typeof profileSections)[ProfileSection][number]

export interface StatedBy {
  basis: 'stated'
  originId: string
  locator: string | null
  /** Of the statement, else of its origin, as that writes it. */
  date: string | null
  age: Age
  confidence: Figure['confidence']
}
/** Who says so: a document, or our own computation, and from which statement where it rests on one. */
export type Provenance = StatedBy | { basis: 'computed'; method: Sentence; from: StatedBy | null }

export type FieldValue =
  | { type: 'figure'; figure: Figure; provenance: Provenance }
  | { type: 'note'; note: Note; provenance: Provenance }
  /** A word of the interface: `status.existing`, `invest.readiness.operating`. */
  | { type: 'word'; word: string; provenance: Provenance }
  | { type: 'names'; name_vi: string; name_en: string; aliases: readonly string[]; provenance: Provenance }
  | { type: 'measure'; range: Range; unit: 'ha' | 'people'; provenance: Provenance }
  | { type: 'access'; target: AccessTarget; provenance: Provenance }
  | { type: 'contact'; contact: Contact; provenance: Provenance }
  | { type: 'date'; date: string; provenance: Provenance }

export interface ProfileField {
  key: FieldKey
  section: ProfileSection
  /** The one to show first comes first; empty: nobody has published it. */
  values: readonly FieldValue[]
}

export interface ParkProfile {
  id: string
  park: Park
  group: ParkGroup
  fields: readonly ProfileField[]
  /** What sources say of where it lies; the map shows it, the factsheet's fields do not. */
  places: readonly FieldValue[]
  /** Every origin that any field names. */
  originIds: readonly string[]
}

export interface ProfileInputs {
  origins: readonly Origin[]
  /** Null: the road distances have not been computed. */
  access: { park: ParkAccess; method: Sentence; peopleMethod: Sentence } | null
  today: Date
}

export function buildProfile(park: Park, inputs: ProfileInputs): ParkProfile {
  const { places, ...values } = valuesOf(park, inputs)
  const fields = (Object.keys(profileSections) as ProfileSection[]).flatMap((section) =>
    profileSections[section].map((key): ProfileField => ({ key, section, values: values[key] })),
  )
  const named = fields.flatMap((field) =>
    field.values.flatMap(({ provenance }) => {
      const by = provenance.basis === 'stated' ? provenance : provenance.from
      return by ? [by.originId] : []
    }),
  )
  const originIds = [...new Set([...named, ...park.properties.originIds])]
  return { id: park.properties.id, park, group: groupOf(park), fields, places, originIds }
}

export function fieldOf(profile: ParkProfile, key: FieldKey): ProfileField {
  const field = profile.fields.find((one) => one.key === key)
  if (!field) throw new Error(`there is no field ${key}`)
  return field
}

/** Of the statement, also where a computation rests on it; what we compute ourselves is fresh. */
export function ageOfProvenance(provenance: Provenance): Age {
  return provenance.basis === 'stated' ? provenance.age : (provenance.from?.age ?? 'fresh')
}

/** How old a field's value is; what a park is called and which list it is on does not grow old. */
export function ageOfValue(field: FieldKey, { provenance }: FieldValue): Age {
  return field === 'name' || field === 'kind' ? 'fresh' : ageOfProvenance(provenance)
}

function valuesOf(park: Park, inputs: ProfileInputs): Record<FieldKey | 'places', FieldValue[]> {
  const { origins, access, today } = inputs
  const { properties } = park
  const dateOf = (date: string | null, originId: string) =>
    date ?? origins.find((origin) => origin.id === originId)?.date ?? null
  const stated = (statement: Dated): StatedBy => {
    const date = dateOf(statement.date, statement.originId)
    const { originId, locator, confidence } = statement
    return { basis: 'stated', originId, locator, date, age: ageOf(date, today), confidence }
  }
  const figures = (...keys: Figure['key'][]): FieldValue[] =>
    properties.figures
      .filter(({ key }) => keys.includes(key))
      .map((figure) => ({ type: 'figure', figure, provenance: stated(figure) }))
  const notes = (...keys: Note['key'][]): FieldValue[] =>
    properties.notes
      .filter(({ key }) => keys.includes(key))
      .map((note) => ({ type: 'note', note, provenance: stated(note) }))
  const group = groupOf(park)
  const firstOrigin = properties.originIds[0] ?? ''
  const bySelf = stated({ originId: firstOrigin, locator: null, date: null, confidence: 'high' })
  const { readiness } = properties

  return {
    name: [
      {
        type: 'names',
        name_vi: properties.name_vi,
        name_en: properties.name_en,
        aliases: properties.aliases,
        provenance: bySelf,
      },
    ],
    kind: [
      {
        type: 'word',
        word: `invest.group.${group}`,
        provenance: group === 'programme' ? byProgramme(stated) : bySelf,
      },
    ],
    places: notes('location', 'extent'),
    developer: notes('developer'),
    decision: [...notes('decision'), ...figures('yearEstablished')],
    landRight: [],
    total: totalArea(park, figures('area')),
    leasable: figures('leasableArea', 'industrialArea'),
    leased: figures('leasedArea'),
    occupancy: sureFirst(figures('occupancy')),
    remaining: remaining(figures('leasableArea'), figures('leasedArea')),
    rent: figures('landRent'),
    rentUntil: [],
    power: figures('power'),
    water: [],
    wastewater: figures('wastewaterCapacity'),
    gas: [],
    telecom: [],
    access: [
      ...(access?.park.targets ?? []).map((target): FieldValue => ({
        type: 'access',
        target,
        provenance: { basis: 'computed', method: access?.method ?? noMethod, from: null },
      })),
      ...figures('roadDistance'),
    ],
    workingAge: [],
    peopleWithin30Minutes: access?.park.peopleWithin30Minutes
      ? [
          {
            type: 'measure',
            range: access.park.peopleWithin30Minutes,
            unit: 'people',
            provenance: { basis: 'computed', method: access.peopleMethod, from: null },
          },
        ]
      : [],
    jobs: figures('jobs'),
    sectors: notes('sectors'),
    incentives: [],
    investment: figures(
      'investment',
      'phaseInvestment',
      'fdiProjects',
      'fdiCapital',
      'domesticProjects',
      'domesticCapital',
    ),
    readiness: readiness
      ? [{ type: 'word', word: `invest.readiness.${readiness.level}`, provenance: stated(readiness) }]
      : [],
    // Of a park that the programme does not name, others tell how far it has come.
    status:
      group === 'programme'
        ? [{ type: 'word', word: `status.${properties.status}`, provenance: byProgramme(stated) }, ...notes('status')]
        : [],
    latest: group === 'programme' ? notes('statusNow') : notes('statusNow', 'status'),
    cautions: notes('disagreement', 'caution', 'hypothesis'),
    contact: contactsFrom(origins).map((contact) => ({
      type: 'contact',
      contact,
      provenance: stated({ originId: contact.origin.id, locator: null, date: null, confidence: 'high' }),
    })),
    verifiedOn: newest(park, inputs, dateOf).map(({ date, statement }) => ({
      type: 'date',
      date,
      provenance: stated(statement),
    })),
  }
}

const noMethod: Sentence = { text_vi: '', text_en: '' }
const remainingMethod: Sentence = {
  text_vi: 'Đất cho thuê được trừ đất đã cho thuê, hai số cùng nguồn, cùng ngày.',
  text_en: 'Leasable land minus leased land, both by the same source for the same date.',
  text_zh: '可出租土地减去已出租土地，两数出自同一来源、同一日期。',
  text_ja: '賃貸可能面積から賃貸済み面積を引いた値。どちらも同じ出典・同じ時点のもの。',
  text_ko: '임대 가능 용지에서 임대 완료 용지를 뺀 값. 둘 다 같은 출처, 같은 시점입니다.',
}

function byProgramme(stated: (statement: Dated) => StatedBy): StatedBy {
  return stated({ originId: 'action-programme-2021', locator: null, date: null, confidence: 'high' })
}

/** The area that is drawn and counted comes first; where none is, the unverified ones say so themselves. */
function totalArea(park: Park, areas: FieldValue[]): FieldValue[] {
  const { statedAreaHectares, statedAreaOriginId } = park.properties
  const isCounted = (value: FieldValue) =>
    value.type === 'figure' && value.figure.value === statedAreaHectares && value.figure.originId === statedAreaOriginId
  const counted = areas.find(isCounted)
  return counted ? [counted, ...areas.filter((value) => value !== counted)] : areas
}

function sureFirst(values: FieldValue[]): FieldValue[] {
  const isLow = (value: FieldValue) => value.provenance.basis === 'stated' && value.provenance.confidence === 'low'
  return [...values.filter((value) => !isLow(value)), ...values.filter(isLow)]
}

/** Leasable minus leased, only where one origin states both for one date. */
function remaining(leasable: FieldValue[], leased: FieldValue[]): FieldValue[] {
  return leasable.flatMap((whole): FieldValue[] => {
    if (whole.type !== 'figure') return []
    const taken = leased.find(
      (one) =>
        one.type === 'figure' && one.figure.originId === whole.figure.originId && one.figure.date === whole.figure.date,
    )
    if (taken?.type !== 'figure') return []
    const left = whole.figure.value - taken.figure.value
    if (left < 0) return []
    return [
      {
        type: 'measure',
        range: { low: left, value: left, high: left },
        unit: 'ha',
        provenance: {
          basis: 'computed',
          method: remainingMethod,
          from: whole.provenance.basis === 'stated' ? whole.provenance : null,
        },
      },
    ]
  })
}

type Dated = Pick<Figure, 'originId' | 'locator' | 'date' | 'confidence'>

/**
 * The newest dated statement about the park: until when what stands here was looked at by anybody.
 *
 * Where it lies is told by data about communes and roads, which say nothing new of the park; nor is it news that we
 * ourselves searched and found nothing.
 */
function newest(
  park: Park,
  { origins, today }: ProfileInputs,
  dateOf: (date: string | null, originId: string) => string | null,
): { date: string; statement: Dated }[] {
  const { figures, notes, readiness } = park.properties
  const told = notes.filter(({ key }) => key !== 'location' && key !== 'extent')
  const statements: Dated[] = [...figures, ...told, ...(readiness ? [readiness] : [])]
  const dated = statements.flatMap((statement) => {
    const date = dateOf(statement.date, statement.originId)
    const years = yearsSince(date, today)
    const isOurs = origins.some(({ id, kind }) => id === statement.originId && kind === 'search')
    return date && years !== null && !isOurs ? [{ date, years, statement }] : []
  })
  const [first] = dated.toSorted((one, other) => one.years - other.years)
  return first ? [first] : []
}
