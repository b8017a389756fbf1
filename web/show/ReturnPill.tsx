import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { useEnterScene } from './use-enter-scene.ts'
import { useStory } from './use-story.ts'
import '../theme/show.css'

/** While the presenter looks round outside the story: one press leads back to the same scene and camera. */
export default function ReturnPill() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { data: story } = useStory(state.show?.story ?? null)
  const enter = useEnterScene()
  const index = story?.scenes.findIndex(({ id }) => id === state.show?.scene) ?? -1
  if (!story || index < 0 || state.mode === 'show') return null
  return (
    <button type="button" className="return-pill" onClick={() => enter(story, index)}>
      ▶ {t('show.resume', { number: index + 1 })}
    </button>
  )
}
