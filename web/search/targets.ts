/**
 * What can be found: every feature of the atlas, and what the programme says apart from the map (its
 * figures, pillars and clauses) with the documents behind both.
 */
import type { PlanDocument, SearchEntry } from '../../server/domain/analysis.ts'
import type { CollectionId } from '../../server/domain/collections.ts'

export type SearchTarget = FeatureTarget | DocumentTarget

interface Target {
  id: string
  name_vi: string
  name_en: string
  /** 0 to 100: of two equally good matches the heavier one comes first. */
  weight: number
}

export interface FeatureTarget extends Target {
  type: 'feature'
  entry: SearchEntry
  collection: CollectionId
  /** A former commune: the district it lay in. */
  district: SearchEntry | null
  /** A unit that no longer exists: the units of today on its ground. */
  today: SearchEntry[]
}

export interface DocumentTarget extends Target {
  type: 'origin' | 'figure' | 'pillar' | 'clause'
}

/** Spellings by which a target is found beside its names, and words that tell it from its namesakes. */
export interface Searchable {
  target: SearchTarget
  aliases: readonly string[]
  context: string
}

export type SearchablePlan = Pick<PlanDocument, 'figures' | 'pillars' | 'clauses' | 'origins'>

/** Units as the programme writes them behind a number. */
const spoken: Partial<Record<SearchablePlan['figures'][number]['unit'], string>> = {
  billionUsd: 'tỷ USD',
  billionVnd: 'tỷ đồng',
  billionVndPerYear: 'tỷ đồng',
  usdPerPerson: 'USD',
}

const documentWeights = { figure: 15, pillar: 12, clause: 8, origin: 5 } as const

export function toSearchables(entries: readonly SearchEntry[], plan: SearchablePlan | null): Searchable[] {
  return [...toFeatures(entries), ...(plan ? toDocuments(plan) : [])]
}

function toFeatures(entries: readonly SearchEntry[]): Searchable[] {
  const districts = new Map(
    entries.filter(({ collection }) => collection === 'districts').map((entry) => [entry.id, entry]),
  )
  const units = new Map(entries.filter(({ collection }) => collection === 'units').map((entry) => [entry.id, entry]))
  return entries.map((entry) => {
    const district = districts.get(entry.districtId ?? '') ?? null
    const today = (entry.unitIds ?? []).flatMap((id) => units.get(id) ?? [])
    const { id, name_vi, name_en, weight, collection } = entry
    return {
      target: { type: 'feature', id, name_vi, name_en, weight, collection, entry, district, today },
      aliases: entry.aliases,
      context: district?.name_vi ?? '',
    }
  })
}

function toDocuments({ figures, pillars, clauses, origins }: SearchablePlan): Searchable[] {
  return [
    ...figures.map(({ id, label_vi, label_en, clause, unit, values }) =>
      toDocument('figure', id, label_vi, label_en, [
        clause,
        ...values.map(({ value }) => `${value} ${spoken[unit] ?? unit}`),
      ]),
    ),
    ...pillars.map(({ id, name_vi, name_en }) => toDocument('pillar', id, name_vi, name_en, [])),
    ...clauses.map(({ id, title_vi, title_en }) => toDocument('clause', id, title_vi, title_en, [id])),
    ...origins.map(({ id, title, title_vi = title, publisher, publisher_vi }) =>
      toDocument('origin', id, title_vi, title, [publisher ?? '', publisher_vi ?? ''].filter(Boolean)),
    ),
  ]
}

function toDocument(
  type: DocumentTarget['type'],
  id: string,
  name_vi: string,
  name_en: string,
  aliases: string[],
): Searchable {
  return { target: { type, id, name_vi, name_en, weight: documentWeights[type] }, aliases, context: '' }
}
