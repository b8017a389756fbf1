/**
 * Makes a small picture of every scene of the stories that come with the atlas, for machines without WebGL and for
 * the presenter's window: `npm run build && npm run story:stills`, with names of scenes for these only.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Story } from '../server/domain/story.ts'
import { launchBrowser } from '../web/e2e/harness/launch-browser.ts'
import { serveAtlas } from '../web/e2e/harness/serve-atlas.ts'
import { lookOf, looksFile } from './stills/look-of.ts'

const folder = fileURLToPath(new URL('../web/show', import.meta.url))
const size = { width: 1280, height: 720 }
/** Sharp enough for a page of the handout and for a projector. */
const sharpness = 1.5
const mostBytes = 90 * 1024

const wanted = process.argv.slice(2)

const atlas = await serveAtlas()
const browser = await launchBrowser()
try {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: sharpness, reducedMotion: 'reduce' })
  for (const file of await readdir(join(folder, 'stories'))) {
    const story = JSON.parse(await readFile(join(folder, 'stories', file), 'utf8')) as Story
    const signs = join(folder, 'stills', story.id, looksFile)
    const before = JSON.parse(await readFile(signs, 'utf8').catch(() => '{}')) as Record<string, string>
    for (const language of ['vi', 'en']) {
      const pictures = join(folder, 'stills', story.id, language)
      await mkdir(pictures, { recursive: true })
      for (const { id } of story.scenes) {
        if (wanted.length > 0 && !wanted.includes(id)) continue
        await page.goto(`${atlas.url}/?${language}-${id}#v=1&lang=${language}&ui=show&show=${story.id}:${id}`)
        await page.locator('[data-show-state="settled"]').waitFor({ timeout: 60_000 })
        await page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 })
        // The map alone: words, scrim and buttons are drawn over the picture again where it is shown.
        await page.addStyleTag({ content: '.stage::before, .stage > * { display: none !important }' })
        await page.waitForTimeout(400)
        const picture = await compress(await page.screenshot())
        await writeFile(join(pictures, `${id}.webp`), picture)
        console.log(`${story.id}/${language}/${id}.webp  ${(picture.length / 1024).toFixed(0)} kB`)
      }
    }
    const looks = story.scenes.map((scene) => [
      scene.id,
      wanted.length > 0 && !wanted.includes(scene.id) ? before[scene.id] : lookOf(scene),
    ])
    await writeFile(signs, `${JSON.stringify(Object.fromEntries(looks), null, 2)}\n`)
  }
} finally {
  await browser.close()
  await atlas.stop()
}

async function compress(png: Buffer): Promise<Buffer> {
  for (let quality = 72; ; quality -= 8) {
    const picture = await sharp(png).webp({ quality, effort: 6 }).toBuffer()
    if (picture.length <= mostBytes || quality <= 24) return picture
  }
}
