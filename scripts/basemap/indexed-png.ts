/**
 * How a picture of at most 256 colours with transparency becomes the bytes of a PNG.
 *
 * Written by hand because image libraries dither and choose the palette themselves; here neighbouring
 * numbers are neighbouring shades, so each row is stored as differences and packs well.
 */
import { crc32, deflateSync } from 'node:zlib'

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number]

export function indexedPng(pixels: Uint8Array, width: number, height: number, palette: readonly Rgba[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(([red, green, blue]) => [red, green, blue]))),
    chunk('tRNS', Buffer.from(palette.map(([, , , alpha]) => alpha))),
    chunk('IDAT', deflateSync(filteredRows(pixels, width, height), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each row takes the filter that leaves the smallest differences, as the PNG standard advises. */
function filteredRows(pixels: Uint8Array, width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  const candidate = new Uint8Array(width)
  for (let y = 0; y < height; y++) {
    let smallest = Infinity
    for (let filter = 0; filter <= 4; filter++) {
      let sum = 0
      for (let x = 0; x < width; x++) {
        const at = y * width + x
        const left = x > 0 ? (pixels[at - 1] ?? 0) : 0
        const above = pixels[at - width] ?? 0
        const corner = x > 0 ? (pixels[at - width - 1] ?? 0) : 0
        const difference = ((pixels[at] ?? 0) - predicted(filter, left, above, corner)) & 255
        candidate[x] = difference
        sum += Math.min(difference, 256 - difference)
      }
      if (sum < smallest) {
        smallest = sum
        rows[y * (width + 1)] = filter
        rows.set(candidate, y * (width + 1) + 1)
      }
    }
  }
  return rows
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const estimate = left + above - corner
  const toLeft = Math.abs(estimate - left)
  const toAbove = Math.abs(estimate - above)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
