import type { Layer } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import type { CollectionId, FeatureOf } from '../../../server/domain/collections.ts'
import { collectionOfKind } from '../../state/kinds.ts'
import type { Selection } from '../../state/atlas-state.ts'
import { findReplacement, useReplacements } from '../../state/replacements.ts'
import { halosLayer } from '../../layers/overlays.ts'
import { plan } from '../../theme/palette.ts'
import { readFeatures } from './features.ts'
import { toRgba, underLines } from './anchors.ts'

interface Halo {
  position: [number, number]
  radiusMeters: number
  selected: boolean
}

/**
 * A disc around the drawn point within which the true place lies: the uncertainty in metres, to scale.
 * One for every feature of `shown`, and one for the selected feature in any case.
 */
export async function buildHalos(shown: readonly CollectionId[], selection: Selection | null): Promise<Layer[]> {
  const selectedCollection = selection ? collectionOfKind(selection.kind) : null
  const { replacements } = useReplacements.getState()
  const halos: Halo[] = []
  for (const collection of halosLayer.collections) {
    const isShown = shown.includes(collection)
    if (!isShown && collection !== selectedCollection) continue
    for (const feature of await readFeatures(collection)) {
      // How far a reader's own outline may be off, nobody has said.
      if (findReplacement(replacements, collection, feature.id)) continue
      const selected = collection === selectedCollection && feature.id === selection?.id
      const position = centreOf(feature)
      const radiusMeters = feature.properties.uncertaintyMeters
      if (position && radiusMeters !== null && (isShown || selected)) halos.push({ position, radiusMeters, selected })
    }
  }
  if (halos.length === 0) return []
  const props = {
    id: 'halos',
    data: halos,
    beforeId: underLines,
    getPosition: (halo: Halo) => halo.position,
    getRadius: (halo: Halo) => halo.radiusMeters,
    radiusUnits: 'meters' as const,
    filled: true,
    stroked: true,
    getFillColor: (halo: Halo) => toRgba(plan.industrial, halo.selected ? 34 : 14),
    getLineColor: (halo: Halo) => toRgba(plan.industrial, halo.selected ? 200 : 110),
    getLineWidth: (halo: Halo) => (halo.selected ? 1.8 : 1),
    lineWidthUnits: 'pixels' as const,
  }
  return [new ScatterplotLayer<Halo>(props)]
}

/** The point itself, or the middle of a small footprint: footprints are drawn symmetrically about their point. */
function centreOf(feature: FeatureOf<'parks'>): [number, number] | null {
  const { geometry } = feature
  if (geometry?.type === 'Point') return [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]
  if (geometry?.type !== 'Polygon' || feature.properties.geometryBasis !== 'symbol') return null
  const ring = (geometry.coordinates[0] ?? []).slice(1)
  const mean = (axis: 0 | 1) => ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / ring.length
  return ring.length > 0 ? [mean(0), mean(1)] : null
}
