import { useState } from 'react'
import { useSWRConfig } from 'swr'
import type { Story } from '../../../server/domain/story.ts'
import { forgetStory, keepStory, type Kept } from './story-store.ts'

/** How many steps can be taken back. */
const mostSteps = 50

export interface StoryEditor {
  change: (next: Story) => void
  /** Null: there is nothing to take back. */
  undo: (() => void) | null
  remove: (story: Story) => Promise<void>
  /** What became of the last change; null: nothing has been changed. */
  kept: Kept | null
}

/** Keeps every change in the browser at once, shows it everywhere at once, and can take it back. */
export function useStoryEditor(story: Story | null): StoryEditor {
  const { mutate } = useSWRConfig()
  const [past, setPast] = useState<readonly Story[]>([])
  const [kept, setKept] = useState<Kept | null>(null)
  const put = (next: Story) => {
    void mutate(['story', next.id], next, { revalidate: false })
    void keepStory(next).then(async (outcome) => {
      setKept(outcome)
      await mutate('own-stories')
    })
  }
  const previous = past.findLast((one) => one.id === story?.id)
  return {
    change: (next) => {
      if (story && next.id === story.id) setPast([...past.slice(-mostSteps), story])
      put(next)
    },
    undo: previous
      ? () => {
          setPast(past.slice(0, past.lastIndexOf(previous)))
          put(previous)
        }
      : null,
    remove: async ({ id }) => {
      await forgetStory(id)
      await mutate(['story', id], null, { revalidate: false })
      await mutate('own-stories')
    },
    kept,
  }
}
