import { Map as Engine, setWorkerUrl, type ErrorEvent, type MapGeoJSONFeature } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { address } from '../api/client.ts'
import { layers } from '../layers/index.ts'
import type { AtlasState } from '../state/atlas-state.ts'
import { isLayerVisible } from '../state/atlas-state.ts'
import { useWorkbench } from '../state/workbench.ts'
import { buildStyle } from './build-style.ts'
import type { DeckDrawing } from './deck/drawing.ts'
import type { DeckOverlay } from './deck/overlay.ts'
import { toWanted } from './deck/use-deck-overlay.ts'
import type { MapExtra } from './extras/extra.ts'
import { drawSeldomWhileLoading } from './draw-seldom.ts'
import { drawImagesOnDemand } from './images.ts'
import { reliefPicture } from './relief-picture.ts'

setWorkerUrl(workerUrl)

/**
 * A picture of the map as the reader has set it, of any place, size and sharpness, drawn by a map of its own that
 * nobody sees. Nothing is fetched that the atlas does not serve.
 *
 * A picture that the graphics card cannot draw at once is drawn in tiles. Every tile is drawn with a margin around
 * it and places its names with those of the margin, so that a name across a seam lands in the same place on both
 * sides; where a crowd of names reaches further than the margin, a name may be cut or come twice. Up to A2 at
 * 150 dpi or A3 at 300 dpi there is one tile and no seam.
 */
export interface PictureRequest {
  state: AtlasState
  center: readonly [longitude: number, latitude: number]
  zoom: number
  bearing?: number
  pitch?: number
  /** Size in the map's own pixels, by which lines and letters are measured. */
  width: number
  height: number
  /** How many pixels of the picture make one of the map's. */
  pixelRatio: number
  /** `image/jpeg` for printing, `image/png` where letters must stay crisp on a screen. */
  type: 'image/jpeg' | 'image/png'
  /** What is drawn besides the layers; unless they are given, what the reader's panels draw. */
  extras?: readonly MapExtra[]
  drawings?: readonly DeckDrawing[]
  signal?: AbortSignal
  onProgress?: (done: number, total: number) => void
}

export interface Picture {
  tiles: PictureTile[]
  /** What can be seen on it. */
  drawn: DrawnFeature[]
  /** What open panels had added to the map. */
  extras: readonly MapExtra[]
}

export interface PictureTile {
  bytes: Uint8Array<ArrayBuffer>
  /** Shares of the picture's width and height. Neighbours overlap by a hair, so that no seam shines through. */
  left: number
  top: number
  width: number
  height: number
}

export interface DrawnFeature {
  /** `parks/badge` */
  styleLayer: string
  collection: string
  id: string
  properties: Readonly<Record<string, unknown>>
  /** The name of the badge's image, see `iconImageId`. */
  icon: string | null
}

/** Pixels of one drawing: what phones' graphics cards still hold, three buffers of it. */
const mostPixels = 18_500_000
const longestSide = 8192
/** Around every tile of several, in the map's pixels. */
const margin = 192
const patience = 60_000
/** While tiles and letters come in, the map draws many times; it does so coarsely, and sharply once. */
const draftRatio = 0.25

export async function renderPicture(request: PictureRequest): Promise<Picture> {
  const { width, height, pixelRatio, signal, onProgress } = request
  const [columns, rows] = tileCounts(width * pixelRatio, height * pixelRatio)
  const around = columns * rows > 1 ? margin : 0
  const tileWidth = width / columns
  const tileHeight = height / rows
  const container = document.createElement('div')
  container.setAttribute('aria-hidden', 'true')
  container.style.cssText = `position:fixed;left:-100000px;top:0;visibility:hidden;width:${Math.ceil(tileWidth) + 2 * around}px;height:${Math.ceil(tileHeight) + 2 * around}px`
  document.body.append(container)
  const extras = request.extras ?? useWorkbench.getState().extras.filter(({ id }) => !id.startsWith('print-'))
  const map = makeMap(container, request, extras)
  try {
    const deck = await addDeck(map, request)
    const setPixelRatio = (ratio: number) => {
      map.setPixelRatio(ratio)
      deck?.fit()
    }
    const tiles: PictureTile[] = []
    const drawn = new globalThis.Map<string, DrawnFeature>()
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        onProgress?.(row * columns + column, rows * columns)
        const offset = {
          x: (column + 0.5) * tileWidth - width / 2,
          y: (row + 0.5) * tileHeight - height / 2,
        }
        setPixelRatio(draftRatio)
        if (columns * rows > 1) map.jumpTo({ center: shifted(request, offset) })
        await settled(map, signal)
        setPixelRatio(pixelRatio)
        await settled(map, signal)
        tiles.push(await cutOut(map, request, { column, row, columns, rows, around }))
        for (const feature of drawnIn(map, around)) drawn.set(keyOf(feature), feature)
      }
    onProgress?.(rows * columns, rows * columns)
    return { tiles, drawn: [...drawn.values()], extras }
  } finally {
    map.remove()
    container.remove()
  }
}

/** What panels add to the map often has no ids: there the properties tell features apart. */
function keyOf({ styleLayer, id, properties }: DrawnFeature): string {
  return `${styleLayer} ${id === '' ? JSON.stringify(properties) : id}`
}

/** How many tiles across and down. */
export function tileCounts(width: number, height: number): [columns: number, rows: number] {
  let [columns, rows] = [Math.ceil(width / longestSide), Math.ceil(height / longestSide)]
  while ((width * height) / (columns * rows) > mostPixels)
    if (width / columns >= height / rows) columns++
    else rows++
  return [columns, rows]
}

function makeMap(container: HTMLElement, request: PictureRequest, extras: readonly MapExtra[]): Engine {
  const { state, center, zoom, bearing = 0, pitch = 0 } = request
  const map = new Engine({
    container,
    style: buildStyle({
      layers,
      isVisible: (layer) => isLayerVisible(state, layer),
      context: { language: state.language, phase: state.phase },
      address,
      extras,
      relief: reliefPicture,
    }),
    center: [center[0], center[1]],
    zoom,
    bearing,
    pitch,
    maxPitch: 70,
    maxZoom: 22,
    pixelRatio: draftRatio,
    maxCanvasSize: [longestSide, longestSide],
    interactive: false,
    attributionControl: false,
    trackResize: false,
    fadeDuration: 0,
    validateStyle: false,
    renderWorldCopies: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
  drawImagesOnDemand(map)
  drawSeldomWhileLoading(map)
  return map
}

/** What deck.gl draws over the map, if the reader has any of it on. */
async function addDeck(map: Engine, { state, signal, drawings }: PictureRequest): Promise<DeckOverlay | null> {
  const wanted = toWanted(
    { ...state, selection: null },
    drawings ?? useWorkbench.getState().drawings.map(({ drawing }) => drawing),
  )
  if (wanted.drawings.length === 0 && wanted.extras.length === 0) return null
  const { addOverlay } = await import('./deck/overlay.ts')
  await settled(map, signal)
  const overlay = addOverlay(map)
  await Promise.all([overlay.ready, overlay.show(wanted)])
  return overlay
}

/** Resolves when every tile, letter and badge is there; rejects when the reader gives up or nothing comes. */
function settled(map: Engine, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | null = null
    const stop = (end: () => void) => {
      clearTimeout(giveUp)
      map.off('idle', rest)
      map.off('error', note)
      signal?.removeEventListener('abort', abort)
      end()
    }
    const rest = () => stop(() => (failure ? reject(failure) : resolve()))
    const note = ({ error }: ErrorEvent) => void (failure ??= new Error(error.message))
    const abort = () => stop(() => reject(new DOMException('The picture is no longer wanted.', 'AbortError')))
    const giveUp = setTimeout(
      () => stop(() => reject(failure ?? new Error('The map was not drawn in time.'))),
      patience,
    )
    if (signal?.aborted) return abort()
    signal?.addEventListener('abort', abort)
    map.on('error', note)
    map.on('idle', rest)
    map.triggerRepaint()
  })
}

interface Place {
  column: number
  row: number
  columns: number
  rows: number
  around: number
}

/** The tile without its margin, and a hair of it towards its neighbours to the right and below. */
async function cutOut(
  map: Engine,
  { width, height, type }: PictureRequest,
  { column, row, columns, rows, around }: Place,
): Promise<PictureTile> {
  const source = map.getCanvas()
  const ratio = source.width / source.clientWidth
  const container = map.getContainer().getBoundingClientRect()
  // The container is whole pixels, its tile may not be: both share their middle.
  const left = (container.width / 2 - width / columns / 2) * ratio
  const top = (container.height / 2 - height / rows / 2) * ratio
  const overlap = around > 0 ? 2 : 0
  const cut = {
    width: (width / columns) * ratio + (column < columns - 1 ? overlap : 0),
    height: (height / rows) * ratio + (row < rows - 1 ? overlap : 0),
  }
  const [pixelsWide, pixelsHigh] = [Math.round(cut.width), Math.round(cut.height)]
  const canvas = new OffscreenCanvas(pixelsWide, pixelsHigh)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('This browser cannot copy the map into a picture.')
  context.drawImage(source, left, top, cut.width, cut.height, 0, 0, pixelsWide, pixelsHigh)
  const blob = await canvas.convertToBlob({ type, quality: 0.93 })
  return {
    bytes: new Uint8Array(await blob.arrayBuffer()),
    left: column / columns,
    top: row / rows,
    width: cut.width / (width * ratio),
    height: cut.height / (height * ratio),
  }
}

/** The centre of a tile: so many of the map's pixels from the centre of the picture. */
function shifted({ center, zoom }: PictureRequest, { x, y }: { x: number; y: number }): [number, number] {
  const world = 512 * 2 ** zoom
  const mercatorX = (center[0] + 180) / 360 + x / world
  const sine = Math.sin((center[1] * Math.PI) / 180)
  const mercatorY = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) + y / world
  return [mercatorX * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * mercatorY))) * 180) / Math.PI]
}

function drawnIn(map: Engine, around: number): DrawnFeature[] {
  const { clientWidth, clientHeight } = map.getContainer()
  const box: [[number, number], [number, number]] = [
    [around, around],
    [clientWidth - around, clientHeight - around],
  ]
  return map.queryRenderedFeatures(box).map(toDrawn)
}

function toDrawn(feature: MapGeoJSONFeature): DrawnFeature {
  const { layout } = feature.layer
  const image: unknown = layout && 'icon-image' in layout && layout['icon-image']
  const icon = typeof image === 'object' && image !== null && 'name' in image ? image.name : image
  return {
    styleLayer: feature.layer.id,
    collection: feature.sourceLayer ?? '',
    id: String(feature.id ?? ''),
    properties: feature.properties,
    icon: typeof icon === 'string' ? icon : null,
  }
}
