import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { languages, type Language } from '../state/atlas-state.ts'

/** Each language by its own name, so that a reader finds theirs in a page they cannot read. */
export const languageNames: Record<Language, string> = {
  vi: 'Tiếng Việt',
  en: 'English',
  zh: '中文',
  ja: '日本語',
  ko: '한국어',
}

/** Many machines have no letters for these three: beside boxes stands a name that everybody can read. */
const inLatin: Partial<Record<Language, string>> = { zh: 'Chinese', ja: 'Japanese', ko: 'Korean' }

export function LanguageChoice() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  return (
    <span className="bar-button language-choice">
      <span aria-hidden="true">{state.language.toUpperCase()}</span>
      <select
        aria-label={t('top.language')}
        value={state.language}
        onChange={(event) => {
          const language = languages.find((one) => one === event.target.value)
          if (language) dispatch({ type: 'speak', language })
        }}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {[languageNames[language], inLatin[language]].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </span>
  )
}
