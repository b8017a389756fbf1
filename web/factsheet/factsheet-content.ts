import type { i18n } from 'i18next'
import type { AccessTarget } from '../../server/domain/access.ts'
import type { Origin } from '../../server/domain/provenance.ts'
import { amountText, figureText, measureText } from '../format/figure-text.ts'
import { formatDate, formatNumber, formatRadius } from '../format/numbers.ts'
import { citationOf, publisherOf } from '../format/origin.ts'
import {
  ageOfValue,
  fieldOf,
  profileSections,
  type FieldKey,
  type FieldValue,
  type ParkProfile,
  type ProfileSection,
} from '../invest/profile.ts'
import type { Age } from '../invest/age.ts'
import { aboutText, noteText } from '../panels/invest/note-text.ts'
import { formatName } from '../format/name.ts'
import type { Language } from '../state/atlas-state.ts'

/**
 * What a factsheet says, in words and before any layout: every field in the order of the profile, each value with
 * the number of its source, and what nobody has published.
 */
export interface FactsheetContent {
  title: string
  /** The name in the other language of the pair Vietnamese – English. */
  otherTitle: string
  kind: string
  highlights: readonly Highlight[]
  sections: readonly { section: ProfileSection; title: string; rows: readonly ContentRow[] }[]
  access: { headers: readonly string[]; rows: readonly (readonly string[])[]; note: string } | null
  /** Labels of the fields without a value. */
  unknown: readonly string[]
  sources: readonly string[]
  uncertainty: string | null
}

export interface Highlight {
  label: string
  value: string
  basis: 'stated' | 'computed' | 'none'
  /** That it is hardly sure, ageing or stale; null: nothing of it. */
  caution: string | null
}
export interface ContentRow {
  label: string
  values: readonly ContentValue[]
}
export interface ContentValue {
  text: string
  /** A number that is stated, one that is computed, words, or nothing known. */
  basis: 'stated' | 'computed' | 'words' | 'none'
  about: string | null
  /** `[3] · 11/2024 · ageing`. */
  source: string | null
}

export interface ContentInputs {
  profile: ParkProfile
  origins: readonly Origin[]
  language: Language
  t: i18n['t']
  /** The method behind the access table. */
  accessMethod: string | null
  accessPhase: number
}

export function factsheetContent(inputs: ContentInputs): FactsheetContent {
  const { profile, language, t, origins } = inputs
  const cited: string[] = []
  const cite = (originId: string) => {
    if (!cited.includes(originId)) cited.push(originId)
    return cited.indexOf(originId) + 1
  }
  const sections = (Object.keys(profileSections) as ProfileSection[])
    .filter((section) => section !== 'access')
    .map((section) => ({
      section,
      title: t(`invest.section.${section}`),
      rows: profile.fields
        .filter((field) => field.section === section && field.key !== 'name')
        .map((field) => ({
          label: t(`invest.field.${field.key}`),
          values:
            field.values.length > 0
              ? field.values.map((value) => toContentValue(field.key, value, inputs, cite))
              : [{ text: t('app.noData'), basis: 'none' as const, about: null, source: null }],
        })),
    }))
  const targets = fieldOf(profile, 'access').values.flatMap((value) => (value.type === 'access' ? [value.target] : []))
  const { name_vi, name_en, uncertaintyMeters } = profile.park.properties
  return {
    title: formatName(profile.park.properties, language, t),
    otherTitle: language === 'vi' ? name_en : name_vi,
    kind: t(`invest.group.${profile.group}`),
    highlights: highlightsOf(inputs),
    sections,
    access: targets.length > 0 ? accessOf(targets, inputs) : null,
    unknown: profile.fields.filter((field) => field.values.length === 0).map((field) => t(`invest.field.${field.key}`)),
    sources: cited.map((id, index) => `[${index + 1}] ${sourceText(id, origins, language, t)}`),
    uncertainty: uncertaintyMeters === null ? null : formatRadius(uncertaintyMeters, language),
  }
}

/** The four numbers that are asked for first. */
function highlightsOf({ profile, language, t }: ContentInputs): Highlight[] {
  const first = (key: FieldKey): FieldValue | undefined => fieldOf(profile, key).values[0]
  const port = fieldOf(profile, 'access').values.find(
    (value) => value.type === 'access' && value.target.role === 'nghi-son-port',
  )
  const none = { value: t('app.noData'), basis: 'none' as const, caution: null }
  const figure = (key: FieldKey) => {
    const value = first(key)
    if (value?.type !== 'figure') return none
    const unsure = value.figure.confidence === 'low' ? t('confidence.low') : null
    const caution = [unsure, ageText(ageOfValue(key, value), t)].filter(Boolean).join(' · ') || null
    return { value: figureText(value.figure, language, t), basis: 'stated' as const, caution }
  }
  const people = first('peopleWithin30Minutes')
  const road = port?.type === 'access' ? port.target.roadKilometers : null
  return [
    { label: t('invest.field.total'), ...figure('total') },
    { label: t('invest.field.occupancy'), ...figure('occupancy') },
    {
      label: t('invest.role.nghi-son-port'),
      ...(road
        ? {
            value: t('invest.amount.km', { value: amountText(road, 'km', language) }),
            basis: 'computed' as const,
            caution: null,
          }
        : none),
    },
    {
      label: t('invest.field.peopleWithin30Minutes'),
      ...(people?.type === 'measure'
        ? { value: measureText(people.range, people.unit, language, t), basis: 'computed' as const, caution: null }
        : none),
    },
  ]
}

function ageText(age: Age, t: i18n['t']): string | null {
  return age === 'ageing' || age === 'stale' ? t(`invest.age.${age}`) : null
}

function toContentValue(
  key: FieldKey,
  value: FieldValue,
  inputs: ContentInputs,
  cite: (originId: string) => number,
): ContentValue {
  const { language, t } = inputs
  const { provenance } = value
  const by = provenance.basis === 'stated' ? provenance : provenance.from
  const source =
    [
      provenance.basis === 'computed' ? t('invest.computed') : null,
      by ? `[${cite(by.originId)}]` : null,
      by?.locator ?? null,
      by ? (by.date ? formatDate(by.date, language) : t('provenance.undated')) : null,
      by?.confidence === 'low' ? t('confidence.low') : null,
      ageText(ageOfValue(key, value), t),
    ]
      .filter(Boolean)
      .join(' · ') || null
  switch (value.type) {
    case 'figure': {
      const { figure } = value
      return {
        text: figureText(figure, language, t),
        basis: 'stated',
        about: aboutText(figure, language) ?? null,
        source,
      }
    }
    case 'note':
      return { text: noteText(value.note, language).text, basis: 'words', about: null, source }
    case 'word':
      return { text: t(value.word), basis: 'words', about: null, source }
    case 'measure':
      return { text: measureText(value.range, value.unit, language, t), basis: 'computed', about: null, source }
    case 'contact':
      return {
        text: publisherOf(value.contact.origin, language) ?? '',
        basis: 'words',
        about: [t(`invest.contactRole.${value.contact.role}`), value.contact.origin.address]
          .filter(Boolean)
          .join(' · '),
        source,
      }
    case 'date':
      return { text: formatDate(value.date, language), basis: 'stated', about: null, source }
    case 'names':
    case 'access':
      return { text: '', basis: 'words', about: null, source }
  }
}

function accessOf(targets: readonly AccessTarget[], inputs: ContentInputs): FactsheetContent['access'] {
  const { language, t, accessMethod, accessPhase } = inputs
  const none = t('app.noData')
  return {
    headers: [t('invest.accessTo'), t('factsheet.road'), t('factsheet.minutes'), t('factsheet.straight')],
    rows: targets.map((target) => {
      const name = formatName(target, language, t)
      const role = t(`invest.role.${target.role}`)
      return [
        name && named.has(target.role) ? `${role}: ${name}` : role,
        target.roadKilometers ? amountText(target.roadKilometers, 'km', language) : none,
        target.minutes ? amountText(target.minutes, 'minutes', language) : none,
        target.straightKilometers ? amountText(target.straightKilometers, 'km', language) : none,
      ]
    }),
    note: [t('factsheet.accessNote', { phase: accessPhase }), accessMethod].filter(Boolean).join(' '),
  }
}

/** Of several the nearest is taken, so it is named. */
const named = new Set(['port', 'interchange', 'station', 'border-gate'])

function sourceText(id: string, origins: readonly Origin[], language: Language, t: i18n['t']): string {
  const origin = origins.find((one) => one.id === id)
  if (!origin) return id
  const date = origin.date ? formatDate(origin.date, language) : t('provenance.undated')
  return `${citationOf(origin, language)} · ${date}`
}

/** Every letter of the content, for the choice of fonts. */
export function lettersOf(content: FactsheetContent): string {
  return JSON.stringify(content) + formatNumber(0, 'en')
}
