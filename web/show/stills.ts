import type { Language } from '../state/atlas-state.ts'

const files = import.meta.glob<string>('./stills/*/*/*.webp', { eager: true, query: '?url', import: 'default' })

/**
 * Where the picture of a scene is that was made beforehand, for the stories that come with the atlas. Names on the map
 * are Vietnamese or, for readers of all other languages, English.
 */
export function madeStill(story: string, scene: string, language: Language): string | undefined {
  return files[`./stills/${story}/${language === 'vi' ? 'vi' : 'en'}/${scene}.webp`]
}
