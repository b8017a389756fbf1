/**
 * The icons an installed atlas shows, drawn from `web/public/icon.svg`: `node --import tsx scripts/make-icons.ts`.
 *
 * The maskable one is drawn smaller on the full ground, because systems cut its corners as they like.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp from 'sharp'

const folder = resolve(import.meta.dirname, '../web/public')
const ground = '#12343b'

const svg = await readFile(join(folder, 'icon.svg'))
await mkdir(join(folder, 'icons'), { recursive: true })
const draw = (size: number) => sharp(svg, { density: (72 * size) / 32 }).resize(size, size)

for (const size of [192, 512])
  await draw(size)
    .png({ palette: true })
    .toFile(join(folder, `icons/icon-${size}.png`))
await draw(180)
  .flatten({ background: ground })
  .png({ palette: true })
  .toFile(join(folder, 'icons/apple-touch-icon.png'))
const inner = await draw(384).png().toBuffer()
await sharp({ create: { width: 512, height: 512, channels: 3, background: ground } })
  .composite([{ input: inner }])
  .png({ palette: true })
  .toFile(join(folder, 'icons/icon-maskable-512.png'))
