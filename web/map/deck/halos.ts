import type { Layer } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import type { FeatureOf } from '../../../server/domain/collections.ts'
import { collectionOfKind, kindOfCollection } from '../../state/kinds.ts'
import type { Selection } from '../../state/atlas-state.ts'
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
 * With `all` false only the selected feature gets one.
 */
export async function buildHalos(all: boolean, selection: Selection | null): Promise<Layer[]> {
  const selectedCollection = selection ? collectionOfKind(selection.kind) : null
  const collections = halosLayer.collections.filter((collection) => all || collection === selectedCollection)
  const features = (
    await Promise.all(
      collections.map((collection) =>
        readFeatures(collection).then((read) => read.map((feature) => ({ collection, feature }))),
      ),
    )
  ).flat()
  const halos = features.flatMap(({ collection, feature }) => {
    const selected =
      selection !== null && feature.id === selection.id && kindOfCollection(collection) === selection.kind
    const position = centreOf(feature)
    const radiusMeters = feature.properties.uncertaintyMeters
    return position && radiusMeters !== null && (all || selected)
      ? [{ position, radiusMeters, selected } satisfies Halo]
      : []
  })
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
