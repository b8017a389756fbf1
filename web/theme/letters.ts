import type { Language } from '../state/atlas-state.ts'

/**
 * The letters that a language needs beyond those of the first view, fetched when it is first spoken: a list of small
 * files of which the browser takes those whose letters are on the page.
 */
const letters: Partial<Record<Language, () => Promise<unknown>>> = {
  zh: () => import('@fontsource-variable/noto-sans-sc/index.css'),
  ja: () => import('@fontsource-variable/noto-sans-jp/index.css'),
  ko: () => import('@fontsource-variable/noto-sans-kr/index.css'),
}

export function loadLetters(language: Language): void {
  // Without them the system's own letters serve.
  void letters[language]?.().catch(() => undefined)
}
