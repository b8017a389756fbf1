import i18next from 'i18next'
import type { Language } from '../state/atlas-state.ts'

/**
 * The words of the interface: for each language what the first view needs, and the rest, which panels
 * and cards wait for.
 */
type Words = () => Promise<{ default: object }>
const words: Record<Language, { first: Words; details: Words }> = {
  vi: { first: () => import('./vi.json'), details: () => import('./vi-details.json') },
  en: { first: () => import('./en.json'), details: () => import('./en-details.json') },
}

const withDetails = new Set<Language>()
let language: Language = 'vi'

export async function startSpeaking(first: Language): Promise<void> {
  language = first
  await i18next.init({
    lng: first,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { [first]: { translation: (await words[first].first()).default } },
  })
}

export async function speak(next: Language): Promise<void> {
  language = next
  if (!i18next.hasResourceBundle(next, 'translation')) await add(next, words[next].first)
  if (withDetails.size > 0) await loadDetails()
  await i18next.changeLanguage(next)
}

/** The words beyond the first view, in the language now spoken. */
export async function loadDetails(): Promise<void> {
  if (withDetails.has(language)) return
  withDetails.add(language)
  await add(language, words[language].details)
}

async function add(into: Language, load: Words): Promise<void> {
  i18next.addResourceBundle(into, 'translation', (await load()).default, true, true)
}
