import type { Scene } from '../../server/domain/story.ts'
import type { Language } from '../state/atlas-state.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { madeStill } from './stills.ts'

interface Props {
  story: string
  scene: Scene
  /** Given, since the presenter's window has no state of the atlas of its own. */
  language: Language
  className: string
}

/** A picture of the map in a scene: kept with the scene, or made beforehand for the stories of the atlas. */
export function Still({ story, scene, language, className }: Props) {
  const { t } = useTranslation()
  const address = scene.still ?? madeStill(story, scene.id, language)
  return address ? (
    <img className={className} src={address} alt="" />
  ) : (
    <span className={`still-missing ${className}`}>{t('show.noStill')}</span>
  )
}
