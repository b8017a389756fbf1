import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import type { Scene, SceneCamera } from '../../server/domain/story.ts'
import { useEngine } from '../map/engine.ts'
import { fenceExtra, findPosts, type Post } from '../map/show/fence.ts'
import { elsewhere, fetchTilesAhead, flyToScene } from '../map/show/scene-flight.ts'
import type { Camera } from '../state/url.ts'
import { useMapExtra, useWorkbench } from '../state/workbench.ts'
import { useShowMemory } from './show-store.ts'
import type { StageLayout } from './use-stage-layout.ts'

/**
 * Takes the map to the scene, keeps names clear of the words and of the edge, tells when all has come to rest, and then
 * fetches what the next scene will need.
 */
export function useSceneFlight(
  scene: Scene | null,
  next: Scene | null,
  { padding, covered, scale }: StageLayout,
): boolean {
  const map = useEngine((engine) => engine.map)
  const [settled, setSettled] = useState<string | null>(null)
  const id = scene?.id ?? null
  const [fence, setFence] = useState<{ scene: string; posts: readonly Post[] } | null>(null)
  // On the way to another scene the posts of the last one would stand in the middle of the map.
  const posts = fence?.scene === id ? fence.posts : none
  useMapExtra(useMemo(() => fenceExtra(posts), [posts]))
  useEffect(() => {
    if (!map || !scene) return
    let isCurrent = true
    const left = useShowMemory.getState().left
    const camera: SceneCamera = left?.scene === scene.id ? left.camera : scene.camera
    const fly = async () => {
      const { goal, nearing, arrived } = flyToScene(map, camera, padding, prefersStill())
      const standPosts = async (seenFrom: Camera) => {
        const found = await findPosts(map, seenFrom, { covered, scale }, scene.drawings ?? [])
        if (isCurrent) setFence({ scene: scene.id, posts: found })
      }
      await nearing
      if (!isCurrent) return
      await standPosts(goal)
      const resting = atRest(map)
      await arrived
      if (!isCurrent) return
      const held = elsewhere(map, goal)
      if (held) await standPosts(held)
      await (held ? atRest(map) : resting)
      await reliefDrawn(map)
      if (!isCurrent) return
      setSettled(scene.id)
      if (next) await fetchTilesAhead(map, next.camera, padding)
    }
    void fly()
    return () => {
      isCurrent = false
    }
  }, [map, scene, next, padding, covered, scale])
  return settled === id
}

export function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

const none: readonly Post[] = []

/** A tile that never comes must not hold a show that goes on by itself, such as a kiosk's. */
const longestRest = 10_000

/** When the map stands and nothing is on its way any more, the names that the fence has moved included. */
async function atRest(map: MapLibreMap): Promise<void> {
  await nextFrame()
  await nextFrame()
  await new Promise<void>((resolve) => {
    setTimeout(resolve, longestRest)
    void map.once('idle', () => resolve())
    map.triggerRepaint()
  })
}

/** The first picture after a link is whole when the relief has come, which waits until the map has rested once. */
async function reliefDrawn(map: MapLibreMap): Promise<void> {
  if (useWorkbench.getState().isRested) return
  let stop: () => void = () => undefined
  await new Promise<void>((resolve) => {
    setTimeout(resolve, longestRest)
    stop = useWorkbench.subscribe(({ isRested }) => {
      if (isRested) resolve()
    })
  })
  stop()
  await atRest(map)
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => void requestAnimationFrame(() => resolve()))
}
