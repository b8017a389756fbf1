import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import type { Presentation } from '../layers/presentation.ts'
import { Caption } from './Caption.tsx'
import { enterFullScreen, leaveFullScreen } from './full-screen.ts'
import { Notes } from './Notes.tsx'
import { useReporting } from './presenter/show-channel.ts'
import type { ShowCommand } from './show-keys.ts'
import { useShowMemory } from './show-store.ts'
import { ShowBar } from './ShowBar.tsx'
import { SceneList } from './SceneList.tsx'
import { Still } from './Still.tsx'
import { useFit } from './use-fit.ts'
import { useIdlePointer } from './use-idle-pointer.ts'
import { useSceneDrawings } from './use-scene-drawings.ts'
import { useSceneFlight } from './use-scene-flight.ts'
import { useShowKeys } from './use-show-keys.ts'
import { useShowPlayer } from './use-show-player.ts'
import { useStageLayout } from './use-stage-layout.ts'
import { useStory } from './use-story.ts'
import { useSwipe } from './use-swipe.ts'
import { useWordsAtRest } from './use-words-at-rest.ts'
import '../theme/show.css'

/** The show itself: the map, one scene's words over it, and nothing else. */
export default function Show({ drawable }: { drawable: boolean }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { data: story } = useStory(state.show?.story ?? null)
  const player = useShowPlayer(story ?? null)
  const { isBlank, isPlaying, contrast } = useShowMemory()
  const [opened, setOpened] = useState<'notes' | 'list' | null>(null)
  const layout = useStageLayout(contrast === 'high')
  // Without a map there is nothing to wait for: the picture of the scene is there at once.
  const arrived = useSceneFlight(player.scene, player.next, layout)
  const { scale } = layout
  const presentation = useMemo(
    (): Presentation => ({ scale, leastTextSize: contrast === 'high' ? 24 : 11.5 * scale, contrast }),
    [scale, contrast],
  )
  const drawn = useSceneDrawings(player.scene, player.next, presentation)
  const words = useRef<HTMLDivElement>(null)
  const spoken = useWordsAtRest(words, player.scene?.id ?? null)
  const settled = spoken && ((arrived && drawn) || !drawable)
  const isIdle = useIdlePointer()
  const stage = useRef<HTMLElement>(null)

  const act = (command: ShowCommand) => {
    switch (command.do) {
      case 'next':
        return useShowMemory.getState().isBlank ? useShowMemory.setState({ isBlank: false }) : player.step(1)
      case 'previous':
        return player.step(-1)
      case 'first':
        return player.goTo(0)
      case 'last':
        return player.goTo(Number.MAX_SAFE_INTEGER)
      case 'jump':
        return player.goTo(command.number - 1)
      case 'blank':
        return useShowMemory.setState({ isBlank: !isBlank })
      case 'full-screen':
        return void (document.fullscreenElement ? leaveFullScreen() : enterFullScreen())
      case 'notes':
        return setOpened(opened === 'notes' ? null : 'notes')
      case 'list':
        return setOpened(opened === 'list' ? null : 'list')
      case 'language':
        return player.nextLanguage()
      case 'contrast':
        return useShowMemory.setState({ contrast: contrast === 'high' ? 'normal' : 'high' })
      case 'play':
        return useShowMemory.setState({ isPlaying: !isPlaying })
      case 'leave':
        return opened ? setOpened(null) : player.leave()
      case 'digits':
      case 'none':
    }
  }
  const digits = useShowKeys(act)
  const { startedAt } = useShowMemory()
  useReporting(
    story && player.scene
      ? { story: story.id, scene: player.scene.id, language: state.language, isBlank, isPlaying, contrast, startedAt }
      : null,
    act,
  )
  const swipe = useSwipe((step) => act({ do: step === 1 ? 'next' : 'previous' }))
  useAutoPlay(isPlaying && settled, player.scene?.durationSeconds ?? 0, () => act({ do: 'next' }))

  // Touch screens only: a portrait screen on a wall is as tall as its words need it, by smaller letters.
  const scrolls = layout.shape === 'band' && matchMedia('(pointer: coarse)').matches
  useFit(words, scrolls ? 'scroll' : contrast === 'normal' ? 'shrink' : 'drop')
  useEffect(() => stage.current?.focus(), [])
  const title = useMemo(() => t('show.stage', { title: t('app.title') }), [t])

  if (story === undefined) return <div className="stage" data-show-state="loading" aria-busy="true" />
  if (story === null)
    return (
      <section className="stage stage-empty" aria-label={title}>
        <p className="problem" role="alert">
          {t('show.noStory', { story: state.show?.story ?? '' })}
        </p>
        <button type="button" className="button" onClick={player.leave}>
          {t('show.leave')}
        </button>
      </section>
    )
  const { scene } = player
  return (
    <section
      ref={stage}
      tabIndex={-1}
      className={`stage stage-${layout.shape}`}
      aria-label={title}
      data-show-state={settled ? 'settled' : 'moving'}
      data-contrast={contrast}
      data-idle={isIdle}
      style={{ '--share': layout.share } as React.CSSProperties}
    >
      {scene && !drawable ? (
        <Still story={story.id} scene={scene} language={state.language} className="stage-still" />
      ) : null}
      <div className="stage-catch" {...swipe} />
      <div
        ref={words}
        key={scrolls ? scene?.id : undefined}
        className="stage-words"
        data-scrolls={scrolls}
        aria-live="polite"
        {...(scrolls ? swipe : {})}
      >
        {scene ? <Caption key={scene.id} story={story} scene={scene} /> : null}
      </div>
      <ol className="stage-progress" aria-hidden="true">
        {story.scenes.map(({ id }, index) => (
          <li key={id} data-done={index <= player.index} />
        ))}
      </ol>
      {layout.shape === 'band' && drawable ? (
        <details className="stage-credits">
          <summary>{t('show.credits')}</summary>
          {t('app.attribution')}
        </details>
      ) : (
        <p className="stage-credits">
          {drawable ? null : `${t('show.still')} `}
          {t('app.attribution')}
        </p>
      )}
      <ShowBar act={act} isPlaying={isPlaying} />
      {opened === 'notes' && scene ? <Notes scene={scene} /> : null}
      {opened === 'list' ? (
        <div className="stage-list">
          <SceneList
            story={story}
            current={player.index}
            onChoose={(index) => {
              setOpened(null)
              player.goTo(index)
            }}
          />
        </div>
      ) : null}
      {digits ? (
        <p className="stage-digits" role="status">
          {t('show.goingTo', { digits })}
        </p>
      ) : null}
      {isBlank ? (
        <div className="stage-blank">
          <p>{t('show.blanked')}</p>
        </div>
      ) : null}
    </section>
  )
}

/** Goes on by itself when the time of a scene is over, if the presenter wants that. */
function useAutoPlay(isWanted: boolean, seconds: number, go: () => void): void {
  const current = useRef(go)
  useEffect(() => {
    current.current = go
  })
  useEffect(() => {
    if (!isWanted || seconds <= 0) return
    const timer = setTimeout(() => current.current(), seconds * 1000)
    return () => clearTimeout(timer)
  }, [isWanted, seconds])
}
