import type { Scene } from '../../server/domain/story.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { speakTexts } from './speak-texts.ts'

/** What the presenter wants to remember. */
export function Notes({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  return (
    <aside className="stage-notes" aria-label={t('show.notes')}>
      <p>{speakTexts(scene.texts.notes, language, scene.language) || t('show.noNotes')}</p>
    </aside>
  )
}
