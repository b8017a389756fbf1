import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Scene, Story } from '../../server/domain/story.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { languages } from '../state/atlas-state.ts'
import { useWorkbench } from '../state/workbench.ts'
import { leaveFullScreen } from './full-screen.ts'
import { toSceneState } from './scene-state.ts'
import { useShowMemory } from './show-store.ts'

/** Where the show is, and every way to go on. All of it acts on the one state that the link remembers. */
export interface ShowPlayer {
  index: number
  scene: Scene | null
  next: Scene | null
  goTo: (index: number) => void
  /** From where the last command led, even if that has not been drawn yet: no key of a quick row is lost. */
  step: (by: 1 | -1) => void
  /** The next language that the story speaks. */
  nextLanguage: () => void
  leave: () => void
}

export function useShowPlayer(story: Story | null): ShowPlayer {
  const { state, dispatch } = useAtlas()
  const scenes = useMemo(() => story?.scenes ?? [], [story])
  const found = scenes.findIndex(({ id }) => id === state.show?.scene)
  // A scene that is gone since the link was made: the story begins anew.
  const index = Math.max(0, found)
  const scene = scenes[index] ?? null

  const pending = useRef(index)
  useEffect(() => {
    pending.current = index
  })
  const goTo = useCallback(
    (wanted: number) => {
      const at = Math.min(scenes.length - 1, Math.max(0, wanted))
      const target = scenes[at]
      if (!target || !story) return
      pending.current = at
      if (target.id !== useShowMemory.getState().left?.scene) useShowMemory.setState({ left: null })
      useShowMemory.setState({ isBlank: false })
      dispatch({ type: 'restore', state: (now) => toSceneState(now, target, story.id) })
    },
    [scenes, story, dispatch],
  )

  // A link brings only the place: what the scene shows follows from it.
  const isShown =
    scene !== null && state.show?.scene === scene.id && matches(state, toSceneState(state, scene, story?.id ?? ''))
  const isFresh = useShowMemory((memory) => memory.startedAt === null)
  useEffect(() => {
    if (!scene || !story || !isFresh) return
    useShowMemory.setState({ startedAt: Date.now() })
    if (!isShown) dispatch({ type: 'restore', state: toSceneState(state, scene, story.id) })
  }, [scene, story, isFresh, isShown, state, dispatch])

  const leave = useCallback(() => {
    const camera = useWorkbench.getState().map?.camera()
    useShowMemory.setState({
      left: camera && scene ? { scene: scene.id, camera } : null,
      isBlank: false,
      isPlaying: false,
      startedAt: null,
    })
    void leaveFullScreen()
    if (state.show) dispatch({ type: 'show', place: { ...state.show, running: false } })
  }, [scene, state.show, dispatch])

  const step = useCallback((by: 1 | -1) => goTo(pending.current + by), [goTo])

  const nextLanguage = useCallback(() => {
    const spoken = languages.filter((language) => story?.title[language] ?? (language === 'vi' || language === 'en'))
    dispatch({
      type: 'restore',
      state: (now) => ({
        ...now,
        language: spoken[(spoken.indexOf(now.language) + 1) % spoken.length] ?? now.language,
      }),
    })
  }, [story, dispatch])

  return { index, scene, next: scenes[index + 1] ?? null, goTo, step, nextLanguage, leave }
}

function matches(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
