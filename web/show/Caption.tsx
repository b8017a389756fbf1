import type { Scene, Story } from '../../server/domain/story.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { Callouts } from './callouts/Callouts.tsx'
import { MissingParts } from './callouts/MissingParts.tsx'
import { SourceLine } from './callouts/SourceLine.tsx'
import { speakTexts } from './speak-texts.ts'

/** The words of a scene: title, a sentence, its numbers, and in small print where all of it comes from. */
export function Caption({ story, scene }: { story: Story; scene: Scene }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const number = story.scenes.indexOf(scene) + 1
  const sentence = speakTexts(scene.texts.callout, language, scene.language)
  return (
    <article className={number === 1 ? 'caption caption-opening' : 'caption'} data-scene={scene.id}>
      <p className="caption-kicker">
        <span>{t('show.sceneOf', { number, count: story.scenes.length })}</span>
        {number > 1 ? <span>{speakTexts(story.title, language)}</span> : null}
      </p>
      <h1 className="caption-title">{speakTexts(scene.texts.title, language, scene.language)}</h1>
      {sentence ? <p className="caption-text">{sentence}</p> : null}
      <Callouts scene={scene} />
      <MissingParts scene={scene} />
      {scene.sources && scene.sources.length > 0 ? (
        <p className="caption-sources">
          {scene.sources.map(({ origin, locator }, index) => (
            <span key={`${origin}-${locator ?? index}`}>
              <SourceLine originId={origin} locator={locator} isFull />
            </span>
          ))}
        </p>
      ) : null}
    </article>
  )
}
