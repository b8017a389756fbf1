import type { Story } from '../../../server/domain/story.ts'

/** Hands a story to the reader as a file. */
export function exportStory(story: Story): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(story, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${story.id}.story.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
