import type { Sentence } from '../../../server/domain/analysis.ts'
import type { DrivingSpeed } from '../../../server/domain/driving.ts'
import type { Figure } from '../../../server/domain/provenance.ts'
import type { Language } from '../../state/atlas-state.ts'

/** What a note or a method says in the reader's language, or else in English, with the language it is in. */
export function noteText(said: Sentence, language: Language): { text: string; lang: Language } {
  return ownOrEnglish(said[`text_${language}`], said.text_en, language)
}

/** Why a speed is assumed, in the same way. */
export function basisText(speed: DrivingSpeed, language: Language) {
  return ownOrEnglish(speed[`basis_${language}`], speed.basis_en, language)
}

function ownOrEnglish(own: string | undefined, english: string, language: Language): { text: string; lang: Language } {
  return own === undefined ? { text: english, lang: 'en' } : { text: own, lang: language }
}

/** What a figure is about, in the reader's language or else in English; undefined: the feature alone says it. */
export function aboutText(figure: Figure, language: Language): string | undefined {
  return figure[`about_${language}`] ?? figure.about_en
}
