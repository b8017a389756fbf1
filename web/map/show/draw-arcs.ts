import { ArcLayer, ScatterplotLayer } from '@deck.gl/layers'
import { plan } from '../../theme/palette.ts'
import { toRgba, underNames } from '../deck/anchors.ts'
import type { Animation } from '../deck/drawing.ts'
import { readFeatures } from '../deck/features.ts'
import { arcPlaces, arcsBetween, type ArcPlace } from './arc-places.ts'
import type { Drawn } from './drawn.ts'
import { ease, staggered } from './staggered.ts'

/**
 * Arcs that grow from the city to places beyond the province, and a finer ring through them all. Their names are the
 * map's own, `web/map/extras/arc-names.ts`.
 */
export async function drawArcs(ids: readonly string[], { isStill, scale }: Drawn): Promise<Animation> {
  const places = arcPlaces(await readFeatures('links'), ids)
  const [home] = places
  const { spokes, ring } = arcsBetween(places)
  return {
    milliseconds: isStill ? 0 : 1700,
    at: (progress) => {
      const grown = (arcs: typeof spokes, late: number) =>
        arcs.map(([from, to], index) => {
          const share = staggered(Math.max(0, (progress - late) / (1 - late)), index, arcs.length, 0.6)
          return { from: from.position, to: between(from.position, to.position, share), share }
        })
      const arcs = (id: string, data: ReturnType<typeof grown>, width: number, color: string) => {
        const props = {
          id: `show-arcs-${id}`,
          data: data.filter(({ share }) => share > 0),
          beforeId: underNames,
          getSourcePosition: (arc: (typeof data)[number]) => arc.from,
          getTargetPosition: (arc: (typeof data)[number]) => arc.to,
          getSourceColor: toRgba(color, 255),
          getTargetColor: toRgba(color, 210),
          getWidth: width,
          getHeight: 0.28,
          getTilt: 0,
        }
        return new ArcLayer(props)
      }
      const shown = ease(Math.min(1, progress * 1.6))
      const dots = {
        id: 'show-arcs-places',
        data: places,
        beforeId: underNames,
        getPosition: (place: ArcPlace) => place.position,
        getRadius: (place: ArcPlace) => (place === home ? 7.5 : 5.5) * scale * shown,
        radiusUnits: 'pixels' as const,
        billboard: true,
        stroked: true,
        getFillColor: (place: ArcPlace): [number, number, number, number] =>
          place === home ? toRgba(plan.corridor, 255) : [255, 255, 255, 255],
        getLineColor: toRgba(plan.corridor, 255),
        getLineWidth: 2 * scale,
        lineWidthUnits: 'pixels' as const,
        updateTriggers: { getRadius: shown },
      }
      return [
        arcs('ring', grown(ring, 0.4), 1.8 * scale, plan.corridor),
        arcs('spokes', grown(spokes, 0), 3.6 * scale, plan.corridor),
        new ScatterplotLayer<ArcPlace>(dots),
      ]
    },
  }
}

function between(from: [number, number], to: [number, number], share: number): [number, number] {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
