import type { Story } from '../../server/domain/story.ts'

/** The stories that come with the atlas; each file is fetched when its story is opened. */
const files = import.meta.glob<Story>('./stories/*.json', { import: 'default' })

/** Held against the schema by a test, so that the page need not check them again. */
export const shippedStoryIds: readonly string[] = Object.keys(files).map((path) =>
  path.replace(/^.*\/([\w-]+)\.json$/, '$1'),
)

export async function readShippedStory(id: string): Promise<Story | null> {
  const read = files[`./stories/${id}.json`]
  return read ? read() : null
}
