import type { CollectionGroup } from '../../server/domain/collections.ts'
import type { AtlasLayer, LegendEntry } from '../layers/layer.ts'
import type { ExtraLegendEntry, MapExtra } from '../map/extras/extra.ts'
import type { DrawnFeature } from '../map/render-picture.ts'
import { parseIconImageId } from '../theme/icons.ts'

/** The legend of what is on a map: groups in the panel's order, layers in it, and of their entries those in sight. */
export interface DrawnGroup {
  group: CollectionGroup
  layers: { layer: AtlasLayer; entries: LegendEntry[] }[]
}

const order: readonly CollectionGroup[] = ['plan', 'transport', 'projects', 'nature', 'administration', 'base']

export function drawnLegend(
  layers: readonly AtlasLayer[],
  isVisible: (layer: AtlasLayer) => boolean,
  drawn: readonly DrawnFeature[],
): DrawnGroup[] {
  const present = layers.filter(isVisible).flatMap((layer) => {
    const features = drawn.filter(({ styleLayer }) => styleLayer.startsWith(`${layer.id}/`))
    if (features.length === 0 && layer.deck === undefined) return []
    const entries = layer.legend.filter((entry) => layer.deck !== undefined || isDrawn(layer, entry, features))
    return [{ layer, entries: entries.length > 0 ? entries : [...layer.legend] }]
  })
  return order.flatMap((group) => {
    const inGroup = present.filter(({ layer }) => layer.group === group)
    return inGroup.length > 0 ? [{ group, layers: inGroup }] : []
  })
}

/** Of what open panels add to the map, the entries of what is on it. */
export function drawnExtras(extras: readonly MapExtra[], drawn: readonly DrawnFeature[]): ExtraLegendEntry[] {
  return extras
    .flatMap(({ legend = [] }) => legend)
    .filter(
      ({ drawnBy }) =>
        !drawnBy ||
        (!drawn.some(({ styleLayer }) => styleLayer === drawnBy.unless) &&
          drawn.some(
            ({ styleLayer, properties }) =>
              drawnBy.layers.includes(styleLayer) &&
              Object.entries(drawnBy.where ?? {}).every(([key, value]) => String(properties[key]) === value),
          )),
    )
}

function isDrawn(layer: AtlasLayer, entry: LegendEntry, features: readonly DrawnFeature[]): boolean {
  const { drawnBy } = entry
  if (drawnBy)
    return features.some(
      ({ styleLayer, properties }) =>
        drawnBy.parts.some((part) => styleLayer === `${layer.id}/${part}`) &&
        Object.entries(drawnBy.where ?? {}).every(([key, values]) => values.includes(String(properties[key]))),
    )
  if (entry.symbol !== 'icon') return true
  return features.some(({ icon }) => {
    const image = icon === null ? null : parseIconImageId(icon)
    return image?.icon === entry.icon && image.status === entry.status
  })
}
