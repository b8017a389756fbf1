import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Story } from '../../server/domain/story.ts'
import { lookOf, looksFile } from './look-of.ts'

const show = resolve(import.meta.dirname, '../../web/show')
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(show, ...path), 'utf8')) as unknown
const stories = readdirSync(join(show, 'stories')).map((file) => readJson('stories', file) as Story)

test.each(stories.map((story) => [story.id, story] as const))(
  'every still picture of %s shows its scene as the story has it now: else run `npm run story:stills`',
  (id, { scenes }) => {
    const now = Object.fromEntries(scenes.map((scene) => [scene.id, lookOf(scene)]))
    expect(readJson('stills', id, looksFile)).toEqual(now)
    for (const language of ['vi', 'en'])
      expect(readdirSync(join(show, 'stills', id, language)).toSorted()).toEqual(
        scenes.map((scene) => `${scene.id}.webp`).toSorted(),
      )
  },
)

test('words and sources may change without new pictures, the camera may not', () => {
  const [scene] = stories[0]?.scenes ?? []
  if (!scene) return expect.fail('there is no scene')
  expect(lookOf({ ...scene, texts: { title: { en: 'Another title' } }, sources: [] })).toBe(lookOf(scene))
  expect(lookOf({ ...scene, phase: 2025 })).not.toBe(lookOf(scene))
  expect(lookOf({ ...scene, camera: { frame: [104, 19, 106, 21] } })).not.toBe(lookOf(scene))
})
