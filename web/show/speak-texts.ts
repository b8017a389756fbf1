import type { Texts } from '../../server/domain/story.ts'
import type { Language } from '../state/atlas-state.ts'

/** The words in the language now spoken, or else in the one they were written in, in English or in Vietnamese. */
export function speakTexts(texts: Texts | undefined, language: Language, writtenIn?: Language): string {
  if (!texts) return ''
  const order = [language, writtenIn, 'en', 'vi', 'zh', 'ja', 'ko'] as const
  return order.map((one) => (one ? texts[one] : '')).find(Boolean) ?? ''
}
