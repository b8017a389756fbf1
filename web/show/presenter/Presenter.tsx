import { useEffect, useRef, useState } from 'react'
import { speak } from '../../i18n/index.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Scene, Story } from '../../../server/domain/story.ts'
import type { Language } from '../../state/atlas-state.ts'
import type { ShowCommand } from '../show-keys.ts'
import { speakTexts } from '../speak-texts.ts'
import { Still } from '../Still.tsx'
import { useShowKeys } from '../use-show-keys.ts'
import { useStory } from '../use-story.ts'
import { listenToShow, type ShowReport } from './show-channel.ts'
import { formatClock, formatElapsed } from './clock.ts'
import '../../theme/presenter.css'

/** The presenter's own window: notes, this scene and the next, clock and time spent; it drives the show. */
export default function Presenter() {
  const { t } = useTranslation()
  const [report, setReport] = useState<ShowReport | null>(null)
  const link = useRef<ReturnType<typeof listenToShow> | null>(null)
  const { data: story } = useStory(report?.story ?? null)
  const language = report?.language

  useEffect(() => {
    const opened = listenToShow(setReport)
    link.current = opened
    return () => opened.stop()
  }, [])
  useEffect(() => {
    if (!language) return
    document.documentElement.lang = language
    void speak(language)
  }, [language])
  useEffect(() => {
    document.title = `${t('show.presenter')} · ${t('app.title')}`
  }, [t])

  const act = (command: ShowCommand) => {
    // Notes and lists are read here, not on the projector; the show is left where it runs.
    if (!['leave', 'full-screen', 'notes', 'list'].includes(command.do)) link.current?.send(command)
  }
  const digits = useShowKeys(act)

  if (!report || !story)
    return (
      <main className="presenter presenter-empty">
        <h1>{t('show.presenter')}</h1>
        <p role="status">{t('show.waitingForShow')}</p>
      </main>
    )
  const index = Math.max(
    0,
    story.scenes.findIndex(({ id }) => id === report.scene),
  )
  const scene = story.scenes[index]
  if (!scene) return null
  return (
    <main className="presenter" data-scene={scene.id} data-blank={report.isBlank}>
      <header className="presenter-head">
        <p>{speakTexts(story.title, report.language)}</p>
        <p className="presenter-place">{t('show.sceneOf', { number: index + 1, count: story.scenes.length })}</p>
        <Times report={report} story={story} index={index} />
      </header>
      <section className="presenter-now" aria-label={t('show.thisScene')}>
        <h1>{speakTexts(scene.texts.title, report.language, scene.language)}</h1>
        <Still story={story.id} scene={scene} language={report.language} className="presenter-still" />
        {report.isBlank ? <p className="presenter-blank">{t('show.blanked')}</p> : null}
      </section>
      <section className="presenter-notes" aria-label={t('show.notes')}>
        <h2>{t('show.notes')}</h2>
        <p>{speakTexts(scene.texts.notes, report.language, scene.language) || t('show.noNotes')}</p>
      </section>
      <NextScene story={story} scene={story.scenes[index + 1]} language={report.language} />
      <nav className="presenter-bar" aria-label={t('show.title')}>
        <Button act={act} command={{ do: 'previous' }} label={t('show.previous')} face="←" />
        <Button act={act} command={{ do: 'next' }} label={t('show.next')} face="→" isStrong />
        <Button act={act} command={{ do: 'blank' }} label={t('show.blank')} face="B" />
        <Button
          act={act}
          command={{ do: 'language' }}
          label={t('show.language')}
          face={report.language.toUpperCase()}
        />
        <Button act={act} command={{ do: 'contrast' }} label={t('show.contrast')} face="◐" />
        <label className="presenter-jump">
          {t('show.jumpList')}
          <select value={index} onChange={(event) => act({ do: 'jump', number: Number(event.target.value) + 1 })}>
            {story.scenes.map((one, number) => (
              <option key={one.id} value={number}>
                {number + 1}. {speakTexts(one.texts.title, report.language, one.language)}
              </option>
            ))}
          </select>
        </label>
        {digits ? <span role="status">{t('show.goingTo', { digits })}</span> : null}
      </nav>
    </main>
  )
}

function NextScene({ story, scene, language }: { story: Story; scene: Scene | undefined; language: Language }) {
  const { t } = useTranslation()
  return (
    <section className="presenter-next" aria-label={t('show.nextScene')}>
      <h2>{t('show.nextScene')}</h2>
      {scene ? (
        <>
          <Still story={story.id} scene={scene} language={language} className="presenter-still" />
          <p>{speakTexts(scene.texts.title, language, scene.language)}</p>
        </>
      ) : (
        <p>{t('show.theEnd')}</p>
      )}
    </section>
  )
}

/** The clock, the time since the start, and the time the story meant to have taken up to the end of this scene. */
function Times({ report, story, index }: { report: ShowReport; story: Story; index: number }) {
  const { t } = useTranslation()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const planned = story.scenes.slice(0, index + 1).reduce((sum, { durationSeconds }) => sum + durationSeconds, 0)
  const elapsed = report.startedAt === null ? 0 : Math.max(0, (now - report.startedAt) / 1000)
  return (
    <dl className="presenter-times">
      <div>
        <dt>{t('show.clock')}</dt>
        <dd>{formatClock(now, report.language)}</dd>
      </div>
      <div data-late={elapsed > planned}>
        <dt>{t('show.elapsed')}</dt>
        <dd>{formatElapsed(elapsed)}</dd>
      </div>
      <div>
        <dt>{t('show.planned')}</dt>
        <dd>{formatElapsed(planned)}</dd>
      </div>
    </dl>
  )
}

interface ButtonProps {
  act: (command: ShowCommand) => void
  command: ShowCommand
  label: string
  face: string
  isStrong?: boolean
}

function Button({ act, command, label, face, isStrong = false }: ButtonProps) {
  return (
    <button
      type="button"
      className={isStrong ? 'button button-strong' : 'button'}
      aria-label={label}
      title={label}
      onClick={() => act(command)}
    >
      {face}
    </button>
  )
}
