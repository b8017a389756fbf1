import type { Drawing, Scene } from '../../../server/domain/story.ts'
import { ApiError } from '../../api/client.ts'
import { useCollection, useFeature } from '../../api/queries.ts'
import { layers } from '../../layers/index.ts'
import { collectionOfKind } from '../../state/kinds.ts'
import { Gone } from './Gone.tsx'

/** Layers, the selected feature and what is to draw itself, where a scene names it and the atlas has it no more. */
export function MissingParts({ scene }: { scene: Scene }) {
  const unknown = [...scene.layers.shown, ...scene.layers.hidden].filter(
    (id) => !layers.some((layer) => layer.id === id),
  )
  const [kind = '', id = ''] = (scene.selection ?? '').split(':')
  const { error } = useFeature(collectionOfKind(kind), id)
  const isGone = error instanceof ApiError && error.status === 404
  const missing = [...unknown, ...(scene.selection && (isGone || !collectionOfKind(kind)) ? [scene.selection] : [])]
  return (
    <>
      {missing.length > 0 ? <Gone what={missing.join(', ')} /> : null}
      {scene.drawings?.map((drawing) => {
        if (drawing.draw === 'lines') return <MissingLines key={drawing.collection} drawing={drawing} />
        return drawing.draw === 'arcs' ? <MissingArcs key={drawing.to.join()} drawing={drawing} /> : null
      })}
    </>
  )
}

function MissingLines({ drawing: { collection } }: { drawing: Extract<Drawing, { draw: 'lines' }> }) {
  const { error } = useCollection(collection)
  return error instanceof ApiError && error.status === 404 ? <Gone what={collection} /> : null
}

function MissingArcs({ drawing: { to } }: { drawing: Extract<Drawing, { draw: 'arcs' }> }) {
  const { data: links } = useCollection('links')
  const missing = links ? to.filter((id) => !links.features.some((link) => link.id === id)) : []
  return missing.length > 0 ? <Gone what={missing.join(', ')} /> : null
}
