import { createStore, del, get, promisifyRequest, values } from 'idb-keyval'
import type { Story } from '../../../server/domain/story.ts'
import { onShelf } from '../../state/shelf.ts'

/** `full`: the disk or the browser's share of it. `shut`: this browser keeps nothing (a private window). */
export type Kept = 'kept' | 'full' | 'shut'

/** The stories a presenter makes, kept in this browser only; opened when first asked for. */
let opened: ReturnType<typeof createStore> | undefined
const stories = () => (opened ??= createStore(onShelf('thanh-hoa-stories'), 'stories'))

export async function readOwnStories(): Promise<Story[]> {
  return values<Story>(stories()).catch(() => [])
}

export async function readOwnStory(id: string): Promise<Story | null> {
  return (await get<Story>(id, stories()).catch(() => undefined)) ?? null
}

export async function keepStory(story: Story): Promise<Kept> {
  try {
    await stories()('readwrite', (shelf) => {
      shelf.put(story, story.id)
      // What was typed last is kept even if the page is closed in the next moment: nothing waits for it any more.
      shelf.transaction.commit()
      return promisifyRequest(shelf.transaction)
    })
    return 'kept'
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'shut'
  }
}

export async function forgetStory(id: string): Promise<void> {
  await del(id, stories()).catch(() => undefined)
}
