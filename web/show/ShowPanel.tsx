import { Suspense, useRef, useState } from 'react'
import type { Scene, Story } from '../../server/domain/story.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { lazyPanel } from '../panels/lazy-panel.tsx'
import { useAtlas } from '../state/atlas-context.tsx'
import { addScene, changeScene, moveScene, removeScene } from './edit/change-story.ts'
import { EditableScenes } from './edit/EditableScenes.tsx'
import { exportStory } from './edit/save-json.ts'
import { sceneFromView } from './edit/scene-from-view.ts'
import { SceneEditor } from './edit/SceneEditor.tsx'
import { StoryProblems } from './edit/StoryProblems.tsx'
import { useStoryEditor } from './edit/use-story-editor.ts'
import { readStory, type StoryProblem } from './find-story-problems.ts'
import { HandoutButton } from './handout/HandoutButton.tsx'
import { openPresenter } from './open-presenter.ts'
import { SceneList } from './SceneList.tsx'
import { shippedStoryIds } from './stories.ts'
import { speakTexts } from './speak-texts.ts'
import { useEnterScene } from './use-enter-scene.ts'
import { useOwnStories, useStory } from './use-story.ts'
import '../theme/show.css'

const PackSection = lazyPanel(() => import('../offline/pack/PackSection.tsx'), 'offline')

const newSceneSeconds = 30

/** The presenter's mode: which story, from which scene; and the making of stories, beside the map. */
export default function ShowPanel() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const { language } = state
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: ownStories = [] } = useOwnStories()
  const storyId = chosen ?? state.show?.story ?? shippedStoryIds[0] ?? null
  const { data: story } = useStory(storyId)
  const editor = useStoryEditor(story ?? null)
  const enter = useEnterScene()
  const [problems, setProblems] = useState<readonly StoryProblem[]>([])
  const pack = useRef<HTMLDivElement>(null)
  const [notice, setNotice] = useState<string | null>(null)

  const isOwn = story !== null && story !== undefined && !shippedStoryIds.includes(story.id)
  const place = state.show?.story === story?.id ? story?.scenes.findIndex(({ id }) => id === state.show?.scene) : -1
  const current = place ?? -1
  const stay = (scene: Scene, of: Story) =>
    dispatch({ type: 'show', place: { story: of.id, scene: scene.id, running: false } })

  /** The scene goes into the story that is being made, or into a new one. */
  const addFromView = async () => {
    const view = await sceneFromView(state)
    if (!view) return
    const title = { [language]: t('show.newScene') }
    const scene: Scene = { id: 'scene', ...view, texts: { title }, durationSeconds: newSceneSeconds }
    const target = isOwn ? story : ownStories.at(-1)
    const next = target
      ? addScene(target, scene, isOwn && current >= 0 ? current : target.scenes.length - 1)
      : newStory(t('show.myStory'), language, [scene])
    editor.change(next)
    setChosen(next.id)
    const added = next.scenes.find(({ id }) => !target?.scenes.some((one) => one.id === id))
    if (added) stay(added, next)
    setTimeout(() => document.querySelector<HTMLInputElement>('#scene-title')?.select(), 150)
  }

  const importFile = async (file: File) => {
    const { story: read, problems: found } = readStory(await file.text())
    if (!read) return setProblems(found ?? [])
    setProblems([])
    const isTaken = shippedStoryIds.includes(read.id) || ownStories.some(({ id }) => id === read.id)
    const kept = isTaken ? { ...read, id: `${read.id.slice(0, 60)}-${Date.now().toString(36)}` } : read
    editor.change(kept)
    setChosen(kept.id)
    setNotice(t('show.imported', { count: kept.scenes.length }))
  }

  return (
    <>
      <h2>{t('show.title')}</h2>
      <p className="quiet">{t('show.intro')}</p>
      <label className="field">
        {t('show.story')}
        <select
          className="text-input"
          value={storyId ?? ''}
          onChange={(event) => {
            setChosen(event.target.value)
            setNotice(null)
          }}
        >
          {shippedStoryIds.map((id) => (
            <ShippedOption key={id} id={id} />
          ))}
          {ownStories.map((one) => (
            <option key={one.id} value={one.id}>
              {speakTexts(one.title, language) || one.id}
            </option>
          ))}
        </select>
      </label>
      {story === null ? (
        <p className="problem" role="alert">
          {t('show.noStory', { story: storyId ?? '' })}
        </p>
      ) : null}
      {story ? (
        <>
          <div className="show-actions">
            <button type="button" className="button button-strong" onClick={() => enter(story, 0)}>
              ▶ {t('show.start')}
            </button>
            {current > 0 ? (
              <button type="button" className="button" onClick={() => enter(story, current)}>
                {t('show.resume', { number: current + 1 })}
              </button>
            ) : null}
            <button
              type="button"
              className="button"
              onClick={() => setNotice(openPresenter(language) ? null : t('show.noWindow'))}
            >
              {t('show.presenter')}
            </button>
            <button type="button" className="button" onClick={() => pack.current?.scrollIntoView({ block: 'nearest' })}>
              {t('show.offline')}
            </button>
          </div>
          <HandoutButton key={story.id} story={story} />
          <div className="show-actions">
            <button type="button" className="button" onClick={() => void addFromView()}>
              + {t('show.fromView')}
            </button>
            {editor.undo ? (
              <button type="button" className="button" onClick={editor.undo}>
                ↶ {t('show.undo')}
              </button>
            ) : null}
          </div>
          {editor.kept === 'full' || editor.kept === 'shut' ? (
            <p className="problem" role="alert">
              {t(editor.kept === 'full' ? 'show.full' : 'show.shut')}
            </p>
          ) : null}
          {notice ? (
            <p className="notice" role="status">
              {notice}
            </p>
          ) : null}
          {problems.length > 0 ? <StoryProblems problems={problems} onClose={() => setProblems([])} /> : null}
          {isOwn ? (
            <>
              <label className="field">
                {t('show.storyTitle')}
                <input
                  type="text"
                  className="text-input"
                  maxLength={200}
                  value={story.title[language] ?? ''}
                  onChange={(event) =>
                    editor.change({ ...story, title: { ...story.title, [language]: event.target.value } })
                  }
                />
              </label>
              <EditableScenes
                story={story}
                current={current}
                onChoose={(index) => enter(story, index, 'beside')}
                onMove={(from, to) => editor.change(moveScene(story, from, to))}
                onRemove={(index) => {
                  editor.change(removeScene(story, index))
                  setNotice(t('show.removed'))
                }}
              />
              {story.scenes[current] ? (
                <SceneEditor
                  key={story.scenes[current].id}
                  story={story}
                  scene={story.scenes[current]}
                  onChange={(change) => editor.change(changeScene(story, current, change))}
                  onTakeView={() =>
                    void sceneFromView(state).then((view) =>
                      view ? editor.change(changeScene(story, current, view)) : undefined,
                    )
                  }
                />
              ) : null}
            </>
          ) : (
            <SceneList story={story} current={current} onChoose={(index) => enter(story, index)} />
          )}
          <div className="show-actions">
            <button type="button" className="button" onClick={() => exportStory(story)}>
              {t('show.export')}
            </button>
            <label className="button file-button">
              {t('show.import')}
              <input
                type="file"
                className="visually-hidden"
                accept=".json,application/json"
                onChange={(event) => {
                  const [file] = event.target.files ?? []
                  event.target.value = ''
                  if (file) void importFile(file)
                }}
              />
            </label>
            {isOwn ? (
              <button
                type="button"
                className="button"
                onClick={() => {
                  void editor.remove(story)
                  setChosen(shippedStoryIds[0] ?? null)
                  dispatch({ type: 'show', place: null })
                  setNotice(t('show.storyRemoved'))
                }}
              >
                {t('show.removeStory')}
              </button>
            ) : (
              <button
                type="button"
                className="button"
                onClick={() => {
                  const copy = newStory(
                    `${speakTexts(story.title, language)} (${t('show.copy')})`,
                    language,
                    story.scenes,
                  )
                  editor.change(copy)
                  setChosen(copy.id)
                }}
              >
                {t('show.editCopy')}
              </button>
            )}
          </div>
          <p className="quiet show-keys">{t('show.keys')}</p>
          <div ref={pack}>
            <Suspense fallback={null}>
              <PackSection />
            </Suspense>
          </div>
        </>
      ) : null}
    </>
  )
}

function ShippedOption({ id }: { id: string }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const { data } = useStory(id)
  return (
    <option value={id}>
      {data ? speakTexts(data.title, language) : id} ({t('show.shipped')})
    </option>
  )
}

function newStory(
  title: string,
  language: Story['scenes'][number]['language'] & string,
  scenes: readonly Scene[],
): Story {
  return {
    format: 'thanh-hoa-story',
    version: 1,
    id: `story-${Date.now().toString(36)}`,
    title: { [language]: title },
    scenes: [...scenes],
  }
}
