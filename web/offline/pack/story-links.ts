import { readShippedStory, shippedStoryIds } from '../../show/stories.ts'

/** Where each story that comes with the atlas begins, as a link's `show` writes it. */
export async function listStoryLinks(): Promise<{ show: string; scenes: number }[]> {
  const stories = await Promise.all(shippedStoryIds.map((id) => readShippedStory(id)))
  return stories.flatMap((story) =>
    story ? [{ show: `${story.id}:${story.scenes[0]?.id ?? ''}`, scenes: story.scenes.length }] : [],
  )
}
