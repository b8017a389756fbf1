/** The pencil on the map, and what the browser keeps of it. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { DrawingDocument } from '../../state/drawing-document.ts'
import type { AtlasWindow } from './wait-for-idle.ts'

export type Point = readonly [x: number, y: number]

export async function clickMap(page: Page, points: readonly Point[]): Promise<void> {
  for (const [x, y] of points) {
    await page.mouse.move(x, y)
    await page.mouse.click(x, y)
  }
}

/** What the browser keeps of the drawings. */
export function keptDocument(page: Page): Promise<DrawingDocument> {
  return page.evaluate(
    () =>
      new Promise<DrawingDocument>((resolve, reject) => {
        const opening = indexedDB.open('thanh-hoa-drawings', 1)
        opening.addEventListener('error', () => reject(new Error('no database')))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('document').objectStore('document').get('now')
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve(reading.result as DrawingDocument)
          })
        })
      }),
  )
}

/** The text of the file that the press hands out. */
export async function downloadText(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return readFile(await file.path(), 'utf8')
}

/** terra-draw is fetched when the panel is first opened. */
export async function waitForPencil(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { atlas } = globalThis as Partial<AtlasWindow>
        return atlas?.map.getLayersOrder().includes('pencil-polygon') ?? false
      }),
    )
    .toBe(true)
}
