import { useState } from 'react'
import { storyLanguageNames } from './story-language-names.ts'
import type { Scene, Story, StoryLanguage } from '../../../server/domain/story.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { languages } from '../../state/atlas-state.ts'
import { speakTexts } from '../speak-texts.ts'
import { Still } from '../Still.tsx'
import { changeText } from './change-story.ts'

interface Props {
  story: Story
  scene: Scene
  onChange: (change: Partial<Scene>) => void
  onTakeView: () => void
}

/** The words and the time of one scene, with a preview beside the map. */
export function SceneEditor({ story, scene, onChange, onTakeView }: Props) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [language, setLanguage] = useState<StoryLanguage>(state.language)
  const field = (part: 'title' | 'callout' | 'notes') => ({
    value: scene.texts[part]?.[language] ?? '',
    lang: language,
    onChange: (event: { target: { value: string } }) =>
      onChange({ texts: changeText(scene, part, language, event.target.value.normalize('NFC')) }),
  })
  return (
    <div className="scene-editor">
      <div className="scene-preview" aria-label={t('show.preview')} role="img">
        <Still story={story.id} scene={scene} language={state.language} className="scene-preview-still" />
        <div className="scene-preview-words">
          <strong>{speakTexts(scene.texts.title, language, scene.language)}</strong>
          <span>{speakTexts(scene.texts.callout, language, scene.language)}</span>
        </div>
      </div>
      <div className="scene-languages" role="group" aria-label={t('show.textLanguage')}>
        {languages.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            title={storyLanguageNames[one]}
            aria-label={storyLanguageNames[one]}
            aria-pressed={one === language}
            data-filled={Boolean(scene.texts.title[one])}
            onClick={() => setLanguage(one)}
          >
            {one.toUpperCase()}
          </button>
        ))}
      </div>
      <label className="field">
        {t('show.sceneTitle')}
        <input type="text" className="text-input" id="scene-title" maxLength={200} {...field('title')} />
      </label>
      <label className="field">
        {t('show.sceneText')}
        <textarea className="text-input" rows={3} maxLength={400} {...field('callout')} />
      </label>
      <label className="field">
        {t('show.notes')}
        <textarea className="text-input" rows={3} maxLength={4000} {...field('notes')} />
      </label>
      <label className="field field-short">
        {t('show.duration')}
        <input
          type="number"
          className="text-input"
          min={3}
          max={3600}
          value={scene.durationSeconds}
          onChange={(event) => {
            const seconds = Math.round(Number(event.target.value))
            if (seconds >= 3 && seconds <= 3600) onChange({ durationSeconds: seconds })
          }}
        />
      </label>
      <button type="button" className="button" onClick={onTakeView}>
        {t('show.takeView')}
      </button>
    </div>
  )
}
