/**
 * Has the map finished drawing?
 *
 * The page says so in `data-map-state`; the map itself is then asked for one more idle frame, because a
 * layer, a tile or a font may have arrived in between.
 */
import type { Page } from 'playwright-core'

/** The little of the map that tests use; the page hands it out as `window.atlas.map`. */
export interface TestMap {
  once(event: 'idle', listener: () => void): unknown
  triggerRepaint(): void
  queryRenderedFeatures(options?: { layers?: string[] }): { layer: { id: string }; sourceLayer?: string }[]
  getLayersOrder(): string[]
  jumpTo(camera: { center: [number, number]; zoom: number }): unknown
  getZoom(): number
  getCenter(): { lng: number; lat: number }
  project(position: [number, number]): { x: number; y: number }
}

export type AtlasWindow = typeof globalThis & { atlas: { map: TestMap } }

export async function waitForIdle(page: Page, timeout = 30_000): Promise<void> {
  await page.locator('[data-map-state="idle"]').first().waitFor({ state: 'attached', timeout })
  await page.evaluate(async (patience) => {
    const { map } = (globalThis as AtlasWindow).atlas
    await new Promise<void>((settled, failed) => {
      const giveUp = setTimeout(() => failed(new Error(`The map was not idle within ${patience} ms.`)), patience)
      map.once('idle', () => {
        clearTimeout(giveUp)
        requestAnimationFrame(() => requestAnimationFrame(() => settled()))
      })
      map.triggerRepaint()
    })
  }, timeout)
}

/** How many features the map shows now, all together or of the named style layers. */
export async function countDrawnFeatures(page: Page, layers?: string[]): Promise<number> {
  return page.evaluate(
    (names) =>
      (globalThis as AtlasWindow).atlas.map.queryRenderedFeatures(names ? { layers: names } : undefined).length,
    layers,
  )
}
