import useSWRImmutable from 'swr/immutable'
import type { Story } from '../../server/domain/story.ts'
import type { Answer } from '../api/queries.ts'
import { readOwnStories, readOwnStory } from './edit/story-store.ts'
import { readShippedStory } from './stories.ts'

/** The story of that id: one that comes with the atlas, or one made in this browser; null: there is none here. */
export const useStory = (id: string | null): Answer<Story | null> =>
  useSWRImmutable(id === null ? null : ['story', id], async () =>
    id === null ? null : ((await readShippedStory(id)) ?? readOwnStory(id)),
  )

export const useOwnStories = (): Answer<Story[]> => useSWRImmutable('own-stories', readOwnStories)
