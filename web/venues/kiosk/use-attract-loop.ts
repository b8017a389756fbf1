import { useEffect, useRef } from 'react'
import { shippedStoryIds } from '../../show/stories.ts'
import { useShowMemory } from '../../show/show-store.ts'
import { useStory } from '../../show/use-story.ts'
import { useAtlas } from '../../state/atlas-context.tsx'

/** How long the last scene stands before the story begins anew, beside the time it is given. */
const restMilliseconds = 2000

/** Plays the story that comes with the atlas, for ever. */
export function useAttractLoop(isPlaying: boolean): void {
  const { state, dispatch } = useAtlas()
  const { data: story } = useStory(shippedStoryIds[0] ?? null)
  const first = story?.scenes[0]?.id
  const last = story?.scenes.at(-1)
  const isStarted = useRef(false)
  const { show } = state

  useEffect(() => {
    if (!isPlaying || !story || first === undefined) return
    const begin = () => dispatch({ type: 'show', place: { story: story.id, scene: first, running: true } })
    if (!isStarted.current || !show?.running) {
      isStarted.current = true
      useShowMemory.setState({ isPlaying: true, isBlank: false })
      begin()
      return
    }
    if (show.scene !== last?.id) return
    const timer = setTimeout(begin, last.durationSeconds * 1000 + restMilliseconds)
    return () => clearTimeout(timer)
  }, [isPlaying, story, first, last, show, dispatch])

  useEffect(() => {
    if (isPlaying) return
    useShowMemory.setState({ isPlaying: false, left: null })
    dispatch({ type: 'show', place: null })
  }, [isPlaying, dispatch])
}
