import { createHash } from 'node:crypto'
import type { Scene } from '../../server/domain/story.ts'

/**
 * A short sign of all that decides how the map of a scene looks. The pictures that were made of the scenes carry the
 * signs of their time, so that a test can tell when one of them shows another scene than the story does.
 */
export function lookOf({ camera, layers, filter, phase, selection, drawings = [] }: Scene): string {
  const look = JSON.stringify([camera, layers, filter, phase, selection, drawings])
  return createHash('sha256').update(look).digest('hex').slice(0, 12)
}

/** Where the signs stand, beside the folders of the pictures by language. */
export const looksFile = 'looks.json'
