import type { Map as MapLibreMap } from 'maplibre-gl'

const size = { width: 480, height: 270 }

/**
 * A small picture of what the map shows beside the panel, as a `data:` address; the canvas can only be read while it
 * is being drawn.
 */
export async function captureStill(map: MapLibreMap, coveredLeft: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    void map.once('render', () => {
      const source = map.getCanvas()
      const sharpness = source.width / source.clientWidth
      const left = coveredLeft * sharpness
      const free = { width: source.width - left, height: source.height }
      const scale = Math.min(free.width / size.width, free.height / size.height)
      const part = { width: size.width * scale, height: size.height * scale }
      const canvas = document.createElement('canvas')
      canvas.width = size.width
      canvas.height = size.height
      canvas
        .getContext('2d')
        ?.drawImage(
          source,
          left + (free.width - part.width) / 2,
          (free.height - part.height) / 2,
          part.width,
          part.height,
          0,
          0,
          size.width,
          size.height,
        )
      const address = canvas.toDataURL('image/webp', 0.7)
      // A browser that cannot write WebP answers with a PNG that may be too large to keep.
      resolve(address.length < 120_000 ? address : undefined)
    })
    map.triggerRepaint()
  })
}
