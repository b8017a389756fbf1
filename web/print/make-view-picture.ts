import type { TFunction } from 'i18next'
import { renderPicture } from '../map/render-picture.ts'
import type { AtlasState } from '../state/atlas-state.ts'
import type { Camera } from '../state/url.ts'
import { CanvasDrawing, loadPageFonts, pixelsPerMm } from './canvas-drawing.ts'
import { drawExplanation } from './draw-sheet.ts'
import { toContent } from './sheet-content.ts'

/**
 * A PNG of what the reader sees: the map as it is, and where the panel covers it the legend of what is in sight,
 * a scale bar and the sources with their licences. On a narrow window these stand below the map.
 *
 * Any panel, scene or show may ask for one.
 */
export interface ViewPictureRequest {
  state: AtlasState
  t: TFunction
  camera: Camera
  /** Of the map on the screen, in CSS pixels. */
  width: number
  height: number
  /** Pixels of the picture for one CSS pixel: the screen's own number, or twice as many. */
  pixelRatio: number
  title: string
  now: Date
  signal?: AbortSignal
}

/** The column is as wide as the panel it takes the place of. */
const columnPixels = 392
const narrowest = 900
const belowPixels = 640
const mostPixels = 18_000_000
/** Letters of a comfortable size, smaller on a low screen. */
const unitOf = (height: number) => Math.min(1.16, Math.max(0.92, height / 900))

export async function makeViewPicture(request: ViewPictureRequest): Promise<Blob> {
  const { state, t, camera, width, height, title, now, signal } = request
  // One drawing without seams: a tilted view cannot be put together from tiles.
  const pixelRatio = Math.min(request.pixelRatio, Math.sqrt(mostPixels / (width * height)))
  const { tiles, drawn, extras } = await renderPicture({
    state,
    center: [camera.longitude, camera.latitude],
    zoom: camera.zoom,
    bearing: camera.bearing,
    pitch: camera.pitch,
    width,
    height,
    pixelRatio,
    type: 'image/png',
    ...(signal ? { signal } : {}),
  })
  // Metres of ground for a millimetre of the picture, in its middle.
  const metersPerPixel = (40_075_016.7 * Math.cos((camera.latitude * Math.PI) / 180)) / (512 * 2 ** camera.zoom)
  const scale = metersPerPixel * pixelsPerMm * 1000
  const content = await toContent({
    state,
    t,
    title,
    link: '',
    now,
    drawn,
    extras,
    legend: true,
    ...(signal ? { signal } : {}),
  })
  await loadPageFonts(JSON.stringify(content))

  const isNarrow = width < narrowest
  const whole = { width, height: isNarrow ? height + belowPixels : height }
  const canvas = new OffscreenCanvas(Math.round(whole.width * pixelRatio), Math.round(whole.height * pixelRatio))
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('This browser cannot put the picture together.')
  context.scale(pixelRatio, pixelRatio)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, whole.width, whole.height)
  for (const { bytes, left, top, width: wide, height: high } of tiles) {
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    context.drawImage(picture, left * width, top * height, wide * width, high * height)
    picture.close()
  }
  const margin = 18
  const box = isNarrow
    ? { x: margin, y: height + margin, width: width - 2 * margin, height: belowPixels - 2 * margin }
    : { x: margin, y: margin, width: columnPixels - 2 * margin, height: height - 2 * margin }
  if (!isNarrow) {
    context.fillRect(0, 0, columnPixels, height)
    context.fillStyle = '#12343b'
    context.fillRect(columnPixels, 0, 1.5, height)
  }
  const mm = (pixels: number) => pixels / pixelsPerMm
  drawExplanation(new CanvasDrawing(context, state.language), {
    area: { x: mm(box.x), y: mm(box.y), width: mm(box.width), height: mm(box.height) },
    unit: unitOf(isNarrow ? belowPixels : height),

    scale,
    content,
    northDegrees: -camera.bearing,
  })
  signal?.throwIfAborted()
  return canvas.convertToBlob({ type: 'image/png' })
}
