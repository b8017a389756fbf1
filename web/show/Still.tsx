import type { Scene } from '../../server/domain/story.ts'
import { useTranslation } from '../i18n/use-translation.ts'

const files = import.meta.glob<string>('./stills/*/*.webp', { eager: true, query: '?url', import: 'default' })

/** A picture of the map in a scene: kept with the scene, or made beforehand for the stories of the atlas. */
export function Still({ story, scene, className }: { story: string; scene: Scene; className: string }) {
  const { t } = useTranslation()
  const address = scene.still ?? files[`./stills/${story}/${scene.id}.webp`]
  return address ? (
    <img className={className} src={address} alt="" />
  ) : (
    <span className={`still-missing ${className}`}>{t('show.noStill')}</span>
  )
}
