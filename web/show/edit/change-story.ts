import type { Scene, Story, StoryLanguage } from '../../../server/domain/story.ts'

/** Every way to change a story: from a story, a new one. */
export function addScene(story: Story, scene: Scene, after: number): Story {
  const scenes = story.scenes.toSpliced(after + 1, 0, { ...scene, id: freeId(story, scene.id) })
  return { ...story, scenes }
}

export function removeScene(story: Story, index: number): Story {
  return { ...story, scenes: story.scenes.toSpliced(index, 1) }
}

/** Moves a scene to where another one is; places beyond the ends are the ends. */
export function moveScene(story: Story, from: number, to: number): Story {
  const scene = story.scenes[from]
  if (!scene) return story
  const target = Math.min(story.scenes.length - 1, Math.max(0, to))
  return { ...story, scenes: story.scenes.toSpliced(from, 1).toSpliced(target, 0, scene) }
}

export function changeScene(story: Story, index: number, change: Partial<Scene>): Story {
  return { ...story, scenes: story.scenes.map((scene, at) => (at === index ? { ...scene, ...change } : scene)) }
}

/** Words of one language; an empty field takes them away, except the last title. */
export function changeText(
  scene: Scene,
  part: 'title' | 'callout' | 'notes',
  language: StoryLanguage,
  words: string,
): Scene['texts'] {
  const changed = { ...scene.texts[part], [language]: words }
  if (words === '' && (part !== 'title' || Object.keys(changed).length > 1)) delete changed[language]
  return { ...scene.texts, [part]: changed }
}

/** `scene`, or `scene-2`, `scene-3` … where that is taken: links name scenes. */
export function freeId(story: Story, wanted: string): string {
  const taken = new Set(story.scenes.map(({ id }) => id))
  const base = wanted.replace(/-\d+$/, '')
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}
