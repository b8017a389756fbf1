import type { Sentence } from '../../../server/domain/analysis.ts'
import type { Figure } from '../../../server/domain/provenance.ts'
import type { Language } from '../../state/atlas-state.ts'

/** What a note or a method says in the reader's language, or else in English, with the language it is in. */
export function noteText(said: Sentence, language: Language): { text: string; lang: Language } {
  const own = said[`text_${language}`]
  return own === undefined ? { text: said.text_en, lang: 'en' } : { text: own, lang: language }
}

/** What a figure is about, in the reader's language or else in English; undefined: the feature alone says it. */
export function aboutText(figure: Figure, language: Language): string | undefined {
  return figure[`about_${language}`] ?? figure.about_en
}
