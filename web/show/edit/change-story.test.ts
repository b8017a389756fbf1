import { describe, expect, it } from 'vitest'
import type { Scene, Story } from '../../../server/domain/story.ts'
import { addScene, changeText, moveScene, removeScene } from './change-story.ts'

const scene = (id: string): Scene => ({
  id,
  camera: { zoom: 9, latitude: 19.8, longitude: 105.7, bearing: 0, pitch: 0 },
  layers: { shown: [], hidden: [] },
  phase: 2021,
  selection: null,
  texts: { title: { vi: id } },
  durationSeconds: 30,
})
const story: Story = {
  format: 'thanh-hoa-story',
  version: 1,
  id: 'mine',
  title: { vi: 'Của tôi' },
  scenes: [scene('a'), scene('b'), scene('c')],
}
const ids = ({ scenes }: Story) => scenes.map(({ id }) => id).join(' ')

describe('changing a story', () => {
  it('puts a scene after another, under an id of its own', () => {
    expect(ids(addScene(story, scene('x'), 0))).toBe('a x b c')
    expect(ids(addScene(addScene(story, scene('b'), 2), scene('b'), 3))).toBe('a b c b-2 b-3')
  })
  it('moves a scene, never beyond the ends', () => {
    expect(ids(moveScene(story, 0, 2))).toBe('b c a')
    expect(ids(moveScene(story, 2, 0))).toBe('c a b')
    expect(ids(moveScene(story, 1, 99))).toBe('a c b')
  })
  it('leaves the story it came from as it was', () => {
    removeScene(story, 1)
    expect(ids(story)).toBe('a b c')
  })
  it('takes words away with an empty field, but never the last title', () => {
    const [first = scene('a')] = story.scenes
    const both = { ...first, texts: changeText(first, 'title', 'en', 'A') }
    expect(both.texts.title).toEqual({ vi: 'a', en: 'A' })
    expect(changeText(both, 'title', 'vi', '').title).toEqual({ en: 'A' })
    expect(changeText(first, 'title', 'vi', '').title).toEqual({ vi: '' })
    expect(changeText(first, 'callout', 'vi', '').callout).toEqual({})
  })
})
