import type { Scene } from '../../server/domain/story.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { madeStill } from './stills.ts'

/** A picture of the map in a scene: kept with the scene, or made beforehand for the stories of the atlas. */
export function Still({ story, scene, className }: { story: string; scene: Scene; className: string }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const address = scene.still ?? madeStill(story, scene.id, language)
  return address ? (
    <img className={className} src={address} alt="" />
  ) : (
    <span className={`still-missing ${className}`}>{t('show.noStill')}</span>
  )
}
