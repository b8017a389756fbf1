import type { Story } from '../../../server/domain/story.ts'
import { saveFile } from '../../pdf/save-file.ts'

/** Hands a story to the reader as a file. */
export function exportStory(story: Story): void {
  saveFile(new Blob([JSON.stringify(story, null, 2)], { type: 'application/json' }), `${story.id}.story.json`)
}
