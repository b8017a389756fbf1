import type { Map as MapLibreMap } from 'maplibre-gl'
import { clearImageId, iconSize, paintIcon, parseIconImageId } from '../theme/icons.ts'
import { paintPattern, parsePatternImageId, patternSize } from '../theme/patterns.ts'

/** Draws a badge or a texture the moment a style layer first asks for it by name. */
export function drawImagesOnDemand(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((id) => {
    const icon = parseIconImageId(id)
    const pattern = parsePatternImageId(id)
    const image = icon
      ? draw(iconSize, (context) => paintIcon(context, icon.icon, icon.color, icon.status))
      : pattern
        ? draw(patternSize, (context) => paintPattern(context, pattern.kind, pattern.color))
        : id === clearImageId
          ? draw(iconSize, () => undefined)
          : null
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: sharpness })
  })
}

const sharpness = 3

function draw(size: number, paint: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas')
  canvas.width = size * sharpness
  canvas.height = size * sharpness
  // Painted and read by the processor: read back from the graphics process, a badge waits for every frame of the map
  // that is still to be drawn there, which held a scene of the show for up to two seconds.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.scale(sharpness, sharpness)
  paint(context)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
