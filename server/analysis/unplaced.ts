/**
 * What the documents name but nobody has placed: listed with the reason, so that it is never just missing.
 */
import type { Sentence, UnplacedFeature } from '../domain/analysis.ts'
import { Status, type CollectionId } from '../domain/collections.ts'
import type { Note } from '../domain/provenance.ts'

export interface PerhapsUnplaced {
  id: string
  geometry: unknown
  properties: { name_vi: string | null; name_en: string | null; kind: string; [name: string]: unknown }
}

const nothingFound: Sentence = {
  text_vi: 'Chưa tìm thấy văn bản nào nói vị trí.',
  text_en: 'No document was found that says where it is.',
}

/** Notes that can say why a thing has no place, the best first. */
const telling: readonly Note['key'][] = ['location', 'extent', 'hypothesis', 'route', 'caution']

export function findUnplaced(
  collections: Iterable<{ id: CollectionId; features: readonly PerhapsUnplaced[] }>,
): UnplacedFeature[] {
  return [...collections].flatMap(({ id: collection, features }) =>
    features
      .filter(({ geometry }) => geometry === null)
      .map(({ id, properties }): UnplacedFeature => {
        const note = reasonOf(properties['notes'])
        return {
          collection,
          id,
          name_vi: properties.name_vi ?? id,
          name_en: properties.name_en ?? properties.name_vi ?? id,
          kind: properties.kind,
          status: toStatus(properties['status']),
          clauses: Array.isArray(properties['clauses']) ? (properties['clauses'] as string[]) : [],
          reason: note ? { text_vi: note.text_vi, text_en: note.text_en } : nothingFound,
          originId: note?.originId ?? null,
        }
      }),
  )
}

function reasonOf(notes: unknown): Note | undefined {
  if (!Array.isArray(notes)) return undefined
  const known = notes as Note[]
  for (const key of telling) {
    const note = known.find((one) => one.key === key)
    if (note) return note
  }
  return undefined
}

function toStatus(value: unknown): UnplacedFeature['status'] {
  return Status.enum.find((status) => status === value) ?? null
}
