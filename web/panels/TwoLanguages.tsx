import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'

/** Said above a part of the planner's that speaks Vietnamese and English only, to a reader of another language. */
export function TwoLanguages() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return state.language === 'vi' || state.language === 'en' ? null : (
    <p className="notice" role="note">
      {t('app.twoLanguages')}
    </p>
  )
}
