import type { MapGeoJSONFeature } from 'maplibre-gl'
import type { Selection } from '../state/atlas-state.ts'
import type { PickedExtra } from '../state/workbench.ts'
import { collectionOfKind, kindOfCollection } from '../state/kinds.ts'

/**
 * Which feature of the atlas a painted shape stands for.
 *
 * A name or badge is painted from a label point, which says in `of` and `featureId` whose it is.
 */
export interface PickedFeature {
  selection: Selection
  name_vi: string
  name_en: string
}

export function toSelection(feature: MapGeoJSONFeature): PickedFeature | null {
  const properties: Record<string, unknown> = feature.properties
  const collection = text(properties['of']) || (feature.sourceLayer ?? '')
  const id = text(properties['featureId']) || text(properties['id'])
  const kind = kindOfCollection(collection)
  if (!kind || !id) return null
  return { selection: { kind, id }, name_vi: text(properties['name_vi']), name_en: text(properties['name_en']) }
}

/** A feature of what a panel has added to the map; its source has the extra's id. */
export function toPickedExtra({ source, id }: MapGeoJSONFeature): PickedExtra {
  return { extraId: source, featureId: Number(id) }
}

/** Every source layer in which the selected feature may be painted, with its id there. */
export function paintedAs(selection: Selection): { sourceLayer: string; id: string }[] {
  const collection = collectionOfKind(selection.kind)
  if (!collection) return []
  return [
    { sourceLayer: collection, id: selection.id },
    { sourceLayer: 'label-points', id: `${collection}-${selection.id}` },
  ]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
