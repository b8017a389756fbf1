import type { Story } from '../../server/domain/story.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { speakTexts } from './speak-texts.ts'

interface Props {
  story: Story
  current: number
  onChoose: (index: number) => void
}

/** The scenes by number and title; one press leads there. */
export function SceneList({ story, current, onChoose }: Props) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  return (
    <ol className="scene-list" aria-label={t('show.scenes')}>
      {story.scenes.map((scene, index) => (
        <li key={scene.id}>
          <button type="button" aria-current={index === current ? 'step' : undefined} onClick={() => onChoose(index)}>
            <span className="scene-number">{index + 1}</span>
            <span>{speakTexts(scene.texts.title, language, scene.language)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
