import type { Origin } from '../../server/domain/provenance.ts'
import type { Language } from '../state/atlas-state.ts'

/** A document's title in the reader's language, as far as it is in words of ours. */
export function titleOf(origin: Origin, language: Language): string {
  return (language === 'en' ? undefined : origin[`title_${language}`]) ?? origin.title
}

/** Who published it, in the same way. */
export function publisherOf(origin: Origin, language: Language): string | null {
  return (language === 'en' ? undefined : origin[`publisher_${language}`]) ?? origin.publisher
}

/** Title and publisher, as lists of sources have them. */
export function citationOf(origin: Origin, language: Language): string {
  return [titleOf(origin, language), publisherOf(origin, language)].filter(Boolean).join(' · ')
}
