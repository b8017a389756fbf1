/** The show that comes with the atlas, as a test walks through it. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Story } from '../../../server/domain/story.ts'
import type { AtlasWindow } from './wait-for-idle.ts'

export const story = JSON.parse(
  await readFile(resolve(import.meta.dirname, '../../show/stories/cuc-tang-truong-moi.json'), 'utf8'),
) as Story
export const ids = story.scenes.map(({ id }) => id)
export const scene = (index: number) => ids[index] ?? expect.fail(`there is no scene ${index}`)
export const showAt = (index: number, language = 'vi') =>
  `/#v=1&lang=${language}&ui=show&show=${story.id}:${scene(index)}`

export async function settledAt(page: Page, index: number): Promise<void> {
  await page.locator(`.caption[data-scene="${scene(index)}"]`).waitFor()
  await page.locator('[data-show-state="settled"]').waitFor({ timeout: 30_000 })
}

export function camera(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { map } = (globalThis as AtlasWindow).atlas
    const { lng, lat } = map.getCenter()
    return [map.getZoom(), lat, lng].map((number) => Number(number.toFixed(4)))
  })
}

/** As a graphics card does that was taken away. */
export async function loseContext(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')
    canvas?.setAttribute('data-first', 'true')
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await page.locator('.maplibregl-canvas:not([data-first])').waitFor({ state: 'attached' })
}
