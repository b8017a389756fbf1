import type { StoryLanguage } from '../../../server/domain/story.ts'

/** Each language by its own name. */
export const storyLanguageNames: Record<StoryLanguage, string> = {
  vi: 'Tiếng Việt',
  en: 'English',
  zh: '中文',
  ja: '日本語',
  ko: '한국어',
}
