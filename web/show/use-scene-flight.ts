import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import type { Scene, SceneCamera } from '../../server/domain/story.ts'
import type { Padding } from '../map/atlas-map.tsx'
import { useEngine } from '../map/engine.ts'
import { fetchTilesAhead, flyToScene } from '../map/show/scene-flight.ts'
import { useShowMemory } from './show-store.ts'

/**
 * Takes the map to the scene, tells when all has come to rest, and then fetches what the next scene will need.
 */
export function useSceneFlight(scene: Scene | null, next: Scene | null, padding: Padding): boolean {
  const map = useEngine((engine) => engine.map)
  const [settled, setSettled] = useState<string | null>(null)
  const id = scene?.id ?? null
  useEffect(() => {
    if (!map || !scene) return
    let isCurrent = true
    const left = useShowMemory.getState().left
    const camera: SceneCamera = left?.scene === scene.id ? left.camera : scene.camera
    const fly = async () => {
      await flyToScene(map, camera, padding, prefersStill())
      await atRest(map)
      if (!isCurrent) return
      setSettled(scene.id)
      if (next) await fetchTilesAhead(map, next.camera, padding)
    }
    void fly()
    return () => {
      isCurrent = false
    }
  }, [map, scene, next, padding])
  return settled === id
}

export function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

function atRest(map: MapLibreMap): Promise<void> {
  return new Promise((resolve) => {
    void map.once('idle', () => resolve())
    map.triggerRepaint()
  })
}
