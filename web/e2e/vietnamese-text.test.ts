/**
 * Does the map set Vietnamese capitals on one line?
 *
 * MapLibre 6.17 drops some capitals with two marks by a third of an em in some fonts, so that “THÀNH PHỐ”
 * falls apart. The letters are drawn black on white, taken apart by their columns, and their feet compared.
 */
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { visitAtlas } from './harness/open-page.ts'
import { waitForIdle, type AtlasWindow } from './harness/wait-for-idle.ts'

const size = 60

/** The parts of the map's engine that only this test touches. */
type Engine = AtlasWindow['atlas']['map'] & {
  setStyle: (style: object) => void
  getStyle: () => { 'font-faces': object }
  jumpTo: (camera: object) => void
}

it.each(['Noto Sans Regular', 'Noto Sans SemiBold'])('“THÀNH PHỐ ỄẪỔ” stands on its line in %s', async (font) => {
  await visitAtlas({ machine: { width: 1000, height: 400 } }, async ({ page }) => {
    await waitForIdle(page)
    await page.evaluate(
      ({ font: name, size: pixels }) => {
        const map = (globalThis as AtlasWindow).atlas.map as Engine
        const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [105.5, 20] } }
        map.setStyle({
          version: 8,
          'font-faces': map.getStyle()['font-faces'],
          sources: { point: { type: 'geojson', data: point } },
          layers: [
            { id: 'white', type: 'background', paint: { 'background-color': '#ffffff' } },
            {
              id: 'text',
              type: 'symbol',
              source: 'point',
              layout: {
                'text-field': 'THÀNH PHỐ ỄẪỔ',
                'text-font': [name],
                'text-size': pixels,
                'text-max-width': 40,
                'text-letter-spacing': 0.2,
              },
              paint: { 'text-color': '#000000' },
            },
          ],
        })
        map.jumpTo({ center: [105.5, 20], zoom: 9 })
        // Everything beside the map would be ink as well.
        for (const selector of [
          '.panel',
          '.top-bar',
          '.map-controls',
          '.phase-bar',
          '.attribution',
          '.pointer-readout',
          '.card',
          '.maplibregl-control-container',
        ])
          for (const element of document.querySelectorAll<HTMLElement>(selector)) element.style.display = 'none'
      },
      { font, size },
    )
    await waitForIdle(page)
    const letters = await findLetters(await page.screenshot())
    expect(letters.length).toBe('THÀNHPHỐỄẪỔ'.length)
    const feet = letters.map(({ bottom }) => bottom)
    // Round letters reach a little below the line; a third of an em would be 20 pixels.
    expect(Math.max(...feet) - Math.min(...feet)).toBeLessThanOrEqual(size * 0.06)
  })
})

/** Runs of columns with ink, each with its lowest dark row. */
async function findLetters(png: Buffer): Promise<{ left: number; bottom: number }[]> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const letters: { left: number; bottom: number }[] = []
  let open: { left: number; bottom: number } | null = null
  for (let x = 0; x < info.width; x += 1) {
    let lowest = -1
    for (let y = 0; y < info.height; y += 1) if ((data[y * info.width + x] ?? 255) < 110) lowest = y
    if (lowest >= 0) {
      open ??= { left: x, bottom: 0 }
      open.bottom = Math.max(open.bottom, lowest)
    } else if (open) {
      letters.push(open)
      open = null
    }
  }
  return letters
}
