import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../state/atlas-state.ts'

/** The words of the interface, one file a language, each fetched when first spoken. */
const words: Record<Language, () => Promise<{ default: object }>> = {
  vi: () => import('./vi.json'),
  en: () => import('./en.json'),
}

export async function startSpeaking(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: (await words[language]()).default } },
  })
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await words[language]()).default)
  }
  await i18next.changeLanguage(language)
}
