import type { Scene } from '../../../server/domain/story.ts'
import { ApiError } from '../../api/client.ts'
import { useFeature } from '../../api/queries.ts'
import { layers } from '../../layers/index.ts'
import { collectionOfKind } from '../../state/kinds.ts'
import { Gone } from './Gone.tsx'

/** Layers and the selected feature that a scene names and the atlas has no more. */
export function MissingParts({ scene }: { scene: Scene }) {
  const unknown = [...scene.layers.shown, ...scene.layers.hidden].filter(
    (id) => !layers.some((layer) => layer.id === id),
  )
  const [kind = '', id = ''] = (scene.selection ?? '').split(':')
  const { error } = useFeature(collectionOfKind(kind), id)
  const isGone = error instanceof ApiError && error.status === 404
  const missing = [...unknown, ...(scene.selection && (isGone || !collectionOfKind(kind)) ? [scene.selection] : [])]
  return missing.length > 0 ? <Gone what={missing.join(', ')} /> : null
}
