import type { Scene, Story } from '../../../server/domain/story.ts'
import { fetchCollection } from '../../api/client.ts'
import { hasWebGl } from '../../map/has-web-gl.ts'
import type { AtlasState, Language } from '../../state/atlas-state.ts'
import type { Camera } from '../../state/url.ts'
import { readReach } from '../read-reach.ts'
import { toSceneState } from '../scene-state.ts'
import { shippedStoryIds, readShippedStory } from '../stories.ts'
import { madeStill } from '../stills.ts'
import { samePicture, viewOf } from './scene-view.ts'

/** The map beside the words of a scene: as wide and high as its place on the page. */
const view = { width: 832, height: 720 }
const sharpness = 1.75
/** Of a still made beforehand, the part that no words cover. */
const uncovered = { left: 0.35, width: 0.65 }

/**
 * The picture of a scene as a JPEG: the still made beforehand where this very picture was made, else drawn anew, else
 * the small one that was kept with the scene; null: this machine cannot draw it and nobody has.
 */
export async function scenePicture(
  story: Story,
  scene: Scene,
  state: AtlasState,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const made = await findMade(story, scene, state.language)
  if (made) return toJpeg(made, uncovered, signal)
  if (hasWebGl()) return drawAnew(story, scene, state, signal)
  return scene.still ? toJpeg(scene.still, { left: 0, width: 1 }, signal) : null
}

/** A copy of a story that comes with the atlas has its pictures too, as long as they would be the same. */
async function findMade(story: Story, scene: Scene, language: Language): Promise<string | undefined> {
  if (shippedStoryIds.includes(story.id)) return madeStill(story.id, scene.id, language)
  for (const id of shippedStoryIds) {
    const shipped = await readShippedStory(id)
    const same = shipped?.scenes.find((one) => samePicture(one, scene))
    if (same) return madeStill(id, same.id, language)
  }
  return undefined
}

async function drawAnew(
  story: Story,
  scene: Scene,
  state: AtlasState,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { renderPicture } = await import('../../map/render-picture.ts')
  const own = (scene.drawings ?? []).filter(({ draw }) => draw !== 'reach')
  const buffer = scene.drawings?.find((drawing) => drawing.draw === 'reach')?.bufferMeters
  const { zoom, longitude, latitude, bearing, pitch }: Camera = viewOf(scene.camera, view.width, view.height)
  const { tiles } = await renderPicture({
    state: toSceneState(state, scene, story.id),
    center: [longitude, latitude],
    zoom,
    bearing,
    pitch,
    ...view,
    pixelRatio: sharpness,
    type: 'image/jpeg',
    signal,
    extras: [...(buffer === undefined ? [] : [await readVeil(buffer)]), ...(await readArcNames(scene, state.language))],
    drawings:
      own.length === 0
        ? []
        : [async () => (await import('../../map/show/draw-scene.ts')).drawScene(own, { isStill: true, scale: 1.35 })],
  })
  const [whole] = tiles
  if (!whole) throw new Error('The map gave no picture.')
  return whole.bytes
}

async function readArcNames({ drawings = [] }: Scene, language: Language) {
  const arcs = drawings.find((drawing) => drawing.draw === 'arcs')
  if (!arcs) return []
  const [{ arcNamesExtra }, { arcPlaces }, { features }] = await Promise.all([
    import('../../map/extras/arc-names.ts'),
    import('../../map/show/arc-places.ts'),
    fetchCollection('links'),
  ])
  return [arcNamesExtra(arcPlaces(features, arcs.to), language)]
}

async function readVeil(bufferMeters: number) {
  const [{ reachExtra }, { outlines }] = await Promise.all([
    import('../../map/extras/reach.ts'),
    readReach(bufferMeters, 'handout'),
  ])
  return reachExtra(outlines)
}

/** PDF knows JPEG and no WebP. */
async function toJpeg(
  address: string,
  part: { left: number; width: number },
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  signal.throwIfAborted()
  const canvas = new OffscreenCanvas(Math.round(picture.naturalWidth * part.width), picture.naturalHeight)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('This browser cannot copy a picture.')
  context.drawImage(picture, -Math.round(picture.naturalWidth * part.left), 0)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
  return new Uint8Array(await blob.arrayBuffer())
}
